"""Persons: names after a title, a rank or a given name, and the surnames alone that come back in the same text.

Nothing lists the persons: a name is told by what stands before it and by its words being no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from consistency.language.institutions import At
from consistency.model import Mention, Token

TITLES = ("title", "rank", "courtesy", "office")
_INNER = frozenset(
    {"body_word", "institution", "nationality", "place", "attribute", "government", "force", "body", "group",
     "component", "unit", "role", "topic", *TITLES}
)  # fmt: skip
_BEFORE_NAMES = (*TITLES, "nationality", "body", "force", "government", "institution", "attribute", "place")
_WE = frozenset({"1s", "1p", "2mp"})
_MINE = "ي"
_NAMES = frozenset({"given_name", "abbreviation"})
_LONGEST_NAME, _LONGEST_TITLE, _SHORTEST_SURNAME = 4, 16, 3


@dataclass(frozen=True)
class NameWords:
    """The small words of names and titles, folded: particles («بن»), compounds («عبد»), joints of titles («باسم»),
    suffixes that only end a name («زاده»), what no name begins with ("The"), nouns of bodies, which are no part of a
    person's ("Services Committee"), and the surnames of persons whom the packs list."""

    particles: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    nevers: frozenset[str] = frozenset()
    institutional: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


@dataclass
class NameFinder:
    """Finds the persons of one text; ``at`` gives its other mentions by their first token, ``starts`` the tokens
    that begin a paragraph, over which no name or title goes on.

    A language says what can be part of a name and of a title.
    """

    tokens: Sequence[Token]
    at: At
    words: NameWords
    starts: frozenset[int] = frozenset()

    def persons(self) -> list[Mention]:
        """Every person that is named, in text order."""
        found = sorted({*self._titled(), *self._given()}, key=lambda s: (s[0], -s[1]))
        known = [(m.first, m.last) for m in self.mentions if m.type == "person"]
        spans = [(a, z) for a, z in _apart(found) if not any(first <= a and z <= last for first, last in known)]
        taken = {i for first, last in (*spans, *known) for i in range(first, last)}
        surnames = {s for _, last in (*spans, *known) if len(s := self.bare(last - 1)) >= _SHORTEST_SURNAME}
        alone = [
            i
            for i in self.echoes(surnames)
            if i not in taken and (i not in self.blocked or self.stands_free(i)) and self.comes_back(i, surnames)
        ]
        alone += [i for i in self.speaking() if i not in (*taken, *alone, *self.blocked)]
        return [self._mention(*span, surnames) for span in sorted({*spans, *map(self._with_particle, alone)})]

    def _with_particle(self, i: int) -> tuple[int, int]:
        """The span of a surname that comes back, with the particle before it («لو دريان») or the part before its hyphen."""
        if i > 1 and self.hyphenated(i - 1):
            return i - 2, i + 1
        particle = i > 0 and i not in self.starts and self.tokens[i - 1].norm in self.words.particles
        return (i - 1, i + 1) if particle else (i, i + 1)

    def _mention(self, first: int, last: int, surnames: set[str]) -> Mention:
        clitic = self.clitic(first, surnames)
        start, end = self.tokens[first].start + len(clitic), self.tokens[last - 1].end
        return Mention("person", "", start, end - self.ending(last - 1), first, last, clitic)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The other mentions of the text."""
        return [m for row in self.at.values() for m in row]

    @cached_property
    def blocked(self) -> frozenset[int]:
        """The tokens that are other words, and so no part of a name; «ألمحنا» and «بقائي» (of «نحن», with «ي») are not meant."""
        mentions = (
            m
            for m in self.mentions
            if m.type not in _NAMES and m.features.get("person") not in _WE and m.enclitic != _MINE
        )
        return frozenset(i for m in mentions for i in range(m.first, m.last))

    @cached_property
    def after_titles(self) -> frozenset[int]:
        """The tokens right after a title, its nationality or body."""
        return frozenset(m.last for m in self.mentions if m.type in _BEFORE_NAMES)

    def _titled(self) -> Iterator[tuple[int, int]]:
        spans = (self._after(m) for m in self.mentions if m.type in TITLES)
        return (span for span in spans if span)

    def _after(self, title: Mention) -> tuple[int, int] | None:
        """The name that a title leads to, over the words that the title goes on with."""
        i, strong = title.last, title.type in ("rank", "courtesy")
        while i < min(len(self.tokens), title.last + _LONGEST_TITLE) and i not in self.starts:
            end = self._name(i, led=True, strong=strong)
            if end is not None:
                return i, end
            here = [m for m in self.at.get(i, ()) if m.type in _INNER]
            step = max(m.last for m in here) - i if here else self.goes_on(i)
            if not step:
                return None
            strong = any(m.type in ("rank", "courtesy") for m in here)
            i += step
        return None

    def _given(self) -> Iterator[tuple[int, int]]:
        """Full names that begin with a given name; a given name that is an everyday word needs a sure second one."""
        compounded = self.compounded()
        for first in sorted({*compounded, *(m.first for m in self.mentions if m.type == "given_name")}):
            given = next((m for m in self.at.get(first, ()) if m.type == "given_name"), None)
            if first in compounded and (end := self._name(first, led=True, strong=False)):
                yield first, end
            if given is None or first in self.blocked or (self.is_given(first - 1) and first - 1 not in self.blocked):
                continue
            end = self._name(first, led=False, strong=False)
            if end is not None and end - first >= 2 and (given.features.get("common") != "yes" or self.sure(first + 1)):
                yield first, end

    def _name(self, first: int, *, led: bool, strong: bool) -> int | None:
        """The end of the name that begins at ``first``; ``led``: by a title, ``strong``: by a rank."""
        if first >= len(self.tokens) or not self.begins(first, led=led, strong=strong):
            return None
        end, parts = first + 1, 1
        while end < len(self.tokens) and parts < _LONGEST_NAME and end not in self.starts:
            step = self.continues(end, second=led and end == first + 1)
            if not step:
                break
            end, parts = end + step, parts + 1
        return end

    def is_given(self, i: int) -> bool:
        """Whether a token is a given name."""
        return any(m.type == "given_name" for m in self.at.get(i, ()))

    def has(self, i: int, *types: str) -> bool:
        """Whether a mention of one of the types begins at a token."""
        return any(m.type in types for m in self.at.get(i, ()))

    # --- what a language says ---------------------------------------------------------

    def hyphenated(self, i: int) -> bool:
        """Whether a hyphen is glued between two parts of one name ("Jae-ho", «كرامب-كارينباور»)."""
        if self.tokens[i].norm != "-" or not 0 < i < len(self.tokens) - 1:
            return False
        before, hyphen, after = self.tokens[i - 1 : i + 2]
        return before.end == hyphen.start and hyphen.end == after.start and after.norm.isalpha()

    def compounded(self) -> frozenset[int]:
        """The tokens at which a given name of two words begins that nothing else announces."""
        return frozenset()

    def begins(self, i: int, *, led: bool, strong: bool) -> bool:
        """Whether a name can begin at a token."""
        raise NotImplementedError

    def continues(self, i: int, *, second: bool) -> int:
        """How many tokens at ``i`` go on with a name; 0 where it ends; ``second``: right after the first word behind a title."""
        raise NotImplementedError

    def goes_on(self, i: int) -> int:
        """How many tokens at ``i``, no mentions, go on with a title; 0 where it ends."""
        raise NotImplementedError

    def sure(self, i: int) -> bool:
        """Whether a token is surely a name."""
        raise NotImplementedError

    def bare(self, i: int) -> str:
        """A token's form by which it is known when it comes back."""
        raise NotImplementedError

    def stands_free(self, i: int) -> bool:
        """Whether a surname that is another word too can only be the surname at a token."""
        return False

    def echoes(self, surnames: set[str]) -> Iterable[int]:
        """The tokens that may be one of the surnames, at a cheap look, in order."""
        return range(len(self.tokens))

    def speaking(self) -> Iterable[int]:
        """The tokens where a listed surname stands alone as who speaks."""
        return ()

    def comes_back(self, i: int, surnames: set[str]) -> bool:
        """Whether a token is one of the surnames."""
        raise NotImplementedError

    def clitic(self, i: int, surnames: set[str]) -> str:
        """What is glued to the front of a name."""
        return ""

    def ending(self, i: int) -> int:
        """How many characters at the end of a token are no part of the name."""
        return 0


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without those that overlap an earlier one."""
    end = 0
    for first, last in spans:
        if first >= end:
            end = last
            yield first, last
