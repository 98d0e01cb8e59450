"""What stands between an Arabic reporting verb, its speaker and what was said: days, addressees, «في بيان صدر اليوم»."""

from __future__ import annotations

from consistency.attribution.arabic.leads import is_quoted_name, past_that
from consistency.attribution.arabic.phrase import has_article, is_name
from consistency.attribution.arabic.source import to_somebody
from consistency.attribution.line import Line
from consistency.dictionary import is_dictionary_word

_WILL_WE, _OURS, _ME, _OWN_SHORTEST = "سن", "نا", "ني", 4
_NISBA = ("ي", "يه")
_PLACES = ("document", "media", "place", "source", "body", "date")


def over_adjuncts(line: Line, at: int, limit: int) -> int:
    """The item after dates, adverbs and adjuncts such as «في بيان صدر اليوم،» between a speaker and what he says."""
    while at < limit:
        adverb = line.starting(at, "date", "adverb", "linker")
        if adverb and not line.isa(at, "adjunct"):
            at = adverb.last
        elif line.items[at].comma or _only_says(line, at) or line.isa(at, "adverbs"):
            at += 1
        elif line.items[at].norm == "(" and (dated := line.starting(at + 1, "date")) and dated.last < limit:
            at = dated.last + 1
        elif at + 1 < limit and (line.isa(at, "manners") or (line.items[at].norm == "ل" and line.items[at + 1].quote)):
            at += 2
        elif _opens(line, at):
            at = _end(line, at + 1 - to_somebody(line, at), limit)
        else:
            break
    return at


def own_words(line: Line, i: int, *, near: bool = False) -> bool:
    """Whether a word is in the first person, which needs nothing to lead it in («سنواصل»، «قواتنا»، «نحن»).

    ``near`` says that it stands right after the verb, where «انتابني» is meant too.
    """
    if i >= len(line.items) or not line.items[i].word:
        return False
    norm = line.items[i].norm
    if line.isa(i, "first_person"):
        return True
    if near and norm.endswith(_ME) and len(norm) > _OWN_SHORTEST and not has_article(norm):
        return True
    ours = norm.endswith(_OURS) and not is_dictionary_word(norm[:-1])  # «علناً» is not «علـ-نا»
    if len(norm) < _OWN_SHORTEST or not (ours or norm.startswith(_WILL_WE)):
        return False
    return not line.starting(i, "person", "place", "media", "body")


def _only_says(line: Line, at: int) -> bool:
    """«قائلاً» after another verb of saying."""
    said = line.starting(at, "cue")
    return said is not None and said.mention.id == "say" and said.mention.features.get("pos") == "adjective"


def _opens(line: Line, at: int) -> bool:
    """Whether an adjunct begins at an item."""
    source = line.starting(at, "cue")
    if source and source.mention.features.get("pos") == "preposition":
        return at > 0 and line.items[at - 1].comma  # «، وفقا للبيان،»
    if line.isa(at, "published"):
        return at > 0 and (line.items[at - 1].comma or line.ending(at, "document", "source") is not None)
    if line.isa(at, "adjunct") or (line.isa(at, "upon") and line.isa(at + 1, "margin")) or to_somebody(line, at):
        return True
    return line.isa(at, "in", "from", "to", "about") and line.starting(at + 1, *_PLACES) is not None


def _end(line: Line, at: int, limit: int) -> int:
    """Where an adjunct ends: at its comma, where something leads in what was said, or after its noun («في تغريدة له»)."""
    for i in range(at, limit):
        if (line.items[i].comma and i + 1 < limit) or line.items[i].norm == ":" or past_that(line, i) is not None:
            return i
        place = (
            is_name(line, i) and line.isa(i - 1, "in", "upon", "received") and i + 1 < limit and line.items[i + 1].comma
        )
        if line.items[i].quote is not None and not place and not is_quoted_name(line, i, limit):
            return i
        if i > at and own_words(line, i):
            return i
    return _past_noun(line, at, limit)


def _past_noun(line: Line, at: int, limit: int) -> int:
    """The item after the noun of an adjunct and what completes it («خلال الاتصال الهاتفي»، «في تغريدة له»)."""
    noun = line.starting(at, *_PLACES)
    at = noun.last if noun else at + 1
    while at < limit and line.items[at].word:
        named = line.starting(at, "place", "person", "nationality", "media")
        plain = not line.at(at) and (has_article(line.items[at].norm) or line.items[at].norm.endswith(_NISBA))
        if not (named or plain or line.isa(at, "him")):
            break
        at = named.last if named else at + 1
    return min(at, limit)
