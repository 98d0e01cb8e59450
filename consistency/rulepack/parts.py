"""The parts of a rule pack: which files there are, and the model of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from pydantic import BaseModel, ConfigDict, RootModel

from consistency.rulepack.entities import Country, Entity, Institution
from consistency.rulepack.examples import Example
from consistency.rulepack.frames import FactsFile
from consistency.rulepack.header import PackHeader
from consistency.rulepack.labels import LabelsFile
from consistency.rulepack.lexicon import Entry
from consistency.rulepack.phrases import PhrasesFile
from consistency.rulepack.rules import Rule

EXAMPLES = ".examples.yaml"
"""How the name of the file with a rule's examples ends."""
Words = list[str | list[str]]


class WordClasses(RootModel[Mapping[str, Words | Mapping[str, Words]]]):
    """Words of the language by what they are to the reading; words of one meaning may stand in a list of their own."""

    model_config = ConfigDict(frozen=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A sort of file: the model of the file, or (``listed``) of each of its entries; ``worded``: it holds words of texts."""

    model: type[BaseModel]
    about: str
    listed: bool = False
    worded: bool = False


PARTS: Mapping[str, Part] = {
    "pack": Part(PackHeader, "pack.yaml, the header of a rule pack"),
    "rule": Part(Rule, "rules/NAME.yaml, one comparison rule"),
    "examples": Part(Example, "rules/NAME.examples.yaml, the examples of a rule", listed=True),
    "lexicon": Part(Entry, "lexicon/LANGUAGE.yaml, words and what they mean", listed=True, worded=True),
    "entities": Part(Entity, "entities.yaml, parties and places", listed=True, worded=True),
    "countries": Part(Country, "countries.yaml, countries", listed=True, worded=True),
    "institutions": Part(Institution, "institutions.yaml, bodies that every country has", listed=True, worded=True),
    "facts": Part(FactsFile, "facts.yaml, which words make which facts"),
    "phrases": Part(PhrasesFile, "phrases/LANGUAGE.yaml, how reports put facts into words", worded=True),
    "labels": Part(LabelsFile, "labels/LANGUAGE.yaml, the reports' own words", worded=True),
    "attribution": Part(WordClasses, "attribution/LANGUAGE.yaml, words of reporting clauses", worded=True),
    "digest": Part(WordClasses, "digest.yaml, lines that part the stories of a page", worded=True),
    "columns": Part(WordClasses, "columns.yaml, names of the columns of tables of articles", worded=True),
    "datelines": Part(WordClasses, "datelines.yaml, words before a day of publication", worded=True),
}
_BY_FOLDER = {"rules": "rule"}


def part_of(path: PurePath) -> str | None:
    """The sort of a file by its path inside the pack; None for one that no pack has."""
    first = path.parts[0]
    if len(path.parts) == 1:
        name = path.name.removesuffix(".yaml")
        return name if name in PARTS and name not in _BY_FOLDER.values() else None
    if first == "rules":
        return "examples" if path.name.endswith(EXAMPLES) else "rule"
    return first if first in PARTS else None
