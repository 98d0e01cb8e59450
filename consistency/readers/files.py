"""Which files the given paths name, and their text."""

from __future__ import annotations

from pathlib import Path

from consistency.errors import InputError
from consistency.readers.decoding import decode

ENDINGS = (".txt", ".md", ".jsonl")
INDEX = "index.jsonl"


def list_files(path: Path) -> tuple[list[Path], list[Path]]:
    """(the articles' files, the files left alone) that a path names, an index first; raises InputError."""
    if not path.exists():
        raise InputError(f"{path}: not there; allowed are files ({_endings()}), folders and - for standard input")
    if not path.is_dir():
        return [path], []
    inside = [p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path))]
    files = [p for p in inside if p.suffix.lower() in ENDINGS]
    if not files:
        raise InputError(f"{path}: a folder without articles; allowed are {_endings()}")
    others = sorted(p for p in inside if p.suffix.lower() not in ENDINGS)
    return sorted(files, key=lambda p: (p.parent, p.name != INDEX, p.name)), others


def read_text(path: Path) -> str:
    """The decoded text of a file; raises InputError."""
    if path.suffix.lower() not in ENDINGS:
        raise InputError(f"{path}: ends in {path.suffix or 'nothing'!r}; allowed are {_endings()}")
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _endings() -> str:
    return ", ".join(ENDINGS)
