"""Where the reports of a run go, and in which format each.

An output is ``FILE`` (its ending tells the format), ``FORMAT:FILE``, or ``-`` and ``FORMAT:-`` for standard output.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from consistency.errors import InputError
from consistency.nearest import near
from consistency.report.formats import DEFAULT, format_named, format_of, known_formats

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """One report of a run; ``path`` is None for standard output."""

    format: str
    path: Path | None = None


def outputs(given: Sequence[str], format: str | None = None) -> tuple[Output, ...]:
    """The outputs of a run; standard output where none is given.

    ``format`` is that of the only output, whatever its ending. Raises InputError for a format that is not known, an ending
    that tells none, or two reports in one place.
    """
    if format is not None:
        format_named(format)
    if format is not None and len(given) > 1:
        raise InputError(
            f"the format {format!r} is given for {len(given)} outputs; with several, write FORMAT:FILE for each, or let the "
            "endings of the files tell"
        )
    found = tuple(_output(text, format) for text in given) or (Output(format or DEFAULT),)
    places = [output.path for output in found]
    twice = next((path for path in places if places.count(path) > 1), ...)
    if twice is not ...:
        raise InputError(
            f"{twice or 'standard output'}: two reports would go there; every output needs a place of its own"
        )
    return found


def _output(text: str, format: str | None) -> Output:
    formats = known_formats()
    named, colon, rest = text.partition(":")
    if colon and named in formats:
        return Output(named, _path(rest, text))
    hint = near(named, formats) if colon else ""
    if hint:
        raise InputError(f"{text}: no format {named!r}{hint}; allowed are {', '.join(formats)}")
    if format is None and text != STDOUT:
        told = format_of(text)
        format = told.name if told else None
    return Output(format or DEFAULT, _path(text, text))


def _path(file: str, text: str) -> Path | None:
    if not file:
        raise InputError(f"{text!r}: no file; allowed are FILE, FORMAT:FILE and FORMAT:- for standard output")
    return None if file == STDOUT else Path(file)
