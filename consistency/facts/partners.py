"""Parties beside whom a reading is about: who does it, with whom, against whom, whose it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from consistency.facts.actors import Actors
from consistency.facts.passage import Passage
from consistency.facts.reading import Reading


class Partners:
    """Finds the parties that slots ask for in one passage; ``own`` is the speaker's own side."""

    def __init__(self, passage: Passage, actors: Actors, own: str | None) -> None:
        self._passage, self._actors, self._own = passage, actors, own
        self._registry = passage.context.registry

    def led(self, reading: Reading, leads: Sequence[str]) -> str | None:
        """The party that one of these prepositions leads in; "agent" is who does it."""
        for lead in leads:
            named = (p.mention.id for p in reading.parties if p.lead == lead)
            found = _FINDERS[lead](self, reading) if lead in _FINDERS else next(named, None)
            if found is not None:
                return found
        return None

    def side_of(self, reading: Reading) -> str | None:
        """Who works with the partner: whoever is named as its subject, else the speaker's government, else the host's."""
        partner = self.led(reading, ("with",))
        host = self._passage.context.host_of(self._passage.statement)
        foreign = partner is not None and self._registry.country(partner) == host
        named = reading.party if reading.source in ("named", "relative") else None
        if named is not None and reading.group is not None and named != partner:
            return named
        for candidate in (named, host, self._own) if foreign else (named, self._own, host):
            side = self._registry.government(candidate) if candidate is not None else None
            if side is not None and (partner is None or side != self._registry.government(partner)):
                return side
        return None

    def _agent_of(self, reading: Reading) -> str | None:
        inside = [g for g in self._passage.groups if reading.clause.first <= g.first and g.last <= reading.clause.last]
        before = (g.party for g in reversed(inside) if g.party and g.last <= reading.trigger.first)
        behind = (g.party for g in inside if g.party and g.first == reading.trigger.last and g is not reading.group)
        return next(before, None) or next(behind, None)

    def _doer_of(self, reading: Reading) -> str | None:
        """Who does what is said, or what those whom a number counts go through ("Hamas released 13 hostages")."""
        found = self._actors.agent(reading.holder or reading)
        return found.party if found is not None else None

    def _owner_of(self, reading: Reading) -> str | None:
        """Whose a noun is, where its owner does it («تحت حماية الجيش»)."""
        if reading.trigger.features.get("owner") != "agent":
            return None
        behind = (g.party for g in self._passage.groups if g.first == reading.trigger.last)
        return self._passage.around(reading.trigger).party or next(behind, None)

    def _joined_to(self, reading: Reading) -> str | None:
        """The other of two sides that are named together («الحلف وتونس سيتعاونان», "Kenya and Britain cooperate")."""
        first = reading.trigger.first
        named = (p.mention for p in reading.parties if p.lead == "between" or (not p.lead and p.mention.last <= first))
        sides = list(dict.fromkeys(self._registry.government(m.id) for m in named))
        return next((s for s in sides if s != self.side_of(reading)), None) if len(sides) > 1 else None

    def _speaker_of(self, reading: Reading) -> str | None:
        """The side of whoever says it."""
        found = self._actors.speaker(reading)
        return found.party if found is not None else None

    def _target_of(self, reading: Reading) -> str | None:
        """Against whom it is directed."""
        found = self._actors.target(reading)
        return found.party if found is not None else None

    def _counterpart_of(self, reading: Reading) -> str | None:
        """The other side of what two sides do together, when it is not named but the matter is."""
        host, side = self._passage.context.host_of(self._passage.statement), self.side_of(reading)
        if not reading.roles or host is None or side is None:
            return None
        if self._registry.country(side) != host:
            return self._registry.government(host)
        foreign = self._passage.context.discourse(self._passage.statement)
        return foreign.party if foreign is not None else None


_FINDERS: Mapping[str, Callable[[Partners, Reading], str | None]] = {
    "agent": Partners._agent_of,
    "doer": Partners._doer_of,
    "owner": Partners._owner_of,
    "joined": Partners._joined_to,
    "speaker": Partners._speaker_of,
    "counterpart": Partners._counterpart_of,
    "target": Partners._target_of,
}
