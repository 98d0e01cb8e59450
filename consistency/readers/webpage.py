"""A web page as a newsroom saved it: its article, headline, author, day and address. Nothing it links to is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consistency.errors import InputError
from consistency.readers.batch import Batch, Row, Source
from consistency.readers.decoding import decode_markup
from consistency.readers.files import File
from consistency.readers.headline import under
from consistency.readers.webmeta import metadata
from consistency.readers.webtext import main_text, parsed

_MOST = 16 << 20
_WORDS = 8


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The article of a page; raises InputError."""
    text = decode_markup(file.read(_MOST), str(file.path))
    fields = page_fields(text, str(file.path))
    yield Row({**fields, "id": file.path.stem}, Source(str(file.path), part="extracted text"), "html")


def page_fields(html: str, where: str) -> dict[str, Any]:
    """The text (the headline is its first line) and metadata of a page; raises InputError for one without an article."""
    if "<" not in html:
        raise InputError(f"{where}: no HTML in it; allowed is a page with an article")
    tree = parsed(html, where)
    found = metadata(tree)
    body = main_text(tree.body) if tree.body else ""
    if not any(len(line.split()) >= _WORDS for line in body.splitlines()):
        title = f" under the title {found['title']!r}" if found.get("title") else ""
        raise InputError(f"{where}: a page without running text{title}; allowed is a page with an article")
    return {**found, "text": under(found.get("title"), body)}
