"""YAML files as plain values whose places in the file are known.

Every scalar stays a string (so that ``NO`` and ``12:30`` are what was written); pydantic turns
strings into numbers and truth values where a schema asks for them. Built from the parser's events, not from its nodes:
aliases and tags are refused before they can do harm, and depth and size are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from consistency.errors import Fault, RuleError

Key = tuple[str | int, ...]
Place = tuple[int, int]
MOST_BYTES, DEEPEST = 2_000_000, 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YAML_TAG = "tag:yaml.org,2002:"
_NULL = ("", "~", "null")
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_OTHERWISE = re.compile(r"(?i:yes|no|on|off|y|n)|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?")
"""What readers of YAML 1.1 take for a truth value or for a number of base 60 when it is not in quotes."""


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its value (dicts, lists, strings) and the place of every node.

    ``name`` is the path as shown to users; ``places`` maps a path of keys to (line, column), ``keys`` does so for the
    keys themselves; ``bare`` are the words without quotes that other YAML readers take for something else.
    """

    name: str
    value: Any
    places: dict[Key, Place]
    keys: dict[Key, Place] = field(default_factory=dict)
    bare: tuple[Key, ...] = ()

    def at(self, key: Key) -> Any:
        """The value under a key; raises LookupError."""
        value = self.value
        for part in key:
            value = value[part]
        return value

    def fault(self, key: Key, message: str) -> Fault:
        """A fault at the node under ``key``, or at the nearest node above it."""
        while key not in self.places and key:
            key = key[:-1]
        return Fault(self.name, *self.places.get(key, (1, 1)), message)

    def fault_of_key(self, key: Key, message: str) -> Fault:
        """A fault at the key itself, not at what stands under it."""
        return Fault(self.name, *self.keys[key], message) if key in self.keys else self.fault(key, message)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Parse one file; raises RuleError for bad YAML, with every alias, tag and duplicate key in it."""
    try:
        data = path.read_bytes()
        if len(data) > MOST_BYTES:
            raise RuleError([Fault(name, 1, 1, f"{len(data):,} bytes; allowed are {MOST_BYTES:,} a file")])
        builder = _Builder(name)
        for event in yaml.parse(data.decode("utf-8-sig"), Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleError([Fault(name, *place, f"not YAML: {error.problem}")]) from None
    except OSError as error:
        raise RuleError([Fault(name, 1, 1, f"cannot be read: {error.strerror}")]) from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleError([Fault(name, 1, 1, f"not YAML: {error}")]) from None
    return builder.file()


@dataclass
class _Open:
    """A mapping or list whose end has not come yet; ``key`` is the key that waits for its value."""

    value: dict[str, Any] | list[Any]
    key: str | None = None


class _Builder:
    """Puts the events of one file together."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._value: Any = None
        self._stack: list[_Open] = []
        self._path: list[str | int] = []
        self._places: dict[Key, Place] = {}
        self._keys: dict[Key, Place] = {}
        self._bare: list[Key] = []
        self._faults: list[Fault] = []
        self._documents = 0

    def file(self) -> YamlFile:
        """What was built; raises RuleError."""
        if self._faults:
            raise RuleError(self._faults)
        return YamlFile(self._name, self._value, self._places, self._keys, tuple(self._bare))

    def take(self, event: yaml.Event) -> None:
        """Takes the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._scalar(event)
        elif isinstance(event, _OPENING):
            self._refuse_marks(event)
            self._open(event)
        elif isinstance(event, _CLOSING):
            if isinstance(self._stack.pop().value, list):
                self._path.pop()
            self._step()
        elif isinstance(event, yaml.AliasEvent):
            self._complain(event, f"alias *{event.anchor}; write out what is meant, aliases are not allowed")
            self._scalar(yaml.ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark, style="'"))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._complain(event, "a second document; a file has one")

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._complain(event, f"anchor &{event.anchor}; anchors and aliases are not allowed")
        if event.tag not in (None, "!"):
            self._complain(event, f"tag {event.tag.replace(_YAML_TAG, '!!')}; tags are not allowed")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(event, top)
            return
        key = tuple(self._path)
        self._places[key] = _place(event)
        bare = not event.style
        if bare and _OTHERWISE.fullmatch(event.value):
            self._bare.append(key)
        self._put(None if bare and event.value in _NULL else event.value)
        self._step()

    def _key(self, event: yaml.ScalarEvent, top: _Open) -> None:
        if event.value in top.value:
            self._complain(event, f"duplicate key {event.value!r}")
        top.key = event.value
        self._path.append(event.value)
        self._keys[tuple(self._path)] = _place(event)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            raise self._stopped(event, "a mapping or list as a key; keys are words")
        if len(self._stack) >= DEEPEST:
            raise self._stopped(event, f"nested more than {DEEPEST} deep")
        self._places[tuple(self._path)] = _place(event)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(value)
        self._stack.append(_Open(value))
        if isinstance(value, list):
            self._path.append(0)

    def _put(self, value: Any) -> None:
        if not self._stack:
            if self._documents <= 1:
                self._value = value
            return
        top = self._stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        elif top.key is not None:
            top.value[top.key] = value

    def _step(self) -> None:
        """Goes on after a value: to the next key, or to the next place of a list."""
        if not self._stack:
            return
        top = self._stack[-1]
        if isinstance(top.value, list):
            self._path[-1] = len(top.value)
        else:
            self._path.pop()
            top.key = None

    def _stopped(self, event: Any, message: str) -> RuleError:
        """Everything wrong so far, and what ends the reading."""
        self._complain(event, message)
        return RuleError(self._faults)

    def _complain(self, event: Any, message: str) -> None:
        self._faults.append(Fault(self._name, *_place(event), message))


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def plain_words(value: Any, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Every string of a value with its key; keys of mappings are none."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from plain_words(part, (*key, name))
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from plain_words(part, (*key, i))
