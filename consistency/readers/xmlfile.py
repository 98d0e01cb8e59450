"""An XML file as what its root says: a feed, a NewsML-G2 message or a page. Entities of its own are refused."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError

import consistency.readers.feed as feed
import consistency.readers.newsml as newsml
import consistency.readers.webpage as webpage
from consistency.errors import InputError
from consistency.readers.batch import Batch, ForeignError, Row
from consistency.readers.decoding import decode_markup
from consistency.readers.files import File

_MOST = 32 << 20
_DEEPEST = 200
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY\b")

Reader = Callable[[str, File, Batch], Iterator[Row]]


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of the file; raises InputError."""
    path = str(file.path)
    text = _DECLARATION.sub("", decode_markup(file.read(_MOST), path)).strip()
    if _ENTITY.search(text):
        raise InputError(f"{path}: declares entities of its own; allowed are XML files without")
    root = _root(text, path)
    match root:
        case "rss" | "RDF" | "feed":
            yield from feed.rows(text, file, batch)
        case "newsMessage" | "newsItem" | "packageItem":
            yield from newsml.rows(_tree(text, path), file, batch)
        case "html":
            yield from webpage.rows(file, batch)
        case _:
            raise ForeignError(f"{path}: XML of <{root}>; allowed are RSS, Atom, NewsML-G2 and XHTML")


def _root(text: str, path: str) -> str:
    """The local name of the root element, whatever comes behind it."""
    from defusedxml.ElementTree import iterparse

    try:
        _, element = next(iter(iterparse(io.BytesIO(text.encode("utf-8")), events=("start",))))
    except (ParseError, StopIteration) as error:
        reason = "nothing in it" if isinstance(error, StopIteration) or not text else str(error)
        raise InputError(f"{path}: not XML: {reason}; allowed are RSS, Atom, NewsML-G2 and XHTML") from None
    return _local(element.tag)


def _tree(text: str, path: str) -> Element:
    """The whole tree, its names without namespaces; raises InputError."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(text.encode("utf-8"))
    except (ParseError, DefusedXmlException) as error:
        raise InputError(f"{path}: not well-formed XML: {error}; allowed are whole files") from None
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        element.tag = _local(element.tag)
        waiting += [(child, depth + 1) for child in element]
        if depth > _DEEPEST:
            raise InputError(f"{path}: more than {_DEEPEST} elements inside each other; allowed are news messages")
    return root


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
