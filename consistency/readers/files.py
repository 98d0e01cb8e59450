"""Which files the given paths name, and their text."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from consistency.errors import InputError
from consistency.readers.decoding import decode

ENDINGS = (".txt", ".md", ".jsonl")
INDEX = "index.jsonl"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a path names: the files of articles, an index first; files of other endings; folders that cannot be read."""

    files: list[Path]
    others: list[Path]
    closed: list[str]


def list_files(path: Path) -> Listing:
    """The files that a path names, those of a folder and its subfolders by name; raises InputError."""
    if not path.exists():
        raise InputError(f"{path}: not there; allowed are files ({_endings()}), folders and - for standard input")
    if not path.is_dir():
        return Listing([path], [], [])
    closed: list[str] = []
    inside = sorted(_inside(path, closed))
    files = [p for p in inside if p.suffix.lower() in ENDINGS]
    if not files and not closed:
        found = f" (there are {len(inside)} of other endings: {some(inside)})" if inside else ""
        raise InputError(f"{path}: a folder without articles{found}; allowed are {_endings()}")
    others = [p for p in inside if p.suffix.lower() not in ENDINGS]
    return Listing(sorted(files, key=lambda p: (p.parent, p.name != INDEX, p.name)), others, closed)


def _inside(path: Path, closed: list[str]) -> list[Path]:
    """Every file below a folder but the hidden ones; what is no plain file (a pipe, say) counts among other endings."""

    def note(error: OSError) -> None:
        closed.append(f"{error.filename}: cannot be read: {error.strerror}")

    found = []
    for folder, below, names in os.walk(path, onerror=note):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    return found


def read_text(path: Path) -> str:
    """The decoded text of a file; raises InputError."""
    if path.suffix.lower() not in ENDINGS:
        raise InputError(f"{path}: ends in {path.suffix or 'nothing'!r}; allowed are {_endings()}")
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: no plain file; allowed are {_endings()}")
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None


def some(paths: list[Path]) -> str:
    """The names of the first few paths."""
    return ", ".join(p.name for p in paths[:3]) + (", …" if len(paths) > 3 else "")


def _endings() -> str:
    return ", ".join(ENDINGS)
