"""The frames of all packs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.model import Mention
from consistency.rulepack import Packs
from consistency.rulepack.frames import PSEUDO, Effect, FactsFile, Frame, Leads
from consistency.rulepack.validation import validate


@dataclass(frozen=True)
class Frames:
    """The frames, reporting effects and clitics of all packs together."""

    frames: Sequence[Frame]
    cues: Mapping[str, Effect]
    proclitics: Mapping[str, str]
    pronouns: Mapping[str, str]
    articles: frozenset[str]
    definite: frozenset[str]
    defaults: Mapping[str, str]
    leads: Mapping[str, tuple[str, ...]]
    triggers: frozenset[str]
    needed: tuple[str, ...]
    asked: frozenset[str]
    """The facets that some frame asks for."""
    on: Mapping[str, Sequence[Frame]]
    """The frames by the type of mention that triggers them, in their order."""

    def concerning(self, trigger: Mention) -> Iterator[Frame]:
        """The frames that a mention triggers."""
        return (frame for frame in self.on.get(trigger.type, ()) if frame.concerns(trigger.type, trigger.id))

    def listed(self, leads: Leads | None) -> tuple[str, ...]:
        """The prepositions of a slot."""
        return self.leads.get(leads, (leads,)) if isinstance(leads, str) else leads or ()

    def joins(self, mention: Mention) -> bool:
        """Whether a clitic "and" joins the mention to what is before it."""
        return self.proclitics.get(mention.proclitics[:1]) == "and"

    def preposition(self, proclitics: str) -> str | None:
        """The preposition that a mention's clitics end in."""
        found = self.proclitics.get(proclitics[-1:])
        return None if found == "and" else found


def _asked(frames: Sequence[Frame]) -> Iterator[str]:
    for emit in (emit for frame in frames for emit in frame.facts):
        yield from emit.when
        yield from (pick.facet for pick in emit.value.values() if pick.facet)
        yield from [emit.event] if emit.event else []


@lru_cache(maxsize=8)
def load_frames(packs: Packs) -> Frames:
    """The frames of every pack; raises RuleError with the place of each fault."""
    files = [validate(FactsFile, file.value, file) for file in packs.documents("facts")]
    frames = [frame for file in files for frame in file.frames]
    return Frames(
        frames=frames,
        cues={name: effect for file in files for name, effect in file.cues.items()},
        proclitics={clitic: name for file in files for clitic, name in file.proclitics.items()},
        pronouns={enclitic: person for file in files for enclitic, person in file.pronouns.items()},
        articles=frozenset(word for file in files for word in file.articles),
        definite=frozenset(word for file in files for word in file.definite),
        defaults={name: entity for file in files for name, entity in file.defaults.items()},
        leads={name: leads for file in files for name, leads in file.leads.items()},
        triggers=frozenset(frame.on for frame in frames) - PSEUDO,
        needed=tuple(sorted({frame.on for frame in frames} - PSEUDO | {"unit", "component"})),
        asked=frozenset(_asked(frames)),
        on={kind: tuple(frame for frame in frames if frame.on == kind) for kind in {frame.on for frame in frames}},
    )
