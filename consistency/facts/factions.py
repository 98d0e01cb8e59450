"""Armed groups that no pack lists: a noun for such a body with a name of its own («كتيبة درع الساحل», "the Moro front")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from consistency.facts.frames import Frames
from consistency.model import Document, Mention, Token
from consistency.rulepack.registry import FACTION
from consistency.slugs import slug

_PARTIES = ("force", "body", "government", "media", "institution")
_STOPS = frozenset(
    {"cue", "date", "number", "preposition", "boundary", "that", "negation", "pronoun", "adverb", "auxiliary", "modality"}
    | {"copula", "nationality", "person", "of", *_PARTIES}
)  # fmt: skip
"""What is no part of a name behind an Arabic noun."""
_INNER = ("of", "for", "the", "and")
_LONGEST = 4
_STATE = frozenset({"army", "forces", "party", "council", "group"})
"""Nouns that name a group only together with a name: "the army" is a state's."""
_ARTICLE = "ال"


def with_factions(document: Document, mentions: Sequence[Mention], frames: Frames) -> list[Mention]:
    """The mentions with one more of a force for each armed group that its words name, and for each noun that goes on with it."""
    nouns = [m for m in mentions if m.type == "faction"]
    if not nouns:
        return list(mentions)
    reader = _Names(document, mentions, frames)
    found: list[Mention] = []
    for noun in nouns:
        named = reader.named(noun) or _again(noun, found, reader)
        if named is not None and not any(n.first < named.last and named.first < n.last for n in found):
            found.append(named)
    return sorted([*mentions, *found], key=lambda m: (m.start, -m.end))


def _again(noun: Mention, found: Sequence[Mention], reader: _Names) -> Mention | None:
    """The group that a definite noun alone goes on with ("the front", «الكتيبة»): the last one that the noun belongs to."""
    before = next((m for m in reversed(found) if m.features["noun"] == noun.id), None)
    if before is None or noun.id in _STATE or not reader.definite(noun):
        return None
    return replace(noun, type="force", id=before.id, features=before.features)


class _Names:
    """Reads the names of groups in one document."""

    def __init__(self, document: Document, mentions: Sequence[Mention], frames: Frames) -> None:
        self._tokens, self._language = document.tokens, document.language
        self._frames = frames
        self._at: dict[int, list[Mention]] = {}
        for m in mentions:
            for i in range(m.first, m.last):
                self._at.setdefault(i, []).append(m)

    def named(self, noun: Mention) -> Mention | None:
        """The mention of the group that a noun names with the words beside it."""
        listed = any(m.type in _PARTIES and m.type != "institution" for m in self._at[noun.first])
        inner = any(m.type == "faction" and m.first == noun.last for m in self._at.get(noun.last, ()))
        if listed or inner or noun.enclitic:  # «فصائل الجبهة الجنوبية»: the group inside is the one that acts
            return None
        first, last = self._arabic(noun) if self._language == "ar" else self._english(noun)
        beside = (*self._tokens[first : noun.first], *self._tokens[noun.last : last])
        name = [t.norm.removeprefix(_ARTICLE) for t in beside if self._tells(t)]
        if not name:
            return None
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        start = noun.start if first == noun.first else start
        id_ = f"{FACTION}{slug(' '.join(name))}-{noun.id}"
        features: Mapping[str, str] = {"noun": noun.id}
        return Mention("force", id_, start, end, first, last, proclitics=noun.proclitics, features=features)

    def definite(self, noun: Mention) -> bool:
        """Whether a noun stands alone with the article."""
        if self._language == "ar":
            return noun.features.get("article") == "yes" or self._tokens[noun.first].norm.startswith(_ARTICLE)
        return noun.first > 0 and self._tokens[noun.first - 1].norm in self._frames.definite

    def _tells(self, token: Token) -> bool:
        return token.text[:1].isalpha() and token.norm not in _INNER

    # --- English: capitals before the noun, or behind "of" and "for" ---------------------------

    def _english(self, noun: Mention) -> tuple[int, int]:
        first = noun.first
        while first > 0 and noun.first - first < _LONGEST and self._is_name(first - 1):
            first -= 1
        last = noun.last
        if self._tokens[noun.first].text[:1].isupper():
            last = self._right(last)
        return first, last

    def _right(self, last: int) -> int:
        """The end of a name that goes on behind its noun ("Army of the North", "Front for Change")."""
        i = last
        while i < len(self._tokens) and self._tokens[i].norm in _INNER[: 2 if i == last else 4]:
            i += 1
        end = i
        while end > last and end < len(self._tokens) and self._is_name(end):
            end += 1
        return end if end > i > last else last

    def _is_name(self, i: int) -> bool:
        token = self._tokens[i]
        here = self._at.get(i, ())
        known = any(m.type in ("person", "date", "title", "rank", *_PARTIES[:-1]) for m in here)
        own = token.text[:1].isupper() and token.text.isalpha() and token.norm not in self._frames.articles
        return own and not known and not any(m.enclitic for m in here)

    # --- Arabic: what follows the noun ----------------------------------------------------------

    def _arabic(self, noun: Mention) -> tuple[int, int]:
        last = noun.last
        definite = self.definite(noun)
        while last - noun.last < _LONGEST and self._goes_on(noun, last, definite=definite):
            definite = definite or self._is_definite(last)
            last += 1
        return noun.first, last

    def _goes_on(self, noun: Mention, i: int, *, definite: bool) -> bool:
        """Whether a word belongs to the name: behind one with the article only one with the article."""
        if i >= len(self._tokens) or not self._tokens[i].text[:1].isalpha():
            return False
        here = [m for m in self._at.get(i, ()) if m.first == i]
        if any(m.type in _STOPS or "tense" in m.features or m.proclitics for m in here):
            return False
        if definite:
            return self._is_definite(i)
        before = self._at.get(i - 1, ())
        led_on = i == noun.last or any(m.type == "faction_part" for m in before)
        return led_on or self._is_definite(i)

    def _is_definite(self, i: int) -> bool:
        return self._tokens[i].norm.startswith(_ARTICLE)


def merged(ids: Iterable[str]) -> dict[str, str]:
    """The longer id that a short name of a batch means, if exactly one ("Moro front", "Moro Liberation Front")."""
    names = {i: i.removeprefix(FACTION).split("-") for i in sorted(set(ids)) if i.startswith(FACTION)}
    found = {}
    for short, words in names.items():
        whole = [i for i, w in names.items() if len(w) > len(words) and w[-1] == words[-1] and set(words) <= set(w)]
        if len(whole) == 1:
            found[short] = whole[0]
    return found
