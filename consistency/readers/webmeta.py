"""What a web page says of itself: JSON-LD, Open Graph and other meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from consistency.readers.dates import loose_day

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree
    from resiliparse.parse.html.node import DocumentNode

_ARTICLE = re.compile(r"(Article|BlogPosting|Report)$")
_DAYS = (
    "article:published_time", "datePublished", "pubdate", "publishdate", "publish-date", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time",
)  # fmt: skip
_TIMES = (
    "time[itemprop=datePublished], time[pubdate], article header time[datetime], header time[datetime], time.published"
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_SEPARATED = re.compile(r"\s+[-–—|»:]{1,2}\s+")
_HEADLINE_WORDS = 3

Linked = dict[str, Any]


def metadata(tree: HTMLTree) -> dict[str, Any]:
    """The title, author, outlet, url and published day of a page, what it does not say left out."""
    document = tree.document
    if document is None:
        return {}
    linked, meta = _linked_article(document), _meta(document)
    outlet = _names(linked.get("publisher")) or meta.get("og:site_name", "")
    found = {
        "title": _title(document, linked, meta, outlet),
        "author": _names(linked.get("author")) or _author(meta) or _text(document, "[rel=author], [itemprop=author]"),
        "outlet": outlet,
        "url": _address(document, linked, meta),
        "published": _published(document, linked, meta),
    }
    return {name: value for name, value in found.items() if value}


def _linked_article(document: DocumentNode) -> Linked:
    """The first article that the page's JSON-LD describes."""
    for script in document.query_selector_all("script[type='application/ld+json']"):
        try:
            given = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(given):
            kinds = item.get("@type")
            if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return item
    return {}


def _items(given: Any) -> Iterator[Linked]:
    for item in given if isinstance(given, list) else [given]:
        if isinstance(item, dict):
            yield item
            yield from _items(item.get("@graph") or [])


def _meta(document: DocumentNode) -> dict[str, str]:
    """The first value of each meta element, by lower-case name."""
    found: dict[str, str] = {}
    for element in document.query_selector_all("meta[content]"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or ""
        found.setdefault(name.lower(), _line(element.getattr("content")))
    return found


def _title(document: DocumentNode, linked: Linked, meta: dict[str, str], outlet: str) -> str:
    """The headline that readers see; where the page has none of its own, the stated one without the outlet's name."""
    heads = [_line(head.text) for head in document.query_selector_all("h1")]
    if len(heads) == 1 and heads[0] != outlet and len(heads[0].split()) >= _HEADLINE_WORDS:
        return heads[0]
    given = linked.get("headline")
    stated = _line(given if isinstance(given, str) else "") or meta.get("og:title") or _text(document, "title")
    own = [part for part in _SEPARATED.split(stated) if part != outlet]
    return stated if len(own) == len(_SEPARATED.split(stated)) else max(own, key=len, default=stated)


def _author(meta: dict[str, str]) -> str:
    return next((meta[n] for n in _AUTHORS if meta.get(n) and "://" not in meta[n]), "")


def _names(given: Any) -> str:
    """The names of one or more persons or bodies of JSON-LD."""
    named = (
        item.get("name") if isinstance(item, dict) else item for item in (given if isinstance(given, list) else [given])
    )
    return ", ".join(_line(name) for name in named if isinstance(name, str) and name.strip() and "://" not in name)


def _address(document: DocumentNode, linked: Linked, meta: dict[str, str]) -> str:
    canonical = document.query_selector("link[rel=canonical]")
    given = (
        canonical.getattr("href") if canonical else "",
        meta.get("og:url"),
        linked.get("url"),
        linked.get("mainEntityOfPage"),
    )
    found = (item.get("@id") if isinstance(item, dict) else item for item in given)
    return next(
        (_line(url) for url in found if isinstance(url, str) and url.strip().startswith(("http://", "https://"))), ""
    )


def _published(document: DocumentNode, linked: Linked, meta: dict[str, str]) -> str:
    """The day on which a page says that it was published, as written there; the day of its last change is none."""
    times = [time.getattr("datetime") or time.text for time in document.query_selector_all(_TIMES)]
    given = [linked.get("datePublished"), *(meta.get(name.lower()) for name in _DAYS), *times[:1]]
    days = (loose_day(value) for value in given)
    return next((day.isoformat() for day in days if day), "")


def _text(document: DocumentNode, selector: str) -> str:
    element = document.query_selector(selector)
    return _line(element.text if element else "")


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
