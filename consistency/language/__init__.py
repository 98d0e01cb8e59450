"""Text to tokens, sentences, quotations and typed mentions: one spaCy pipeline a language."""

from consistency.language.pipeline import Reader, build

__all__ = ["Reader", "build"]
