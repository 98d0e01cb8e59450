"""One article from its fields: a JSONL row, or a text with its metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from consistency.errors import InputError
from consistency.model import Article, Language
from consistency.readers.dates import parse_date

LANGUAGES: tuple[str, ...] = get_args(Language)
_OPTIONAL_TEXT = ("title", "outlet", "url")
_SURROGATE = re.compile("[\ud800-\udfff]")


def article_from(fields: Mapping[str, Any], where: str) -> Article:
    """The article of ``fields`` (id, text, title, published, outlet, url, language; others are ignored).

    Raises InputError that names ``where``, what was found and what is allowed.
    """
    for name in ("id", "text"):
        _required(fields, name, where)
    kept: dict[str, Any] = {name: _optional(fields, name, where) for name in _OPTIONAL_TEXT}
    kept["language"] = _language(fields.get("language"), where)
    if fields.get("published") not in (None, ""):
        kept |= {"published": parse_date(fields["published"], where), "published_from": "metadata"}
    return Article(id=fields["id"], text=fields["text"], **kept)


def _required(fields: Mapping[str, Any], name: str, where: str) -> None:
    if name not in fields:
        raise InputError(f"{where}: no {name!r}; a row needs id and text")
    value = fields[name]
    if not isinstance(value, str) or not value.strip():
        found = "empty" if value is None or isinstance(value, str) else _short(value)
        raise InputError(f"{where}: {name} is {found}; allowed is a text that is not empty")
    if _SURROGATE.search(value):
        raise InputError(f"{where}: {name} has half of a surrogate pair; allowed is Unicode text")


def _optional(fields: Mapping[str, Any], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str) or _SURROGATE.search(value):
        raise InputError(f"{where}: {name} is {_short(value)}; allowed is a text, or null")
    return value


def _language(value: object, where: str) -> str | None:
    if value is None or value == "":
        return None
    code = value.lower().replace("_", "-").split("-")[0] if isinstance(value, str) else value
    if code not in LANGUAGES:
        allowed = f"{' and '.join(LANGUAGES)}, or none to detect it"
        raise InputError(f"{where}: language is {_short(value)}; allowed are {allowed}")
    return str(code)


def _short(value: object) -> str:
    shown = ascii(value) if isinstance(value, str) and _SURROGATE.search(value) else repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
