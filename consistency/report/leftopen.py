"""What could not be compared or resolved, so that silence is not taken for agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.model import NARRATOR, Fact, Speaker, Warning
from consistency.report.escape import directed, inline, mixed
from consistency.report.index import Index
from consistency.report.layout import bullets, many, table
from consistency.report.page import Page
from consistency.report.tables import warning_line

INPUT_CODES = ("input_skipped", "files_ignored")
"""Warnings that say what was not read; they stand at the top of the report."""
OTHER_CODES = (
    ("undated-article", "Articles without a day"),
    ("unresolved-speaker", "Speakers without a name"),
    ("unresolved-date", "Dates that no day anchors"),
    ("stale-dismissal", "Dismissals that match nothing"),
)
_ANONYMOUS = "anon."


def left_open(index: Index, page: Page) -> Iterator[str]:
    """The last section: warnings, anonymous sources, claims that met no other, statements without a claim."""
    yield "## Not compared or not resolved"
    parts = [*_warned(index, page), *_anonymous(index), *_alone(index, page), *_silent(index)]
    yield from parts or ["Nothing was left open."]


def _warned(index: Index, page: Page) -> Iterator[str]:
    warnings = [w for w in index.report.warnings if w.code not in INPUT_CODES]
    codes = [code for code, _ in OTHER_CODES]
    yield from _listed(page, "Other warnings", [w for w in warnings if w.code not in codes])
    for code, heading in OTHER_CODES:
        yield from _listed(page, heading, [w for w in warnings if w.code == code])


def _listed(page: Page, heading: str, warnings: Sequence[Warning]) -> Iterator[str]:
    if warnings:
        yield f"### {heading}"
        yield bullets(warning_line(page, w) for w in warnings)


def _anonymous(index: Index) -> Iterator[str]:
    sources = [s for s in index.report.speakers if s.id.startswith(_ANONYMOUS)]
    if sources:
        yield "### Anonymous sources"
        yield "Each is kept apart; two of them are never taken for one."
        yield bullets(_source(index, source) for source in sources)


def _source(index: Index, source: Speaker) -> str:
    said = [s for s in index.report.statements if s.speaker == source.id]
    articles = ", ".join(dict.fromkeys(s.article for s in said))
    return f"{directed(source.name)}: {many(len(said), 'statement')} ({inline(articles)})"


def _alone(index: Index, page: Page) -> Iterator[str]:
    """Claims that no finding rests on; the article's own narration claims nothing."""
    spoken = [f for f in index.report.facts if index.speaker_of(f) != NARRATOR]
    alone = [f for f in spoken if f.id not in index.compared]
    told = len(index.report.facts) - len(spoken)
    if alone:
        yield "### Claims that met no other"
        yield "Nobody else, nor the speaker elsewhere, spoke of the same subject, event and place at a time that a rule compares."
        yield table(("Speaker", "Claim", "Where"), [_claim(index, page, fact) for fact in alone])
    if told:
        yield f"The articles' own narration holds {many(told, 'claim')}; narration is not compared with speakers."


def _claim(index: Index, page: Page, fact: Fact) -> Sequence[str]:
    place = page.source(index.statements[fact.statement].article)
    said = f"{page.phrases.topic(fact)}: {page.phrases.saying(fact)}{'' if fact.place else ' (place unknown)'}"
    return (
        directed(index.name(index.speaker_of(fact))),
        mixed(said),
        inline(f"{place}, characters {fact.span[0]}–{fact.span[1]}"),
    )


def _silent(index: Index) -> Iterator[str]:
    speaking = {fact.statement for fact in index.report.facts}
    silent = sum(s.id not in speaking for s in index.report.statements)
    if silent:
        total = many(len(index.report.statements), "statement")
        yield f"{silent} of {total} hold no claim of a kind that the rule packs know."
