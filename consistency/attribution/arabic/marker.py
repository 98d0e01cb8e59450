"""Where what is said begins after an Arabic reporting word: أن, a quotation, a preposition, or a bare noun phrase."""

from __future__ import annotations

from typing import NamedTuple

from consistency.attribution.arabic.source import grow_source
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source
from consistency.dictionary import is_dictionary_word

_LEADS = {"an": "about", "ila": "to", "ala": "upon", "min": "from", "fi": "in"}
_CLITICS = {"bi": "ب", "li": "ل"}
_SHORT_QUOTE = 4
_AHEAD = 40


class Marker(NamedTuple):
    """What was said begins at item ``content``; the words of the clause end at ``at``.

    ``bounded``: a word or mark leads it in, so that everything between verb and ``at`` can name the speaker.
    """

    at: int
    content: int
    bounded: bool
    source: Source | None = None


def find_marker(line: Line, cue: Found, start: int, limit: int) -> Marker | None:
    """The beginning of what a cue reports, looked for in the items ``[start, limit)``."""
    takes = cue.mention.features.get("takes", "").split()
    limit = min(limit, start + _AHEAD, _stop(line, start, limit))
    sure = _that_or_quote(line, cue, start, limit, takes)
    if sure is not None and not ("object" in takes and sure.content - start > 12):
        return sure
    if cue.mention.features.get("weak") == "yes" and not set(takes) & set(_CLITICS) | set(takes) & set(_LEADS):
        return None
    return _led(line, start, limit, takes) or (_bare(line, start, limit) if "np" in takes else None)


def _stop(line: Line, start: int, limit: int) -> int:
    """The first full stop inside the line."""
    return next((i for i in range(start, limit) if line.items[i].norm in (";", "؛", ".", "!", "؟", "?")), limit)


def _that_or_quote(line: Line, cue: Found, start: int, limit: int, takes: list[str]) -> Marker | None:
    quotable = "quote" in takes or "that" in takes
    for i in range(start, limit):
        item = line.items[i]
        if item.quote is not None and quotable and not _named(line, i, limit) and _leads_quote(line, i, start):
            return Marker(_before(line, i, start), i, bounded=True)
        if item.norm == ":" and i + 1 < len(line.items) and quotable:
            return Marker(i, i + 1, bounded=True)
        that = line.starting(i, "that") if "that" in takes else None
        if that and set(that.mention.proclitics) <= {"ب"} and not _governed_that(line, i, start):
            return Marker(_before(line, i, start), that.last, bounded=True)
        if line.starting(i, "narration") and i > start:
            return None
    return None


def _governed_that(line: Line, i: int, start: int) -> bool:
    """An «أن» that a word before it asks for («يجب أن»، «بعد أن»), not the reporting verb."""
    return (
        i > start
        and line.ending(i, "modality", "boundary") is not None
        and not line.isa(i - 1, "upon", "from", "to", "about", "in")
    )


def _named(line: Line, i: int, limit: int) -> bool:
    """A short quotation that is a name («تابعته "العين الإخبارية"، إن …»): something else that leads in comes soon."""
    quote = line.items[i].quote
    if quote is None or len(line.document.slice(quote.content).split()) > _SHORT_QUOTE:
        return False
    for k in range(i + 1, min(i + 10, limit)):
        if (
            line.starting(k, "that")
            or line.items[k].norm == ":"
            or (line.items[k].quote is not None and line.items[k - 1].norm in (":", "،", ","))
        ):
            return True
    return False


def _leads_quote(line: Line, i: int, start: int) -> bool:
    """Whether a quotation follows the speaker rather than standing inside a noun phrase of what he says."""
    return i == start or line.items[i - 1].comma or line.items[i - 1].norm == ":" or i - start <= 14


def _before(line: Line, i: int, start: int) -> int:
    """The item after the speaker: the preposition and the comma before «أن» or a quotation left out."""
    while i > start and (line.items[i - 1].comma or line.isa(i - 1, "to", "upon", "about", "from")):
        i -= 1
    return i


def _led(line: Line, start: int, limit: int, takes: list[str]) -> Marker | None:
    """A noun phrase that the verb's own preposition leads in («طالب بسحب»، «كشفت عن العمل»)."""
    for i in range(start, limit):
        for take in takes:
            if take in _LEADS and line.isa(i, _LEADS[take]) and i + 1 < limit and not _of_subject(line, i, start):
                that = line.starting(i + 1, "that")
                content = that.last if that else i + 1
                return Marker(i, content, bounded=i > start)
            if take in _CLITICS and _clitic(line, i, _CLITICS[take]) and not _of_name(line, i, start):
                return Marker(i, i, bounded=i > start)
        if line.items[i].comma and i > start + 8:
            break
    return None


def _of_subject(line: Line, i: int, start: int) -> bool:
    """«في» inside the speaker's title, «من» in «كل من»."""
    grown = grow_source(line, start, i + 2)
    return grown is not None and grown[1] > i


def _of_name(line: Line, i: int, start: int) -> bool:
    """A word with «ب» that still belongs to the speaker («مصدر أمني بمحافظة نينوى»)."""
    grown = grow_source(line, start, i + 1)
    return grown is not None and grown[1] > i


def _clitic(line: Line, i: int, letter: str) -> bool:
    """Whether a word begins with the preposition ``letter`` and not with a letter of its own."""
    item = line.items[i]
    if item.quote is not None or not item.norm.startswith(letter) or len(item.norm) < 4:
        return False
    known = [f.mention for f in line.at(i)]
    if any(letter in m.proclitics for m in known):
        return True
    if known:
        return False
    if item.norm.startswith(letter + "ال") or (letter == "ل" and item.norm.startswith("لل")):
        return True
    return is_dictionary_word(item.text[1:]) and not is_dictionary_word(item.text)


def _bare(line: Line, start: int, limit: int) -> Marker | None:
    """A noun phrase with nothing before it («أعلن التحالف انتهاء المهمة»)."""
    grown = grow_source(line, start, limit)
    at = grown[1] if grown else start
    at = _over_adjuncts(line, at, limit)
    if at >= limit or not line.items[at].word or line.isa(at, "prepositions", "adjunct", "relative"):
        return None
    if line.items[at].norm.startswith("و") and grown is None and any(f.mention.proclitics == "و" for f in line.at(at)):
        return None
    return Marker(grown[1] if grown else start, at, bounded=False, source=grown[0] if grown else None)


def _over_adjuncts(line: Line, at: int, limit: int) -> int:
    """The item after dates, adverbs and «في بيان» between speaker and content."""
    while at < limit:
        date = line.starting(at, "date", "adverb")
        if date:
            at = date.last
        elif line.items[at].comma:
            at += 1
        elif line.isa(at, "in", "adjunct") and line.starting(at + 1, "document", "media"):
            at = _past(line, at + 1, limit)
        else:
            break
    return at


def _past(line: Line, at: int, limit: int) -> int:
    """The end of an adjunct such as «في بيان صدر اليوم»: at its comma."""
    return next((i for i in range(at, limit) if line.items[i].comma), min(at + 1, limit))
