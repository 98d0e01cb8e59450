"""Reading and joining rule packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from consistency.errors import Fault, RuleError
from consistency.model import LANGUAGES, Language
from consistency.orthography import fold
from consistency.rulepack.choice import choices, chosen_folders, read_header, shown
from consistency.rulepack.entities import Country, Entity, Institution
from consistency.rulepack.families import COMMON, families_of
from consistency.rulepack.frames import FactsFile, Frame
from consistency.rulepack.lexicon import Entry, Lexicon
from consistency.rulepack.naming import named_entries
from consistency.rulepack.parts import EXAMPLES
from consistency.rulepack.registry import Registry
from consistency.rulepack.rules import Rule
from consistency.rulepack.validation import rows_of, validate, validate_rows
from consistency.rulepack.yamlfile import YamlFile, read_yaml

Row = TypeVar("Row", Entity, Country, Institution)


class Packs:
    """The loaded packs, in order; a later pack adds to and overrides the earlier ones."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self.headers = tuple(read_header(folder) for folder in folders)
        self._lexicons: dict[Language, Lexicon] = {}
        self._written: dict[Language, Mapping[str, Sequence[Entry]]] = {}

    def files(self, part: str) -> list[tuple[str, YamlFile]]:
        """(pack id, file) for every ``part.yaml`` and every YAML file under ``part/`` of each pack, by name; no examples."""
        return [(pack, read_yaml(p, shown(p))) for pack, p in self._paths(part) if not p.name.endswith(EXAMPLES)]

    def example_files(self, only: str | None = None) -> list[YamlFile]:
        """The examples beside the rules, or beside one; read only when they are asked for, for they are many."""
        paths = (path for _, path in self._paths("rules") if path.name.endswith(EXAMPLES))
        return [read_yaml(p, shown(p)) for p in paths if only in (None, p.name.removesuffix(EXAMPLES))]

    def _paths(self, part: str) -> Iterator[tuple[str, Path]]:
        for header, folder in zip(self.headers, self.folders, strict=True):
            for path in [folder / f"{part}.yaml", *sorted((folder / part).rglob("*.yaml"))]:
                if path.is_file():
                    yield header.id, path

    def documents(self, part: str) -> list[YamlFile]:
        """The files of ``part`` without their packs."""
        return [file for _, file in self.files(part)]

    def _rows(self, part: str, model: type[Row]) -> dict[str, Row]:
        """The rows of a part by id, a later pack's row replacing an earlier one's."""
        return {row.id: row for row in validate_rows(model, self.documents(part))}

    @cached_property
    def entities(self) -> Registry:
        """Every entity of the packs by id."""
        listed = self._rows("entities", Entity)
        return Registry(listed, self._rows("countries", Country), self._rows("institutions", Institution))

    @cached_property
    def facts(self) -> Sequence[tuple[str, FactsFile]]:
        """(pack id, file) of every ``facts.yaml``; read once. Raises RuleError."""
        return [(pack, validate(FactsFile, file.value or {}, file)) for pack, file in self.files("facts")]

    @property
    def frames(self) -> list[Frame]:
        """The frames of all packs."""
        return [frame for _, file in self.facts for frame in file.frames]

    @cached_property
    def families(self) -> Mapping[str, str]:
        """The family that each pack is read in."""
        return families_of(self.headers, {pack for pack, file in self.facts if file.frames})

    def written(self, language: Language) -> Mapping[str, Sequence[Entry]]:
        """The entries of the lexicon files of a language by the family of their pack, without those for entities; read once."""
        if language not in self._written:
            files = self.files(f"lexicon/{language}")
            family = {file.name: self.families[pack] for pack, file in files}
            found: dict[str, list[Entry]] = {}
            for file, entry in rows_of(Entry, [file for _, file in files]):
                found.setdefault(family[file.name], []).append(entry)
            self._written[language] = found
        return self._written[language]

    def words(self, language: Language, kind: str) -> Iterator[Entry]:
        """The entries of a type in the lexicon files of a language."""
        return (entry for rows in self.written(language).values() for entry in rows if entry.type == kind)

    @cached_property
    def denials(self) -> frozenset[str]:
        """The folded first words of the reporting words that deny or reject what they report, in every form."""
        denying = {name for _, file in self.facts for name, effect in file.cues.items() if effect.polarity == "denied"}
        return frozenset(
            words[0]
            for language in LANGUAGES
            for entry in self.words(language, "cue")
            if {entry.id, entry.features.get("class", "")} & denying
            for words, _ in entry.words(language)
        )

    def rules(self) -> list[tuple[str, Rule]]:
        """(pack id, rule) of every rule file, by pack and name; a later pack's rule replaces an earlier one's."""
        return [(pack, rule) for pack, rule, _ in self._rules.values()]

    def rule_file(self, rule: str) -> YamlFile:
        """The file of a rule in force."""
        return self._rules[rule][2]

    @cached_property
    def _rules(self) -> dict[str, tuple[str, Rule, YamlFile]]:
        found: dict[str, tuple[str, Rule, YamlFile]] = {}
        faults: list[Fault] = []
        for pack, file in self.files("rules"):
            try:
                rule = validate(Rule, file.value, file)
                found[rule.id] = (pack, rule, file)
            except RuleError as error:
                faults += error.faults
        if faults:
            raise RuleError(faults)
        return found

    def lexicon(self, language: Language) -> Lexicon:
        """The compiled lexicon of a language; compiled once."""
        if language not in self._lexicons:
            apart = dict(self.written(language))
            common = [*apart.pop(COMMON, ()), *named_entries(self.entities, language)]
            self._lexicons[language] = Lexicon(common, language, apart)
        return self._lexicons[language]

    def abbreviations(self, language: Language) -> frozenset[str]:
        """The folded words after which a full stop ends no sentence (type "abbreviation")."""
        return frozenset(fold(f) for e in self.words(language, "abbreviation") for f in e.forms)


def load_packs(extra: Iterable[Path] = (), names: Sequence[str] = ()) -> Packs:
    """The shipped packs followed by ``extra`` folders (each a pack, or a folder of packs), or only the named ones.

    A pack comes after those that it builds on. Raises RuleError.
    """
    return packs_at(chosen_folders(extra, names))


def load_sets(extra: Sequence[Path] = (), names: Sequence[str] = ()) -> list[tuple[tuple[str, ...], Packs]]:
    """Sets of packs in which every pack is used, with the names that choose each: those on request apart from the others.

    Raises RuleError.
    """
    return [(chosen, load_packs(extra, chosen)) for chosen in choices(extra, names)]


def packs_at(folders: Iterable[Path]) -> Packs:
    """The packs in these folders; the same object as before while no file of theirs has changed."""
    return _packs_at(tuple((folder, _stamp(folder)) for folder in folders))


@lru_cache(maxsize=8)
def _packs_at(folders: tuple[tuple[Path, _Stamp], ...]) -> Packs:
    return Packs([folder for folder, _ in folders])


_Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of the last change and size of each file of a pack."""


def _stamp(folder: Path) -> _Stamp:
    found = ((path, path.stat()) for path in sorted(folder.rglob("*.yaml")))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)
