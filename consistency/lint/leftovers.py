"""What a pack still has of the template that it was made from, under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from consistency.errors import Fault
from consistency.lint.known import Known
from consistency.rulepack import shipped_rules

_TEMPLATES = ("pack/pack.yaml", "pack/rules/rule.yaml", "rule/rule.yaml")
_FIELDS = ("description", "what", "why")
_LINE = re.compile(rf"^(?:{'|'.join(_FIELDS)}): (.+)$", re.MULTILINE)
_SUBJECT = "embass"
"""How the name of a pack begins that is about what the template is about."""


def leftover_faults(known: Known) -> Iterator[Fault]:
    """Texts of the template in the pack and the rules of another subject."""
    for source in known.sources:
        if source.part not in ("pack", "rule") or source.pack.id.startswith(_SUBJECT):
            continue
        for field in _FIELDS:
            if isinstance(source.file.value, Mapping) and source.file.value.get(field) in _texts():
                yield source.file.fault(
                    (field,), f"{field!r} is still the text of the template; say it of your own subject"
                )


@lru_cache(maxsize=1)
def _texts() -> frozenset[str]:
    """What the templates say in the lines that an author writes anew."""
    texts = ((shipped_rules() / "scaffold" / f"{name}.template").read_text("utf-8") for name in _TEMPLATES)
    return frozenset(said for text in texts for said in _LINE.findall(text))
