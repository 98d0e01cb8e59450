"""A NewsML-G2 message of a news agency: its text items that may be used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, tostring

from consistency.errors import InputError
from consistency.readers.batch import Batch, Row, Source
from consistency.readers.dates import loose_day
from consistency.readers.files import File
from consistency.readers.headline import under
from consistency.readers.webtext import fragment_text

_TEXTS = ("text", "composite")
_BODIES = ("body.content", "body")
"""Where NITF and XHTML inside a message have the story, without its head."""


def rows(root: Element, file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a message, its names without namespaces; an item that gives none becomes a warning."""
    items = list(root.iter("newsItem"))
    if not items:
        raise InputError(f"{file.path}: <{root.tag}> without a newsItem; allowed are messages with news items")
    for number, item in enumerate(items, 1):
        with batch.going_on():
            source = Source(str(file.path), part=f"item {number}, extracted text")
            fields = _fields(item, f"{file.path}, item {number}")
            yield Row({"id": f"{file.path.stem}-{number}", **fields}, source, "newsml")


def _fields(item: Element, where: str) -> dict[str, Any]:
    _require_usable(item, where)
    title, day = _text(item, "contentMeta/headline"), loose_day(_text(item, "itemMeta/versionCreated"))
    found = {
        "id": item.get("guid"),
        "title": title,
        "text": under(title, _body(item, where)),
        "author": _text(item, "contentMeta/by"),
        "outlet": _text(item, "itemMeta/provider/name")
        or _text(item, "contentMeta/creditline")
        or _text(item, "rightsInfo/copyrightHolder/name"),
        "published": day.isoformat() if day else None,
    }
    return {name: value for name, value in found.items() if value}


def _require_usable(item: Element, where: str) -> None:
    """Raises InputError for an item that its agency has withdrawn, or that is no text."""
    status, kind = (_code(item, f"itemMeta/{name}") for name in ("pubStatus", "itemClass"))
    if status not in ("usable", ""):
        raise InputError(f"{where}: its status is {status!r}; allowed are items that are usable")
    if kind not in (*_TEXTS, ""):
        raise InputError(f"{where}: it is a {kind}; allowed are texts")


def _body(item: Element, where: str) -> str:
    content = item.find("contentSet")
    parts = list(content) if content is not None else []
    for part in parts:
        if part.tag == "inlineXML":
            inner = next((found for name in _BODIES for found in part.iter(name)), part)
            return fragment_text(tostring(inner, encoding="unicode"), where)
        if part.tag == "inlineData" and (part.text or "").strip():
            return fragment_text(part.text or "", where)
    found = f"only {parts[0].tag}, and nothing is fetched" if parts else "no content"
    raise InputError(f"{where}: {found}; allowed are items with inlineXML or inlineData")


def _text(item: Element, path: str) -> str:
    element = item.find(path)
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _code(item: Element, path: str) -> str:
    element = item.find(path)
    code = element.get("qcode") or element.get("uri") or "" if element is not None else ""
    return code.replace("/", ":").rpartition(":")[2]
