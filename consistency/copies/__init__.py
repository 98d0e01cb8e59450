"""Wire copies: statements that stand, word for word or nearly, in an earlier article too."""

from consistency.copies.tracing import trace

__all__ = ["trace"]
