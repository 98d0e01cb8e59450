"""Arabic clauses that point back to what was said: «صرح بذلك فلان»، «هكذا ردّ فلان»، «بهذه العبارة علّق فلان»."""

from __future__ import annotations

from consistency.attribution.arabic.adjuncts import over_adjuncts
from consistency.attribution.arabic.clause import Clause
from consistency.attribution.arabic.content import content_of, quotation_before
from consistency.attribution.arabic.leads import past_that
from consistency.attribution.arabic.phrase import PEOPLE
from consistency.attribution.arabic.source import grow_source, to_somebody, unlisted_person
from consistency.attribution.line import Found, Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_ADDRESSEE = 8
_DENIED_MAX = 30
"""How many words somebody may have said whom a mere «نفت باريس ذلك» contradicts."""


def pointing_back(line: Line, cue: Found) -> Clause | None:
    """The clause of «صرح بذلك فلان», when nothing leads in words of its own."""
    if not line.isa(cue.last, "with_that"):
        return None
    grown = answerer(line, cue.last + 1)
    if grown is None or any(_leads_in(line, i) for i in range(grown[1], len(line.items))):
        return None
    return Clause("after", cue, cue.first, grown[1], grown[0], None, pointing=True)


def answerer(line: Line, at: int) -> tuple[Source, int] | None:
    """Who answers, from an item on: past whom he answers («لإذاعة المدينة رئيس البلدية»)."""
    end = len(line.items)
    if not to_somebody(line, at):
        start = over_adjuncts(line, at, end)
        plain = (at, at + 1) if start == at else (start,)  # «هكذا لخّص الموقف سامي حداد، الناطق باسم …»
        return grow_source(line, start, end) or next(filter(None, (unlisted_person(line, i, end) for i in plain)), None)
    ahead = range(at + 1, min(at + _ADDRESSEE, end))
    led = (i for i in ahead if line.starting(i, *PEOPLE, "person") and not line.items[i].norm.startswith("ل"))
    told = next(led, None)
    return grow_source(line, told, end) if told is not None else None


def _leads_in(line: Line, i: int) -> bool:
    return line.items[i].quote is not None or line.items[i].norm == ":" or past_that(line, i) is not None


def thus(line: Line, memory: Memory) -> bool:
    """Records what stands before «هكذا خاطب فلان الحضور» or «بهذه العبارة لخّص فلان», whatever the verb is."""
    found = next((i for i in range(len(line.items) - 2) if _thus(line, i)), None)
    if found is None or (found and line.items[found - 1].word):
        return False
    grown = answerer(line, _thus(line, found) + 1)
    content = (quotation_before(line, 0, _past_marks(line, found)) or content_of(line, 0, found)) if found else None
    content = content or (pointed_at(line, memory) if found == 0 else None)
    if grown is None or content is None or not (grown[0].name or grown[0].title):
        return False
    memory.add(content, grown[0], Telling())
    return True


def _thus(line: Line, i: int) -> int:
    """The item of the verb after «هكذا» or «بهذه العبارة»; 0 where neither stands."""
    if line.isa(i, "by_this") and line.isa(i + 1, "wording"):
        return i + 2
    return i + 1 if line.isa(i, "thus") and not line.starting(i + 1, "that") else 0


def _past_marks(line: Line, at: int) -> int:
    while at > 1 and line.items[at - 1].quote is None and not line.items[at - 1].word:
        at -= 1
    return at


def pointed_at(line: Line, memory: Memory) -> Content | None:
    """The sentence before, in the same paragraph, which nobody else is said to have said."""
    before = memory.lines[memory.at - 1] if memory.at and not line.opens else None
    if before is None or any(memory.notes[i].line == memory.at - 1 for i in memory.here()):
        return None
    return quotation_before(before, 0, _past_marks(before, len(before.items))) or content_of(
        before, 0, len(before.items)
    )


def denied_back(line: Line, clause: Clause, memory: Memory) -> Content | None:
    """What «نفت باريس ذلك», «وهو ما نفته باريس» denies: the words just reported, of somebody else."""
    index = memory.last
    if clause.manner != "deny" or clause.source is None or index is None or not _denies_nothing_else(line, clause):
        return None
    note = memory.notes[index]
    span = note.attribution.span
    short = len(memory.document.text[slice(*span)].split()) <= _DENIED_MAX
    others = note.source is not None and _whose(note.source) != _whose(clause.source)
    return Content(span, note.attribution.mode) if note.line >= memory.at - 1 and short and others else None


def _whose(source: Source) -> tuple[str | None, ...]:
    return source.body, source.name, source.title


def _denies_nothing_else(line: Line, clause: Clause) -> bool:
    """Whether the verb has no object but a word for what was said, up to the end of the sentence or a comma."""
    if clause.content is None:
        return clause.kind == "mute" and line.isa(clause.cue.first - 1, "what")
    object_ = range(clause.content, len(line.items))
    end = next((i for i in object_ if not line.items[i].word), len(line.items))
    return end > clause.content and all(line.isa(i, "denied_things") for i in range(clause.content, end))
