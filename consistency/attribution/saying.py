"""What the reading of a sentence tells of one statement: who speaks, what is said, how it was said."""

from __future__ import annotations

import datetime as dt
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


def day_of_saying(told: Interval, anchor: dt.date | None) -> dt.date | None:
    """The day on which something was said: the one that the text gives, or the last of a past month or year that it gives."""
    if told.start is None or told.end is None:
        return None
    over = anchor is not None and told.end < anchor
    return told.end if told.start == told.end or over else None
