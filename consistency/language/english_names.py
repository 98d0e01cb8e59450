"""What names and titles are made of in English."""

from __future__ import annotations

from consistency.language.persons import NameFinder


class EnglishNames(NameFinder):
    """English: a name's words have capitals."""

    def begins(self, i: int, *, led: bool, strong: bool) -> bool:
        token = self.tokens[i]
        if i in self.blocked and not self.is_given(i):
            return False
        return token.text[:1].isupper() and token.norm.isalpha() and (led or self.is_given(i))

    def continues(self, i: int) -> int:
        token = self.tokens[i]
        initial = token.norm == "." and len(self.tokens[i - 1].text) == 1
        if initial and i + 1 < len(self.tokens) and self.tokens[i + 1].text[:1].isupper():
            return 2
        capital = token.text[:1].isupper() or token.norm in self.words.particles
        return int(capital and i not in self.blocked and token.norm[:1].isalpha())

    def goes_on(self, i: int) -> int:
        token = self.tokens[i]
        if token.norm == ",":
            return int(self._name(i + 1, led=True, strong=True) is not None or self.has(i + 1, "rank", "courtesy"))
        return int(token.norm in self.words.joints or (token.text[:1].isupper() and i not in self.blocked))

    def sure(self, i: int) -> bool:
        return self.is_given(i) or (i < len(self.tokens) and self.tokens[i].text[:1].isupper())

    def bare(self, i: int) -> str:
        return self.tokens[i].norm.removesuffix("'s")

    def comes_back(self, i: int, surnames: set[str]) -> bool:
        return self.tokens[i].text[:1].isupper() and self.bare(i) in surnames

    def ending(self, i: int) -> int:
        return 2 if self.tokens[i].norm.endswith("'s") else 0
