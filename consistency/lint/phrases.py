"""Faults of phrases: kinds that have none, and fields that no fact has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.nearest import allowed, near
from consistency.rulepack.frames import FactsFile
from consistency.rulepack.phrases import PhrasesFile

GENERAL = ("about", "end", "event", "number", "phase", "place", "share", "subject")
_FIELD = re.compile(r"\{(\w+)\}")


def phrase_faults(known: Known) -> Iterator[Fault]:
    """Sayings of kinds that are none, templates with unknown fields, kinds without a saying in a language of their pack."""
    said: dict[str | None, set[str]] = {}
    for row, phrases in known.rows("phrases", PhrasesFile):
        for part in ("sayings", "topics"):
            for name, template in getattr(phrases, part).items():
                kind = name.partition(" ")[0]
                if part == "sayings":
                    said.setdefault(row.source.language, set()).add(kind)
                if kind and kind not in known.kinds:
                    yield row.fault_of_key(
                        (part, name), f"no frame gives facts of kind {kind!r}{near(kind, known.kinds)}"
                    )
                elif kind:
                    yield from _template(row, (part, name), template, known)
    for row, file in known.rows("facts", FactsFile):
        for i, frame in enumerate(file.frames):
            for j, emit in enumerate(frame.facts):
                for language in row.source.pack.languages:
                    if emit.kind not in said.get(language, ()):
                        what = f"kind {emit.kind!r} has no saying in {language!r}; it stands in phrases/{language}.yaml"
                        yield row.fault(("frames", i, "facts", j, "kind"), what)


def _template(row: Row, key: tuple[str, str], template: str, known: Known) -> Iterator[Fault]:
    fields = (*GENERAL, *known.kinds[key[1].partition(" ")[0]].fields)
    for name in _FIELD.findall(template):
        if name not in fields:
            yield row.fault(key, f"no field {{{name}}}{allowed(name, fields)}")
