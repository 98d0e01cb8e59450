"""Persons: names after a title, a rank or a given name, and the surnames alone that come back in the same text.

Nothing lists the persons: a name is told by what stands before it and by its words being no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.language.institutions import At
from consistency.dictionary import is_dictionary_word
from consistency.model import Language, Mention, Token
from consistency.orthography import is_arabic

_TITLED = ("title", "rank", "courtesy", "office")
_TITLE_PARTS = frozenset(
    {
        "body_word",
        "institution",
        "nationality",
        "place",
        "attribute",
        "government",
        "force",
        "body",
        "group",
        "component",
        "unit",
        "role",
        "topic",
    }
)
_NAME_PARTS = frozenset({"given_name", "abbreviation"})
_LONGEST_NAME, _LONGEST_TITLE = 4, 16
_CLITICS = "وفبلك"


@dataclass(frozen=True)
class NameWords:
    """The small words of names and titles, folded: particles («بن»), compounds («عبد»), joints of titles («باسم»)."""

    particles: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()


@dataclass
class NameFinder:
    """Finds the persons of one text; ``at`` gives its other mentions by their first token."""

    tokens: Sequence[Token]
    at: At
    language: Language
    words: NameWords
    _blocked: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._blocked = {
            i for ms in self.at.values() for m in ms if m.type not in _NAME_PARTS for i in range(m.first, m.last)
        }

    def persons(self) -> list[Mention]:
        """Every person that is named, in text order."""
        spans = list(_apart(sorted({*self._titled(), *self._given()}, key=lambda s: (s[0], -s[1]))))
        known = [(m.first, m.last) for ms in self.at.values() for m in ms if m.type == "person"]
        taken = {i for first, last in (*spans, *known) for i in range(first, last)}
        alone = self._alone({self._bare(last - 1) for _, last in (*spans, *known)}, taken)
        return [self._mention(first, last) for first, last in sorted([*spans, *alone])]

    def _mention(self, first: int, last: int) -> Mention:
        head, tail = self.tokens[first], self.tokens[last - 1]
        clitic = self._clitic(first)
        end = tail.end - 2 if tail.norm.endswith("'s") else tail.end
        return Mention("person", "", head.start + len(clitic), end, first, last, clitic)

    def _clitic(self, i: int) -> str:
        """A conjunction or preposition glued to a name that stands without it elsewhere («لأوباما»)."""
        norm = self.tokens[i].norm
        if self.language == "en" or any(m.type == "given_name" and not m.proclitics for m in self.at.get(i, ())):
            return ""
        return norm[0] if norm[0] in _CLITICS and norm[1:] in self._bares else ""

    @property
    def _bares(self) -> frozenset[str]:
        return self._surnames

    _surnames: frozenset[str] = frozenset()

    # --- names after titles -----------------------------------------------------------

    def _titled(self) -> Iterator[tuple[int, int]]:
        """The names that titles, ranks and courtesies lead to."""
        for first in sorted(self.at):
            for m in self.at[first]:
                if m.type in _TITLED and not m.enclitic:
                    span = self._after(m)
                    if span:
                        yield span

    def _after(self, title: Mention) -> tuple[int, int] | None:
        i = title.last
        while i < min(len(self.tokens), title.last + _LONGEST_TITLE):
            end = self._name(i, led=True)
            if end is not None:
                return i, end
            step = self._inside_title(i)
            if not step:
                return None
            i += step
        return None

    def _inside_title(self, i: int) -> int:
        """How many tokens at ``i`` go on with a title; 0 where it ends."""
        token, here = self.tokens[i], self.at.get(i, ())
        inner = [m for m in here if m.type in _TITLE_PARTS or m.type in _TITLED]
        if inner:
            return max(m.last for m in inner) - i
        if token.norm in ("،", ","):
            return int(self._name(i + 1, led=True) is not None or self._starts_title(i + 1))
        if self.language == "en":
            return int(token.norm in self.words.joints or (token.text[:1].isupper() and i not in self._blocked))
        joint = token.norm in self.words.joints or token.norm.removeprefix("و") in self.words.joints
        return int(
            joint or (_definite(token.norm) and not any(m.type in ("cue", "boundary", "date", "weekday") for m in here))
        )

    def _starts_title(self, i: int) -> bool:
        return any(m.type in ("rank", "courtesy") for m in self.at.get(i, ()))

    # --- names by themselves ----------------------------------------------------------

    def _given(self) -> Iterator[tuple[int, int]]:
        """Full names that begin with a given name."""
        for first in sorted(self.at):
            for m in self.at[first]:
                if m.type == "given_name" and first not in self._blocked and not self._part_of_name(first):
                    end = self._name(first, led=False)
                    if (
                        end is not None
                        and end - first >= 2
                        and (m.features.get("common") != "yes" or self._sure(first + 1))
                    ):
                        yield first, end

    def _part_of_name(self, i: int) -> bool:
        return i > 0 and self._is_given(i - 1) and i - 1 not in self._blocked

    def _sure(self, i: int) -> bool:
        return self._is_given(i) or (i < len(self.tokens) and not self._ordinary(i))

    def _is_given(self, i: int) -> bool:
        return any(m.type == "given_name" for m in self.at.get(i, ()))

    def _ordinary(self, i: int) -> bool:
        return is_dictionary_word(self.tokens[i].text)

    # --- the words of a name ----------------------------------------------------------

    def _name(self, first: int, *, led: bool) -> int | None:
        """The end of the name that begins at ``first``; ``led``: a title stands before it."""
        if first >= len(self.tokens) or not self._first_part(first, led=led):
            return None
        end, parts = first + 1, 1
        while end < len(self.tokens) and parts < _LONGEST_NAME:
            step = self._next_part(end, first)
            if not step:
                break
            end, parts = end + step, parts + 1
        return end

    def _first_part(self, i: int, *, led: bool) -> bool:
        token = self.tokens[i]
        if i in self._blocked and not self._is_given(i):
            return False
        if self.language == "en":
            return token.text[:1].isupper() and token.norm.isalpha() and (led or self._is_given(i))
        if token.norm in self.words.compounds:
            return True
        if not is_arabic(token.norm) or len(token.norm) < 3 or _definite(token.norm):
            return False
        return self._is_given(i) or (led and not self._ordinary(i))

    def _next_part(self, i: int, first: int) -> int:
        """How many tokens at ``i`` go on with a name; 0 where it ends."""
        token = self.tokens[i]
        if self.language == "en":
            if (
                token.norm == "."
                and len(self.tokens[i - 1].text) == 1
                and i + 1 < len(self.tokens)
                and self.tokens[i + 1].text[:1].isupper()
            ):
                return 2
            return int(
                (token.text[:1].isupper() or token.norm in self.words.particles)
                and i not in self._blocked
                and token.norm[:1].isalpha()
            )
        if token.norm in self.words.particles or token.norm in self.words.compounds:
            return 2 if i + 1 < len(self.tokens) and is_arabic(self.tokens[i + 1].norm) else 0
        if not is_arabic(token.norm) or len(token.norm) < 2:
            return 0
        if self.tokens[i - 1].norm in self.words.compounds:
            return 1
        if i in self._blocked and not self._is_given(i):
            return 0
        if token.norm.startswith("و") and any(m.proclitics for m in self.at.get(i, ())):
            return 0
        return int(
            self._is_given(i) or not self._ordinary(i) or (_definite(token.norm) and not token.norm.endswith("يه"))
        )

    # --- surnames that come back ------------------------------------------------------

    def _bare(self, i: int) -> str:
        return self.tokens[i].norm.removesuffix("'s").removeprefix("ال")

    def _alone(self, surnames: set[str], taken: set[int]) -> Iterator[tuple[int, int]]:
        surnames = {s for s in surnames if len(s) >= 3}
        self._surnames = frozenset(surnames | {"ال" + s for s in surnames})
        if not surnames:
            return
        for i, token in enumerate(self.tokens):
            if i in taken or i in self._blocked:
                continue
            if self.language == "en":
                if token.text[:1].isupper() and self._bare(i) in surnames:
                    yield i, i + 1
            elif self._bare(i) in surnames or (token.norm[:1] in _CLITICS and token.norm[1:] in self._surnames):
                yield i, i + 1


def _definite(norm: str) -> bool:
    """Whether an Arabic word carries the article, clitics before it left out."""
    return norm.startswith("ال") or (norm[:1] in "وبفك" and norm[1:3] == "ال") or norm.startswith(("لل", "ولل"))


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without those that overlap an earlier one."""
    end = 0
    for first, last in spans:
        if first >= end:
            end = last
            yield first, last
