"""The running text of a web page: menus, boxes, comments and lists of links left out, every paragraph kept, repeated ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from consistency.errors import InputError

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree
    from resiliparse.parse.html.node import DOMContext, ElementNode

_FURNITURE = ("nav", "aside", "footer", "form", "dialog", "figcaption", "ins", "iframe", "[role=dialog]")
_BOXES = "[{0}*=newsletter i], [{0}*=related i], [{0}*=share i], [{0}*=cookie i], [{0}*=consent i], [{0}*=comment i]"
_BOX = ", ".join(_BOXES.format(name) for name in ("class", "id", "data-component"))
_ARTICLES = ("[itemprop~=articleBody]", "article")
_BLOCKS = "li, td, p, div, section, h2, h3, h4, h5, h6"
_HEADINGS = "h2, h3, h4, h5, h6"
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&#?\w+;")
_DEEPEST = 1000
"""Elements inside each other: browsers stop at 512, and the extractor's time grows with the square of the depth."""
_LINKED, _LONGEST_LINK = 0.8, 200
_ENOUGH = 0.3


def parsed(html: str, where: str) -> HTMLTree:
    """The tree of a page; raises InputError for one that no browser would show."""
    from resiliparse.parse.html import HTMLTree
    from resiliparse.parse.html.node import traverse_dom

    tree, found = HTMLTree.parse(html), 0

    def note(context: DOMContext) -> None:
        nonlocal found
        found = max(found, context.depth)

    if tree.document and tree.document.document_element:
        traverse_dom(tree.document.document_element, note)
    if found > _DEEPEST:
        raise InputError(
            f"{where}: more than {_DEEPEST:,} elements inside each other; allowed are pages as browsers show"
        )
    return tree


def fragment_text(html: str, where: str) -> str:
    """The lines of a piece of HTML, all of it; a text without markup stays as it is. Raises InputError."""
    from resiliparse.extract.html2text import extract_plain_text

    if not _MARKUP.search(html):
        return html.strip()
    text = extract_plain_text(parsed(html, where), preserve_formatting=True, list_bullets=False, alt_texts=False)
    return "\n".join(map(_line, text.splitlines())).strip()


def main_text(body: ElementNode) -> str:
    """The lines of the article of a page's body, paragraphs apart; empty where there is none."""
    from resiliparse.extract.html2text import extract_plain_text

    article = _article(body)
    _prune(article)
    headings = {_line(h.text) for h in article.query_selector_all(_HEADINGS)}
    text = extract_plain_text(
        f"<body>{article.html}</body>",
        preserve_formatting=True,
        main_content=True,
        list_bullets=False,
        alt_texts=False,
        comments=False,
        post_meta=False,
        skip_elements=_FURNITURE,
    )
    lines = [_line(line) for line in text.splitlines()]
    return "\n".join(_without_bare(lines, headings)).strip()


def _article(whole: ElementNode) -> ElementNode:
    """The element that holds the article, where the page names one and it holds a good part of the text; else the page."""
    for selector in _ARTICLES:
        named = whole.query_selector_all(selector)
        if len(named) == 1 and len(named[0].text or "") > _ENOUGH * _running(whole):
            return named[0]
    return whole


def _running(node: ElementNode) -> int:
    """The letters of a page that stand in paragraphs."""
    return sum(len(p.text or "") for p in node.query_selector_all("p"))


def _prune(article: ElementNode) -> None:
    """Takes out boxes beside the article and blocks that are links and nothing else."""
    whole = len(article.text or "")
    for box in list(article.query_selector_all(_BOX)):
        if len(box.text or "") < _ENOUGH * whole and not box.query_selector("h1, article"):
            box.decompose()
    for block in list(article.query_selector_all(_BLOCKS)):
        if _is_linked(block):
            block.decompose()


def _is_linked(block: ElementNode) -> bool:
    links = block.query_selector_all("a")
    text = len(_line(block.text))
    linked = sum(len(_line(a.text)) for a in links)
    short = text <= _LONGEST_LINK or len(links) > 1
    return bool(text) and short and linked >= _LINKED * text and not block.query_selector("h1")


def _line(text: str | None) -> str:
    """A line without the white space around it."""
    return (text or "").strip()


def _without_bare(lines: list[str], headings: set[str]) -> Iterator[str]:
    """The lines without headings that nothing stands under."""
    bare = False
    kept: list[str] = []
    for line in reversed(lines):
        if line in headings and (bare or not any(kept)):
            continue
        bare = line in headings or (bare and not line)
        kept.append(line)
    yield from reversed(kept)
