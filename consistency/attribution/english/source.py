"""Who speaks, as the words before (or after) an English reporting verb name him: pronouns, persons, and what else speaks."""

from __future__ import annotations

from consistency.attribution.english.nouns import affiliation, impersonal, is_name, known_head
from consistency.attribution.line import BODIES, DOT, HYPHEN, Found, Line
from consistency.attribution.saying import Source
from consistency.model import Span

__all__ = ["is_governed", "is_name", "known_head", "names_newcomer", "read_source", "somebody"]

_GOVERNING = frozenset({"of", "for", "to", "by", "with", "from", "under", "between", "against"})
_TITLES = ("title", "rank", "office")
_LONGEST, _NAME_MIN, _NAME_MAX = 12, 2, 5
_JOINING = frozenset({DOT, HYPHEN, "al", "el", "de", "van", "bin", "la"})
_NO_NAMES = ("place", "body", "force", "government", "media", "institution", "title", "rank")


def read_source(line: Line, a: int, b: int) -> Source | None:
    """The speaker that the items ``[a, b)`` name, or None when they name none."""
    a, b = _trim(line, a, b)
    if a >= b:
        return None
    if b - a == 1 and line.isa(a, "he", "they", "it", "first_person"):
        return Source("pronoun", _span(line, a, b), head=line.items[a].norm)
    limit = _described_from(line, a, b)
    person = _one_of(line, a, b) or _person(line, a, limit, b) or _newcomer(line, a, limit) or _reporter(line, a, limit)
    return person or impersonal(line, a, limit)


def _described_from(line: Line, a: int, b: int) -> int:
    """Where a relative clause or "speaking …" begins to describe the speaker, its comma left out."""
    at = next((i for i in range(a + 1, b) if line.isa(i, "relative", "which", "speaking")), b)
    return at - 1 if at < b and at - 1 > a and line.items[at - 1].comma else at


def somebody(line: Line, a: int, b: int) -> Source | None:
    """An unnamed speaker of whatever kind: a noun phrase that nothing is known of ("The farmer", "Human rights groups")."""
    a, b = _trim(line, a, b)
    words = [i for i in range(a, b) if line.items[i].word]
    idle = ("prepositions", "he", "they", "it", "subordinators", "no_names")
    if not words or len(words) > _LONGEST or line.isa(a, *idle) or any(line.items[i].quote for i in range(a, b)):
        return None
    text = line.text(a, b)
    return Source(
        "person",
        _span(line, a, b),
        title=text,
        anonymous=True,
        definite=line.isa(a, "definite"),
        head=line.items[b - 1].norm,
    )


def _trim(line: Line, a: int, b: int) -> tuple[int, int]:
    """The items without marks, conjunctions and adverbs at the edges."""

    def idle(i: int) -> bool:
        return not line.items[i].word and line.items[i].quote is None

    loose = ("conjunctions", "adverbs", "contrast")
    while a < b and (idle(a) or (line.isa(a, *loose) and not line.isa(a, "new", "anonymous", "definite"))):
        a += 1
    while b > a and ((idle(b - 1) and line.items[b - 1].norm != ")") or line.isa(b - 1, "adverbs")):
        b -= 1
    return a, b


def _span(line: Line, a: int, b: int) -> Span:
    return line.items[a].start, line.items[b - 1].end


def _one_of(line: Line, a: int, b: int) -> Source | None:
    """One of the officers, some of them: somebody unnamed out of a group."""
    if b - a < 3 or not line.isa(a, "new", "anonymous") or line.items[a + 1].norm != "of":
        return None
    whole = read_source(line, a + 2, b)
    if whole is None or whole.kind == "document":
        return None
    kind = "person" if line.items[a].norm == "one" else "group"
    return Source(kind, _span(line, a, b), title=line.text(a, b), affiliation=whole.body or whole.affiliation,
                  anonymous=True, head=whole.head)  # fmt: skip


def _newcomer(line: Line, a: int, b: int) -> Source | None:
    """A person whose name nothing knows: capitals after a small noun for people, or set off behind it by a comma
    ("Kurdish politician Hozan Mele", "the leader of the opposition, Daher Robleh")."""
    comma = next((i for i in range(a + 1, b) if line.items[i].comma), b)
    human = next((i for i in range(comma - 1, a - 1, -1) if line.isa(i, "humans") and not line.capital(i)), None)
    end = next((i for i in range(comma + 1, b) if line.items[i].comma), b)
    beside = [(human + 1, comma)] if human is not None else []
    apart = (
        [(comma + 1, end)] if human is not None or (line.isa(a, "new") and end == b) else []
    )  # "A beekeeper, Awa Traore"
    start, end = next((span for span in (*beside, *apart) if names_newcomer(line, *span)), (b, b))
    if start == b:
        return None
    return Source("person", _span(line, a, b), name=line.text(start, end), title=_untitled(line, a, min(start, comma)),
                  affiliation=affiliation(line, a, b), head=line.items[end - 1].norm)  # fmt: skip


def names_newcomer(line: Line, start: int, end: int) -> bool:
    """Whether the items are a name that nothing knows: two capitals or more, of no place or body."""
    capitals = all(line.capital(i) or line.items[i].norm in _JOINING for i in range(start, end))
    return capitals and _NAME_MIN <= end - start <= _NAME_MAX and not line.within(start, end, *_NO_NAMES)


def _reporter(line: Line, a: int, b: int) -> Source | None:
    """A person whose name nothing knows, behind the paper or body he is of ("Al Jazeera's Mariam Diallo")."""
    owner = line.starting(a, "media", *BODIES)
    if owner is None or not line.items[owner.last - 1].norm.endswith(("'s", "s'")):
        return None
    end = next((i for i in range(owner.last, b) if line.items[i].comma), b)
    if not names_newcomer(line, owner.last, end) or line.isa(end - 1, "humans", "bodies", "documents"):
        return None
    return Source("person", _span(line, a, b), name=line.text(owner.last, end), affiliation=owner.mention.id or None,
                  head=line.items[end - 1].norm)  # fmt: skip


def _untitled(line: Line, a: int, b: int) -> str:
    """The words of a title without its article."""
    while a < b and line.isa(a, "definite", "new"):
        a += 1
    return line.text(a, b)


# --- persons -------------------------------------------------------------------------------


def _person(line: Line, a: int, limit: int, b: int) -> Source | None:
    for found in line.within(a, limit, "person"):
        if not is_possessive(line, found) and not is_governed(line, a, found):
            name = line.text(found.first, found.last).removesuffix("'s").removesuffix("’s")
            return Source("person", _span(line, a, b), name=name, title=_title_of(line, a, limit, found),
                          affiliation=affiliation(line, a, limit))  # fmt: skip
    return None


def is_possessive(line: Line, found: Found) -> bool:
    """Whether a name stands in the genitive ("Ubaid's spokesman")."""
    return line.items[found.last - 1].norm.endswith(("'s", "s'")) or (
        found.last < len(line.items) and line.items[found.last].norm in ("'s", "'")
    )


def is_governed(line: Line, a: int, found: Found) -> bool:
    """Whether the person hangs on a preposition («a spokesman for Prime Minister Maliki»)."""
    at, titled = found.first, False
    while at > a and (title := line.ending(at, *_TITLES, "courtesy")):
        at, titled = title.first, True
    if titled and (nation := line.ending(at, "nationality")) and nation.first > a:
        at = nation.first
    before = at - 1
    if before > a and line.isa(before, "articles") and at == found.first:
        before -= 1  # "the head of the Badr bloc"
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
