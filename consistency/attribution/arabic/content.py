"""What was said: the items after (or before) an Arabic reporting clause, without marks and afterthoughts."""

from __future__ import annotations

from consistency.attribution.arabic.leads import has_clitic
from consistency.attribution.line import Line
from consistency.attribution.saying import Content
from consistency.model import Mode, Span

_LAST_MARKS = frozenset(".،, ")
_FEW = 5
"""Quoted words that are too few to be told as a statement of their own."""


def content_of(line: Line, a: int, b: int, letters: str = "") -> Content | None:
    """The content in the items ``[a, b)``; a quotation that a comma closes is all of it.

    ``letters`` are the prepositions by which the verb can lead it in, glued to the first word («تعهد بسحب»).
    """
    while a < b and _idle(line, a):
        a += 1
    while b > a and (_idle(line, b - 1) or _dangling(line, b - 1)):
        b -= 1
    b = _before_aside(line, a, b)
    if a >= b:
        return None
    b = _end_of_quotation(line, a, b)
    span = (_start(line, a, letters), _end(line, b - 1))
    return Content(span, _mode(line, a, b)) if span[0] < span[1] else None


def quotation_before(line: Line, floor: int, end: int) -> Content | None:
    """The quotation that stands right before an item, if one does."""
    at = end - 1
    while at > floor and line.items[at].comma:
        at -= 1
    if at < floor or line.items[at].quote is None or _in_its_sentence(line, floor, at):
        return None
    return content_of(line, at, at + 1)


def _in_its_sentence(line: Line, floor: int, at: int) -> bool:
    """Whether a few quoted words are a part of the sentence before them («الحرب على تنظيم "الدولة"، حسبما أعلن فلان»)."""
    quote = line.items[at].quote
    few = quote is not None and length(line, quote.content) < _FEW
    return few and at > floor and line.items[at - 1].word


def _idle(line: Line, i: int) -> bool:
    """A mark at the edge, which is no part of what was said (a closing bracket is)."""
    item = line.items[i]
    return item.quote is None and not item.word and item.norm not in ("(", ")", "%", "٪")


def _dangling(line: Line, i: int) -> bool:
    """A conjunction left over before the next clause («كما»، «فيما»)."""
    return line.isa(i, "also", "auxiliaries", "by_turn", "as_for") and line.starting(i, "aspect", "negation") is None


def _before_aside(line: Line, a: int, b: int) -> int:
    """Where the writer takes over («، في إشارة إلى …»، «وذلك بالتزامن مع …»), else ``b``."""
    aside = next((i for i in range(a + 1, b) if line.starting(i, "aside")), b)
    while aside < b and aside > a and _idle(line, aside - 1):
        aside -= 1
    return aside


def _end_of_quotation(line: Line, a: int, b: int) -> int:
    """Where content that begins with a whole quotation ends: with it, unless the sentence goes on without a comma."""
    if line.items[a].quote is None or a + 1 >= b:
        return b
    following = line.items[a + 1]
    if not following.comma and following.word:
        return b
    if a + 2 < b and (line.items[a + 2].quote is not None or line.starting(a + 2, "that")):
        return b
    return a + 1


def _start(line: Line, i: int, letters: str) -> int:
    item = line.items[i]
    return item.quote.content[0] if item.quote is not None else item.start + _clitic(line, i, letters)


def _clitic(line: Line, i: int, letters: str) -> int:
    """How many letters of the first word are the preposition «ب» or «ل», which leads in and is no part of it."""
    leading = [f.mention for f in line.at(i) if f.mention.proclitics and set(f.mention.proclitics) <= {"ب", "ل"}]
    if leading:
        return min(m.start for m in leading) - line.items[i].start
    norm = line.items[i].norm
    if norm.startswith("بال"):
        return 1
    known = any(f.mention.type != "given_name" for f in line.at(i))
    return int(not known and norm[:1] in letters and has_clitic(line, i, norm[:1]))


def _end(line: Line, i: int) -> int:
    """The end of an item; of a quotation without the full stop or comma before its closing mark."""
    item = line.items[i]
    if item.quote is None:
        return item.end
    start, end = item.quote.content
    while end > start and line.document.text[end - 1] in _LAST_MARKS:
        end -= 1
    return end


def _mode(line: Line, a: int, b: int) -> Mode:
    quotes = [line.items[i].quote for i in range(a, b) if line.items[i].quote is not None]
    if not quotes:
        return "indirect"
    if b - a == 1:
        return "direct"
    return "mixed"


def length(line: Line, span: Span) -> int:
    """How many words a span has."""
    return len(line.document.slice(span).split())
