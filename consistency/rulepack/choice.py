"""Which packs are used, and in which order: the shipped ones and the user's, each after those that it builds on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from consistency.errors import Fault, RuleError
from consistency.nearest import allowed
from consistency.rulepack.header import PackHeader
from consistency.rulepack.validation import validate
from consistency.rulepack.yamlfile import YamlFile, read_yaml

HEADER = "pack.yaml"
BASE = "base"
"""The pack that every other one builds on."""
_Folders = dict[str, list[tuple[Path, PackHeader]]]
"""The folders of the packs by id, each with its header."""


def shipped_rules() -> Path:
    """The folder of the shipped packs: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def shown(path: Path) -> str:
    """The path as messages show it: a shipped one from the folder of the packs."""
    root = shipped_rules().parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def header_file(folder: Path) -> YamlFile:
    """The ``pack.yaml`` of a folder; raises RuleError."""
    return read_yaml(folder / HEADER, shown(folder / HEADER))


def read_header(folder: Path) -> PackHeader:
    """The header of a pack; raises RuleError."""
    file = header_file(folder)
    return validate(PackHeader, file.value, file)


def pack_folders(path: Path) -> list[Path]:
    """The packs that a path names: itself, or those right below it. Raises RuleError."""
    found = [path] if (path / HEADER).is_file() else sorted(p.parent for p in path.glob(f"*/{HEADER}"))
    if not found:
        raise RuleError([Fault(str(path), 1, 1, f"no rule pack here; a rule pack is a folder with a {HEADER}")])
    return found


def pack_ids(paths: Iterable[Path]) -> list[str]:
    """The ids of the packs that the paths name. Raises RuleError."""
    return list(dict.fromkeys(read_header(folder).id for path in paths for folder in pack_folders(path)))


def chosen_folders(extra: Iterable[Path] = (), names: Sequence[str] = ()) -> list[Path]:
    """The shipped packs and those of ``extra``, or only the named ones and what they build on, in order of use.

    Packs of one id add up: the later one overrides the earlier. Raises RuleError for a pack that is not there.
    """
    packs = _by_id(extra)
    for name in names:
        if name not in packs:
            raise RuleError([Fault("--packs", 1, 1, f"no pack {name!r}{allowed(name, packs)}")])
    order: list[str] = []
    for name in (BASE, *(names or (name for name in packs if not _on_request(packs[name])))):
        order += _with_needs(name, packs, order, ())
    return [folder for name in order for folder, _ in packs[name]]


def choices(extra: Sequence[Path] = (), names: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """The names to choose packs by so that every pack is in use once: what is used unasked, then each pack on request.

    Raises RuleError.
    """
    if names:
        return [tuple(names)]
    packs = _by_id(extra)
    return [(), *((name,) for name in packs if _on_request(packs[name]))]


def all_packs(extra: Sequence[Path] = ()) -> tuple[str, ...]:
    """The names of all packs, those on request among them; raises RuleError."""
    return tuple(_by_id(extra))


def _by_id(extra: Iterable[Path]) -> _Folders:
    folders = pack_folders(shipped_rules())
    for path in extra:
        folders += pack_folders(path)
    packs: _Folders = {}
    shipped = {folder.resolve(): folder for folder in pack_folders(shipped_rules())}
    for folder in dict.fromkeys(shipped.get(folder.resolve(), folder) for folder in folders):
        header = read_header(folder)
        packs.setdefault(header.id, []).append((folder, header))
    return packs


def _on_request(layers: Sequence[tuple[Path, PackHeader]]) -> bool:
    return all(header.on_request for _, header in layers)


def _with_needs(name: str, packs: _Folders, done: Sequence[str], above: tuple[str, ...]) -> Iterator[str]:
    """The packs that a pack builds on, and itself after them; those already ``done`` left out."""
    seen = list(done)
    for folder, header in packs[name] if name not in seen else ():
        for i, needed in enumerate(header.requires):
            if needed in (*above, name):
                way = " → ".join((*above, name, needed))
                raise RuleError([header_file(folder).fault(("requires", i), f"packs that require each other: {way}")])
            if needed not in packs:
                message = f"requires {needed!r}, which is not there{allowed(needed, packs)}"
                raise RuleError([header_file(folder).fault(("requires", i), message)])
            for other in _with_needs(needed, packs, seen, (*above, name)):
                seen.append(other)
                yield other
    if name not in seen:
        yield name
