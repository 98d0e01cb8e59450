"""What was skipped, not resolved or not compared, and what somebody set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consistency.model import Dismissed, Speaker, Warning
from consistency.report.html.desk import Choice, Desk
from consistency.report.leftopen import INPUT_CODES, anonymous, grouped, met_no_other, narrated, silent


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning; ``article`` is the number of the article that it is about, ``source`` and ``characters`` its place."""

    message: str
    article: int | None
    source: str
    characters: str


@dataclass(frozen=True, slots=True)
class Group:
    """The warnings of one kind."""

    title: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody without a name: how many statements are his, and the numbers and ids of their articles."""

    name: str
    statements: int
    articles: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What somebody claims that met no other: each claim with the numbers of its statements."""

    name: str
    claims: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def number(self) -> int:
        """How many they are."""
        return sum(len(numbers) for _, numbers in self.claims)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A dismissed finding with the reason."""

    dismissed: Dismissed
    about: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """All of them; ``lines`` say what was not compared, in numbers."""

    skipped: tuple[Remark, ...]
    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    alone: tuple[Alone, ...]
    lines: tuple[str, ...]
    dismissed: tuple[SetAside, ...]

    @property
    def none(self) -> bool:
        """Whether nothing was left open."""
        return not (self.groups or self.sources or self.alone or self.lines)


def remarks(desk: Desk) -> Remarks:
    """What an editor must know beside the findings."""
    report = desk.index.report
    return Remarks(
        skipped=tuple(_remark(desk, w) for w in report.warnings if w.code in INPUT_CODES),
        groups=tuple(
            Group(title, tuple(_remark(desk, warning) for warning in found))
            for title, found in grouped(report.warnings)
        ),
        sources=tuple(_source(desk, speaker) for speaker in anonymous(report)),
        alone=tuple(_alone(desk)),
        lines=tuple(_lines(desk)),
        dismissed=tuple(SetAside(d, desk.about(d.finding)) for d in report.dismissed),
    )


def _remark(desk: Desk, warning: Warning) -> Remark:
    source = desk.page.source(warning.article) if warning.article else ""
    start, end = warning.span or (0, 0)
    characters = desk.words.label(", characters {start}–{end}", start=start, end=end) if warning.span else ""
    return Remark(warning.message, desk.articles.get(warning.article or ""), source, characters)


def _source(desk: Desk, speaker: Speaker) -> Source:
    said = [s for s in desk.index.report.statements if s.speaker == speaker.id]
    articles = dict.fromkeys(s.article for s in said)
    return Source(speaker.name, len(said), tuple(Choice(desk.articles[id_], id_) for id_ in articles))


def _alone(desk: Desk) -> Iterator[Alone]:
    """By speaker, in the order of the facts."""
    said: dict[str, dict[str, list[int]]] = {}
    for fact in met_no_other(desk.index):
        place = "" if fact.place else f" {desk.words.label('(place unknown)')}"
        claims = said.setdefault(desk.index.speaker_of(fact), {})
        claims.setdefault(f"{desk.topic(fact)}: {desk.saying(fact)}{place}", []).append(desk.statements[fact.statement])
    for speaker, claims in said.items():
        yield Alone(desk.index.name(speaker), tuple((claim, tuple(numbers)) for claim, numbers in claims.items()))


def _lines(desk: Desk) -> Iterator[str]:
    yield from filter(None, (narrated(desk.index), silent(desk.index)))
