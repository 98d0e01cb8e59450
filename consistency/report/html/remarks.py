"""What was skipped, not resolved or not compared, and what somebody set aside."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.model import NARRATOR, Dismissed, Warning
from consistency.report.html.desk import Desk
from consistency.report.layout import many
from consistency.report.leftopen import INPUT_CODES, OTHER_CODES


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning; ``article`` is the number of the article that it is about."""

    message: str
    article: int | None
    place: str


@dataclass(frozen=True, slots=True)
class Group:
    """The warnings of one kind."""

    title: str
    remarks: tuple[Remark, ...]


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
    lines: tuple[str, ...]
    dismissed: tuple[SetAside, ...]


def remarks(desk: Desk) -> Remarks:
    """What an editor must know beside the findings."""
    report = desk.index.report
    known = dict(OTHER_CODES)
    named: dict[str, list[Remark]] = {title: [] for title in ("Other warnings", *known.values())}
    for warning in report.warnings:
        if warning.code not in INPUT_CODES:
            named[known.get(warning.code, "Other warnings")].append(_remark(desk, warning))
    return Remarks(
        skipped=tuple(_remark(desk, w) for w in report.warnings if w.code in INPUT_CODES),
        groups=tuple(Group(title, tuple(found)) for title, found in named.items() if found),
        lines=_lines(desk),
        dismissed=tuple(SetAside(d, desk.about(d.finding)) for d in report.dismissed),
    )


def _remark(desk: Desk, warning: Warning) -> Remark:
    span = f", characters {warning.span[0]}–{warning.span[1]}" if warning.span else ""
    place = f"{desk.page.source(warning.article)}{span}" if warning.article else ""
    return Remark(warning.message, desk.articles.get(warning.article or ""), place)


def _lines(desk: Desk) -> tuple[str, ...]:
    index = desk.index
    spoken = [fact for fact in index.report.facts if index.speaker_of(fact) != NARRATOR]
    alone = sum(fact.id not in index.compared for fact in spoken)
    told = len(index.report.facts) - len(spoken)
    speaking = {fact.statement for fact in index.report.facts}
    silent = sum(statement.id not in speaking for statement in index.report.statements)
    return tuple(
        line
        for count, line in (
            (alone, f"{many(alone, 'claim')} met no other on the same subject, event and place that a rule compares."),
            (told, f"{many(told, 'claim')} of the articles' own narration; narration is not compared with speakers."),
            (silent, f"{many(silent, 'statement')} without a claim of a kind that the rule packs know."),
        )
        if count
    )
