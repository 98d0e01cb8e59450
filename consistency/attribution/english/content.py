"""What was said: the items after (or before) a reporting clause, without its adjuncts."""

from __future__ import annotations

from consistency.attribution.english.clause import Clause
from consistency.attribution.line import BODIES, DOT, Line
from consistency.attribution.saying import Content
from consistency.model import Span

_AHEAD, _WORDS_MIN = 30, 2
_EDGE = frozenset({",", ";", ":", DOT, "-", "–", "—", "--", "...", "..", "…"})


def content_start(line: Line, clause: Clause, limit: int) -> int | None:
    """The item at which the content after a reporting clause begins, or None when the cue takes none."""
    at, takes = clause.end, clause.takes
    if at >= limit:
        return None
    that = _that(line, clause, limit)
    if that is not None:
        return that + 1
    if "object" in takes:
        return at
    at = skip(line, _skip_addressee(line, at, limit) if takes & {"to"} else at, limit)
    if at >= limit:
        return None
    item = line.items[at]
    if item.quote or item.norm == ":":
        return at if item.quote else at + 1
    if item.comma:
        return at + 1 if at + 1 < limit and (line.items[at + 1].quote or at > clause.end) else None
    if line.isa(at, "that"):
        return at + 1
    if "inf" in takes and line.isa(at, "to"):
        return at + 1
    if line.items[at].norm in takes:
        return at + 1
    return _bare(line, clause, at, limit)


def _bare(line: Line, clause: Clause, at: int, limit: int) -> int | None:
    """The start of content that no word introduces, if the verb may take it."""
    takes = clause.takes
    if line.isa(at, "prepositions") and not line.isa(at, "determiners") and "clause" not in takes:
        return None
    if takes & {"clause", "np"} or clause.kind == "quoted":
        if "np" not in takes and not _clausal(line, at, limit):
            return None
        return at
    if "bare" in takes and finite(line, at, limit):
        return at
    if (
        "strict" in takes
        and (line.isa(at, "he", "they", "it", "first_person") or "to" in takes)
        and _clausal(line, at, limit)
    ):
        return at
    return None


def finite(line: Line, at: int, limit: int) -> bool:
    """Whether the words from ``at`` hold a subject and an auxiliary, as a clause without "that" does."""
    return any(line.isa(i, "be", "modals", "have", "do", "negated_verbs") for i in range(at + 1, limit)) and _clausal(
        line, at, limit
    )


def _clausal(line: Line, at: int, limit: int) -> bool:
    """Whether the words from ``at`` can be a clause of their own: three words, or a quotation among them."""
    words = sum(1 for i in range(at, limit) if line.items[i].word)
    return words >= 3 or any(line.items[i].quote for i in range(at, limit))


def _that(line: Line, clause: Clause, limit: int) -> int | None:
    """The "that" which introduces the content, over adjuncts and an addressee."""
    start, addressed = clause.end, "to" in clause.takes
    for i in range(start, min(limit, start + _AHEAD)):
        item = line.items[i]
        if item.quote or item.norm == ":":
            return None
        if line.isa(i, "that"):
            opens = (
                i == start
                or addressed
                or line.isa(i - 1, "hearsay")
                or line.isa(start, "prepositions", "adverbs")
                or line.items[start].comma
                or line.starting(start, "date")
            )
            return i if opens and not (i > start and line.isa(i - 1, "prepositions")) else None
        if i > start and line.isa(i, "be", "modals", "negated_verbs"):
            return None
    return None


def _skip_addressee(line: Line, at: int, limit: int) -> int:
    """The item after the addressee of "told": reporters, CNN, a news conference in Baghdad."""
    found = [f for f in line.found if f.first == at or (f.first == at + 1 and line.isa(at, "determiners"))]
    named = [f.last for f in found if f.mention.type in ("media", "person", "title", *BODIES)]
    end = max(named, default=at)
    if end > at and line.items[end - 1].norm.endswith("'s"):
        while end < limit and line.capital(end):
            end += 1
    stop = min(limit, max(end, at) + 8)
    for i in range(end, stop):
        if line.isa(i, "audience"):
            end = i + 1
        elif (
            line.items[i].quote
            or line.items[i].comma
            or line.isa(i, "be", "modals", "that")
            or (i > at and line.isa(i, "determiners", "he", "they", "it"))
            or (end > at and not line.capital(i) and not line.isa(i, "audience") and line.isa(i, "prepositions"))
        ):
            break
    if end == at:
        while end < limit and line.capital(end):
            end += 1
    return end


def skip(line: Line, at: int, limit: int) -> int:
    """The item after "on Tuesday", "in a statement", "in Baghdad", "also"."""
    moved = True
    while moved and at < limit:
        before, at = at, _skip_one(line, at, limit)
        moved = at > before
    return at


def _skip_one(line: Line, at: int, limit: int) -> int:
    date = line.starting(at, "date") or (
        line.starting(at + 1, "date") if line.isa(at, "prepositions", "adverbs") else None
    )
    if date and date.last < limit:
        return date.last
    if line.isa(at, "adverbs") and not line.isa(at, "floats"):
        return at + 1
    if line.isa(at, "carrier_prepositions"):
        return _skip_carrier(line, at, limit)
    return at


def _skip_carrier(line: Line, at: int, limit: int) -> int:
    """The item after a preposition's phrase if it names an occasion, a medium or a place."""
    unnamed = next((i for i in range(at + 1, min(limit, at + 5)) if line.isa(i, "anonymity")), None)
    if unnamed is not None:
        return unnamed + 1
    end = at
    for i in range(at + 1, min(limit, at + 7)):
        if line.isa(i, "carriers"):
            end = i + 1
        elif (
            line.items[i].quote
            or line.items[i].comma
            or line.isa(i, "be", "modals", "that", "prepositions", "he", "they", "it")
        ):
            break
    if end > at:
        return _skip_tail(line, end, limit)
    place = next((f for f in line.found if at < f.first <= at + 2 and f.mention.type in ("place", "media")), None)
    return place.last if place and place.last < limit and line.items[at].norm in ("in", "at", "from", "on") else at


def _skip_tail(line: Line, at: int, limit: int) -> int:
    """The item after what hangs on "interview" or "statement": with CNN, to parliament, from Baghdad."""
    if line.isa(at, "carrier_prepositions") or (
        at < limit
        and line.items[at].norm in ("with", "to", "broadcast", "published", "posted", "issued", "released", "aired")
    ):
        named = next(
            (
                f
                for f in line.found
                if at < f.first <= at + 3 and f.mention.type in ("media", "place", "date", "person", *BODIES)
            ),
            None,
        )
        if named and named.last < limit and not any(line.isa(i, "that", "be") for i in range(at, named.first)):
            return named.last
        heard = next((i for i in range(at + 1, min(limit, at + 5)) if line.isa(i, "audience", "carriers")), None)
        return heard + 1 if heard else at
    return at


def pieces(line: Line, a: int, b: int, words_min: int = _WORDS_MIN) -> list[Content]:
    """The contents of the items ``[a, b)``: one, or two where a whole quotation follows a colon."""
    a, b = _trim(line, a, b)
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
    while b > a and (idle(b - 1) or line.isa(b - 1, "conjunctions", "contrast")):
        b -= 1
    return a, b


def _bared(line: Line, span: Span) -> Span:
    """The span without the comma or full stop before a closing quotation mark."""
    start, end = span
    text = line.document.text
    while end > start and (text[end - 1] in ",.;:،" or text[end - 1].isspace()):
        end -= 1
    return start, end
