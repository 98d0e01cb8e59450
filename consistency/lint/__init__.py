"""Every fault of rule packs at once, each with its place, what is allowed and what is nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from consistency.errors import Fault, RuleError
from consistency.lint.entities import entity_faults
from consistency.lint.examples import example_faults
from consistency.lint.facts import fact_faults
from consistency.lint.known import Known
from consistency.lint.leftovers import leftover_faults
from consistency.lint.lexicons import lexicon_faults
from consistency.lint.phrases import phrase_faults
from consistency.lint.rules import rule_faults
from consistency.lint.sources import read_sources
from consistency.lint.spelling import spelling_faults
from consistency.rulepack import Packs
from consistency.rulepack.choice import all_packs, choices, chosen_folders, pack_folders, shipped_rules, shown

__all__ = ["lint", "lint_used"]

_CHECKS: Sequence[Callable[[Known], Iterator[Fault]]] = (
    entity_faults,
    example_faults,
    fact_faults,
    leftover_faults,
    lexicon_faults,
    phrase_faults,
    rule_faults,
    spelling_faults,
)


def lint(rules: Sequence[Path] = (), packs: Sequence[str] = (), only: Sequence[Path] = ()) -> list[Fault]:
    """The faults of the shipped packs and those in the folders ``rules``, or of the named packs; or ``only`` of some folders.

    Packs on request are looked at alone and together with all others. Raises RuleError where a folder has no pack.
    """
    sets, faults = _folders([*rules, *only], packs)
    for folders in sets:
        told = {_place(fault) for fault in faults}
        faults += [fault for fault in _faults_of(folders) if _place(fault) not in told]
    homes = _starts(folder for path in only for folder in pack_folders(path))
    return sorted({fault for fault in faults if not homes or fault.file.startswith(homes)})


def lint_used(packs: Packs, only: Sequence[Path]) -> list[Fault]:
    """The faults of the packs in some folders as they are used with others; quicker, for a run that goes on all the same.

    Raises RuleError where the packs have no entities that can be used.
    """
    homes = [folder for path in only for folder in pack_folders(path) if folder in packs.folders]
    sources, unread = read_sources(packs.folders, homes)
    known = Known(sources, packs.entities)
    faults = [*unread, *known.faults, *(fault for check in _CHECKS for fault in check(known))]
    return sorted({fault for fault in faults if fault.file.startswith(_starts(homes))})


def _starts(homes: Iterable[Path]) -> tuple[str, ...]:
    """How the names of the files in some folders begin."""
    return tuple(f"{shown(folder)}/" for folder in homes)


def _faults_of(folders: Sequence[Path]) -> Iterator[Fault]:
    """The faults of packs that are used together."""
    sources, unread = read_sources(folders)
    known = Known(sources)
    yield from (*unread, *known.faults)
    for check in _CHECKS:
        yield from check(known)


def _place(fault: Fault) -> tuple[str, int, int]:
    return fault.file, fault.line, fault.column


def _folders(rules: Sequence[Path], packs: Sequence[str]) -> tuple[list[list[Path]], list[Fault]]:
    """The packs in their order, those on request apart and then all together; as they stand, with what is wrong, if they
    have none.
    """
    found = [folder for path in (shipped_rules(), *rules) for folder in pack_folders(path)]
    try:
        sets = choices(rules, packs) + ([] if packs else [all_packs(rules)])
        return [chosen_folders(rules, chosen) for chosen in sets], []
    except RuleError as error:
        return [found], list(error.faults)
