"""Where what is said begins after an Arabic reporting word, and who is named before it."""

from __future__ import annotations

from typing import NamedTuple

from consistency.attribution.arabic.adjuncts import over_adjuncts, own_words
from consistency.attribution.arabic.leads import (
    LEADS,
    is_quoted_name,
    lead_at,
    past_preposition,
    past_saying,
    past_that,
    quotable,
)
from consistency.attribution.arabic.phrase import is_name, named_by_quotation
from consistency.attribution.arabic.source import grow_source
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source

_STOPS = frozenset({";", "؛", ".", "!", "؟", "?"})
_AHEAD, _QUOTE_REACH, _OBJECT_REACH, _NAME_MAX = 45, 14, 12, 5
Grown = tuple[Source | None, int]
"""A speaker right after the verb, and the item after him."""


class Marker(NamedTuple):
    """What was said begins at item ``content``; the words of the clause end at ``at``.

    ``source`` is the speaker right after the verb; ``bounded`` says that everything between the verb and ``at`` can
    name him, because a word or mark leads in what follows.
    """

    at: int
    content: int
    source: Source | None = None
    bounded: bool = False


def find_marker(line: Line, cue: Found, start: int, limit: int, *, objective: bool = False) -> Marker | None:
    """The beginning of what a cue reports, looked for in the items ``[start, limit)``.

    ``objective`` says that the speaker stands elsewhere, so that a noun behind the verb is whom or what it is about.
    """
    features = cue.mention.features
    takes = features.get("takes", "").split()
    limit = min(limit, start + _AHEAD, _stop(line, start, limit))
    only = features.get("object") == "only"
    grown = (None, start) if objective and not only else _grown(line, start, limit, only)
    source, end = grown
    after = over_adjuncts(line, end, limit)
    here = lead_at(line, after, limit, takes)
    if here is not None:
        return Marker(_trimmed(line, after, start), here, source, bounded=source is None)
    if "object" in takes:
        return _past_object(line, cue, (start, limit), takes, grown)
    bare = None
    if "np" in takes and (source or features.get("weak") != "yes") and not _names_on(line, start, limit, end):
        bare = _bare(line, end, after, limit, source)
    found = bare or _searched(line, start, limit, takes) or _led(line, after, limit, takes, source)
    return found or (_own(line, end, after, source) if features.get("class") == "speech" else None)


def bare_marker(line: Line, cue: Found, limit: int) -> Marker | None:
    """A noun phrase after a verb that follows its subject («فلان يجدد التزام بلاده»), where the verb may take one."""
    takes = cue.mention.features.get("takes", "").split()
    return _bare(line, cue.last, over_adjuncts(line, cue.last, limit), limit, None) if "np" in takes else None


def _grown(line: Line, start: int, limit: int, objective: bool) -> Grown:
    """The speaker right after the verb, or after the adjunct that follows it («وحذرت، في مؤتمر صحفي، المفوضة»)."""
    grown = grow_source(line, start, limit)
    if grown is None and start < limit and line.items[start].comma:
        after = over_adjuncts(line, start, limit)
        grown = grow_source(line, after, limit) if after > start + 1 else None
    source, end = grown if grown else (None, start)
    return (None, end) if objective else (source, end)


def _stop(line: Line, start: int, limit: int) -> int:
    """The first full stop inside the line."""
    return next((i for i in range(start, limit) if line.items[i].norm in _STOPS), limit)


def led_by(line: Line, at: int) -> bool:
    """Whether a clause leads in an item («أن قال»)."""
    return line.ending(at, "that", "narration") is not None


def _trimmed(line: Line, i: int, start: int) -> int:
    while i > start and line.items[i - 1].comma:
        i -= 1
    return i


# --- the ways in --------------------------------------------------------------------------


def _names_on(line: Line, start: int, limit: int, at: int) -> bool:
    """Whether words that nothing knows, up to an «أن» soon, still name the speaker («أكد سامي شورش أن»)."""
    ahead = range(at, min(limit, at + _NAME_MAX + 1))
    that = next((i for i in ahead if past_that(line, i) is not None or line.items[i].norm == ":"), None)
    if that is None or that == at:
        return False
    return all(
        not line.at(i) or line.starting(i, "given_name", "place", "nationality", "person") for i in range(at, that)
    )


def _searched(line: Line, start: int, limit: int, takes: list[str]) -> Marker | None:
    """The first «أن», colon or quotation further on; everything before it can name the speaker."""
    for i in range(start, limit):
        item = line.items[i]
        if line.starting(i, "narration") and i > start:
            return None
        if item.quote is not None:
            near = line.items[i - 1].comma or i - start <= _QUOTE_REACH
            named = is_quoted_name(line, i, limit) or (is_name(line, i) and named_by_quotation(line, i))
            if quotable(takes) and near and not named:
                return Marker(_before(line, i, start), i, bounded=True)
        elif item.norm == ":" and (past_colon := lead_at(line, i, limit, takes)) is not None:
            return Marker(i, past_colon, bounded=True)
        elif "that" in takes and (past := past_that(line, i)) is not None and not _governed(line, i, start):
            return Marker(_before(line, i, start), past, bounded=True)
    return None


def _governed(line: Line, i: int, start: int) -> bool:
    """An «أن» that a word before it asks for («يجب أن»، «بعد أن»), not the reporting verb."""
    return i > start and line.ending(i, "modality", "boundary") is not None and not line.isa(i - 1, *LEADS.values())


def _before(line: Line, i: int, start: int) -> int:
    """The item after the speaker: the preposition and the comma before «أن» or a quotation left out."""
    while i > start and (line.items[i - 1].comma or line.isa(i - 1, *LEADS.values())):
        i -= 1
    return i


def _led(line: Line, start: int, limit: int, takes: list[str], source: Source | None) -> Marker | None:
    """A noun phrase that the verb's own preposition leads in further on («طالب أمام المجلس بوضع»)."""
    for i in range(start, limit):
        content = past_preposition(line, i, limit, takes)
        if content is not None:
            return Marker(_trimmed(line, i, start), content, source, bounded=source is None and i > start)
        if line.items[i].comma and i > start + _QUOTE_REACH:
            break
    return None


def _past_object(line: Line, cue: Found, reach: tuple[int, int], takes: list[str], grown: Grown) -> Marker | None:
    """«طالب (فلان) أنقرة بسحب»، «وصف (فلان) الخطوة بأنها»: the one spoken to or of stands before the content."""
    (start, limit), (source, end) = reach, grown
    if "blame" in takes:
        blamed = any(line.isa(i, "responsibility") for i in range(end, min(limit, end + _OBJECT_REACH)))
        return Marker(end, end, source) if blamed and source else None
    asked = _asked(line, end, limit) if source and cue.mention.id == "ask-for" else None
    if asked is not None:
        return _bare(line, asked, over_adjuncts(line, asked, limit), limit, source)
    second = grow_source(line, end, limit) if source else None
    led = _led(line, second[1] if second else end, min(limit, end + _OBJECT_REACH), takes, source)
    describes = cue.mention.features.get("class") == "describe" and not cue.mention.enclitic
    if describes or led is None:
        after = over_adjuncts(line, end, limit)
        bare = _bare(line, end, after, limit, source) if "np" in takes else None
        return bare or led or _searched(line, start, limit, takes)
    return led


def _asked(line: Line, at: int, limit: int) -> int | None:
    """The item after «من فلان» or «من جميع الأطراف» of a verb of asking."""
    if not line.isa(at, "from") or at + 1 >= limit:
        return None
    share = line.starting(at + 1, "share")
    grown = grow_source(line, share.last if share else at + 1, limit)
    return grown[1] if grown else None


def _bare(line: Line, end: int, after: int, limit: int, source: Source | None) -> Marker | None:
    """A noun phrase with nothing before it («أعلن التحالف انتهاء المهمة»)."""
    if after >= limit or not line.items[after].word or line.isa(after, "prepositions", "adjunct", "relative"):
        return None
    cue = line.starting(after, "cue")
    if cue is not None and cue.mention.features.get("class") == "citing":
        return None  # «أكدت الصحيفة نقلا عن مسؤول أن»
    if line.starting(after, "person", "rank", "title", "office", "courtesy"):
        return None
    joined = line.items[after].norm.startswith("و") and any(f.mention.proclitics == "و" for f in line.at(after))
    content = past_saying(line, after, limit)
    return None if joined and source is None else Marker(_trimmed(line, after, end), content, source)


def _own(line: Line, end: int, after: int, source: Source | None) -> Marker | None:
    """«وقال سنواصل العمل»: words in the first person, after words that nothing knows at most («قال هاربر نحن»)."""
    for i in range(after, min(after + 1 if source else after + _NAME_MAX, len(line.items))):
        if own_words(line, i, near=i == after):
            return Marker(_trimmed(line, i, end), i, source, bounded=source is None and i > end)
        if not line.items[i].word or line.at(i):
            return None
    return None
