"""Where what is said begins after an Arabic reporting word: أن, a quotation, a preposition, or a bare noun phrase."""

from __future__ import annotations

from typing import NamedTuple

from consistency.attribution.arabic.source import grow_source, to_somebody
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source
from consistency.dictionary import is_word_form

_LEADS = {"an": "about", "ila": "to", "ala": "upon", "min": "from", "fi": "in"}
_CLITICS = {"bi": "ب", "li": "ل"}
_STOPS = frozenset({";", "؛", ".", "!", "؟", "?"})
_SHORT_QUOTE, _NAME_AHEAD = 4, 10
_OWN_STARTS, _OWN_ENDS, _OWN_SHORTEST = ("سن",), ("نا", "ني"), 3
_AHEAD, _QUOTE_REACH, _OBJECT_REACH, _NAME_MAX = 45, 14, 12, 5


class Marker(NamedTuple):
    """What was said begins at item ``content``; the words of the clause end at ``at``.

    ``source`` is the speaker right after the verb; ``bounded`` says that everything between the verb and ``at`` can
    name him, because a word or mark leads in what follows.
    """

    at: int
    content: int
    source: Source | None = None
    bounded: bool = False


def find_marker(line: Line, cue: Found, start: int, limit: int) -> Marker | None:
    """The beginning of what a cue reports, looked for in the items ``[start, limit)``."""
    features = cue.mention.features
    takes = features.get("takes", "").split()
    limit = min(limit, start + _AHEAD, _stop(line, start, limit))
    grown = grow_source(line, start, limit)
    source, end = grown if grown else (None, start)
    if features.get("object") == "only":
        source = None
    after = over_adjuncts(line, end, limit)
    here = _at(line, after, limit, takes)
    if here is not None:
        return Marker(_trimmed(line, after, start), here, source, bounded=source is None)
    if "object" in takes:
        return _past_object(line, cue, start, limit, takes, (source, end))
    bare = None
    if "np" in takes and (source or features.get("weak") != "yes") and not _names_on(line, start, limit, grown):
        bare = _bare(line, end, after, limit, source)
    found = bare or _searched(line, start, limit, takes) or _led(line, after, limit, takes, source)
    return found or (_own_words(line, end, after, source) if features.get("class") == "speech" else None)


def _stop(line: Line, start: int, limit: int) -> int:
    """The first full stop inside the line."""
    return next((i for i in range(start, limit) if line.items[i].norm in _STOPS), limit)


# --- what leads in ------------------------------------------------------------------------


def _at(line: Line, i: int, limit: int, takes: list[str]) -> int | None:
    """The item at which the content begins when item ``i`` leads it in."""
    if i >= limit:
        return None
    item = line.items[i]
    if item.quote is not None:
        return i if _quotable(takes) and not _is_name(line, i, limit) else None
    if item.norm == ":":
        return i + 1 if _quotable(takes) and i + 1 < len(line.items) else None
    if "that" in takes and (that := _that(line, i)):
        return that.last
    return _after_lead(line, i, limit, takes)


def _quotable(takes: list[str]) -> bool:
    return "quote" in takes or "that" in takes


def _that(line: Line, i: int) -> Found | None:
    """An «أن» of the reporting verb's own: led in by nothing but «ب»."""
    that = line.starting(i, "that")
    return that if that and set(that.mention.proclitics) <= {"ب"} else None


def _after_lead(line: Line, i: int, limit: int, takes: list[str]) -> int | None:
    """The item after the verb's own preposition (and its «أن»), or the word that carries it as a clitic."""
    for take in takes:
        if take in _LEADS and line.isa(i, _LEADS[take]) and i + 1 < limit:
            that = line.starting(i + 1, "that")
            return that.last if that else _past_saying(line, i + 1, limit)
        if take in _CLITICS and _has_clitic(line, i, _CLITICS[take]):
            return _past_saying(line, i, limit)
    return None


def _past_saying(line: Line, i: int, limit: int) -> int:
    """The content after a noun of saying («عن أمله بأن»، «بالقول إن»، «رفضه لأي»), or the item itself."""
    saying = line.starting(i, "saying")
    if saying is None or saying.last >= limit:
        return i
    at = saying.last
    that = _that(line, at)
    if that:
        return that.last
    if line.items[at].quote is not None or line.items[at].norm == ":":
        return at if line.items[at].quote is not None else at + 1
    if line.isa(at, *_LEADS.values()) and at + 1 < limit:
        that = _that(line, at + 1)
        return that.last if that else at + 1
    return at if saying.mention.enclitic else i


def _has_clitic(line: Line, i: int, letter: str) -> bool:
    """Whether a word begins with the preposition ``letter`` and not with a letter of its own."""
    item = line.items[i]
    if item.quote is not None or not item.norm.startswith(letter) or len(item.norm) < 4 or line.isa(i, "adverbial"):
        return False
    known = [f.mention for f in line.at(i) if f.mention.type != "given_name"]
    if known:
        return any(letter in m.proclitics for m in known)
    if item.norm.startswith((letter + "ال", "لل")):
        return True
    return len(item.text) > 4 and is_word_form(item.text[1:])


def _is_name(line: Line, i: int, limit: int) -> bool:
    """A short quotation that is a name («تابعته "العين الإخبارية"، إن …»): something else that leads in comes soon."""
    quote = line.items[i].quote
    if quote is None or len(line.document.slice(quote.content).split()) > _SHORT_QUOTE:
        return False
    return any(
        line.starting(k, "that") is not None
        or line.items[k].norm == ":"
        or (line.items[k].quote is not None and line.items[k - 1].norm in (":", "،", ","))
        for k in range(i + 1, min(i + _NAME_AHEAD, limit))
    )


# --- over what stands between --------------------------------------------------------------


def over_adjuncts(line: Line, at: int, limit: int) -> int:
    """The item after dates, adverbs and adjuncts such as «في بيان صدر اليوم،» between a speaker and what he says."""
    while at < limit:
        adverb = line.starting(at, "date", "adverb", "linker")
        if adverb:
            at = adverb.last
        elif line.items[at].comma or _only_says(line, at):
            at += 1
        elif _opens_adjunct(line, at):
            at = _end_of_adjunct(line, at + 1, limit)
        else:
            break
    return at


def _only_says(line: Line, at: int) -> bool:
    """«قائلاً» after another verb of saying."""
    said = line.starting(at, "cue")
    return said is not None and said.mention.id == "say" and said.mention.features.get("pos") == "adjective"


def led_by(line: Line, at: int) -> bool:
    """Whether a clause leads in an item («أن قال»)."""
    return line.ending(at, "that", "narration") is not None


def _opens_adjunct(line: Line, at: int) -> bool:
    if line.isa(at, "adjunct") or (line.isa(at, "upon") and line.isa(at + 1, "margin")):
        return True
    if to_somebody(line, at):
        return True
    if line.isa(at, "in", "from", "to", "about"):
        return line.starting(at + 1, "document", "media", "place", "source", "body", "date") is not None
    return False


def _end_of_adjunct(line: Line, at: int, limit: int) -> int:
    """Where an adjunct ends: at its comma, or where something leads in what was said."""
    for i in range(at, limit):
        if line.items[i].comma or line.items[i].norm == ":" or _that(line, i):
            return i
        if line.items[i].quote is not None and not _is_name(line, i, limit):
            return i
    return at


def _trimmed(line: Line, i: int, start: int) -> int:
    while i > start and line.items[i - 1].comma:
        i -= 1
    return i


# --- the ways in --------------------------------------------------------------------------


def _names_on(line: Line, start: int, limit: int, grown: tuple[Source, int] | None) -> bool:
    """Whether words that nothing knows, up to an «أن» soon, still name the speaker («أكد سامي شورش أن»)."""
    at = grown[1] if grown else start
    that = next(
        (i for i in range(at, min(limit, at + _NAME_MAX + 1)) if _that(line, i) or line.items[i].norm == ":"), None
    )
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
            if (
                _quotable(takes)
                and not _is_name(line, i, limit)
                and (line.items[i - 1].comma or i - start <= _QUOTE_REACH)
            ):
                return Marker(_before(line, i, start), i, bounded=True)
        elif item.norm == ":" and _quotable(takes) and i + 1 < len(line.items):
            return Marker(i, i + 1, bounded=True)
        elif "that" in takes and (that := _that(line, i)) and not _governed(line, i, start):
            return Marker(_before(line, i, start), that.last, bounded=True)
    return None


def _governed(line: Line, i: int, start: int) -> bool:
    """An «أن» that a word before it asks for («يجب أن»، «بعد أن»), not the reporting verb."""
    return i > start and line.ending(i, "modality", "boundary") is not None and not line.isa(i - 1, *_LEADS.values())


def _before(line: Line, i: int, start: int) -> int:
    """The item after the speaker: the preposition and the comma before «أن» or a quotation left out."""
    while i > start and (line.items[i - 1].comma or line.isa(i - 1, *_LEADS.values())):
        i -= 1
    return i


def _led(line: Line, start: int, limit: int, takes: list[str], source: Source | None) -> Marker | None:
    """A noun phrase that the verb's own preposition leads in further on («طالب أمام المجلس بوضع»)."""
    for i in range(start, limit):
        content = _after_lead(line, i, limit, takes)
        if content is not None:
            return Marker(_trimmed(line, i, start), content, source, bounded=source is None and i > start)
        if line.items[i].comma and i > start + _QUOTE_REACH:
            break
    return None


def _past_object(
    line: Line, cue: Found, start: int, limit: int, takes: list[str], grown: tuple[Source | None, int]
) -> Marker | None:
    """«طالب (فلان) أنقرة بسحب»، «وصف (فلان) الخطوة بأنها»: the one spoken to or of stands before the content."""
    source, end = grown
    second = grow_source(line, end, limit) if source else None
    led = _led(line, second[1] if second else end, min(limit, end + _OBJECT_REACH), takes, source)
    if cue.mention.features.get("class") == "describe" or led is None:
        after = over_adjuncts(line, end, limit)
        bare = _bare(line, end, after, limit, source) if "np" in takes else None
        return bare or led or _searched(line, start, limit, takes)
    return led


def _bare(line: Line, end: int, after: int, limit: int, source: Source | None) -> Marker | None:
    """A noun phrase with nothing before it («أعلن التحالف انتهاء المهمة»)."""
    if after >= limit or not line.items[after].word or line.isa(after, "prepositions", "adjunct", "relative"):
        return None
    if line.starting(after, "person", "rank", "title", "office", "courtesy"):
        return None
    joined = line.items[after].norm.startswith("و") and any(f.mention.proclitics == "و" for f in line.at(after))
    content = _past_saying(line, after, limit)
    return None if joined and source is None else Marker(_trimmed(line, after, end), content, source)


def _own_words(line: Line, end: int, after: int, source: Source | None) -> Marker | None:
    """«وقال سنواصل العمل»: words in the first person, which need nothing to lead them in."""
    if after >= len(line.items) or not line.items[after].word:
        return None
    norm = line.items[after].norm
    own = norm.startswith(_OWN_STARTS) or norm.endswith(_OWN_ENDS) or line.isa(after, "first_person")
    return Marker(_trimmed(line, after, end), after, source) if own and len(norm) > _OWN_SHORTEST else None
