"""A new rule with its examples, and a new pack around it, from the templates beside the shipped packs."""

from __future__ import annotations

import re
from pathlib import Path

from consistency.errors import InputError
from consistency.rulepack.choice import HEADER, shipped_rules
from consistency.rulepack.header import NAME
from consistency.rulepack.parts import EXAMPLES

_ENDING = ".template"
_FILES = {"rule.yaml": "{}.yaml", "examples.yaml": f"{{}}{EXAMPLES}"}


def write_new(path: Path) -> list[Path]:
    """Writes the rule ``PACK/RULE`` and returns the new files; nothing is overwritten. Raises InputError."""
    folder, rule = path.parent, path.name
    for name, what in ((folder.resolve().name, "pack"), (rule, "rule")):
        if folder == Path(".") or not re.match(NAME, name):
            raise InputError(f"{path}: no name of a {what}; allowed is PACK/RULE in small letters, digits and hyphens")
    templates = shipped_rules() / "scaffold"
    if (folder / HEADER).is_file():
        wanted = {folder / "rules" / _named(p.name, rule): p for p in (templates / "rule").iterdir()}
    else:
        sources = [p for p in (templates / "pack").rglob("*") if p.name.endswith(_ENDING)]
        wanted = {folder / p.relative_to(templates / "pack").parent / _named(p.name, rule): p for p in sources}
    for target in wanted:
        if target.exists():
            raise InputError(f"{target}: is there already; allowed is the name of a new rule")
    return [_write(source, target, folder, rule) for target, source in sorted(wanted.items())]


def _named(template: str, rule: str) -> str:
    name = template.removesuffix(_ENDING)
    return _FILES[name].format(rule) if name in _FILES else name


def _write(source: Path, target: Path, folder: Path, rule: str) -> Path:
    schemas = (shipped_rules() / "schema").as_posix()
    filled = {"{{pack}}": folder.resolve().name, "{{rule}}": rule, "{{schema}}": schemas}
    text = source.read_text("utf-8")
    for mark, word in filled.items():
        text = text.replace(mark, word)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}") from None
    return target
