"""The files of rule packs as far as they can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from consistency.errors import Fault, RuleError
from consistency.nearest import allowed
from consistency.rulepack.choice import HEADER, read_header, shown
from consistency.rulepack.header import PackHeader
from consistency.rulepack.parts import PARTS, part_of
from consistency.rulepack.yamlfile import YamlFile, read_yaml

_PER_LANGUAGE = ("lexicon", "phrases", "labels")


@dataclass(frozen=True)
class Source:
    """A file of a pack; ``path`` is its path inside it, ``part`` the sort of file it is."""

    pack: PackHeader
    path: PurePath
    part: str
    file: YamlFile

    @property
    def language(self) -> str | None:
        """The language of a lexicon, of phrases or of labels."""
        return self.path.parts[1].removesuffix(".yaml") if self.part in _PER_LANGUAGE else None


def read_sources(folders: Sequence[Path]) -> tuple[list[Source], list[Fault]]:
    """Every file that can be read, in the order of the packs and by name, and what keeps the others from it."""
    sources: list[Source] = []
    faults: list[Fault] = []
    for folder in folders:
        try:
            header = read_header(folder)
        except RuleError as error:
            faults += error.faults
            header = PackHeader(id="unknown", version="0")
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml")):
            try:
                sources.append(_source(header, path, path.relative_to(folder)))
            except RuleError as error:
                faults += error.faults
    return sources, faults


def _source(header: PackHeader, path: Path, inside: PurePath) -> Source:
    part, name = part_of(inside), shown(path)
    if part is None or path.suffix != ".yaml":
        files = ", ".join(part.about.partition(",")[0] for part in PARTS.values())
        raise RuleError([Fault(name, 1, 1, f"no file of a rule pack; allowed are {files}")])
    source = Source(header, inside, part, read_yaml(path, name))
    if source.language is not None and source.language not in header.languages:
        message = f"the pack's {HEADER} has no language {source.language!r}{allowed(source.language, header.languages)}"
        raise RuleError([Fault(name, 1, 1, message)])
    return source
