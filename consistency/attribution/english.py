"""Who said what in an English article: prose, headlines, transcripts and statements."""

from __future__ import annotations

from consistency.attribution.english_frame import is_title, label, own, read_frame
from consistency.attribution.english_headline import headline
from consistency.attribution.english_line import read_lines
from consistency.attribution.english_memory import Memory
from consistency.attribution.english_prose import prose
from consistency.attribution.english_standing import standing
from consistency.attribution.english_words import english_words
from consistency.model import Attribution, Document
from consistency.rulepack import Packs


def attribute_english(document: Document, packs: Packs) -> list[Attribution]:
    """The statements of an English document, in text order, before their speakers are resolved."""
    words = english_words(packs)
    memory = Memory(document, words)
    lines = read_lines(document, words)
    frame = read_frame(document, lines)
    memory.joint = frame.author if frame.author and frame.author.kind == "document" else None
    for line in lines:
        memory.enter(line)
        if is_title(document, line):
            headline(line, memory)
        else:
            label(line, frame, memory) or prose(line, memory) or standing(line, memory) or own(line, frame, memory)
    return memory.attributions()
