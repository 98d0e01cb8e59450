"""Speakers against subjects: where each agrees, conflicts or shifts."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.model import NARRATOR, Finding
from consistency.report.html.cards import anchor
from consistency.report.html.desk import Choice, Desk

_KINDS = ("tension", "shift", "agreement", "refinement")
_GLYPHS = {"tension": "≠", "shift": "→", "agreement": "=", "refinement": "≈", "claim": "·"}


@dataclass(frozen=True, slots=True)
class Mark:
    """How often something is so in a cell; ``kind`` is of ``_GLYPHS``."""

    kind: str
    glyph: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What a speaker's claims on a subject take part in; ``target`` is the anchor of the first such part of the page."""

    speaker: int
    subject: int
    marks: tuple[Mark, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Row:
    """A speaker's cells, one a subject, None where nothing is claimed."""

    speaker: Choice
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table of speakers against subjects; ``silent``: how many speakers take part in no finding and have no row."""

    subjects: tuple[Choice, ...]
    rows: tuple[Row, ...]
    silent: int


Key = tuple[int, int]


class _Tally:
    """What was found and claimed, by speaker and subject."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counts: dict[Key, dict[str, int]] = {}
        self._first: dict[Key, str] = {}
        for verdict in ("tension", "agreement", "update", "refinement"):
            for number, finding in enumerate(desk.index.findings(verdict), 1):
                self._add(finding, anchor(verdict, number))
        for fact in desk.index.report.facts:
            if desk.index.speaker_of(fact) != NARRATOR:
                key = self._key(fact.id)
                counts = self._counts.setdefault(key, {})
                counts["claim"] = counts.get("claim", 0) + 1

    def _key(self, fact: str) -> Key:
        found = self._desk.index.facts[fact]
        return self._desk.speakers[self._desk.index.speaker_of(found)], self._desk.subjects[self._desk.topic(found)]

    def _add(self, finding: Finding, place: str) -> None:
        for key in sorted({self._key(fact.id) for fact in self._desk.facts(finding.positions)}):
            self._first.setdefault(key, place)
            counts = self._counts.setdefault(key, {})
            for kind in _kinds(finding):
                counts[kind] = counts.get(kind, 0) + 1

    def cell(self, speaker: Choice, subject: Choice) -> Cell | None:
        """The cell of a speaker and a subject; None where nothing is claimed."""
        key = (speaker.number, subject.number)
        counts = self._counts.get(key)
        if not counts:
            return None
        kinds = [kind for kind in _KINDS if kind in counts] or ["claim"]
        marks = tuple(Mark(kind, _GLYPHS[kind], counts[kind]) for kind in kinds)
        return Cell(*key, marks, self._first.get(key, f"subject-{subject.number}"))


def _kinds(finding: Finding) -> list[str]:
    """A tension of one speaker with himself is a shift too."""
    if finding.verdict == "update":
        return ["shift"]
    return [finding.verdict, *(["shift"] if finding.verdict == "tension" and finding.scope == "same_speaker" else [])]


def matrix(desk: Desk) -> Matrix:
    """A row a speaker and a column a subject, of those that findings are about."""
    tally = _Tally(desk)
    found = [fact for finding in desk.index.report.findings for fact in desk.facts(finding.positions)]
    speaking, met = {desk.speakers[desk.index.speaker_of(fact)] for fact in found}, {desk.topic(fact) for fact in found}
    speakers = [speaker for speaker in desk.contested_speakers() if speaker.number in speaking]
    subjects = [subject for subject in desk.contested_subjects() if subject.label in met]
    rows = (Row(speaker, tuple(tally.cell(speaker, subject) for subject in subjects)) for speaker in speakers)
    silent = sum(id_ != NARRATOR and number not in speaking for id_, number in desk.speakers.items())
    return Matrix(tuple(subjects), tuple(rows), silent)
