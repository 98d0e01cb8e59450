"""News in JSON (ninjs, versions 1 to 3): one item, a list of items, or an answer that holds them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from consistency.errors import InputError
from consistency.readers.batch import Batch, ForeignError, Row, Source
from consistency.readers.dates import loose_day
from consistency.readers.decoding import decode
from consistency.readers.files import File
from consistency.readers.headline import under
from consistency.readers.webtext import fragment_text

_LISTS = ("items", "_items")
_BODIES = ("bodies", "body_html", "body_xhtml", "body_text", "body")
_TEXTS = ("text", "composite")
_ALLOWED = "allowed is ninjs: an object with a uri and a headline or a body, or a list of them"

Item = dict[str, Any]
"""An item with its names in lower case, for versions differ in that."""


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a file; an item that gives none becomes a warning. Raises InputError."""
    path = str(file.path)
    try:
        given = json.loads(decode(file.read(), path))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not JSON: {error}; {_ALLOWED}") from None
    items = [_lower(item) for item in _listed(given) if isinstance(item, dict)]
    if not any(map(_is_news, items)):
        raise ForeignError(f"{path}: JSON without news items; {_ALLOWED}; rows of id and text belong in a .jsonl file")
    for number, item in enumerate(items, 1):
        with batch.going_on():
            fields = _fields(item, f"{path}, item {number}")
            source = Source(path, part=f"item {number}, extracted text")
            yield Row({"id": f"{file.path.stem}-{number}", **fields}, source, "ninjs")


def _listed(given: Any) -> list[Any]:
    if isinstance(given, dict):
        held = next((given[name] for name in _LISTS if isinstance(given.get(name), list)), [given])
        return list(held)
    return given if isinstance(given, list) else []


def _lower(item: Item) -> Item:
    return {name.lower(): value for name, value in item.items()}


def _is_news(item: Item) -> bool:
    return bool({"uri", "guid"} & item.keys()) and bool({"headline", "headlines", *_BODIES} & item.keys())


def _fields(item: Item, where: str) -> dict[str, Any]:
    if not _is_news(item):
        raise InputError(f"{where}: no news item; {_ALLOWED}")
    _require_usable(item, where)
    title, day = _headline(item, where), loose_day(item.get("versioncreated") or item.get("firstcreated"))
    uri = _text(item, "uri") or _text(item, "guid")
    found = {
        "id": uri,
        "title": title,
        "text": under(title, _body(item, where)),
        "author": _text(item, "byline"),
        "outlet": _named(item, "infosources") or _text(item, "copyrightholder") or _text(item, "source"),
        "url": uri if uri.startswith(("http://", "https://")) else "",
        "published": day.isoformat() if day else None,
    }
    return {name: value for name, value in found.items() if value}


def _require_usable(item: Item, where: str) -> None:
    """Raises InputError for an item that has been withdrawn, or that is no text."""
    status, kind = _text(item, "pubstatus") or "usable", _text(item, "type") or "text"
    if status != "usable":
        raise InputError(f"{where}: its status is {status!r}; allowed are items that are usable")
    if kind not in _TEXTS:
        raise InputError(f"{where}: it is a {kind}; allowed are texts")


def _headline(item: Item, where: str) -> str:
    found = _text(item, "headline") or next(iter(_values(item.get("headlines"))), "")
    return " ".join(fragment_text(found, where).split())


def _body(item: Item, where: str) -> str:
    """The longest body that an item gives."""
    bodies = [body for name in _BODIES for body in _values(item.get(name))]
    if not bodies:
        raise InputError(f"{where}: no body; allowed are items with body_text, body_html or bodies")
    return fragment_text(max(bodies, key=len), where)


def _values(given: Any) -> list[str]:
    """The texts of a field: a text, or a list of objects with a value each."""
    listed = given if isinstance(given, list) else [{"value": given}]
    values = (part.get("value") for part in listed if isinstance(part, dict))
    return [value for value in values if isinstance(value, str) and value.strip()]


def _named(item: Item, name: str) -> str:
    listed = item.get(name)
    names = [part.get("name") for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []
    return next((found for found in names if isinstance(found, str)), "")


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""
