"""Which packs are read together: those that build on each other, apart from what all share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from consistency.rulepack.choice import BASE
from consistency.rulepack.header import PackHeader

COMMON = ""
"""The family of the packs that every other one shares."""


def families_of(headers: Iterable[PackHeader], framed: Collection[str]) -> Mapping[str, str]:
    """The family of each pack: the first of those that build on each other, or the common one where none has frames.

    A pack is read by the words of its own family and the common ones, so that no pack changes what another one finds.
    ``framed`` are the packs with frames of their own.
    """
    family: dict[str, str] = {}
    for header in headers:
        family.setdefault(header.id, header.id)
        for needed in sorted(set(header.requires) - {BASE}):
            both = (family[header.id], family.setdefault(needed, needed))
            first = next(pack for pack in family if pack in both)
            family = {pack: first if name in both else name for pack, name in family.items()}
    apart = {family[pack] for pack in framed if pack in family}
    return {pack: name if name in apart and pack != BASE else COMMON for pack, name in family.items()}
