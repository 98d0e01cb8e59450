"""Faults of frames: triggers, prepositions, facets and words that nothing has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.model import Certainty, Phase, Polarity
from consistency.nearest import allowed
from consistency.rulepack.frames import FACETS, FINDERS, PSEUDO, TOPIC, Emit, FactsFile, Frame, Pick
from consistency.rulepack.yamlfile import Key, plain_words

_FILLS = ("const", "facet", "date", "lead", "number", "place", "party", "roles", "length", "clock", "mention")
_NUMBERS = ("min", "max", "approximate")
_PREFIXES = {TOPIC: ("topic",), "under.": ("aspect", "modality", "negation", "auxiliary"), "beside.": (), "near.": ()}
"""The types of the words whose ids stand behind a prefix; none: a type or an id of any."""
_PLACES = ("reading", "none")
_WORDS: Mapping[str, Sequence[str]] = {
    "phase": (*get_args(Phase), "scheduled"),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
}
_ANYTHING = ("any", "none", "")


def fact_faults(known: Known) -> Iterator[Fault]:
    """What is wrong with each frame, and kinds of facts that no rule compares."""
    compared = {kind for _, rule in known.rules() for side in (*rule.lefts, *rule.rights) for kind in side.kinds}
    leads = {name for _, file in known.rows("facts", FactsFile) for name in file.leads}
    for row, file in known.rows("facts", FactsFile):
        for i, frame in enumerate(file.frames):
            yield from _frame(row, ("frames", i), frame, known)
            for j, emit in enumerate(frame.facts):
                if emit.kind not in compared:
                    yield row.fault(("frames", i, "facts", j, "kind"), f"no rule compares facts of kind {emit.kind!r}")
            for key, pick in _picks(("frames", i), frame):
                yield from _pick(row, key, pick, known, leads)
        for name, entity in file.defaults.items():
            if entity not in known.registry:
                yield row.fault(("defaults", name), f"no party {entity!r}{allowed(entity, known.registry)}")


def _frame(row: Row, key: Key, frame: Frame, known: Known) -> Iterator[Fault]:
    triggers = known.types_with_ids | PSEUDO
    if frame.on not in triggers:
        yield row.fault((*key, "on"), f"no lexicon entry has the type {frame.on!r}{allowed(frame.on, triggers)}")
    ids = known.ids.get(frame.on, frozenset())
    for i, id_ in enumerate(frame.ids):
        if ids and id_ not in ids:
            yield row.fault(
                (*key, "ids", i), f"no lexicon entry of type {frame.on!r} has the id {id_!r}{allowed(id_, ids)}"
            )
    yield from _whens(row, (*key, "when"), known)
    for i, emit in enumerate(frame.facts):
        yield from _whens(row, (*key, "facts", i, "when"), known)
        yield from _event(row, (*key, "facts", i, "event"), emit, known)
        yield from _place(row, (*key, "facts", i, "place"), emit)


def _place(row: Row, key: Key, emit: Emit) -> Iterator[Fault]:
    slots = [name for name, pick in emit.value.items() if pick.place or pick.party or pick.mention]
    if emit.place not in (*_PLACES, *slots):
        what = f"no slot {emit.place!r} that holds a place or a party"
        yield row.fault(key, what + allowed(emit.place, [*_PLACES, *slots]))


def _event(row: Row, key: Key, emit: Emit, known: Known) -> Iterator[Fault]:
    if emit.event not in (None, "trigger", "end", "event", "about") and emit.event not in known.events:
        yield row.fault(key, f"no event {emit.event!r}{allowed(str(emit.event), known.events)}")


def _whens(row: Row, key: Key, known: Known) -> Iterator[Fault]:
    """Conditions on facets that no reading has."""
    for where in row.source.file.keys:
        if len(where) == len(key) + 1 and where[: len(key)] == key:
            name = str(where[-1])
            prefix = next((p for p in _PREFIXES if name.startswith(p)), None)
            if prefix is not None:
                types, named = _PREFIXES[prefix] or known.types_with_ids, name.removeprefix(prefix)
                ids = {id_ for type_ in types for id_ in known.ids.get(type_, ())}
                ids |= set() if _PREFIXES[prefix] else set(types)
                if named not in ids:
                    of = f" of type {' or '.join(types)}" if _PREFIXES[prefix] else ""
                    yield row.fault_of_key(where, f"no word{of} has the id {named!r}{allowed(named, ids)}")
            elif name not in FACETS and name not in known.features:
                yield row.fault_of_key(where, f"no facet {name!r}{allowed(name, [*FACETS, *known.features])}")
            elif name in _WORDS:
                yield from _facet_words(row, where, name)


def _facet_words(row: Row, key: Key, name: str) -> Iterator[Fault]:
    """Words that a facet never holds."""
    for place, word in plain_words(row.source.file.at(key), key):
        if word not in (*_WORDS[name], *_ANYTHING):
            yield row.fault(place, f"{name} is never {word!r}{allowed(word, [*_WORDS[name], *_ANYTHING])}")


def _picks(key: Key, frame: Frame) -> Iterator[tuple[Key, Pick]]:
    for name, pick in frame.value.items():
        yield (*key, "value", name), pick
    for i, emit in enumerate(frame.facts):
        for name, pick in emit.value.items():
            if name not in frame.value:
                yield (*key, "facts", i, "value", name), pick


def _pick(row: Row, key: Key, pick: Pick, known: Known, leads: set[str]) -> Iterator[Fault]:
    given = [fill for fill in _FILLS if getattr(pick, fill) is not None]
    if len(given) != 1:
        found = " and ".join(given) or "nothing"
        yield row.fault(key, f"filled by {found}; allowed is one of {', '.join(_FILLS)}")
    if pick.number is not None and pick.number not in _NUMBERS:
        yield row.fault((*key, "number"), f"no bound {pick.number!r}{allowed(pick.number, _NUMBERS)}")
    words = {word for ids in known.ids.values() for word in ids} if pick.mention is not None else frozenset()
    if pick.mention is not None and pick.mention not in known.types_with_ids | words:
        message = f"no lexicon entry has the type or id {pick.mention!r}{allowed(pick.mention, known.types_with_ids)}"
        yield row.fault((*key, "mention"), message)
    prepositions = {"", "object", "none", *FINDERS, *known.ids.get("preposition", ())}
    for fill in ("date", "lead", "led", "place", "party", "roles", "clock"):
        wanted = getattr(pick, fill)
        for i, lead in enumerate([wanted] if isinstance(wanted, str) else wanted or ()):
            at = (*key, fill) if isinstance(wanted, str) else (*key, fill, i)
            if lead not in prepositions | leads:
                yield row.fault(at, f"no preposition {lead!r}{allowed(lead, prepositions | leads)}")
