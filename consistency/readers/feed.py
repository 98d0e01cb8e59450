"""An RSS or Atom feed as it was saved: one article an entry, with as much of its text as the feed holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from consistency.errors import InputError
from consistency.readers.batch import SKIPPED, Batch, Row, Source
from consistency.readers.dates import loose_day
from consistency.readers.files import File
from consistency.readers.headline import under
from consistency.readers.webtext import fragment_text

_ENDS = ("</rss>", "</feed>", "RDF>")


def rows(text: str, file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a feed; one that breaks off loses its last entry, with a warning. Raises InputError for none."""
    import feedparser

    path = str(file.path)
    # A bare string would be taken for an address or a file name and opened.
    found = feedparser.parse(
        io.BytesIO(text.encode("utf-8")), response_headers={"content-type": "text/xml; charset=utf-8"}
    )
    entries = list(found.entries)
    if not text.rstrip().endswith(_ENDS):
        batch.warn(SKIPPED, f"{path}: breaks off in entry {len(entries)}; that and what came behind it is not read")
        entries = entries[:-1]
    elif not entries:
        raise InputError(f"{path}: a feed without entries; allowed are feeds with some")
    outlet = _plain(found.feed.get("title"))
    for number, entry in enumerate(entries, 1):
        with batch.going_on():
            source = Source(path, part=f"entry {number}, extracted text")
            fields = _fields(entry, str(source))
            yield Row({"id": f"{file.path.stem}-{number}", "outlet": outlet, **fields}, source, "feed")


def _fields(entry: Any, where: str) -> dict[str, Any]:
    title, day = _plain(entry.get("title")), loose_day(entry.get("published") or entry.get("updated"))
    found = {
        "id": entry.get("id") or entry.get("link"),
        "title": title,
        "text": under(title, _body(entry, where)),
        "url": entry.get("link"),
        "author": _plain(entry.get("author")),
        "published": day.isoformat() if day else None,
    }
    if not found["text"].strip():
        raise InputError(f"{where}: an entry without words; allowed is one with a title, a summary or content")
    return {name: value for name, value in found.items() if value}


def _body(entry: Any, where: str) -> str:
    """The longest of an entry's contents, else its summary."""
    contents = [part.get("value") or "" for part in entry.get("content") or ()]
    return fragment_text(max(contents, key=len, default="") or entry.get("summary") or "", where)


def _plain(value: str | None) -> str:
    """A title or name as one line without markup."""
    return " ".join(fragment_text(value or "", "").split())
