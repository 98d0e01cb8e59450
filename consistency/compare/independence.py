"""How many of those who hold the same speak for themselves, and not for one of the others."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.compare.claims import UNNAMED, Claim
from consistency.rulepack import Registry

_HEADLINE, _PERSON, _MEDIA = "headline", "person.", "media"


def independent(run: Sequence[Claim], registry: Registry) -> int:
    """How many speak for themselves: a body and one of its own are no two who agree ("the government", its minister), nor
    are a headline and what stands below it.
    """
    alone: list[Claim] = []
    for claim in sorted(run, key=lambda c: _relays(c, registry)):
        if not _passes_on(claim, alone, registry):
            alone.append(claim)
    return len({c.origin for c in alone if not any(_speaks_for(other, c, registry) for other in alone)})


def _speaks_for(one: Claim, whole: Claim, registry: Registry) -> bool:
    """Whether one claim is held by one of the body that holds the other, or by a body inside it where no person speaks for it."""
    if one.origin == whole.origin:
        return False
    bodies = [body for body in (one.body, one.origin) if body is not None and body in registry]
    inside = any(whole.origin in registry.wholes(body) for body in bodies)
    return one.body == whole.origin or (inside and not whole.statement.speaker.startswith(_PERSON))


def _passes_on(claim: Claim, others: Sequence[Claim], registry: Registry) -> bool:
    """Whether a claim may be another's of the same article in other words: that of a headline which names no person, of
    nobody named, or of a paper or an agency.
    """
    if not _relays(claim, registry):
        return False
    same = (c for c in others if c.statement.article == claim.statement.article and c.origin != claim.origin)
    return any(_may_be_one(claim, c, registry) for c in same)


def _relays(claim: Claim, registry: Registry) -> bool:
    unnamed = claim.origin.startswith(UNNAMED) or registry.kind(claim.origin) == _MEDIA
    return unnamed or (claim.statement.mode == _HEADLINE and not claim.origin.startswith(_PERSON))


def _may_be_one(one: Claim, other: Claim, registry: Registry) -> bool:
    """Whether two speakers may be of one side; a body that is named is not somebody of whom nothing is known."""
    a, b = _side(one, registry), _side(other, registry)
    if a is None or b is None:
        return a is None or one.origin not in registry
    return a == b or a in registry.wholes(b) or b in registry.wholes(a)


def _side(claim: Claim, registry: Registry) -> str | None:
    """The country of a speaker or of his body, else the body itself; None where no pack knows it, and for papers."""
    known = next(
        (body for body in (claim.body, claim.origin) if registry.kind(body) not in (None, _MEDIA, "person")), None
    )
    return registry.country(known) or known
