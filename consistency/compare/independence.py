"""How many of those who hold the same speak for themselves, and not for one of the others."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.compare.claims import UNNAMED, Claim
from consistency.rulepack import Registry

_HEADLINE, _PERSON, _ROLE, _MEDIA = "headline", "person.", "role.", "media"


def independent(run: Sequence[Claim], registry: Registry) -> int:
    """How many speak for themselves: a body and one of its own are no two who agree ("the government", its minister), nor
    are a headline and what stands below it.
    """
    alone: dict[str, list[Claim]] = {}
    for claim in sorted(run, key=lambda c: _relays(c, registry)):
        article = alone.setdefault(claim.statement.article, [])
        if not _passes_on(claim, article, registry):
            article.append(claim)
    claims = [claim for article in alone.values() for claim in article]
    direct, around = _spoken_for(claims, registry)
    return len({c.origin for c in claims if c.origin not in (direct if _personal(c) else direct | around)})


def _spoken_for(claims: Sequence[Claim], registry: Registry) -> tuple[set[str], set[str]]:
    """The bodies for which one of their own speaks, and those around who speaks, for whom he does where no person does."""
    held = {(c.origin, c.body) for c in claims}
    direct = {body for origin, body in held if body is not None and body != origin}
    around = {
        whole
        for origin, body in held
        for one in (origin, body)
        if one is not None and one in registry
        for whole in registry.wholes(one)
        if whole != origin
    }
    return direct, around


def _personal(claim: Claim) -> bool:
    return claim.statement.speaker.startswith(_PERSON)


def _passes_on(claim: Claim, others: Sequence[Claim], registry: Registry) -> bool:
    """Whether a claim may be one of the others of its article in other words: that of a headline which names no person, of
    nobody named, of an office without a name, or of a paper or an agency.
    """
    others = [c for c in others if c.origin != claim.origin] if _relays(claim, registry) else []
    return any(_may_be_one(claim, c, registry) for c in others)


def _relays(claim: Claim, registry: Registry) -> bool:
    unnamed = claim.origin.startswith((UNNAMED, _ROLE)) or registry.kind(claim.origin) == _MEDIA
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
