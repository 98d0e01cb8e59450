"""Which files the given paths name, and their text."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from consistency.errors import InputError
from consistency.plugins import plugin_names
from consistency.readers.decoding import decode

TEXTS, ROWS = (".txt", ".md"), ".jsonl"
FORMATS = (
    ".html",
    ".htm",
    ".xhtml",
    ".csv",
    ".tsv",
    ".parquet",
    ".xml",
    ".rss",
    ".atom",
    ".json",
    ".docx",
    ".warc",
    ".warc.gz",
)
ENDINGS = (*TEXTS, ROWS, *FORMATS)
INDEX = "index.jsonl"
_HIDDEN = (".", "~$")
"""How the names of hidden files begin, and of those that Word keeps beside a document while it is open."""
_SAVE_AS = {
    **dict.fromkeys((".pdf",), "a PDF holds pages, not text: save its text as .txt, .md or .docx"),
    **dict.fromkeys((".doc", ".dot", ".odt", ".rtf", ".pages"), "save it as .docx"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), "save the sheet as .csv"),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "save the page as .html"),
    **dict.fromkeys((".zip", ".gz", ".rar", ".7z"), "unpack it first"),
}
"""What helps with the files that people give most."""
LARGEST = 64 << 20
"""Bytes of the largest file that is read in one piece."""


@dataclass(frozen=True, slots=True)
class File:
    """A file with articles, or bytes that came under a name; ``columns`` are those that the user names for fields."""

    path: Path
    data: bytes | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def ending(self) -> str:
        """What tells its format."""
        return ending(self.path)

    def read(self, most: int = LARGEST) -> bytes:
        """Its bytes; raises InputError, also where there are more than ``most``."""
        if self.data is not None:
            return self.data
        try:
            with self.path.open("rb") as stream:
                data = stream.read(most + 1)
        except OSError as error:
            raise InputError(f"{self.path}: cannot be read: {error.strerror}") from None
        if len(data) > most:
            size = self.path.stat().st_size
            raise InputError(f"{self.path}: {size:,} bytes; allowed are {most:,} in a {self.ending} file")
        return data


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
    files = [p for p in inside if ending(p) in known_endings()]
    if not files and not closed:
        found = f" (there are {len(inside)} of other endings: {some(inside)})" if inside else ""
        raise InputError(f"{path}: a folder without articles{found}; allowed are {_endings()}")
    others = [p for p in inside if ending(p) not in known_endings()]
    return Listing(sorted(files, key=lambda p: (p.parent, p.name != INDEX, p.name)), others, closed)


def _inside(path: Path, closed: list[str]) -> list[Path]:
    """Every file below a folder but the hidden ones; what is no plain file (a pipe, say) counts among other endings."""

    def note(error: OSError) -> None:
        closed.append(f"{error.filename}: cannot be read: {error.strerror}")

    found = []
    for folder, below, names in os.walk(path, onerror=note):
        below[:] = [name for name in below if not name.startswith(_HIDDEN)]
        found += [Path(folder, name) for name in names if not name.startswith(_HIDDEN)]
    return found


def ending(path: Path) -> str:
    """What tells a file's format: its suffix, or both suffixes of a format that is packed."""
    packed = "".join(path.suffixes[-2:]).lower()
    return packed if packed in known_endings() else path.suffix.lower()


def check(path: Path) -> None:
    """Raises InputError for what is no file of a known ending."""
    if ending(path) not in known_endings():
        raise InputError(f"{path}: {_ends_in(path)}; allowed are {_endings()}")
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: no plain file; allowed are {_endings()}")


def read_text(path: Path) -> str:
    """The decoded text of a file; raises InputError."""
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None


def some(paths: list[Path]) -> str:
    """The names of the first few paths."""
    return ", ".join(p.name for p in paths[:3]) + (", …" if len(paths) > 3 else "")


@lru_cache(maxsize=1)
def known_endings() -> tuple[str, ...]:
    """The endings of files that can be read, those of plug-ins last."""
    return (*ENDINGS, *(name for name in plugin_names("readers") if name not in ENDINGS))


def _ends_in(path: Path) -> str:
    """What is wrong with a file's ending, and what helps where that is known."""
    found = f"ends in {path.suffix!r}" if path.suffix else "has no ending"
    advice = _SAVE_AS.get(path.suffix.lower())
    return f"{found}; {advice}" if advice else found


def _endings() -> str:
    return ", ".join(known_endings())
