"""What names and titles are made of in English."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.language.persons import NameFinder
from consistency.model import Token


class EnglishNames(NameFinder):
    """English: a name's words have capitals."""

    def begins(self, i: int, *, led: bool, strong: bool) -> bool:
        token, given = self.tokens[i], self.is_given(i)
        placed = led and not given and self._titled_place(i)
        if (i in self.blocked and not given and not placed) or token.norm in self.words.nevers or not _is_word(token):
            return False
        before = i - 1
        of = before >= 0 and (
            self.tokens[before].norm in self.words.joints or self._is_unknown(before)
        )  # "mayor of Novo Brdo"
        return given or (led and not of and not self._names_body(i))

    def _titled_place(self, i: int) -> bool:
        """Whether a place right after a title is a given name: a capital that nothing knows follows ("Minister Hama Souley")."""
        titled = any(m.last == i and m.type in ("title", "rank", "courtesy") for m in self.mentions)
        alone = all(m.type == "place" and m.last == i + 1 for m in self.at.get(i, ()))
        following = i + 1
        return (
            titled
            and alone
            and following < len(self.tokens)
            and _is_word(self.tokens[following])
            and self._is_unknown(following)
        )

    def _is_unknown(self, i: int) -> bool:
        """Whether a token is a capital that nothing knows, and so the name of something else."""
        return self.tokens[i].text[:1].isupper() and i not in self.blocked and not self.is_given(i)

    def _names_body(self, i: int) -> bool:
        """Whether the capitals from a token on are the name of a body ("Services Committee")."""
        while i < len(self.tokens) and self.tokens[i].text[:1].isupper() and i not in self.starts:
            if self.tokens[i].norm in self.words.institutional:
                return True
            i += 1
        return False

    def continues(self, i: int, *, second: bool) -> int:
        token = self.tokens[i]
        initial = token.norm == "." and len(self.tokens[i - 1].text) == 1
        if initial and i + 1 < len(self.tokens) and self.tokens[i + 1].text[:1].isupper():
            return 2
        if token.norm in self.words.nevers:
            return 0
        if token.norm == "-" and self.hyphenated(i):
            return 2
        capital = token.text[:1].isupper() or token.norm in self.words.particles or self._particled(token)
        free = i not in self.blocked or (second and self._surname_of_a_place(i)) or self._is_said(i)
        return int(capital and free and token.norm[:1].isalpha())

    def _is_said(self, i: int) -> bool:
        """Whether "Said" with a capital is a surname: a verb of saying follows ("Omar Said said")."""
        named = self.is_given(i - 1) or i - 2 in self.after_titles
        return named and self.tokens[i].text.istitle() and self.has(i, "cue") and self.has(i + 1, "cue")

    def _surname_of_a_place(self, i: int) -> bool:
        """Whether the name of a place can only be a surname: a mark or a verb of saying follows ("Commander Siamand Kobane,")."""
        kinds = {(m.type, m.last) for m in self.at.get(i, ())}
        following = self.tokens[i + 1 : i + 2]
        return kinds == {("place", i + 1)} and (
            not following or not following[0].norm[:1].isalnum() or self.has(i + 1, "cue")
        )

    def _particled(self, token: Token) -> bool:
        """Whether a token is a particle with a name glued on ("al-Kadhimi")."""
        front, hyphen, rest = token.text.partition("-")
        return bool(hyphen) and front in self.words.particles and rest[:1].isupper()

    def goes_on(self, i: int) -> int:
        token = self.tokens[i]
        if token.norm == ",":
            return int(self._name(i + 1, led=True, strong=True) is not None or self.has(i + 1, "rank", "courtesy"))
        return int(token.norm in self.words.joints or (token.text[:1].isupper() and i not in self.blocked))

    def sure(self, i: int) -> bool:
        if self.is_given(i) or i >= len(self.tokens):
            return self.is_given(i)
        return self.tokens[i].text[:1].isupper() or self._particled(self.tokens[i])

    def bare(self, i: int) -> str:
        return self.tokens[i].norm.removesuffix("'s")

    def echoes(self, surnames: set[str]) -> Iterable[int]:
        return [i for i in range(len(self.tokens)) if self.bare(i) in surnames] if surnames else ()

    def comes_back(self, i: int, surnames: set[str]) -> bool:
        token = self.tokens[i]
        return self.bare(i) in surnames and (token.text[:1].isupper() or self._particled(token))

    def ending(self, i: int) -> int:
        return 2 if self.tokens[i].norm.endswith("'s") else 0


def _is_word(token: Token) -> bool:
    """Whether a token is letters with a capital, with hyphens and apostrophes at most ("El-Hadj", "N'Golo")."""
    return token.text[:1].isupper() and token.norm.replace("-", "").replace("'", "").isalpha()
