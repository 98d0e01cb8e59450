"""The verb group around an English cue: its auxiliaries, whether anything was said, and whom its form agrees with."""

from __future__ import annotations

from typing import NamedTuple

from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source

_KINDS = ("not", "negated_verbs", "be", "have", "modals", "do")
_PHRASE_MAX = 6
_AUXILIARIES = ("be", "modals", "have", "do", "negated_verbs")
_PERFECT_TENSES = ("past", "participle")


class VerbGroup(NamedTuple):
    """The classes of the auxiliaries before a cue, where they begin, and whether it is hearsay ("is said to have warned")."""

    kinds: frozenset[str]
    left: int
    hearsay: bool = False


def verb_group(line: Line, cue: Found, floor: int) -> VerbGroup:
    """The verb group that a cue ends; adverbs and dates inside it are passed over."""
    left, kinds = _over_auxiliaries(line, cue.first, floor)
    told = left if tense(cue) == "gerund" else left - 1
    perfect = "have" in kinds and line.isa(left - 1, "to")
    if line.isa(told - 1, "reported" if perfect else "perceived") and (perfect or told == left):
        further, more = _over_auxiliaries(line, told - 1, floor)
        if "be" in more:
            return VerbGroup(kinds | more, further, hearsay=True)
    return VerbGroup(kinds, left)


def _over_auxiliaries(line: Line, at: int, floor: int) -> tuple[int, frozenset[str]]:
    kinds = set()
    while at > floor:
        date = line.ending(at, "date")
        if date and date.first > floor:
            at = date.first - (1 if line.isa(date.first - 1, "prepositions") else 0)
            continue
        phrase = _phrase_inside(line, at, floor)
        if phrase is not None:
            at = phrase
            continue
        kind = next((k for k in _KINDS if line.isa(at - 1, k)), None)
        if kind:
            kinds.add("not" if kind == "negated_verbs" else kind)
        elif not line.isa(at - 1, "adverbs"):
            break
        at -= 1
    return at, frozenset(kinds)


def _phrase_inside(line: Line, at: int, floor: int) -> int | None:
    """Where a phrase between auxiliary and verb begins ("has in the past said")."""
    starts = (i for i in range(at - 2, max(floor, at - _PHRASE_MAX), -1) if line.isa(i, "prepositions"))
    return next(
        (
            i
            for i in starts
            if line.isa(i - 1, "have", "be", "modals") and all(line.items[k].word for k in range(i, at))
        ),
        None,
    )


def unsaid(line: Line, cue: Found, group: VerbGroup) -> bool:
    """Whether the verb is negated, passive, or still to come ("refused to say", "was told", "will announce")."""
    if group.hearsay:
        return False
    if group.kinds & {"not", "modals"} or _is_passive(line, cue.last) or _nobody(line, group.left):
        return True
    if _goes_on(line, cue):
        return True
    if (
        takes(cue) & {"to", "order"}
        and line.isa(cue.last, "prepositions")
        and line.items[cue.last].norm not in takes(cue)
        and not line.starting(cue.last + 1, "date")
    ):
        return True  # "a person briefed on the plan"
    if "be" in group.kinds and tense(cue) != "gerund":
        return cue.mention.features.get("pos") == "verb"
    if line.isa(group.left - 1, "to"):
        return not line.isa(group.left - 2, "to_lead")
    return tense(cue) == "base" and "do" in group.kinds


def _goes_on(line: Line, cue: Found) -> bool:
    """Whether a verb that may also say something only says that something goes on ("troops continue to leave")."""
    if cue.mention.features.get("aspect") != "yes" or is_strong(line, cue) or cue.last >= len(line.items):
        return False
    if tense(cue) == "gerund" and line.isa(cue.first - 1, "be", "adverbs"):
        return True  # "The mission is still going on, said …"
    return line.isa(cue.last, "to") or (not is_past(cue) and bool(line.items[cue.last].word))


def _is_passive(line: Line, at: int) -> bool:
    """Whether "by" and somebody follow ("announced by the minister"), not "by telephone"."""
    return line.isa(at, "by") and not any(line.isa(i, "carriers") for i in (at + 1, at + 2))


def _nobody(line: Line, end: int) -> bool:
    """Whether the subject is nobody ("Neither side said", "No one said")."""
    ahead = range(end - 1, max(-1, end - _PHRASE_MAX), -1)
    start = next((i + 1 for i in ahead if not line.items[i].word), max(0, end - _PHRASE_MAX))
    return any(line.isa(i, "nobody") for i in range(start, end))


def tense(cue: Found) -> str:
    """The form of a cue: past, participle, present, base, gerund."""
    return cue.mention.features.get("tense", "")


def is_past(cue: Found) -> bool:
    """Whether a cue stands in the past."""
    return tense(cue) in _PERFECT_TENSES


def takes(cue: Found) -> frozenset[str]:
    """What may follow a cue."""
    return frozenset(cue.mention.features.get("takes", "").split())


def is_strong(line: Line, cue: Found) -> bool:
    """Whether what follows can only be reported speech: that, a quotation, a colon, "to" plus verb."""
    at = cue.last
    if at >= len(line.items):
        return False
    if line.items[at].quote is not None or line.items[at].norm == ":" or line.isa(at, "that"):
        return True
    allowed = takes(cue)
    return (line.isa(at, "to") and "inf" in allowed) or (
        line.isa(at, "prepositions") and line.items[at].norm in allowed
    )


def finite(line: Line, at: int, limit: int) -> bool:
    """Whether the words from ``at`` hold a subject and an auxiliary, as a clause without "that" does."""
    auxiliary = any(line.isa(i, *_AUXILIARIES) for i in range(at + 1, limit))
    return auxiliary and clausal(line, at, limit)


def clausal(line: Line, at: int, limit: int) -> bool:
    """Whether the words from ``at`` can be a clause of their own: three words, or a quotation among them."""
    words = sum(1 for i in range(at, limit) if line.items[i].word)
    return words >= 3 or any(line.items[i].quote for i in range(at, limit))


def agrees(line: Line, cue: Found, source: Source) -> bool:
    """Whether the form of the verb can go with its subject, and is no noun («Iraqi claims»)."""
    features = cue.mention.features
    if features.get("by") == "document" and source.kind != "document" and source.body is None:
        return False
    if is_past(cue) or tense(cue) == "gerund" or features.get("form") != "verb":
        return True
    noun = features.get("noun") == "yes" and not is_strong(line, cue)
    if tense(cue) == "base":
        if source.kind == "document" and (cue.last >= len(line.items) or line.items[cue.last].stop):
            return True  # "…, UN figures show."
        plural = (
            source.kind in ("group", "body", "document")
            or source.head in line.words["they"] | line.words["first_person"]
        )
        return plural and not (noun and not _reports_clause(line, cue, source))
    return not noun or source.kind in ("pronoun", "person", "document") or source.body is not None


def _reports_clause(line: Line, cue: Found, source: Source) -> bool:
    """Whether a plural subject goes on with a clause ("Some officers fear the gains could be lost")."""
    at = cue.last
    begins = line.isa(at, "determiners", "he", "they", "it") or line.capital(at)
    whole = "np" in takes(cue) or finite(line, at, len(line.items))
    return source.kind in ("group", "pronoun") and begins and whole
