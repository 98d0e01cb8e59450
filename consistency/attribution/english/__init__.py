"""Who said what in an English article: prose, headlines, transcripts and statements."""

from __future__ import annotations

from consistency.attribution.english.antecedents import EnglishGrammar
from consistency.attribution.english.frame import label, own, read_frame
from consistency.attribution.english.headline import headline
from consistency.attribution.english.prose import prose
from consistency.attribution.english.standing import standing
from consistency.attribution.line import is_title
from consistency.attribution.lines import read_lines
from consistency.attribution.memory import Memory
from consistency.attribution.words import word_classes
from consistency.model import Attribution, Document
from consistency.rulepack import Packs


def attribute_english(document: Document, packs: Packs) -> list[Attribution]:
    """The statements of an English document, in text order, before their speakers are resolved."""
    words = word_classes(packs, "en")
    lines = read_lines(document, words)
    frame = read_frame(document, lines)
    joint = frame.author if frame.author and frame.author.kind == "document" else None
    memory = Memory(document, EnglishGrammar(words, joint))
    for line in lines:
        memory.enter(line)
        if is_title(line):
            headline(line, memory)
        else:
            label(line, frame, memory) or prose(line, memory) or standing(line, memory) or own(line, frame, memory)
    return memory.attributions()
