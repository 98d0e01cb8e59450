"""What one predicate says, before frames make facts of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from consistency.facts.clauses import Clause
from consistency.facts.groups import Group
from consistency.facts.outlook import Outlook
from consistency.facts.predicates import Node
from consistency.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Led:
    """A mention with the preposition that leads it in ("" for none)."""

    mention: Mention
    lead: str


@dataclass
class Reading:
    """A predicate with its force, place, dates and roles; ``facets`` are the plain words that frames ask for.

    ``component`` is the part of the force that the predicate is about, ``held_by`` the part that its words name: the
    combat mission of advisers is "combat", held by "advisers".
    ``source`` says how the force was found: named, relative, inherited, own, discourse, or none.
    """

    trigger: Mention
    clause: Clause
    view: Outlook
    group: Group | None = None
    party: str | None = None
    component: str = "all"
    held_by: str = "all"
    source: str = "none"
    confidence: float = 1.0
    place: str | None = None
    dates: list[Led] = field(default_factory=list)
    places: list[Led] = field(default_factory=list)
    parties: list[Led] = field(default_factory=list)
    roles: list[Led] = field(default_factory=list)
    facets: dict[str, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    node: Node | None = None
    """The predicate itself; None for a number or a nature."""
    holder: Reading | None = None
    """What a number takes part in."""

    @property
    def span(self) -> Span:
        """From the first to the last word that the reading rests on."""
        return min(s[0] for s in self.spans), max(s[1] for s in self.spans)
