"""The only code that opens rules: packs of lexicons, entities, frames and comparison rules."""

from consistency.rulepack.entities import Entity
from consistency.rulepack.lexicon import Lexicon
from consistency.rulepack.loader import Packs, load_packs
from consistency.rulepack.registry import Registry

__all__ = ["Entity", "Lexicon", "Packs", "Registry", "load_packs"]
