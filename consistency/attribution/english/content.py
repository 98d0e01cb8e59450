"""Where what was said begins after an English reporting verb."""

from __future__ import annotations

from consistency.attribution.english.adjuncts import skip, skip_addressee
from consistency.attribution.english.clause import Clause
from consistency.attribution.english.verbs import clausal, finite
from consistency.attribution.line import Line

_AHEAD, _ADDRESSED, _NAMED, _SHOW_MAX = 30, 25, 9, 4
_SPOKEN = ("speech", "affirm", "claim", "warn", "ask")
_EMPTY = frozenset({"little", "nothing", "something", "so", "much", "more", "everything"})
"""What "says little about" says."""


def content_start(line: Line, clause: Clause, limit: int) -> int | None:
    """The item at which the content after a reporting clause begins, or None when the cue takes none."""
    at = _start(line, clause, limit)
    if at is None or not any(line.items[i].word or line.items[i].quote for i in range(at, limit)):
        return None
    return at


def _start(line: Line, clause: Clause, limit: int) -> int | None:
    at, takes = clause.end, clause.takes
    if at >= limit:
        return None
    that = _that(line, clause, limit)
    if that is not None:
        return that + 1
    if takes & {"order", "as", "naming", "number"} and (special := _special(line, clause, limit)) is not None:
        return special
    if "object" in takes:
        return at
    at = skip(line, skip_addressee(line, at, limit) if takes & {"to"} else at, limit)
    if at >= limit:
        return None
    if not _open(line, clause, at):
        return _marked(line, clause, at, limit)
    bare = _bare(line, clause, at, limit)
    return _quotation_later(line, at, limit) if bare is None and clause.manner in _SPOKEN else bare


def _quotation_later(line: Line, at: int, limit: int) -> int | None:
    """The quotation after the colon or comma that ends a long reporting clause ("told reporters travelling with him: “…”")."""
    ahead = range(at + 1, min(limit, at + _AHEAD))
    return next(
        (i for i in ahead if line.items[i].quote and (line.items[i - 1].norm == ":" or line.items[i - 1].comma)), None
    )


def _open(line: Line, clause: Clause, at: int) -> bool:
    """Whether no word or mark at an item leads in what was said."""
    item, takes = line.items[at], clause.takes
    leads = item.quote or item.norm == ":" or item.comma or line.isa(at, "that")
    joint = "joint" in takes and line.isa(at, "joint_leads") and _several(clause)
    return not (leads or joint or ("inf" in takes and line.isa(at, "to")) or item.norm in takes)


def _marked(line: Line, clause: Clause, at: int, limit: int) -> int | None:
    item = line.items[at]
    if item.quote:
        return at
    if item.comma:
        opens = at + 1 < limit and (line.items[at + 1].quote or at > clause.end)
        return at + 1 if opens else None
    return at + 1


def _several(clause: Clause) -> bool:
    """Whether two sides speak, whose agreeing is what they say."""
    source = clause.source
    return source is None or source.kind in ("group", "document") or source.head in ("they", "both")


def _bare(line: Line, clause: Clause, at: int, limit: int) -> int | None:
    """The start of content that no word introduces, if the verb may take it."""
    takes = clause.takes
    if clause.cue.mention.features.get("that") == "only" or line.items[at].norm in _EMPTY or line.isa(at, "questions"):
        return None
    led = line.isa(at, "prepositions") and not line.isa(at, "determiners") and not line.starting(at, "number")
    if led and "clause" not in takes:
        return None
    if takes & {"clause", "np"} or clause.kind == "quoted":
        if "np" not in takes and not clausal(line, at, limit):
            return None
        return at
    if "bare" in takes and finite(line, at, limit):
        return at
    if "strict" not in takes:
        return None
    pronoun = line.isa(at, "he", "they", "it", "first_person") and clausal(line, at, limit)
    return at if pronoun or ("to" in takes and _told(line, at, limit)) else None


def _told(line: Line, at: int, limit: int) -> bool:
    """Whether the words after an addressee are a clause ("told reporters no date had been set")."""
    begins = line.isa(at, "determiners") or line.capital(at) or line.items[at].norm.isdigit()
    past = any(line.items[i].norm.endswith("ed") for i in range(at + 1, limit))
    return finite(line, at, limit) or (begins and past and clausal(line, at, limit))


def _that(line: Line, clause: Clause, limit: int) -> int | None:
    """The "that" which introduces the content, over adjuncts and an addressee."""
    start, addressed = clause.end, "to" in clause.takes or line.isa(clause.end, "addressed")
    for i in range(start, min(limit, start + _AHEAD)):
        item = line.items[i]
        if item.norm == ":" or (item.quote and not _shown_on(line, i)):
            return None
        if line.isa(i, "that"):
            led = line.isa(start, "prepositions", "adverbs") or line.items[start].comma or line.starting(start, "date")
            opens = i == start or addressed or led or line.isa(i - 1, "hearsay")
            return i if opens and not (i > start and line.isa(i - 1, "prepositions")) else None
        if i > start and (line.isa(i, "be", "modals", "negated_verbs") or _asked(line, i)):
            return None
    return None


def _asked(line: Line, i: int) -> bool:
    """Whether "when asked about remarks that …" begins at an item."""
    return line.isa(i, "hypothetical") and line.starting(i + 1, "cue") is not None


def _shown_on(line: Line, at: int) -> bool:
    """Whether a quotation is the name of a broadcast (said on "Face the Nation" that …)."""
    quote = line.items[at].quote
    short = quote is not None and len(line.document.slice(quote.content).split()) <= _SHOW_MAX
    return short and line.isa(at - 1, "carrier_prepositions")


# --- verbs with an object before what they say ---------------------------------------------


def _special(line: Line, clause: Clause, limit: int) -> int | None:
    """Where the content of "urged X to …", "described X as …", "called X “…”", "put X at …" begins."""
    at, takes = clause.end, clause.takes
    if "order" in takes:
        return None if line.items[at].norm in takes or line.isa(at, "not") else _after_order(line, at, limit)
    pronoun = line.isa(at, "addressed")
    if "as" in takes:
        return at + 2 if pronoun and line.isa(at + 1, "as") else None
    if "number" in takes:
        return at if _at_number(line, at, limit) else None
    if not _names(line, at, limit):
        return None
    return at + 1 if pronoun else at


def _after_order(line: Line, at: int, limit: int) -> int | None:
    """The verb after "to" when somebody to do it stands before: "urged Baghdad to release", "called on both to end"."""
    for i in range(at + 1, min(limit, at + _ADDRESSED)):
        if line.items[i].quote or line.isa(i, "that", "be", "modals", "have"):
            return None
        verb = i + 1 < limit and line.items[i + 1].word and line.isa(i, "to")
        if verb and not line.capital(i + 1) and not line.isa(i + 1, "determiners", "prepositions"):
            return i + 1
    return None


def _names(line: Line, at: int, limit: int) -> bool:
    """Whether "called X …" gives X a name: a quotation, or a second noun phrase."""
    ahead = range(at + 1, min(limit, at + _NAMED))
    stop = next((i for i in ahead if line.items[i].comma or line.isa(i, "that", "to")), None)
    ahead = range(at + 1, stop) if stop is not None else ahead
    if any(line.items[i].quote for i in ahead):
        return True
    return any(line.isa(i, "new_article") and not line.isa(i - 1, "prepositions", "determiners") for i in ahead)


def _at_number(line: Line, at: int, limit: int) -> bool:
    """Whether "at" and a number follow ("put the toll at 40")."""
    ahead = range(at + 1, min(limit - 1, at + _ADDRESSED))
    return any(
        line.items[i].norm == "at" and any(f.mention.type == "number" for k in (1, 2, 3) for f in line.at(i + k))
        for i in ahead
    )
