"""The nouns of the contract as they stand in a store: as JSON."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

Kind = TypeVar("Kind")
_HALF = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=16)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def written(value: object) -> str:
    """A noun as JSON; in ASCII where it holds half a surrogate pair, which no database takes."""
    kind: Any = type(value)
    row = _adapter(kind).dump_python(value, mode="json", exclude_defaults=True)
    body = json.dumps(row, ensure_ascii=False)
    return json.dumps(row) if _HALF.search(body) else body


def read(kind: type[Kind], body: str) -> Kind:
    """A noun from its JSON."""
    made: Any = kind
    halves = "\\ud" in body  # half a surrogate pair, which only json lets pass
    found: Kind = _adapter(made).validate_python(json.loads(body)) if halves else _adapter(made).validate_json(body)
    return found
