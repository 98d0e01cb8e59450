"""A new rule with its examples, and a new pack around it, from the templates beside the shipped packs or from another rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from consistency.errors import InputError
from consistency.nearest import allowed
from consistency.rulepack.choice import HEADER, shipped_rules
from consistency.rulepack.header import NAME
from consistency.rulepack.parts import EXAMPLES

_ENDING = ".template"
_FILES = {"rule.yaml": "{}.yaml", "examples.yaml": f"{{}}{EXAMPLES}"}
_KIND = re.compile(r"\bkind: ([\w-]+)")
_ID = re.compile(r"^id: .*$", re.MULTILINE)


def write_new(path: Path, like: str | None = None) -> list[Path]:
    """Writes the rule ``PACK/RULE`` and returns the new files; nothing is overwritten. Raises InputError.

    ``like`` names a rule to begin with, of the same pack or as PACK/RULE of a shipped one.
    """
    folder, rule = path.parent, path.name
    for name, what in ((folder.resolve().name, "pack"), (rule, "rule")):
        if folder == Path(".") or not re.match(NAME, name):
            raise InputError(f"{path}: no name of a {what}; allowed is PACK/RULE in small letters, digits and hyphens")
    wanted = _wanted(folder, rule, like)
    for target in wanted:
        if target.exists():
            raise InputError(f"{target}: is there already; allowed is the name of a new rule")
    return [_write(text, target) for target, text in sorted(wanted.items())]


def _wanted(folder: Path, rule: str, like: str | None) -> Mapping[Path, str]:
    """The text of each new file."""
    if like is not None and not (folder / HEADER).is_file():
        raise InputError(f"{folder}: no rule pack yet, which --like goes with; make it without")
    if like is not None:
        return {folder / "rules" / name: text for name, text in _copied(folder, like, rule)}
    templates = shipped_rules() / "scaffold"
    if (folder / HEADER).is_file():
        _require_subject(folder, templates / "rule" / f"rule.yaml{_ENDING}")
        sources = {folder / "rules" / _named(p.name, rule): p for p in (templates / "rule").iterdir()}
    else:
        found = [p for p in (templates / "pack").rglob("*") if p.name.endswith(_ENDING)]
        sources = {folder / p.relative_to(templates / "pack").parent / _named(p.name, rule): p for p in found}
    return {target: _filled(source, folder, rule) for target, source in sources.items()}


def _require_subject(folder: Path, template: Path) -> None:
    """Raises InputError for a pack without the facts that the template compares."""
    kinds = set(_KIND.findall(template.read_text("utf-8")))
    given = {kind for file in folder.rglob("facts*.yaml") for kind in _KIND.findall(file.read_text("utf-8"))}
    if not kinds & given:
        without = f"no facts of kind {' or '.join(map(repr, sorted(kinds)))}, which the template compares"
        names = ", ".join(_rules_in(folder)) or "deployment/deadline-conflict"
        raise InputError(f"{folder}: {without}; name a rule to begin with: --like RULE, one of {names}")


def _rules_in(folder: Path) -> list[str]:
    files = sorted((folder / "rules").glob("*.yaml"))
    return [file.name.removesuffix(".yaml") for file in files if not file.name.endswith(EXAMPLES)]


def _copied(folder: Path, like: str, rule: str) -> list[tuple[str, str]]:
    """The files of another rule under a new name; raises InputError where there is no such rule."""
    pack, _, name = like.rpartition("/")
    home = shipped_rules() / pack if pack and re.match(NAME, pack) else folder
    if name not in _rules_in(home):
        known = {f"{pack}/{found}" if home != folder else found for found in _rules_in(home)}
        raise InputError(f"no rule {like!r} to begin with{allowed(like, known)}")
    files = [(home / "rules" / f"{name}{end}", f"{rule}{end}") for end in (".yaml", EXAMPLES)]
    texts = [(new, old.read_text("utf-8")) for old, new in files if old.is_file()]
    return [(new, _ID.sub(f"id: {rule}", text, count=1) if not new.endswith(EXAMPLES) else text) for new, text in texts]


def _named(template: str, rule: str) -> str:
    name = template.removesuffix(_ENDING)
    return _FILES[name].format(rule) if name in _FILES else name


def _filled(source: Path, folder: Path, rule: str) -> str:
    """A template with the names of the pack and the rule."""
    schemas = (shipped_rules() / "schema").as_posix()
    filled = {"{{pack}}": folder.resolve().name, "{{rule}}": rule, "{{schema}}": schemas}
    text = source.read_text("utf-8")
    for mark, word in filled.items():
        text = text.replace(mark, word)
    return text


def _write(text: str, target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}") from None
    return target
