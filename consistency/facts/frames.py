"""The frames of the packs, by the families that are read together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.model import Mention
from consistency.rulepack import Packs
from consistency.rulepack.families import COMMON
from consistency.rulepack.frames import PSEUDO, Effect, FactsFile, Frame, Leads

_WORDS_OF = {"amount": "unit", "nature": "component"}
"""The type of the words without which there is no reading of a pseudo trigger."""


@dataclass(frozen=True)
class Frames:
    """The frames of the packs of one family, with the reporting effects and clitics that they share with all others."""

    pack: str
    """The family, as mentions name it."""
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
    strangers: frozenset[str]
    """The kinds of names that no pack lists and that the frames take nevertheless."""
    on: Mapping[str, Sequence[Frame]]
    """The frames by the type of mention that triggers them, in their order."""

    def concerning(self, trigger: Mention) -> Iterator[Frame]:
        """The frames that a mention triggers."""
        return (frame for frame in self.on.get(trigger.type, ()) if frame.concerns(trigger.type, trigger.id))

    def listed(self, leads: Leads | None) -> tuple[str, ...]:
        """The prepositions of a slot."""
        return self.leads.get(leads, (leads,)) if isinstance(leads, str) else leads or ()

    def reads(self, mention: Mention) -> bool:
        """Whether a mention is one that the packs of the family read."""
        return mention.pack in (COMMON, self.pack)

    def joins(self, mention: Mention) -> bool:
        """Whether a clitic "and" joins the mention to what is before it."""
        return self.proclitics.get(mention.proclitics[:1]) == "and"

    def preposition(self, proclitics: str) -> str | None:
        """The preposition that a mention's clitics end in."""
        found = self.proclitics.get(proclitics[-1:])
        return None if found == "and" else found


def _nouns_of_number(frames: Sequence[Frame]) -> set[str]:
    """The type of the nouns that numbers without a unit go by, where frames ask for what they count."""
    return {"topic"} if "measure" in set(_asked(frames)) else set()


def _asked(frames: Sequence[Frame]) -> Iterator[str]:
    for emit in (emit for frame in frames for emit in frame.facts):
        yield from emit.when
        yield from (pick.facet for pick in emit.value.values() if pick.facet)
        yield from [emit.event] if emit.event else []


@lru_cache(maxsize=8)
def load_frames(packs: Packs) -> list[Frames]:
    """The frames of each family of packs, in the order of the packs; raises RuleError with the place of each fault."""
    family = {pack: packs.families[pack] for pack, _ in packs.facts}
    apart = dict.fromkeys(name for name in family.values() if name != COMMON)
    return [_frames_of(name, [file for pack, file in packs.facts if family[pack] in (COMMON, name)]) for name in apart]


def _frames_of(pack: str, files: Sequence[FactsFile]) -> Frames:
    frames = [frame for file in files for frame in file.frames]
    return Frames(
        pack=pack,
        frames=frames,
        cues={name: effect for file in files for name, effect in file.cues.items()},
        proclitics={clitic: name for file in files for clitic, name in file.proclitics.items()},
        pronouns={enclitic: person for file in files for enclitic, person in file.pronouns.items()},
        articles=frozenset(word for file in files for word in file.articles),
        definite=frozenset(word for file in files for word in file.definite),
        defaults={name: entity for file in files for name, entity in file.defaults.items()},
        leads={name: leads for file in files for name, leads in file.leads.items()},
        triggers=frozenset(frame.on for frame in frames) - PSEUDO,
        needed=tuple(sorted({_WORDS_OF.get(frame.on, frame.on) for frame in frames} | _nouns_of_number(frames))),
        asked=frozenset(_asked(frames)),
        strangers=frozenset(kind for file in files for kind in file.strangers),
        on={kind: tuple(frame for frame in frames if frame.on == kind) for kind in {frame.on for frame in frames}},
    )
