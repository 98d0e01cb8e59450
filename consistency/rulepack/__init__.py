"""The only code that opens rules: packs of lexicons, entities, frames and comparison rules."""

from consistency.rulepack.entities import Entity
from consistency.rulepack.exampleset import RuleExample, load_examples
from consistency.rulepack.lexicon import Lexicon
from consistency.rulepack.loader import Packs, load_packs, packs_at
from consistency.rulepack.registry import Registry
from consistency.rulepack.rules import Rule

__all__ = ["Entity", "Lexicon", "Packs", "Registry", "Rule", "RuleExample", "load_examples", "load_packs", "packs_at"]
