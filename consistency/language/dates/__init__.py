"""Dates of both languages: one grammar over the words of the lexicon, from a bare weekday to a range of years."""

from consistency.language.dates.finder import find_dates

__all__ = ["find_dates"]
