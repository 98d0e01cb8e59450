"""The page put together from its parts, its template, its style sheet and its script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from consistency.model import Language, Report
from consistency.ownreports import PAGE_MARK
from consistency.report.escape import prevailing
from consistency.report.headings import none_found
from consistency.report.html.articles import Told, articles
from consistency.report.html.cards import Section, Sections
from consistency.report.html.desk import Desk, Detail
from consistency.report.html.matrix import Matrix, matrix
from consistency.report.html.policy import policy
from consistency.report.html.remarks import Remarks, remarks
from consistency.report.html.remembered import Remembered, remembered
from consistency.report.html.shown import english, isolated, own, plain, sentence, shown
from consistency.report.html.timeline import Timeline, timeline
from consistency.report.page import Page
from consistency.wording import Wording

_LIMIT = 1_000_000
"""Bytes that a page keeps below, if showing less can do it."""
_DETAILS = (Detail(), Detail(whole=False), Detail(whole=False, shown=1))


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
    remembered: Remembered
    none: str


def as_html(report: Report, page: Page) -> str:
    """The whole page, in the language of most articles unless the page wants another; the same bytes for the same report.

    Where it would be too large, it shows less around what the findings rest on, and says so.
    """
    page = page.spoken(page.language or _language(report))
    text = ""
    for detail in _DETAILS:
        text = _written(Desk(report, page, detail))
        if len(text.encode()) < _LIMIT:
            break
    return text


def _written(desk: Desk) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    allowed = {
        "style": Markup(style),
        "script": Markup(script),
        "mark": Markup(PAGE_MARK),
        "policy": policy(style, script),
    }
    return _template(desk.words).render(view=_view(desk), words=desk.words, **allowed) + "\n"


def _view(desk: Desk) -> View:
    sections = Sections(desk)
    report, many = desk.index.report, desk.words.many
    tensions = many(len(desk.index.findings("tension")), "tension")
    counted = ((report.articles, "article"), (report.speakers, "speaker"), (report.statements, "statement"))
    return View(
        title=desk.words.label("{findings} in {read}", findings=tensions, read=many(len(report.articles), "article")),
        counts=(*(many(len(items), noun) for items, noun in counted), many(len(report.facts), "comparable claim")),
        desk=desk,
        sections=sections.all,
        matrix=matrix(desk),
        timeline=timeline(desk),
        articles=articles(desk, sections),
        remarks=remarks(desk),
        remembered=remembered(desk),
        none=none_found(desk.index),
    )


def _language(report: Report) -> Language:
    """That of most articles; English where as many are in another one."""
    counted = Counter(article.language for article in report.articles)
    return min(counted, key=lambda language: (-counted[language], language != "en", language), default="en")


def _template(words: Wording) -> Template:
    """The page's template in the words of a language; whatever it prints is escaped."""
    environment = Environment(
        loader=PackageLoader("consistency.report.html", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=plain,
    )
    in_line = {"isolated": isolated, "sentence": sentence, "own": own, "english": english}
    environment.filters |= {name: partial(shows, base=words.direction) for name, shows in in_line.items()}
    environment.filters |= {
        "shown": shown,
        "explained": sentence,
        "direction": prevailing,
        "many": words.many,
        "explanations": words.explanations,
    }
    environment.globals |= {"t": words.label}
    return environment.get_template("page.html.jinja")


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
