"""The only code that opens rules: packs of lexicons, entities, frames and comparison rules."""

from consistency.rulepack.entities import Entity
from consistency.rulepack.lexicon import Lexicon
from consistency.rulepack.loader import Packs, load_packs

__all__ = ["Entity", "Lexicon", "Packs", "load_packs"]
