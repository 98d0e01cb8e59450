"""What the reading of a sentence tells of one statement: who speaks, what is said, how it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from consistency.dates import Interval
from consistency.model import Mode, Span


@dataclass(frozen=True)
class Source:
    """A speaker as the text names it; ``kind``: person, body, group, pronoun or document."""

    kind: str
    span: Span
    name: str | None = None
    title: str | None = None
    body: str | None = None
    affiliation: str | None = None
    anonymous: bool = False
    definite: bool = False
    head: str = ""


class Content(NamedTuple):
    """The span of what was said, and how it is given."""

    span: Span
    mode: Mode


class Telling(NamedTuple):
    """How a statement was made: its cue, the day, the carrier."""

    cue: Span | None = None
    said_on: dt.date | None = None
    via: str | None = None


def day_of_saying(told: Iterable[Interval], anchor: dt.date | None) -> dt.date | None:
    """The day on which something was said: the first that the text gives, or the last of the first past month or year."""
    known = [(one.start, one.end) for one in told if one.start is not None and one.end is not None]
    days = [end for start, end in known if start == end]
    over = [end for _, end in known if anchor is not None and end < anchor]
    return next(iter((*days, *over)), None)
