"""Finding, reading and joining rule packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from consistency.errors import Fault, RuleError
from consistency.model import Language
from consistency.orthography import fold
from consistency.rulepack.entities import Country, Entity, Institution
from consistency.rulepack.lexicon import Entry, Lexicon
from consistency.rulepack.naming import named_entries
from consistency.rulepack.registry import Registry
from consistency.rulepack.rules import Rule
from consistency.rulepack.yamlfile import YamlFile, read_yaml, validate

EXAMPLES = ".examples.yaml"
"""How the name of the file with a rule's examples ends."""
SHIPPED = ("base", "deployment")
Row = TypeVar("Row", Entity, Country, Institution)


class PackHeader(BaseModel):
    """``pack.yaml``: who a pack is and what it builds on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    version: str
    languages: tuple[Language, ...] = ("ar", "en")
    requires: tuple[str, ...] = ()
    description: str = ""


class Packs:
    """The loaded packs, in order; a later pack adds to and overrides the earlier ones."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self.headers = tuple(self._header(folder) for folder in folders)
        self._lexicons: dict[Language, Lexicon] = {}
        self._written: dict[Language, tuple[Entry, ...]] = {}

    def _header(self, folder: Path) -> PackHeader:
        path = folder / "pack.yaml"
        file = read_yaml(path, _shown(path))
        return validate(PackHeader, file.value, file)

    def files(self, part: str) -> list[tuple[str, YamlFile]]:
        """(pack id, file) for every ``part.yaml`` and every YAML file under ``part/`` of each pack, by name; no examples."""
        return [(pack, read_yaml(p, _shown(p))) for pack, p in self._paths(part) if not p.name.endswith(EXAMPLES)]

    def example_files(self) -> list[tuple[str, YamlFile]]:
        """(pack id, file) for the examples beside the rules; read only when they are asked for, for they are many."""
        return [(pack, read_yaml(p, _shown(p))) for pack, p in self._paths("rules") if p.name.endswith(EXAMPLES)]

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
        found: dict[str, Row] = {}
        for file in self.documents(part):
            for i, row in enumerate(file.value or ()):
                valid = validate(model, row, file, (i,))
                found[valid.id] = valid
        return found

    @cached_property
    def entities(self) -> Registry:
        """Every entity of the packs by id."""
        listed = self._rows("entities", Entity)
        return Registry(listed, self._rows("countries", Country), self._rows("institutions", Institution))

    def entries(self, language: Language) -> Iterable[Entry]:
        """The lexicon entries of a language, with one for each named entity and each institution."""
        yield from self.written(language)
        yield from named_entries(self.entities, language)

    def written(self, language: Language) -> tuple[Entry, ...]:
        """The entries of the lexicon files of a language, without those for entities; read once."""
        if language not in self._written:
            files = self.documents(f"lexicon/{language}")
            rows = ((file, i, row) for file in files for i, row in enumerate(file.value or ()))
            self._written[language] = tuple(validate(Entry, row, file, (i,)) for file, i, row in rows)
        return self._written[language]

    def rules(self) -> list[tuple[str, Rule]]:
        """(pack id, rule) of every rule file, by pack and name; a later pack's rule replaces an earlier one's."""
        return list(self._rules.values())

    @cached_property
    def _rules(self) -> dict[str, tuple[str, Rule]]:
        found: dict[str, tuple[str, Rule]] = {}
        for pack, file in self.files("rules"):
            rule = validate(Rule, file.value, file)
            found[rule.id] = (pack, rule)
        return found

    def lexicon(self, language: Language) -> Lexicon:
        """The compiled lexicon of a language; compiled once."""
        if language not in self._lexicons:
            self._lexicons[language] = Lexicon(self.entries(language), language)
        return self._lexicons[language]

    def abbreviations(self, language: Language) -> frozenset[str]:
        """The folded words after which a full stop ends no sentence (type "abbreviation")."""
        return frozenset(fold(f) for e in self.written(language) if e.type == "abbreviation" for f in e.forms)


def shipped_rules() -> Path:
    """The folder of the shipped packs: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_packs(extra: Iterable[Path] = ()) -> Packs:
    """The shipped packs followed by ``extra`` folders (each a pack, or a folder of packs)."""
    folders = [shipped_rules() / name for name in SHIPPED]
    for path in extra:
        found = [path] if (path / "pack.yaml").is_file() else sorted(p.parent for p in path.glob("*/pack.yaml"))
        if not found:
            raise RuleError([Fault(str(path), 1, 1, "no rule pack here; a rule pack is a folder with a pack.yaml")])
        folders += found
    return packs_at(folders)


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


def _shown(path: Path) -> str:
    root = shipped_rules().parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
