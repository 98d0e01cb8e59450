"""One article from its fields: a JSONL row, or a text with its metadata."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from consistency.errors import InputError
from consistency.model import Article, known_languages
from consistency.readers.dates import parse_date

_OPTIONAL_TEXT = ("title", "outlet", "url", "author")
_SURROGATE = re.compile("[\ud800-\udfff]")

Fields = Mapping[str, Any]
Where = Callable[[str], str]
"""The place (file, and line where known) of a field."""


def article_from(fields: Fields, where: Where) -> Article:
    """The article of ``fields`` (id, text, title, published, outlet, url, author, language; others are ignored).

    Raises InputError that says where, what was found and what is allowed.
    """
    for name in ("id", "text"):
        _required(fields, name, where(name))
    return Article(id=fields["id"], text=fields["text"], **metadata_from(fields, where))


def metadata_from(fields: Fields, where: Where) -> dict[str, Any]:
    """The checked metadata among ``fields``, what is not given left out; raises InputError."""
    return dict(_checked(fields, where))


def _checked(fields: Fields, where: Where) -> Iterator[tuple[str, Any]]:
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    for name in _OPTIONAL_TEXT:
        if name in given:
            yield name, _text(given[name], name, where(name))
    if "language" in given:
        yield "language", _language(given["language"], where("language"))
    if "published" in given:
        yield "published", parse_date(given["published"], where("published"))
        yield "published_from", "metadata"


def _required(fields: Fields, name: str, where: str) -> None:
    if name not in fields:
        raise InputError(f"{where}: no {name!r}; a row needs id and text")
    value = fields[name]
    if not isinstance(value, str) or not value.strip():
        found = "empty" if value is None or isinstance(value, str) else _short(value)
        raise InputError(f"{where}: {name} is {found}; allowed is a text that is not empty")
    if _SURROGATE.search(value):
        raise InputError(f"{where}: {name} has half of a surrogate pair; allowed is Unicode text")


def _text(value: object, name: str, where: str) -> str:
    if not isinstance(value, str) or _SURROGATE.search(value):
        raise InputError(f"{where}: {name} is {_short(value)}; allowed is a text, or null")
    return value


def _language(value: object, where: str) -> str:
    code = value.lower().replace("_", "-").split("-")[0] if isinstance(value, str) else value
    if code not in known_languages():
        allowed = f"{' and '.join(known_languages())}, or none to detect it"
        raise InputError(f"{where}: language is {_short(value)}; allowed are {allowed}")
    return str(code)


def _short(value: object) -> str:
    shown = ascii(value) if isinstance(value, str) and _SURROGATE.search(value) else repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
