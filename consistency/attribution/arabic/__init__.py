"""Who said what in an Arabic article."""

from __future__ import annotations

from consistency.attribution.arabic.antecedents import ArabicGrammar
from consistency.attribution.arabic.headline import answered, headline, label
from consistency.attribution.arabic.pointing import thus
from consistency.attribution.arabic.prose import prose
from consistency.attribution.arabic.standing import standing
from consistency.attribution.line import Line, is_title
from consistency.attribution.lines import read_lines
from consistency.attribution.memory import Memory
from consistency.attribution.words import word_classes
from consistency.model import Attribution, Document
from consistency.rulepack import Packs


def _told(line: Line, memory: Memory) -> bool:
    """Records what a sentence of running text reports."""
    pointed = thus(line, memory)
    return prose(line, memory) or pointed or standing(line, memory)


def attribute_arabic(document: Document, packs: Packs) -> list[Attribution]:
    """The statements of an Arabic document, in text order, before their speakers are resolved."""
    memory = Memory(document, ArabicGrammar())
    for line in read_lines(document, word_classes(packs, "ar")):
        memory.enter(line)
        if is_title(line):
            headline(line, memory)
        else:
            answered(line, memory) or label(line, memory) or _told(line, memory)
    return memory.attributions()
