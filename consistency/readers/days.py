"""Publication and reporting days, as far as the text itself tells them; never the day of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from consistency.model import Article, Document
from consistency.readers.storypage import StoryPage
from consistency.rulepack import Packs

_DAY = dt.timedelta(days=1)


def date_stories(document: Document, packs: Packs) -> Document:
    """The document with its article's day, where metadata and options leave it open, and its stories' reporting days."""
    if not any(m.type == "date" for m in document.mentions):
        return document
    pages = [StoryPage(document, story, packs) for story in document.article.stories]
    article = _published(document.article, pages)
    days = [page.story.reported_on or page.reported(article.published) for page in pages]
    stories = tuple(page.story.model_copy(update={"reported_on": day}) for page, day in zip(pages, days, strict=True))
    return replace(document, article=article.model_copy(update={"stories": stories}))


def _published(article: Article, pages: Sequence[StoryPage]) -> Article:
    day = None if article.published else _day_of_text(pages)
    return article.model_copy(update={"published": day, "published_from": "text"}) if day else article


def _day_of_text(pages: Sequence[StoryPage]) -> dt.date | None:
    """The day that a label, a line of its own, the dateline or the writer's own words fix, the surest first.

    A year alone fixes no day: the first or last of it would be a guess that relative dates are then resolved against.
    """
    first, others = pages[0], pages[1:]
    labelled = first.labelled or (pages[-1].labelled_below if not others else None)
    if labelled:
        return labelled
    day = first.header or first.told
    if day is None or (first.header and not first.allows(day)):
        return None
    return None if any(page.told and page.told > day for page in others) else day
