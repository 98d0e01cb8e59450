"""English speakers without a person's name: bodies, documents, anonymous people, places that stand for governments."""

from __future__ import annotations

from consistency.attribution.line import BODIES, DOT, HYPHEN, Found, Line
from consistency.attribution.saying import Source

_TITLES = ("title", "rank", "office", "source")
_HEADS = ("humans", "documents", "media_nouns", "anonymous")
_OWNING = ("by", "of")
_MIDDLE = frozenset({HYPHEN, DOT, "/", "&", "'"})
Phrase = tuple[int, int, int, int]
"""The items of a noun phrase: its beginning, the word after its article, the end of its head, its end."""


def impersonal(line: Line, a: int, b: int) -> Source | None:
    """The speaker that a noun phrase without a person's name names, or None when it names none."""
    start, b = a, _first_side(line, a, b)
    while start < b - 1 and line.isa(start, "articles"):
        start += 1
    if all(line.isa(i, "determiners") for i in range(start, b)):
        return _bare_determiner(line, a, b)
    end = _head_end(line, start, b)
    head = line.items[end - 1].norm.removesuffix("'s")
    at = (a, start, end, b)
    if head in line.words["documents"]:
        return _document(line, at, head)
    known = line.ending(end, *BODIES)
    if known and known.first >= a:
        span = (line.items[a].start, line.items[b - 1].end)
        return Source(
            "body", span, title=line.text(start, b), body=known.mention.id, definite=line.isa(a, "definite"), head=head
        )
    if _is_human(line, head) or line.ending(end, *_TITLES):
        return _human(line, at, head)
    return _named(line, at, head)


def _is_human(line: Line, head: str) -> bool:
    return head in line.words["humans"] and head not in line.words["bodies"]


def affiliation(line: Line, a: int, b: int) -> str | None:
    """The first body named in the items ``[a, b)``, else the country that a nationality or "'s" says he is of."""
    bodies = line.within(a, b, *BODIES)
    if bodies:
        return bodies[0].mention.id or None
    owners = (
        f for f in line.within(a, b, "nationality", "place") if f.mention.type == "nationality" or f.mention.enclitic
    )
    return next((f.mention.id for f in owners), None)


def known_head(line: Line, end: int) -> bool:
    """Whether the word before item ``end`` is a noun for somebody who speaks, or the end of a name."""
    if line.isa(end - 1, *_HEADS):
        return True
    return line.ending(end, "person", "place", "institution", *BODIES, *_TITLES) is not None


def is_name(line: Line, at: int) -> bool:
    """Whether a capital at the beginning of a sentence is a name's: the document never writes the word small."""
    word = line.items[at].norm
    return word not in line.words["no_names"] and word not in line.small


def _first_side(line: Line, a: int, b: int) -> int:
    """The end of the first of two sides joined by "and" ("the United States and Iraq")."""
    for i in range(a + 1, b - 1):
        if line.isa(i, "conjunctions") and line.ending(i, "place", "institution", *BODIES):
            return i if any(line.starting(j, "place", "institution", *BODIES) for j in (i + 1, i + 2)) else b
    return b


def _bare_determiner(line: Line, a: int, b: int) -> Source | None:
    """Some, others, many."""
    if not line.isa(b - 1, "anonymous"):
        return None
    span = (line.items[a].start, line.items[b - 1].end)
    return Source("group", span, title=line.text(a, b), anonymous=True, head=line.items[b - 1].norm)


def _head_end(line: Line, a: int, b: int) -> int:
    """Where the noun phrase's head ends: before the first preposition, comma, clause or quotation, and before what
    describes it from behind ("a source close to", "figures released by")."""
    end = next((i for i in range(a + 1, b) if _breaks(line, i)), b)
    while end > a + 1 and not known_head(line, end) and not line.capital(end - 1):
        end -= 1
    return (
        end
        if known_head(line, end) or line.capital(end - 1)
        else next((i for i in range(a + 1, b) if _breaks(line, i)), b)
    )


def _breaks(line: Line, i: int) -> bool:
    item = line.items[i]
    if any(f.first < i < f.last for f in line.found if f.mention.type in (*BODIES, *_TITLES, "institution")):
        return False
    if item.quote or not (item.word or item.norm in _MIDDLE):
        return True
    return line.isa(i, "prepositions", "relative", "which", "subordinators", "by")


# --- documents -----------------------------------------------------------------------------


def _document(line: Line, at: Phrase, head: str) -> Source:
    """A statement, a report or figures: with the person or body whose it is, where the phrase names one."""
    a, start, end, b = at
    span, text = (line.items[a].start, line.items[b - 1].end), line.text(start, _described_end(line, end, b))
    owner = _owner(line, a, end, b)
    name = line.text(owner.first, owner.last).removesuffix("'s").removesuffix("’s") if owner else None
    body = None if owner else affiliation(line, a, b) or _place(line, end, b)
    fresh = not line.isa(a, "definite") or head in line.words["published"]
    nobodys = fresh and not (owner or body)  # "according to reports"
    return Source("document", span, name=name, title=None if owner else text, body=body, anonymous=nobodys,
                  definite=line.isa(a, "definite") and b - a <= 3, head=head)  # fmt: skip


def _owner(line: Line, a: int, end: int, b: int) -> Found | None:
    """The person whose a document is: "Ubaid's letter", "a letter from General Ubaid"."""
    before = next(
        (f for f in line.within(a, end, "person") if line.items[f.last - 1].norm.endswith(("'s", "s'"))), None
    )
    led = next((i for i in range(end, b) if line.isa(i, "by")), None)
    after = next(iter(line.within(led + 1, b, "person")), None) if led is not None else None
    return before or after


def _place(line: Line, end: int, b: int) -> str | None:
    """The government that published a document: "figures released by Washington"."""
    led = next((i for i in range(end, b) if line.isa(i, "by")), None)
    place = line.starting(led + 1, "place") if led is not None else None
    return place.mention.id if place else None


# --- people and bodies ---------------------------------------------------------------------


def _human(line: Line, at: Phrase, head: str) -> Source:
    a, start, end, b = at
    definite = line.isa(a, "definite")
    fresh = not definite and head in line.words["anonymous"]
    unnamed = any(line.isa(i, "anonymity") for i in range(a, b))
    plural = head.endswith(("s", "men", "people")) or head in line.words["they"]
    return Source("group" if plural else "person", (line.items[a].start, line.items[b - 1].end),
                  title=line.text(start, _described_end(line, end, b)), affiliation=affiliation(line, a, b),
                  anonymous=fresh or unnamed, definite=definite, head=head)  # fmt: skip


def _described_end(line: Line, end: int, b: int) -> int:
    """Where a title ends: before a comma or a relative clause."""
    return next(
        (i for i in range(end, b) if line.items[i].comma or line.isa(i, "relative", "which", "subordinators")), b
    )


def _named(line: Line, at: Phrase, head: str) -> Source | None:
    """A place that stands for its government, a body without an entry, or a name nobody recognised."""
    a, start, end, b = at
    span = (line.items[a].start, line.items[b - 1].end)
    place = line.ending(end, "place")
    if place and place.first <= start and not _is_genitive(line, place) and not _is_adjective(line, place):
        return Source("body", span, title=line.text(start, b), body=place.mention.id, head=head)
    nation = line.ending(end, "nationality")
    if nation and nation.first == start and line.items[start].text.isupper():
        return Source("body", span, title=line.text(start, b), body=nation.mention.id, head=head)  # "US says …"
    if head in line.words["humans"] | line.words["media_nouns"] or line.ending(end, "institution"):
        return Source("body", span, title=line.text(start, b), body=affiliation(line, a, b),
                      definite=line.isa(a, "definite"), head=head)  # fmt: skip
    capitals = [i for i in range(start, end) if line.capital(i)]
    if not capitals or not line.capital(end - 1):
        return None
    if start == 0 and len(capitals) == 1 and a == start and not is_name(line, end - 1):
        return None
    bodylike = a != start or line.items[end - 1].text.isupper() or any(line.isa(i, "bodies") for i in capitals)
    while start + 1 < end and (line.isa(start, "courtesy") or not line.items[start].word):
        start += 1
    text = line.text(start, end).removesuffix("'s").removesuffix("’s")
    if bodylike:
        return Source("body", span, title=text, head=head)
    return Source("person", span, name=text, head=head)


def _is_genitive(line: Line, place: Found) -> bool:
    return line.items[place.last - 1].norm.endswith(("'s", "s'"))


def _is_adjective(line: Line, place: Found) -> bool:
    """Whether a word is a nationality alone («Iraqi») and not a country's name ("U.S." is both)."""
    return line.starting(place.first, "nationality") is not None and place.mention.features.get("pos") == "adjective"
