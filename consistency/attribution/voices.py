"""The speakers of one article: every attribution gets a voice; surnames and titles are joined to the names they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from consistency.attribution.identity import Name, NameReader, alike, has_part
from consistency.attribution.introduced import Introduced, introduced
from consistency.attribution.knowledge import Knowledge
from consistency.attribution.offices import Standing, shares, standing
from consistency.model import Attribution, Document

Kind = Literal["person", "body", "role", "anonymous", "unknown"]


@dataclass
class Voice:
    """One speaker of one article: how it is named, what it is, what it says (numbers of attributions)."""

    kind: Kind
    article: str
    day: dt.date | None
    name: Name | None = None
    body: str | None = None
    forms: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    stand_ins: list[str] = field(default_factory=list)
    """The nouns that stand for the speaker later on ("the official", «المصدر»)."""
    standing: Standing = field(default_factory=Standing)
    affiliation: str | None = None
    known: str | None = None
    ambiguous: bool = False
    statements: list[int] = field(default_factory=list)

    def note(self, number: int, form: str | None, attribution: Attribution, stands: Standing) -> None:
        """Adds one more statement with what its words tell of the speaker."""
        self.statements.append(number)
        if form and form not in self.forms:
            self.forms.append(form)
        if attribution.title and attribution.name and attribution.title not in self.titles:
            self.titles.append(attribution.title)
        self.standing = self.standing | stands
        self.affiliation = self.affiliation or attribution.affiliation


@dataclass(frozen=True)
class Reading:
    """What is needed to tell the voices of an article: its document, the names in it, the knowledge of the packs."""

    document: Document
    names: tuple[Name, ...]
    reader: NameReader
    known: Knowledge

    @cached_property
    def introduced(self) -> tuple[Introduced, ...]:
        """The persons whom the narration names with their titles."""
        return introduced(self.document, self.known)

    @property
    def day(self) -> dt.date | None:
        return self.document.article.published


def voices(
    document: Document, attributions: Sequence[Attribution], reader: NameReader, known: Knowledge
) -> list[Voice]:
    """The voices of an article in order of first appearance."""
    reading = Reading(document, _full_names(document, attributions, reader), reader, known)
    found: dict[int, Voice] = {}
    listed: list[Voice] = []
    stands = [standing(document, a.source, known) for a in attributions]
    for titled in (False, True):
        for number, attribution in enumerate(attributions):
            if attribution.same_as is None and number not in found and _title_only(attribution) == titled:
                found[number] = _place(number, attribution, stands[number], (listed, reading))
    _follow(attributions, found, listed, reading)
    return sorted(listed, key=lambda v: min(v.statements))


def _full_names(document: Document, attributions: Sequence[Attribution], reader: NameReader) -> tuple[Name, ...]:
    written = [document.slice(m.span) for m in document.mentions if m.type == "person"] + [
        a.name for a in attributions if a.name
    ]
    return tuple(dict.fromkeys(n for w in dict.fromkeys(written) if (n := reader.read(w)).full))


def _title_only(attribution: Attribution) -> bool:
    return not (attribution.name or attribution.body or attribution.anonymous) and attribution.title is not None


def _place(number: int, attribution: Attribution, stands: Standing, state: tuple[list[Voice], Reading]) -> Voice:
    listed, reading = state
    form = (
        attribution.name
        or attribution.title
        or (reading.document.slice(attribution.source) if attribution.source else None)
    )
    title: str | None = None
    voice = _find(attribution, stands, listed, reading)
    if voice is None and (named := _introduced(attribution, stands, reading)):
        title, attribution, form = attribution.title, replace(attribution, name=named.name), named.name
        stands = stands | named.standing
        voice = _find(attribution, stands, listed, reading)
    if voice is None:
        voice = _new(attribution, stands, reading)
        listed.append(voice)
    voice.note(number, form, attribution, stands)
    if title is not None:
        voice.stand_ins.append(title)
    return voice


def _find(attribution: Attribution, stands: Standing, listed: Sequence[Voice], reading: Reading) -> Voice | None:
    """The voice that an attribution goes on with, if there is exactly one."""
    if attribution.anonymous:
        return None
    if attribution.name:
        name, _ = _expanded(reading.reader.read(attribution.name), stands, reading)
        return _only([v for v in listed if v.name and _one_person(v.name, name)])
    if attribution.body:
        body = reading.known.speaking(attribution.body)
        return _only([v for v in listed if v.kind == "body" and v.body == body])
    if attribution.title is None:
        return None
    fitting = [
        v
        for v in listed
        if v.kind == "person"
        and (shares(stands, v.standing) or _same_words(attribution, v, reading))
        and _may_hold(stands, v, reading)
    ]
    same = [
        v
        for v in listed
        if v.kind == "role" and v.forms and reading.reader.read(v.forms[0]) == reading.reader.read(attribution.title)
    ]
    return _only(same) or _only(fitting)


def _may_hold(stands: Standing, voice: Voice, reading: Reading) -> bool:
    """Whether a person may hold the office that a title names: where it is known who does, nobody of another name."""
    holder = _holder(stands, reading)
    if holder is None or voice.name is None:
        return True
    if voice.name.full:
        person = reading.known.person(voice.name)
        return person is not None and person.entity.id == holder
    return any(p.entity.id == holder for p in reading.known.by_surname(voice.name.parts[0]))


def _introduced(attribution: Attribution, stands: Standing, reading: Reading) -> Introduced | None:
    """The one person whom the text before has named with the title that stands here alone."""
    if not _title_only(attribution) or attribution.source is None:
        return None
    before = [p for p in reading.introduced if p.end <= attribution.source[0]]
    fitting = [p for p in before if _means(attribution.title or "", stands, p, reading)]
    names = [reading.reader.read(p.name) for p in fitting]
    whole = max(names, key=lambda n: len(n.parts), default=None)
    if whole is None or not whole.full or not all(_one_person(whole, name) for name in names):
        return None
    return fitting[names.index(whole)]


def _means(title: str, stands: Standing, person: Introduced, reading: Reading) -> bool:
    """Whether a title alone can mean a person; one without a country means a foreigner only as a bare «الوزير»."""
    words = reading.reader.read(title).parts
    if person.standing.countries and not stands.countries and len(words) > 1:
        return bool(stands.offices & person.standing.offices)
    known = reading.reader.read(person.words).parts
    same = bool(words) and all(any(_kin(w, k) for k in known) for w in words)
    return shares(stands, person.standing) or same


def _only(voices: list[Voice]) -> Voice | None:
    return voices[0] if len(voices) == 1 else None


def _one_person(one: Name, other: Name) -> bool:
    if one.full and other.full:
        return alike(one, other) != "no"
    if one.full or other.full:
        whole, part = (one, other) if one.full else (other, one)
        return bool(part.parts) and has_part(whole, part.parts[0]) != "no"
    return one == other


def _expanded(name: Name, stands: Standing, reading: Reading) -> tuple[Name, bool]:
    """A surname as the one full name in the article that has it; True when several do."""
    if name.full or not name.parts:
        return name, False
    for wanted in ("same", "maybe"):
        whole = [n for n in reading.names if has_part(n, name.parts[0], reading.names) == wanted]
        persons = [n for i, n in enumerate(whole) if not any(alike(n, o) != "no" for o in whole[:i])]
        if len(persons) == 1:
            return persons[0], False
        if persons:
            return name, True
    return name, False


def _same_words(attribution: Attribution, voice: Voice, reading: Reading) -> bool:
    """Whether each word of a bare title stands in a title of the voice («المتحدث» in «المتحدث باسم القيادة»)."""
    read = reading.reader.read
    words = read(attribution.title or "").parts
    known = {part for title in voice.titles for part in read(title).parts}
    return bool(words) and all(any(_kin(w, k) for k in known) for w in words)


def _kin(one: str, other: str) -> bool:
    """Whether two words are forms of one («امريكي», «امريكيه»)."""
    return one == other or (min(len(one), len(other)) >= 5 and (one.startswith(other) or other.startswith(one)))


def _new(attribution: Attribution, stands: Standing, reading: Reading) -> Voice:
    base = Voice("unknown", reading.document.article.id, reading.day)
    if attribution.anonymous:
        base.kind = "anonymous"
    elif attribution.name:
        base.kind = "person"
        base.name, base.ambiguous = _expanded(reading.reader.read(attribution.name), stands, reading)
        base.kind = "person" if base.name.parts else "unknown"
    elif attribution.body:
        base.kind, base.body = "body", reading.known.speaking(attribution.body)
    elif attribution.title:
        titled = stands.titles or stands.offices or stands.ranks
        base.kind = (
            "role" if titled or reading.known.human & set(reading.reader.read(attribution.title).parts) else "body"
        )
        base.known = _holder(stands, reading)
    return base


def _holder(stands: Standing, reading: Reading) -> str | None:
    """The person who held the office that a title alone names, when the day is known."""
    holders = {p.entity.id for office in stands.offices if (p := reading.known.holder(office, reading.day))}
    return holders.pop() if len(holders) == 1 else None


def _follow(
    attributions: Sequence[Attribution], found: dict[int, Voice], listed: list[Voice], reading: Reading
) -> None:
    """Gives every ``same_as`` the voice at the end of its chain."""
    for number, attribution in enumerate(attributions):
        if number in found:
            continue
        seen, at = {number}, attribution.same_as
        while at is not None and at not in found and at not in seen and at < len(attributions):
            seen.add(at)
            at = attributions[at].same_as
        voice = found.get(at) if at is not None else None
        if voice is None:
            voice = Voice("unknown", reading.document.article.id, reading.day)
            listed.append(voice)
        voice.note(number, attribution.name or None, attribution, Standing())
        if attribution.title and not attribution.name:
            voice.stand_ins.append(attribution.title)
        found[number] = voice
