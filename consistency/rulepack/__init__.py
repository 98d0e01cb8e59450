"""The only code that opens rules: packs of lexicons, entities, frames and comparison rules."""

from consistency.rulepack.choice import all_packs, choices, chosen_folders, pack_folders, pack_ids, shipped_rules
from consistency.rulepack.entities import Entity
from consistency.rulepack.exampleset import RuleExample, load_examples
from consistency.rulepack.lexicon import Lexicon
from consistency.rulepack.loader import Packs, load_packs, load_sets, packs_at
from consistency.rulepack.registry import Registry
from consistency.rulepack.rules import Rule
from consistency.rulepack.scaffold import write_new
from consistency.rulepack.schema import part_schema

__all__ = [
    "Entity",
    "Lexicon",
    "Packs",
    "Registry",
    "Rule",
    "RuleExample",
    "all_packs",
    "choices",
    "chosen_folders",
    "load_examples",
    "load_packs",
    "load_sets",
    "pack_folders",
    "pack_ids",
    "packs_at",
    "part_schema",
    "shipped_rules",
    "write_new",
]
