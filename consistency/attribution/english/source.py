"""What the words before (or after) a reporting verb say about who speaks."""

from __future__ import annotations

from consistency.attribution.line import BODIES, DOT, HYPHEN, Found, Line
from consistency.attribution.saying import Source
from consistency.model import Span

_GOVERNING = frozenset({"of", "for", "to", "by", "with", "from", "under"})
_TITLES = ("title", "rank", "office")


def read_source(line: Line, a: int, b: int) -> Source | None:
    """The speaker that the items ``[a, b)`` name, or None when they name none."""
    a, b = _trim(line, a, b)
    if a >= b:
        return None
    if b - a == 1 and line.isa(a, "he", "they", "it", "first_person"):
        return Source("pronoun", _span(line, a, b), head=line.items[a].norm)
    return _person(line, a, b) or _impersonal(line, a, b)


def _trim(line: Line, a: int, b: int) -> tuple[int, int]:
    def idle(i: int) -> bool:
        return not line.items[i].word and line.items[i].quote is None

    while a < b and (
        idle(a)
        or (line.isa(a, "conjunctions", "adverbs", "contrast") and not line.isa(a, "new", "anonymous", "definite"))
    ):
        a += 1
    while b > a and ((idle(b - 1) and line.items[b - 1].norm != ")") or line.isa(b - 1, "adverbs")):
        b -= 1
    return a, b


def _span(line: Line, a: int, b: int) -> Span:
    return line.items[a].start, line.items[b - 1].end


def _person(line: Line, a: int, b: int) -> Source | None:
    for found in line.within(a, b, "person"):
        if not is_possessive(line, found) and not is_governed(line, a, found):
            title = _title_of(line, a, b, found)
            return Source("person", _span(line, a, b), name=line.text(found.first, found.last).removesuffix("'s"), title=title,
                          affiliation=_affiliation(line, a, b))  # fmt: skip
    return None


def is_possessive(line: Line, found: Found) -> bool:
    return line.items[found.last - 1].norm.endswith(("'s", "s'")) or (
        found.last < len(line.items) and line.items[found.last].norm in ("'s", "'")
    )


def is_governed(line: Line, a: int, found: Found) -> bool:
    """Whether the person hangs on a preposition («a spokesman for Prime Minister Maliki»)."""
    at, titled = found.first, False
    while at > a and (title := line.ending(at, *_TITLES)):
        at, titled = title.first, True
    if titled and (nation := line.ending(at, "nationality")) and nation.first > a:
        at = nation.first
    before = at - 1
    return before >= a and line.items[before].norm in _GOVERNING


def _title_of(line: Line, a: int, b: int, name: Found) -> str | None:
    """The title beside a name: the words before it, else the apposition after it, else a mere rank."""
    front = name.first
    while (rank := line.ending(front, "rank")) and rank.first >= a and not _within_title(line, rank):
        front = rank.first
    for start, end in ((a, front), (name.last, b), (front, name.first)):
        start, end = _trim(line, start, end)
        while start < end and line.isa(start, "definite", "new"):
            start += 1
        if start < end and (line.within(start, end, *_TITLES) or any(line.isa(i, "humans") for i in range(start, end))):
            return line.text(start, end) + ("." if end < len(line.items) and line.items[end].norm == DOT else "")
    return None


def _within_title(line: Line, rank: Found) -> bool:
    """Whether a rank is the end of a longer title ("Secretary General")."""
    title = line.ending(rank.last, "title", "office")
    return title is not None and title.first < rank.first


def _affiliation(line: Line, a: int, b: int) -> str | None:
    bodies = line.within(a, b, *BODIES)
    return bodies[0].mention.id or None if bodies else None


def _impersonal(line: Line, a: int, b: int) -> Source | None:
    start, b = a, _first_side(line, a, b)
    while start < b and line.isa(start, "determiners"):
        start += 1
    if start == b:
        return _bare_determiner(line, a, b)
    end = _head_end(line, start, b)
    head = line.items[end - 1].norm.removesuffix("'s")
    span, definite = _span(line, a, b), line.isa(a, "definite")
    if head in line.words["documents"]:
        return Source(
            "document", span, title=line.text(start, b), body=_affiliation(line, a, b), definite=definite, head=head
        )
    known = line.ending(end, *BODIES)
    human = head in line.words["humans"] and head not in line.words["bodies"]
    if known and known.first >= a and not human:
        return Source("body", span, title=line.text(start, b), body=known.mention.id, definite=definite, head=head)
    if human or line.ending(end, *_TITLES):
        return _human(line, (a, start, end, b), head)
    return _named(line, (a, start, end, b), head)


def _first_side(line: Line, a: int, b: int) -> int:
    """The end of the first of two sides joined by "and" ("the United States and Iraq")."""
    for i in range(a + 1, b - 1):
        if line.isa(i, "conjunctions") and line.ending(i, "place", *BODIES):
            return i if any(line.starting(j, "place", *BODIES) for j in (i + 1, i + 2)) else b
    return b


def _bare_determiner(line: Line, a: int, b: int) -> Source | None:
    if not line.isa(b - 1, "anonymous"):
        return None
    return Source("group", _span(line, a, b), title=line.text(a, b), anonymous=True, head=line.items[b - 1].norm)


def _head_end(line: Line, a: int, b: int) -> int:
    """Where the noun phrase's head ends: before the first preposition, comma, clause or quotation."""
    for i in range(a, b):
        item = line.items[i]
        inside = any(f.first < i < f.last for f in line.found if f.mention.type in (*BODIES, *_TITLES))
        if (
            not inside
            and i > a
            and (
                item.quote
                or not (item.word or item.norm in (HYPHEN, DOT, "/", "&", "'"))
                or line.isa(i, "prepositions", "relative", "subordinators", "by")
            )
        ):
            return i
    return b


def _human(line: Line, at: tuple[int, int, int, int], head: str) -> Source:
    a, start, end, b = at
    definite = line.isa(a, "definite")
    fresh = not definite and head in line.words["anonymous"]
    unnamed = any(line.isa(i, "anonymity") for i in range(a, b))
    plural = head.endswith(("s", "men", "people")) or head in line.words["they"]
    return Source("group" if plural else "person", _span(line, a, b), title=line.text(start, _described_end(line, end, b)),
                  affiliation=_affiliation(line, a, b), anonymous=fresh or unnamed, definite=definite, head=head)  # fmt: skip


def _described_end(line: Line, end: int, b: int) -> int:
    """Where a title ends: before a comma or a relative clause."""
    return next((i for i in range(end, b) if line.items[i].comma or line.isa(i, "relative", "subordinators")), b)


def _named(line: Line, at: tuple[int, int, int, int], head: str) -> Source | None:
    """A place that stands for its government, a body without an entry, or a name nobody recognised."""
    a, start, end, b = at
    span = _span(line, a, b)
    place = line.ending(end, "place")
    if place and place.first <= start and not is_possessive(line, place) and not _adjective(line, place):
        return Source("body", span, title=line.text(start, b), body=place.mention.id, head=head)
    if head in line.words["humans"] | line.words["media_nouns"]:
        return Source(
            "body",
            span,
            title=line.text(start, b),
            body=_affiliation(line, a, b),
            definite=line.isa(a, "definite"),
            head=head,
        )
    capitals = [i for i in range(start, end) if line.capital(i)]
    if capitals and line.capital(end - 1) and (start > 0 or len(capitals) > 1 or a != start or is_name(line, end - 1)):
        bodylike = a != start or line.items[end - 1].text.isupper()
        while start + 1 < end and (line.isa(start, "courtesy") or not line.items[start].word):
            start += 1
        text = line.text(start, end).removesuffix("'s")
        return Source(
            "body" if bodylike else "person",
            span,
            name=None if bodylike else text,
            title=text if bodylike else None,
            head=head,
        )
    return None


def _adjective(line: Line, place: Found) -> bool:
    """Whether a word is a nationality alone («Iraqi») and not a country's name ("U.S." is both)."""
    return line.starting(place.first, "nationality") is not None and place.mention.features.get("pos") == "adjective"


def is_name(line: Line, at: int) -> bool:
    """Whether a capital at the beginning of a sentence is a name's: the document never writes the word small."""
    word = line.items[at].norm
    return word not in line.words["no_names"] and word not in line.small
