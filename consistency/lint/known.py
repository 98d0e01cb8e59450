"""What the packs know together: their valid rows, and the names that others may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from pydantic import BaseModel

from consistency.compare.registry import Comparator, comparators
from consistency.errors import Fault, RuleError
from consistency.lint.sources import Source
from consistency.rulepack import Registry, Rule
from consistency.rulepack.choice import shipped_rules, shown
from consistency.rulepack.entities import Country, Entity, Institution
from consistency.rulepack.families import families_of
from consistency.rulepack.frames import MEASURES, READ, FactsFile, Frame
from consistency.rulepack.kinds import Kind, kinds_of
from consistency.rulepack.lexicon import Entry
from consistency.rulepack.parts import PARTS
from consistency.rulepack.validation import listed, validate
from consistency.rulepack.yamlfile import Key

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Row:
    """A valid entry or file, and where it stands."""

    source: Source
    key: Key
    value: BaseModel

    def fault(self, key: Key, message: str) -> Fault:
        """A fault inside the row."""
        return self.source.file.fault((*self.key, *key), message)

    def fault_of_key(self, key: Key, message: str) -> Fault:
        """A fault at a key inside the row."""
        return self.source.file.fault_of_key((*self.key, *key), message)


def _good_frames(source: Source) -> Iterator[Row]:
    """The frames of a file that are in order, so that one fault hides no other; the bad ones are left empty."""
    written = source.file.value.get("frames") if isinstance(source.file.value, dict) else None
    frames: list[Frame] = []
    for i, frame in enumerate(written if isinstance(written, list) else ()):
        try:
            frames.append(validate(Frame, frame, source.file, ("frames", i)))
        except RuleError:
            frames.append(Frame(on="amount", facts=()))
    yield Row(source, (), FactsFile(frames=tuple(frames)))


class Known:
    """The rows of all packs by part; ``faults`` are those of the rows that the pack format does not allow.

    ``entities`` are those of all packs, where they are known already and not all of them are among the sources.
    """

    def __init__(self, sources: list[Source], entities: Registry | None = None) -> None:
        self.sources = sources
        self._entities = entities
        self.faults: list[Fault] = []
        self._rows: dict[str, list[Row]] = {part: [] for part in PARTS}
        for source in sources:
            self._rows[source.part] += self._valid(source)

    def _valid(self, source: Source) -> Iterator[Row]:
        part = PARTS[source.part]
        try:
            keys: list[Key] = [(i,) for i in range(len(listed(source.file)))] if part.listed else [()]
        except RuleError as error:
            self.faults += error.faults
            return
        for key in keys:
            value = source.file.value[key[0]] if key else source.file.value
            try:
                yield Row(source, key, validate(part.model, value if value is not None else {}, source.file, key))
            except RuleError as error:
                self.faults += error.faults
                yield from _good_frames(source) if source.part == "facts" else ()

    def rows(self, part: str, model: type[T]) -> Iterator[tuple[Row, T]]:
        """The valid rows of a part."""
        for row in self._rows[part]:
            if isinstance(row.value, model):
                yield row, row.value

    @cached_property
    def registry(self) -> Registry:
        """Every entity."""
        if self._entities is not None:
            return self._entities
        listed = {entity.id: entity for _, entity in self.rows("entities", Entity)}
        countries = {country.id: country for _, country in self.rows("countries", Country)}
        institutions = {body.id: body for _, body in self.rows("institutions", Institution)}
        return Registry(listed, countries, institutions)

    @cached_property
    def comparators(self) -> Mapping[str, Comparator]:
        """Every comparator."""
        return comparators()

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind of fact that a frame gives."""
        return kinds_of(frame for _, file in self.rows("facts", FactsFile) for frame in file.frames)

    @cached_property
    def types(self) -> frozenset[str]:
        """The types of mentions that something asks for: those of the shipped packs and those that frames are on or name."""
        home = shown(shipped_rules())
        shipped = (entry.type for row, entry in self.entries() if row.source.file.name.startswith(home))
        frames = [frame for _, file in self.rows("facts", FactsFile) for frame in file.frames]
        named = (pick.mention for frame in frames for emit in frame.facts for pick in emit.value.values())
        return frozenset([*shipped, *MEASURES, *READ, *(frame.on for frame in frames), *filter(None, named)])

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of lexicon entries by type."""
        found: dict[str, set[str]] = {}
        for _, entry in self.entries():
            found.setdefault(entry.type, set()).add(entry.id)
        return {type_: frozenset(ids) for type_, ids in found.items()}

    @cached_property
    def types_with_ids(self) -> frozenset[str]:
        """The types of lexicon entries and of entities."""
        return frozenset(self.ids) | {entity.kind for entity in self.registry.values()}

    @cached_property
    def events(self) -> frozenset[str]:
        """The events that facts may be about: the words for them, what is spoken of, and the ends of what has one."""
        ends = (entry.features.get("end", "") for _, entry in self.entries())
        named = (id_ for type_ in ("event", "state", "topic") for id_ in self.ids.get(type_, ()))
        return frozenset([*named, *filter(None, ends)])

    @cached_property
    def features(self) -> frozenset[str]:
        """The features of lexicon entries, which frames may ask for."""
        return frozenset(name for _, entry in self.entries() for name in entry.features)

    @cached_property
    def families(self) -> Mapping[str, str]:
        """The family that each pack is read in."""
        framed = {row.source.pack.id for row, file in self.rows("facts", FactsFile) if file.frames}
        return families_of((source.pack for source in self.sources), framed)

    def entries(self) -> Iterator[tuple[Row, Entry]]:
        """Every lexicon entry."""
        return self.rows("lexicon", Entry)

    def rules(self) -> Iterator[tuple[Row, Rule]]:
        """Every rule."""
        return self.rows("rule", Rule)
