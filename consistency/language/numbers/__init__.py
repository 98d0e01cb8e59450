"""Numbers of both scripts, in digits and words: cardinals, and quantities with their bounds."""

from consistency.language.numbers.finder import find_numbers

__all__ = ["find_numbers"]
