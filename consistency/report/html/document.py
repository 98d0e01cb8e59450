"""The page put together from its parts, its template, its style sheet and its script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from consistency.model import Report
from consistency.report.html.articles import Told, articles
from consistency.report.html.cards import Section, Sections
from consistency.report.html.desk import Desk
from consistency.report.html.matrix import Matrix, matrix
from consistency.report.html.policy import policy
from consistency.report.html.remarks import Remarks, remarks
from consistency.report.html.shown import isolated, plain, sentence, shown
from consistency.report.html.timeline import Timeline, timeline
from consistency.report.layout import many
from consistency.report.page import Page


@dataclass(frozen=True, slots=True)
class View:
    """All that the template shows."""

    title: str
    counts: tuple[str, ...]
    desk: Desk
    sections: tuple[Section, ...]
    matrix: Matrix
    timeline: Timeline
    articles: tuple[Told, ...]
    remarks: Remarks


def as_html(report: Report, page: Page) -> str:
    """The whole page; the same report and page give the same bytes."""
    style, script = _asset("page.css"), _asset("page.js")
    view = _view(Desk(report, page))
    text = _template().render(view=view, style=Markup(style), script=Markup(script), policy=policy(style, script))
    return text + "\n"


def _view(desk: Desk) -> View:
    sections = Sections(desk)
    report = desk.index.report
    tensions = len(desk.index.findings("tension"))
    counted = ((report.articles, "article"), (report.speakers, "speaker"), (report.statements, "statement"))
    return View(
        title=f"{many(tensions, 'tension')} in {many(len(report.articles), 'article')}",
        counts=(*(many(len(items), noun) for items, noun in counted), many(len(report.facts), "comparable claim")),
        desk=desk,
        sections=sections.all,
        matrix=matrix(desk),
        timeline=timeline(desk),
        articles=articles(desk, sections),
        remarks=remarks(desk),
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    """The page's template; whatever it prints is escaped."""
    environment = Environment(
        loader=PackageLoader("consistency.report.html", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=plain,
    )
    environment.filters |= {"shown": shown, "isolated": isolated, "sentence": sentence, "many": many}
    return environment.get_template("page.html.jinja")


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
