"""What names and titles are made of in Arabic."""

from __future__ import annotations

from consistency.dictionary import is_dictionary_word
from consistency.language.persons import NameFinder
from consistency.orthography import is_arabic

_CLITICS = "وفبلك"
_SHORTEST = 3
_ENDS = ("cue", "that", "boundary", "date", "preposition", "negation", "linker", "adverb")


class ArabicNames(NameFinder):
    """Arabic: a name's words are no dictionary words, unless they are given names, compounds or carry the article."""

    def begins(self, i: int, *, led: bool, strong: bool) -> bool:
        norm = self.tokens[i].norm
        if self.is_given(i):
            return True
        if i in self.blocked or not is_arabic(norm) or len(norm) < _SHORTEST or _definite(norm):
            return norm in self.words.compounds and is_arabic(norm)
        if not self._ordinary(i):
            return led
        return strong and i + 1 < len(self.tokens) and i + 1 not in self.blocked and self.sure(i + 1)

    def continues(self, i: int) -> int:
        norm = self.tokens[i].norm
        if norm in self.words.particles or norm in self.words.compounds:
            return 2 if i + 1 < len(self.tokens) and is_arabic(self.tokens[i + 1].norm) else 0
        if norm in self.words.suffixes:
            return 1
        if not is_arabic(norm) or len(norm) < 2:
            return 0
        if self.tokens[i - 1].norm in self.words.compounds:
            return 1
        if self.is_given(i):
            return int(not any(m.type == "given_name" and "و" in m.proclitics for m in self.at[i]))
        if i in self.blocked or (norm[0] in _CLITICS and is_dictionary_word(self.tokens[i].text[1:])):
            return 0
        if _definite(norm):
            return int(not norm.endswith("يه"))
        return int(not self._ordinary(i) or self._closes(i + 1))

    def _closes(self, i: int) -> bool:
        """Whether an everyday word before this token can be a last name: nothing goes on here."""
        if i >= len(self.tokens) or self.is_given(i):
            return True
        return not self.tokens[i].norm[0].isalnum() or self.has(i, *_ENDS)

    def goes_on(self, i: int) -> int:
        norm = self.tokens[i].norm
        if norm == "،":
            return int(self._name(i + 1, led=True, strong=True) is not None or self.has(i + 1, "rank", "courtesy"))
        if norm in self.words.joints or norm.removeprefix("و") in self.words.joints:
            return 1
        return int(_definite(norm) and not self.has(i, "cue", "boundary", "date", "weekday"))

    def sure(self, i: int) -> bool:
        return self.is_given(i) or (i < len(self.tokens) and is_arabic(self.tokens[i].norm) and not self._ordinary(i))

    def bare(self, i: int) -> str:
        return self.tokens[i].norm.removeprefix("ال")

    def comes_back(self, i: int, surnames: set[str]) -> bool:
        norm = self.tokens[i].norm
        return self.bare(i) in surnames or bool(self.clitic(i, surnames)) or norm in surnames

    def clitic(self, i: int, surnames: set[str]) -> str:
        """A conjunction or preposition glued to a name that stands without it elsewhere («لأوباما»)."""
        norm = self.tokens[i].norm
        if any(m.type == "given_name" for m in self.at.get(i, ())):
            return next((m.proclitics for m in self.at[i] if m.type == "given_name"), "")
        glued = norm[:1] in _CLITICS and norm[1:].removeprefix("ال") in surnames and self.bare(i) not in surnames
        return norm[0] if glued else ""

    def _ordinary(self, i: int) -> bool:
        return is_dictionary_word(self.tokens[i].text)


def _definite(norm: str) -> bool:
    """Whether a word carries the article, clitics before it left out."""
    return norm.startswith(("ال", "لل", "ولل")) or (norm[:1] in "وبفك" and norm[1:3] == "ال")
