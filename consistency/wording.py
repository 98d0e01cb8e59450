"""The reports' own words in the language of whoever reads them: headings, labels, counted nouns.

They are written in English; a pack's ``labels/LANGUAGE.yaml`` has them in another language, by the English words. What it
does not have stays English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from consistency.model import FellAway, Finding, Language
from consistency.rulepack import Packs
from consistency.rulepack.labels import Form, LabelsFile
from consistency.rulepack.validation import validate


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; ``labels`` and ``counted`` by the English ones."""

    language: Language = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    labels: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, Mapping[Form, str]] = field(default_factory=dict)

    def label(self, english: str, **values: object) -> str:
        """A label, with values in the place of its braces."""
        found = self.labels.get(english, english)
        return found.format(**values) if values else found

    def many(self, count: int, noun: str) -> str:
        """ "1 article", "2 articles", «مقالان», «3 مقالات»."""
        forms = self.counted.get(noun)
        if forms is None:
            return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
        form = _FORMS.get(self.language, _one_or_other)(count)
        return forms.get(form, forms.get("other", "{}")).format(count)

    def explanations(self, told: Finding | FellAway) -> list[tuple[Language, Literal["ltr", "rtl"], str]]:
        """The explanations of a finding with their languages and directions, that of this language first."""
        found: list[tuple[Language, Literal["ltr", "rtl"], str]]
        found = [("en", "ltr", told.explanation), ("ar", "rtl", told.explanation_ar)]
        return sorted((row for row in found if row[2]), key=lambda row: row[0] != self.language)


def _one_or_other(count: int) -> Form:
    return "one" if count == 1 else "other"


_FEW, _MANY = range(3, 11), range(11, 100)


def _arabic(count: int) -> Form:
    if count in (0, 1, 2):
        return ("zero", "one", "two")[count]
    rest = count % 100
    return "few" if rest in _FEW else "many" if rest in _MANY else "other"


_FORMS: Mapping[Language, Callable[[int], Form]] = {"ar": _arabic}
"""Which form of a noun goes with a number, by the plural rules of the Unicode CLDR."""


def wording(packs: Packs, language: Language) -> Wording:
    """The wording of every pack's ``labels/LANGUAGE.yaml``, a later pack's words first; English where no pack has one."""
    files = [validate(LabelsFile, file.value or {}, file) for file in packs.documents(f"labels/{language}")]
    if not files:
        return Wording()
    labels = {english: text for file in files for english, text in file.labels.items()}
    counted = {noun: forms for file in files for noun, forms in file.counted.items()}
    return Wording(language, files[0].direction, labels, counted)
