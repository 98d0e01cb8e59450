"""Facts, subjects and dates in plain words of a language, by the templates of the rule packs.

A template names fields of the fact in braces; a part in square brackets is left out when a field in it is empty:
``"role[ from {from}][ to {to}]"``. Nothing here is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from consistency.model import Fact, Language, Subject
from consistency.rulepack import Entity, Packs
from consistency.rulepack.phrases import PhrasesFile
from consistency.rulepack.validation import validate

_PART = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
_MONTH = len("2021-12")


class Phrasebook:
    """The words of one language for what facts say."""

    def __init__(self, entities: Mapping[str, Entity], files: Iterable[PhrasesFile], language: Language) -> None:
        self._entities, self._language = entities, language
        self._sayings: dict[str, str] = {}
        self._topics: dict[str, str] = {}
        self._words: dict[str, str] = {}
        for file in files:
            self._sayings |= file.sayings
            self._topics |= file.topics
            self._words |= file.words

    def word(self, id_: str) -> str:
        """The word for an id of the packs, or its readable part."""
        return self._words.get(id_) or id_.replace("_", " ").replace("-", " ")

    def name(self, entity: str | None) -> str:
        """What to call an entity."""
        known = self._entities.get(entity or "")
        names = (known.ar or known.en if self._language == "ar" else known.en or known.ar) if known else ()
        return names[0] if names else self._within(entity or "?")

    def _within(self, entity: str) -> str:
        """What to call a part of a place, as ``place.ml.north``, or an entity that no pack knows."""
        whole, _, part = entity.rpartition(".")
        if whole in self._entities and entity.startswith("place."):
            return self._words.get("within:", "{} of {}").format(self.word(part), self.name(whole))
        return self.word(part)

    def listed(self, names: Sequence[str], most: int) -> str:
        """Names in a row: "A, B and 3 others"."""
        shown, rest = list(names[:most]), len(names) - most
        if rest > 0:
            shown.append(self._words.get("others:", "{} others").format(rest))
        if len(shown) == 1:
            return shown[0]
        return self._words.get("and:", "{} and {}").format(self._words.get(",", ", ").join(shown[:-1]), shown[-1])

    def reason(self, reason: str, values: Mapping[str, str]) -> str:
        """Why two claims stand to each other as a comparator says, in words."""
        return self._words.get(f"reason {reason}", "").format(**values)

    def subject(self, subject: Subject) -> str:
        """Whom a fact is about."""
        party = self.name(subject.party)
        if subject.component == "all":
            return party
        part = self._words.get(f"component {subject.component}") or self.word(subject.component)
        return f"{party} ({part})"

    def topic(self, fact: Fact) -> str:
        """What a fact is about, without what it says: "withdrawal: US forces, Iraq"."""
        return self._filled(self._topics.get(fact.kind) or self._topics.get("", "{about}: {subject}[, {place}]"), fact)

    def saying(self, fact: Fact) -> str:
        """What a fact says: its value, with denial and certainty."""
        template, denies = self._template(fact)
        said = self._filled(template, fact) or self.word(fact.phase or "mentioned")
        if fact.polarity == "denied" and not denies:
            said = self._words.get("denied:", "denied: {}").format(said)
        return said if fact.certainty == "asserted" else f"{said} ({self.word(fact.certainty)})"

    def _template(self, fact: Fact) -> tuple[str, bool]:
        """The most particular template of a fact, and whether it says the denial itself.

        After the kind its key may name "denied", a mark of the value ("earliest", "remain", "few") and the phase.
        """
        marks = [*(name for name, value in fact.value.items() if value == "yes"), *_marks(fact), ""]
        phases = [fact.phase or "", ""]
        for denied in ("denied", "") if fact.polarity == "denied" else ("",):
            keys = (" ".join(filter(None, (fact.kind, denied, m, phase))) for m in marks for phase in phases)
            found = next((self._sayings[key] for key in keys if key in self._sayings), None)
            if found is not None:
                return found, bool(denied)
        return "[{phase}]", False

    def _filled(self, template: str, fact: Fact) -> str:
        def fill(text: str) -> str | None:
            values = {name: self._field(name, fact) for name in _FIELD.findall(text)}
            return None if "" in values.values() else _FIELD.sub(lambda m: values[m.group(1)], text)

        whole = _PART.sub(lambda m: fill(m.group(1)) or "", template)
        return (fill(whole) or "").strip()

    def _field(self, name: str, fact: Fact) -> str:
        if name == "subject":
            return self.subject(fact.subject)
        if name == "about":
            return self.word(fact.event or fact.kind)
        if name == "event":
            return self.word(fact.event) if fact.event else ""
        if name == "place":
            return self.name(fact.place) if fact.place else ""
        if name == "share":
            return self._words.get(f"part {fact.value.get('part')}", "")
        if name == "phase":
            return self.word(fact.phase) if fact.phase else ""
        return self._value(name, fact.value)

    def _value(self, name: str, value: Mapping[str, Any]) -> str:
        if name == "number":
            return self._number(value)
        if name == "end":
            by = value.get("by") or {}
            return str(by["end"]) if by.get("end") else self.interval(by)
        found = value.get(name)
        if found in (None, [], ""):
            return ""
        if isinstance(found, Mapping):
            return self.interval(found)
        if isinstance(found, Sequence) and not isinstance(found, str):
            return self.listed([self.word(item) for item in found], len(found))
        text = str(found)
        return self.name(text) if text.startswith(("org.", "place.", "person.")) else self.word(text)

    def interval(self, interval: Mapping[str, Any]) -> str:
        """A date: one day, a month ("2021-12"), "2021-12-01 to 2022-03-31", or the words that no day anchors."""
        start, end = interval.get("start"), interval.get("end")
        if not start and not end:
            return f"“{interval.get('words') or '?'}”"
        if start == end or not start or not end:
            return str(end or start)
        if interval.get("precision") == "month" and str(start)[:_MONTH] == str(end)[:_MONTH]:
            return str(end)[:_MONTH]
        return self._words.get("interval:", "{} to {}").format(start, end)

    def _number(self, value: Mapping[str, Any]) -> str:
        low, high = value.get("min"), value.get("max")
        if low is None and high is None:
            return self.word(str(value.get("word") or "some"))
        if low == high:
            pattern = "about:" if value.get("approximate") else ""
            return self._words.get(pattern, "{}").format(_digits(low))
        if high is None:
            return self._words.get("at least:", "at least {}").format(_digits(low))
        if low is None:
            return self._words.get("at most:", "at most {}").format(_digits(high))
        return self._words.get("range:", "{} to {}").format(_digits(low), _digits(high))


def _marks(fact: Fact) -> list[str]:
    """The words of a value that make another sentence of it: where a force is, what it is, a number in words."""
    return [str(fact.value[name]) for name in ("relation", "word", "is") if fact.value.get(name)]


def _digits(value: Any) -> str:
    return f"{value:,.0f}" if isinstance(value, int | float) and float(value).is_integer() else str(value)


def phrasebook(packs: Packs, language: Language) -> Phrasebook:
    """The phrasebook of every pack's ``phrases/LANGUAGE.yaml``."""
    files = (validate(PhrasesFile, file.value or {}, file) for file in packs.documents(f"phrases/{language}"))
    return Phrasebook(packs.entities, files, language)
