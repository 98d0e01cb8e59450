"""Verbs of saying in what only tells more of a speaker: «قال الجنرال، الذي كان يدلي بشهادته، إن …»."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.attribution.arabic.leads import past_preposition, past_that
from consistency.attribution.line import Found, Line

_BACK, _OWN = 3, 1
_HAMZA = "إ"
_SAY = "say"


def without_asides(line: Line, cues: Sequence[Found]) -> list[Found]:
    """The cues but those in a relative clause about the speaker of the cue before, whose «إن» or quotation is still to come."""
    kept: list[Found] = []
    for cue in cues:
        if not (kept and _is_aside(line, kept[-1], cue)):
            kept.append(cue)
    return kept


def _is_aside(line: Line, outer: Found, cue: Found) -> bool:
    verbs = outer.mention.features.get("pos") == "verb" and cue.mention.features.get("pos") == "verb"
    if not verbs or not _of_the_speaker(line, outer, cue) or _lead(line, outer.last, cue.first) is not None:
        return False
    at = _lead(line, cue.last, len(line.items))
    return at is not None and (_is_of_saying(line, outer, cue, at) or _leads_its_own(line, cue, at))


def _of_the_speaker(line: Line, outer: Found, cue: Found) -> bool:
    """Whether a relative pronoun leads in the verb, or «فيه» follows it («خطاب ألقاه وتحدث فيه عن خطته»)."""
    before = range(cue.first - 1, max(outer.last, cue.first - 1 - _BACK), -1)
    for i in before:
        if line.isa(i, "relative"):
            return True
        if not line.isa(i, "auxiliaries", "already"):
            break
    return line.isa(cue.last, "therein")


def _lead(line: Line, first: int, last: int) -> int | None:
    """The first item that can lead in what was said: «إن», a colon or a quotation."""
    return next((i for i in range(first, last) if _leads(line, i)), None)


def _leads(line: Line, i: int) -> bool:
    item = line.items[i]
    return past_that(line, i) is not None or item.norm == ":" or item.quote is not None


def _is_of_saying(line: Line, outer: Found, cue: Found, at: int) -> bool:
    """Whether the «إن» at an item can only be that of «قال»."""
    return outer.mention.id == _SAY != cue.mention.id and line.items[at].text.startswith(_HAMZA)


def _leads_its_own(line: Line, cue: Found, at: int) -> bool:
    """Whether the inner verb has a preposition of its own for what it tells («تعهد بانسحاب سريع»)."""
    takes = cue.mention.features.get("takes", "").split()
    near = range(cue.last, min(cue.last + _OWN + 1, at))
    return any(past_preposition(line, i, at, takes) is not None for i in near)
