"""The stages in which something is to happen («على مرحلتين تنتهي الأولى في آب», "the second phase of the withdrawal")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consistency.facts.clauses import STOP
from consistency.facts.passage import Passage
from consistency.model import Mention

_STAGES, _STAGE = "stages", "stage"
_LAST, _SECOND, _THIRD, _TWO = "last", "second", "third", "two"
_REACH = 5
"""The words between a stage and the verb that is said of it ("the first of which is to be completed")."""
_OF = 2
"""The words between a stage and what it is a stage of ("of the")."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage from its first word to the next stage; ``last``: with it all is done; ``opens``: its beginning is dated."""

    words: range
    last: bool
    opens: bool

    def holds(self, m: Mention) -> bool:
        """Whether a mention belongs to the stage."""
        return m.first in self.words


def of_a_stage(m: Mention, passage: Passage) -> bool:
    """Whether a verb of aspect is said of a stage, and not of the whole; or a word only says in how many («على ثلاث مراحل»)."""
    if m.type == "modality":
        return any(s.first == m.first and passage.context.lead(s, 2) == "at" for s in _several(passage))
    if m.type != "aspect" or not any(s.last <= m.first for s in _several(passage)):
        return False
    reach = range(m.first - _REACH, m.last + 1) if passage.context.document.language == "en" else (m.last,)
    return any(n.type == _STAGE for i in reach for n in passage.at.get(i, ()))


def stage_of(trigger: Mention, passage: Passage) -> Stage | None:
    """The stage that a predicate is only a stage of («المرحلة الأولى من الانسحاب»)."""
    near = range(trigger.first - _OF, trigger.first + 1)
    head = next((m for m in reversed(passage.mentions) if m.type == _STAGE and m.last in near), None)
    if head is None or not all(_links(i, passage) for i in range(head.last, trigger.first)):
        return None
    return _stage(head, range(head.first, trigger.last), passage)


def stages(trigger: Mention, passage: Passage) -> list[Stage]:
    """The stages that are told apart behind a predicate or the stage of it, in its sentence and before the next."""
    end = _end(trigger, passage)
    several = next((s.last for s in _several(passage) if trigger.last <= s.first < end), None)
    start = trigger.last if several is None and stage_of(trigger, passage) else several
    if start is None:
        return []
    told = [m for m in passage.mentions if m.type == _STAGE and start <= m.first < end]
    ends = [*(m.first - 1 for m in told[1:]), end]
    return [_stage(m, range(m.first - 1, until), passage) for m, until in zip(told, ends, strict=False)]


def _stage(head: Mention, words: range, passage: Passage) -> Stage:
    inside = [m for i in words for m in passage.at.get(i, ())]
    opens = any(m.type == "aspect" and m.features.get("phase") == "begun" for m in inside)
    third = any(m.type == _STAGE and m.id == _THIRD for m in passage.mentions)
    more = third or any(s.id != _TWO for s in _several(passage))
    return Stage(words, head.id == _LAST or (head.id == _SECOND and not more), opens)


def _links(i: int, passage: Passage) -> bool:
    """Whether a word only joins a stage to what it is a stage of."""
    return i not in passage.covered or any(m.type == "preposition" for m in passage.at.get(i, ()))


def _several(passage: Passage) -> Sequence[Mention]:
    return [m for m in passage.mentions if m.type == _STAGES]


def _end(trigger: Mention, passage: Passage) -> int:
    """Where the sentence of a predicate ends, or what is said of the next begins."""
    stops = (c.first for c in passage.clauses if c.link == STOP and c.first > trigger.first)
    others = (m.first for m in passage.mentions if m.first >= trigger.last and passage.stands(m))
    return min((passage.last, *stops, *others))
