"""Wire copies: statements that stand, word for word or nearly, in an earlier article too."""

from consistency.copies.likely import Likely
from consistency.copies.tracing import passages_of, trace, trace_in

__all__ = ["Likely", "passages_of", "trace", "trace_in"]
