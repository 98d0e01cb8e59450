"""Paths of article files as programs want them: relative to where the command runs, with slashes."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

ROOT = "%SRCROOT%"


def shown(path: str) -> str:
    """The path relative to the working folder where it lies below that, else as given; with slashes."""
    given = Path(path)
    here = Path.cwd()
    inside = given.relative_to(here) if given.is_absolute() and given.is_relative_to(here) else given
    return PurePath(os.path.normpath(inside)).as_posix()


def uri(path: str) -> dict[str, str]:
    """A SARIF artifact location: relative to the root of the sources, or else absolute; every byte outside ASCII encoded."""
    named = shown(path)
    coded = quote(os.fsencode(named))
    if PurePath(named).is_absolute():
        return {"uri": f"file://{coded}"}
    return {"uri": coded, "uriBaseId": ROOT}
