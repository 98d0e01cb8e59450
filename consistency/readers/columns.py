"""Which column of a table holds which field of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.errors import InputError
from consistency.orthography import fold
from consistency.readers.batch import ForeignError
from consistency.readers.dates import loose_day
from consistency.readers.rows import Fields
from consistency.rulepack import load_packs

FIELDS = ("id", "text", "title", "published", "outlet", "url", "author", "language")
_SHOWN = 12

Cell = object
Chosen = Mapping[str, str]
"""The column that the user names for a field."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each field's column in a row."""

    places: Mapping[str, int]

    def fields(self, cells: Sequence[Cell], spare_id: str) -> Fields:
        """The fields of a row; one without an id of its own has the spare one. Empty for a row without any words."""
        found = {name: _shown(name, cells[at]) for name, at in self.places.items() if at < len(cells)}
        given = {name: value for name, value in found.items() if value.strip()}
        return {"text": "", **given, "id": given.get("id") or spare_id} if given else {}


def chosen_columns(option: str) -> dict[str, str]:
    """The columns of an option such as ``text=body,published=date``; raises InputError."""
    found: dict[str, str] = {}
    for part in option.split(","):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if name not in FIELDS or not equals or not column or name in found:
            said = "given twice" if name in found else f"found {part.strip()!r}"
            raise InputError(
                f"columns: {said}; allowed is FIELD=COLUMN, FIELD one of {', '.join(FIELDS)}, parted by commas"
            )
        found[name] = column
    return found


def columns_of(header: Sequence[str], chosen: Chosen, where: str) -> Columns:
    """The columns of a table by its header; raises InputError for a chosen one that is missing, or for none of text."""
    names = {_plain(name): at for at, name in reversed(list(enumerate(header)))}
    places = {}
    for field, known in _known().items():
        if field in chosen:
            places[field] = _chosen_place(field, chosen[field], header, where)
        else:
            at = next((names[name] for name in known if name in names), None)
            places |= {} if at is None or at in places.values() else {field: at}
    if "text" not in places:
        raise ForeignError(f"{where}: no column of texts; {_there(header)}; name it with --columns text=COLUMN")
    return Columns(places)


def fields_meant(names: Iterable[str]) -> dict[str, str]:
    """The name of each field of an article among other names of it («date», «المصدر»); a field's own name goes first."""
    given, meant = list(names), {}
    for field, known in _known().items():
        others = (name for like in known for name in given if _plain(name) == like)
        if field in FIELDS[2:] and (found := field if field in given else next(others, None)):
            meant[field] = found
    return meant


def _chosen_place(field: str, column: str, header: Sequence[str], where: str) -> int:
    for same in (str.strip, _plain):
        for at, name in enumerate(header):
            if same(name) == same(column):
                return at
    raise InputError(f"{where}: no column {column!r} for {field}; {_there(header)}")


def _there(header: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in header[:_SHOWN])
    return f"there are {shown}{', …' if len(header) > _SHOWN else ''}" if header else "there are none"


@lru_cache(maxsize=1)
def _known() -> Mapping[str, list[str]]:
    """The folded names by which each field is known, of every shipped pack's ``columns.yaml``."""
    found: dict[str, list[str]] = {}
    for file in load_packs().documents("columns"):
        for field, names in file.value.items():
            found.setdefault(field, []).extend(map(_plain, names))
    return found


def _plain(name: str) -> str:
    return "".join(c for c in fold(name) if c.isalnum())


def _shown(field: str, cell: Cell) -> str:
    """A cell as text; a day as ISO 8601 where its words are one."""
    if cell is None or cell != cell:
        return ""
    day = loose_day(cell) if field == "published" else None
    return day.isoformat() if day else cell if isinstance(cell, str) else str(cell)
