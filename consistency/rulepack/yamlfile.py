"""YAML files as plain values whose places in the file are known.

Every scalar stays a string (so that ``NO`` and ``12:30`` are what was written); pydantic turns
strings into numbers and truth values where a schema asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from consistency.errors import Fault, RuleError

T = TypeVar("T", bound=BaseModel)
Key = tuple[str | int, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its value (dicts, lists, strings) and the place of every node.

    ``name`` is the path as shown to users; ``places`` maps a path of keys to (line, column).
    """

    name: str
    value: Any
    places: dict[Key, tuple[int, int]]

    def fault(self, key: Key, message: str) -> Fault:
        """A fault at the node under ``key``, or at the nearest node above it."""
        while key not in self.places and key:
            key = key[:-1]
        return Fault(self.name, *self.places.get(key, (1, 1)), message)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Parse one file; raises RuleError for bad YAML, aliases and duplicate keys."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleError([Fault(name, *place, f"not YAML: {error.problem}")]) from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleError([Fault(name, 1, 1, f"not YAML: {error}")]) from None
    places: dict[Key, tuple[int, int]] = {}
    faults: list[Fault] = []
    value = _plain(node, (), places, faults, name) if node is not None else None
    if faults:
        raise RuleError(faults)
    return YamlFile(name, value, places)


def _plain(node: Any, key: Key, places: dict[Key, tuple[int, int]], faults: list[Fault], name: str) -> Any:
    if key in places:
        faults.append(Fault(name, node.start_mark.line + 1, node.start_mark.column + 1, f"duplicate key {key[-1]!r}"))
    places[key] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return {k.value: _plain(v, (*key, k.value), places, faults, name) for k, v in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(v, (*key, i), places, faults, name) for i, v in enumerate(node.value)]
    if node.value in ("", "~", "null") and not node.style:
        return None
    return node.value


def validate(model: type[T], value: Any, file: YamlFile, key: Key = ()) -> T:
    """``value`` as ``model``; raises RuleError with one located fault for each thing wrong."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise RuleError(
            [file.fault((*key, *e["loc"]), f"{'.'.join(map(str, e['loc']))}: {e['msg']}") for e in error.errors()]
        ) from None
