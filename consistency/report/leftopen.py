"""What could not be compared or resolved, so that silence is not taken for agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from consistency.model import NARRATOR, Fact, Report, Speaker, Warning
from consistency.report.escape import directed, inline
from consistency.report.flow import flowing, placed
from consistency.report.index import Index
from consistency.report.layout import bullets, table
from consistency.report.page import Page
from consistency.report.tables import warning_line

INPUT_CODES = ("input_skipped", "files_ignored")
"""Warnings that say what was not read; they stand at the top of the report."""
_OTHER = "Other warnings"
_TITLES = {
    "undated-article": "Articles without a day",
    "unresolved-speaker": "Speakers without a name",
    "unresolved-date": "Dates that no day anchors",
    "stale-dismissal": "Dismissals that match nothing",
}
_ANONYMOUS = "anon."


def grouped(warnings: Iterable[Warning]) -> list[tuple[str, list[Warning]]]:
    """The warnings that are not about inputs, under their headings, in English."""
    named: dict[str, list[Warning]] = {title: [] for title in (_OTHER, *_TITLES.values())}
    for warning in warnings:
        if warning.code not in INPUT_CODES:
            named[_TITLES.get(warning.code, _OTHER)].append(warning)
    return [(title, found) for title, found in named.items() if found]


def anonymous(report: Report) -> list[Speaker]:
    """The sources without a name."""
    return [speaker for speaker in report.speakers if speaker.id.startswith(_ANONYMOUS)]


def met_no_other(index: Index) -> list[Fact]:
    """Claims that no finding rests on; the article's own narration claims nothing."""
    spoken = (fact for fact in index.report.facts if index.speaker_of(fact) != NARRATOR)
    return [fact for fact in spoken if fact.id not in index.compared]


def narrated(index: Index) -> str:
    """How much the articles claim in their own voice; empty where they claim nothing."""
    told = sum(index.speaker_of(fact) == NARRATOR for fact in index.report.facts)
    holds = "The articles' own narration holds {claims}; narration is not compared with speakers."
    return index.wording.label(holds, claims=index.wording.many(told, "claim")) if told else ""


def silent(index: Index) -> str:
    """How many statements claim nothing; empty where all do."""
    speaking = {fact.statement for fact in index.report.facts}
    number = sum(s.id not in speaking for s in index.report.statements)
    total = index.wording.many(len(index.report.statements), "statement")
    none = "{number} of {statements} hold no claim of a kind that the rule packs know."
    return index.wording.label(none, number=number, statements=total) if number else ""


def left_open(index: Index, page: Page) -> Iterator[str]:
    """The last section: warnings, anonymous sources, claims that met no other, statements without a claim."""
    yield f"## {index.wording.label('Not compared or not resolved')}"
    parts = [*_warned(index, page), *_anonymous(index), *_alone(index, page), *filter(None, (silent(index),))]
    yield from parts or [index.wording.label("Nothing was left open.")]


def _warned(index: Index, page: Page) -> Iterator[str]:
    for title, warnings in grouped(index.report.warnings):
        yield f"### {index.wording.label(title)}"
        yield bullets(warning_line(page, w) for w in warnings)


def _anonymous(index: Index) -> Iterator[str]:
    sources = anonymous(index.report)
    if sources:
        yield f"### {index.wording.label('Anonymous sources')}"
        yield index.wording.label("Each is kept apart; two of them are never taken for one.")
        yield bullets(_source(index, source) for source in sources)


def _source(index: Index, source: Speaker) -> str:
    said = [s for s in index.report.statements if s.speaker == source.id]
    articles = ", ".join(dict.fromkeys(s.article for s in said))
    return f"{directed(source.name)}: {index.wording.many(len(said), 'statement')} ({inline(articles)})"


def _alone(index: Index, page: Page) -> Iterator[str]:
    alone, label = met_no_other(index), index.wording.label
    if alone:
        yield f"### {label('Claims that met no other')}"
        yield label(
            "Nobody else, nor the speaker elsewhere, spoke of the same subject, event and place at a time that a rule compares."
        )
        head = (label("Speaker"), label("Claim"), label("Where"))
        yield table(head, [_claim(index, page, fact) for fact in alone])
    yield from filter(None, (narrated(index),))


def _claim(index: Index, page: Page, fact: Fact) -> Sequence[str]:
    unknown = "" if fact.place else f" {index.wording.label('(place unknown)')}"
    said = f"{page.phrases.topic(fact)}: {page.phrases.saying(fact)}{unknown}"
    place = placed(page, page.source(index.statements[fact.statement].article), fact.span)
    return (directed(index.name(index.speaker_of(fact))), flowing(page, said), place)
