"""The files of rule packs as far as they can be read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from consistency.errors import Fault, RuleError
from consistency.nearest import allowed
from consistency.rulepack.choice import HEADER, read_header, shown
from consistency.rulepack.header import PackHeader
from consistency.rulepack.parts import PARTS, part_of
from consistency.rulepack.yamlfile import YamlFile, read_yaml

_MET = ("pack", "rule", "lexicon", "facts", "phrases")
"""The parts of other packs on which faults of a pack depend, beside their entities."""
_PER_LANGUAGE = ("lexicon", "phrases", "labels")


@dataclass(frozen=True)
class Source:
    """A file of a pack; ``path`` is its path inside it, ``part`` the sort of file it is; ``asked``: its faults are wanted."""

    pack: PackHeader
    path: PurePath
    part: str
    file: YamlFile
    asked: bool = True

    @property
    def language(self) -> str | None:
        """The language of a lexicon, of phrases or of labels."""
        return self.path.parts[1].removesuffix(".yaml") if self.part in _PER_LANGUAGE else None


def read_sources(folders: Sequence[Path], only: Collection[Path] | None = None) -> tuple[list[Source], list[Fault]]:
    """Every file that can be read, in the order of the packs and by name, and what keeps the others from it.

    With ``only`` the faults of these folders are wanted, and of the others nothing is read but what may bear on them.
    """
    sources: list[Source] = []
    faults: list[Fault] = []
    for folder in folders:
        try:
            header = read_header(folder)
        except RuleError as error:
            faults += error.faults
            header = PackHeader(id="unknown", version="0")
        asked = only is None or folder in only
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml")):
            inside = path.relative_to(folder)
            if not (asked or part_of(inside) in _MET):
                continue
            try:
                sources.append(replace(_source(header, path, inside), asked=asked))
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
