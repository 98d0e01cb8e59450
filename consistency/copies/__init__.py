"""Wire copies: statements that stand, word for word or nearly, in an earlier article too."""

from consistency.copies.tracing import passages_of, trace, trace_in

__all__ = ["passages_of", "trace", "trace_in"]
