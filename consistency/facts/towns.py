"""Towns and villages that no pack lists, by a noun or preposition («بلدة الخيام», «في ورشفانة», "the Dahyan market")."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.dictionary import is_word_form
from consistency.model import Document, Fact, Mention, Token
from consistency.rulepack import Registry
from consistency.slugs import slug

_FREE = frozenset({"given_name", "attribute", "namesake", "faction_part"})
"""What a word may be known as and yet be the name of a place."""
_HAPPENS = frozenset({"state", "incident", "event"})
_DASHES = ("-", "–", "—", "/")
_SHORTEST, _BEFORE = 3, 2
_NO_NAMES = re.compile(r"^(?:ت|ي)|(?:ة|ه|ي|ية)$")
"""How verbs begin and adjectives end that may follow a noun («بلدة تقع», «قرية صغيرة»)."""


def town_names(documents: Iterable[Document]) -> frozenset[str]:
    """The folded names that texts give to towns by a noun for one, each a single word."""
    return frozenset(name for document in documents for name in _named(document))


def town_homes(documents: Iterable[Document], countries: Container[str]) -> Mapping[str, str]:
    """The one country that the words beside such names give each of them («جزيرة جولو الفيليبينية»), by the town's id."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for town in _told(document):
            near = (m.id for m in document.mentions if _beside(m, town, document.language))
            found.setdefault(town.id, set()).update(c for c in near if c in countries)
    return {town: min(homes) for town, homes in found.items() if len(homes) == 1}


def at_home(facts: Sequence[Fact], homes: Mapping[str, str], registry: Registry) -> list[Fact]:
    """The facts with a town that no pack lists as a part of its country: of the one that ``homes`` gives it, else of the only
    one where the same thing is said to happen; a town of which neither is known stays as it is.
    """
    events: dict[str | None, set[str]] = {}
    for fact in facts:
        events.setdefault(fact.event, set()).update(filter(None, [registry.country(fact.place)]))
    return [_at_home(fact, homes, events[fact.event]) if _homeless(fact.place, registry) else fact for fact in facts]


def _homeless(place: str | None, registry: Registry) -> bool:
    return place is not None and place not in registry and registry.country(place) is None


def _at_home(fact: Fact, homes: Mapping[str, str], named: Collection[str]) -> Fact:
    town = str(fact.place)
    home = homes.get(town) or (min(named) if len(named) == 1 else None)
    return fact if home is None else replace(fact, place=f"{home}.{town.partition('.')[2]}")


def with_towns(document: Document, mentions: Sequence[Mention], names: Collection[str]) -> list[Mention]:
    """The mentions with one more of a place for each name of a town that nothing else explains; ``names`` are known to be."""
    read = _arabic if document.language == "ar" else _english
    found = list(read(document, mentions, names))
    return sorted([*mentions, *found], key=lambda m: (m.start, -m.end)) if found else list(mentions)


def _named(document: Document) -> Iterator[str]:
    single = (m for m in _told(document) if "-" not in m.id)
    yield from (
        document.tokens[m.last - 1].norm if document.language == "ar" else m.id.removeprefix("place.") for m in single
    )


def _told(document: Document) -> Iterator[Mention]:
    """The towns of a document that a noun for one names."""
    tokens, mentions = document.tokens, document.mentions
    if not any(m.type == "settlement" for m in mentions):
        return
    if document.language == "en":
        yield from _english(document, mentions, ())
        return
    taken, nouns = _taken(mentions), sorted(_behind_nouns(document, mentions))
    yield from (_place(tokens, i, i - 1) for i in nouns if _may_follow(tokens, i, taken))


def _beside(m: Mention, town: Mention, language: str) -> bool:
    """Whether an adjective or name of a country goes with a town: behind it, in English before it too."""
    adjective = m.type == "nationality" and not m.proclitics
    before = language == "en" and adjective and town.first - _BEFORE <= m.first < town.first
    named = m.type == "place" and not m.proclitics and town.last < m.first <= town.last + 1
    return before or (language == "ar" and adjective and m.first == town.last) or named


def _taken(mentions: Sequence[Mention]) -> set[int]:
    return {i for m in mentions if m.type not in _FREE for i in range(m.first, m.last)}


def _behind_nouns(document: Document, mentions: Sequence[Mention]) -> set[int]:
    """The tokens right behind an Arabic noun for a place that stands in the genitive with its name."""
    nouns = (m for m in mentions if m.type == "settlement" and not m.enclitic)
    return {m.last for m in nouns if not document.tokens[m.first].norm.startswith("ال")}


# --- Arabic ------------------------------------------------------------------------------------


def _arabic(document: Document, mentions: Sequence[Mention], names: Collection[str]) -> Iterator[Mention]:
    tokens, taken = document.tokens, _taken(mentions)
    nouns = _behind_nouns(document, mentions)
    leads = {m.last for m in mentions if m.type == "preposition" and m.id == "at"}
    happens = {m.last for m in mentions if m.type in _HAPPENS}
    known = {*names, *_dateline(document, taken)}
    for i, token in enumerate(tokens):
        if i in taken or len(token.norm) < _SHORTEST or not token.text.isalpha():
            continue
        if (i in nouns and _may_follow(tokens, i, taken)) or (i in leads and _is_name(token.norm, known)):
            yield _place(tokens, i, i - 1 if i in nouns else i)
        elif token.norm in names or (i in happens and token.norm in known):
            yield _place(tokens, i, i)
        elif token.norm[:1] == "ب" and token.norm[1:] in known:
            yield Mention(
                "place", f"place.{slug(token.norm[1:])}", token.start + 1, token.end, i, i + 1, proclitics="ب"
            )


def _may_follow(tokens: Sequence[Token], i: int, taken: set[int]) -> bool:
    """Whether the word behind a noun for a place is its name."""
    if i >= len(tokens) or i in taken or not tokens[i].text.isalpha() or len(tokens[i].norm) < _SHORTEST:
        return False
    return not is_word_form(tokens[i].norm) or not _NO_NAMES.search(tokens[i].text)


def _is_name(word: str, known: set[str]) -> bool:
    return word in known or (len(word) >= _SHORTEST + 1 and not word.startswith("ال") and not is_word_form(word))


def _dateline(document: Document, taken: set[int]) -> set[str]:
    """The word with which the text of an article begins before a dash."""
    tokens = document.tokens
    starts = {start for start, _ in document.paragraphs[:2]}
    heads = [i for i, t in enumerate(tokens[:-1]) if t.start in starts]
    return {tokens[i].norm for i in heads if i not in taken and tokens[i + 1].text in _DASHES}


def _place(tokens: Sequence[Token], i: int, first: int) -> Mention:
    return Mention("place", f"place.{slug(tokens[i].norm)}", tokens[first].start, tokens[i].end, first, i + 1)


# --- English -----------------------------------------------------------------------------------


def _english(document: Document, mentions: Sequence[Mention], names: Collection[str]) -> Iterator[Mention]:
    """ "the Dahyan market", "the Somali town of Garsila", and a name by itself that is known to be one."""
    tokens, taken = document.tokens, _taken(mentions)
    of = {m.first for m in mentions if m.type == "of"}
    for m in mentions:
        if m.type == "settlement":
            first, last = _capitals(tokens, m.first, taken, -1)
            if m.last in of and last == first:
                first, last = _capitals(tokens, m.last + 1, taken, 1)
            if last > first:
                name = slug(" ".join(t.text for t in tokens[first:last]))
                begin, end = min(first, m.first), max(last, m.last)
                taken |= {*range(begin, end)}
                yield Mention("place", f"place.{name}", tokens[begin].start, tokens[end - 1].end, begin, end)
    for i, token in enumerate(tokens):
        if i not in taken and token.norm in names and token.text.istitle():
            yield Mention("place", f"place.{token.norm}", token.start, token.end, i, i + 1)


def _capitals(tokens: Sequence[Token], at: int, taken: set[int], way: int) -> tuple[int, int]:
    """The capitalised words right before (-1) or from (1) a token that nothing else explains."""
    i = at if way > 0 else at - 1
    while 0 <= i < len(tokens) and i not in taken and _is_capital(tokens[i]):
        i += way
    return (at, i) if way > 0 else (i + 1, at)


def _is_capital(token: Token) -> bool:
    return token.text.istitle() and token.text.isalpha() and token.norm != "the"
