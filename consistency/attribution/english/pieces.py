"""The spans of what was said in a run of English words: without marks, conjunctions and reporting clauses at the edges."""

from __future__ import annotations

from consistency.attribution.line import DOT, Line
from consistency.attribution.saying import Content
from consistency.model import Span

_WORDS_MIN, _MEDIUM_MAX, _MEDIUM_HEAD = 2, 12, 5
_EDGE = frozenset({",", ";", ":", DOT, "-", "–", "—", "--", "...", "..", "…"})


def pieces(line: Line, a: int, b: int, words_min: int = _WORDS_MIN) -> list[Content]:
    """The contents of the items ``[a, b)``: one, or two where a whole quotation follows a colon."""
    a, b = _trim(line, a, b)
    b = _before_medium(line, a, b)
    if a >= b:
        return []
    colon = next((i for i in range(a + 1, b - 1) if line.items[i].norm == ":" and line.items[i + 1].quote), None)
    if colon is not None:
        return pieces(line, a, colon) + pieces(line, colon + 1, b)
    if all(line.items[i].quote or not line.items[i].word for i in range(a, b)):
        return [Content(_bared(line, q.content), "direct") for i in range(a, b) if (q := line.items[i].quote)]
    first, last = line.items[a], line.items[b - 1]
    span = (
        first.quote.content[0] if first.quote else first.start,
        _bared(line, last.quote.content)[1] if last.quote else last.end,
    )
    quoted = any(line.items[i].quote for i in range(a, b))
    if not quoted and sum(line.items[i].word for i in range(a, b)) < words_min:
        return []
    return [Content(span, "mixed" if quoted else "indirect")]


def _trim(line: Line, a: int, b: int) -> tuple[int, int]:
    def idle(i: int) -> bool:
        item = line.items[i]
        return item.quote is None and (item.norm in _EDGE or item.stop)

    while a < b and (idle(a) or (line.isa(a, "conjunctions") and a + 1 < b)):
        a += 1
    while b > a and (idle(b - 1) or line.isa(b - 1, "trailing", "contrast")):
        b -= 1
    return a, b


def _before_medium(line: Line, a: int, b: int) -> int:
    """Where a closing "in a statement", "in an interview with the BBC" begins, else ``b``."""
    for i in range(max(a + _WORDS_MIN, b - _MEDIUM_MAX), b - 1):
        phrase = range(i + 1, min(i + _MEDIUM_HEAD, b))
        if (
            line.isa(i, "medium_leads")
            and any(line.isa(k, "media") for k in phrase)
            and not line.isa(i + 1, "definite")
        ):
            return i
    return b


def _bared(line: Line, span: Span) -> Span:
    """The span without the comma or full stop before a closing quotation mark."""
    start, end = span
    text = line.document.text
    while end > start and (text[end - 1] in ",.;:،" or text[end - 1].isspace()):
        end -= 1
    return start, end
