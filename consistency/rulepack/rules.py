"""Comparison rules as written in YAML, one file a rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from consistency.model import Severity, Verdict
from consistency.rulepack.header import NAME

Allowed = str | tuple[str, ...]
Relation = Literal["equal", "refines", "overlaps", "compatible", "conflicts", "advances"]
"""What a comparator says of two claims; None (no relation) means that they cannot be compared."""


LONGEST_GUARD = 1000


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _options(allowed: Allowed) -> tuple[str, ...]:
    return (allowed,) if isinstance(allowed, str) else allowed


class Selector(_Strict):
    """Which facts a side of a rule takes; ``where`` gives allowed values of the fact's fields."""

    kind: Allowed
    where: Mapping[str, Allowed] = Field(default_factory=dict)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of facts that it takes."""
        return _options(self.kind)

    @cached_property
    def conditions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The fields of ``where`` with their allowed values."""
        return tuple((name, _options(wanted)) for name, wanted in self.where.items())


class Same(_Strict):
    """What two facts must have in common to be comparable.

    ``party``, ``component``, ``place``: same | overlapping (one holds the other) | any; for places also "country" (any of the
    same country; where none is known, neither must have one). ``event``: same | any; ``events`` names groups of events that
    count as one ("" for none). ``sides`` names the field with the other side of what two do together: the two countries or
    bodies must be the same, whoever is named first, and the place is theirs.
    """

    party: Literal["same", "overlapping", "any"] = "same"
    component: Literal["same", "overlapping", "any"] = "same"
    place: Literal["same", "overlapping", "country", "any"] = "same"
    event: Literal["same", "any"] = "same"
    events: tuple[tuple[str, ...], ...] = ()
    sides: str | None = None


class When(_Strict):
    """How far apart in days the two may have been said.

    ``days`` for different speakers, ``own_days`` for one speaker; None: any day, and unknown days too.
    ``order``: "any", "left-first" (the left one strictly earlier), or "left-not-after" (that day or earlier; ``grace`` days later
    at most, since a paper does not always tell today's words from yesterday's).
    ``statement``: whether two facts of one statement are compared.
    """

    days: int | None = Field(default=None, ge=0)
    own_days: int | None = Field(default=None, ge=0)
    order: Literal["any", "left-first", "left-not-after"] = "any"
    grace: int = Field(default=0, ge=0)
    statement: bool = True

    @property
    def between(self) -> bool:
        """Whether different speakers are compared."""
        return self.days is not None or self.own_days is None

    @property
    def reach(self) -> int | None:
        """How far apart in days two that are compared may lie at most; None: any day, and unknown days too."""
        if self.days is None and self.own_days is None:
            return None
        return max(self.days or 0, self.own_days or 0, self.grace)


FIELDS = (
    "topic",
    "reason",
    *(f"{side}{what}" for side in ("left", "right") for what in ("", "_times", "_speakers", "_days", "_topic")),
)
"""What a message may name in braces."""


class Message(_Strict):
    """What the finding says, in both languages of a report; braces name one of FIELDS."""

    ar: str
    en: str

    @field_validator("ar", "en")
    @classmethod
    def _known_fields(cls, text: str) -> str:
        named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        unknown = [name for name in named if name not in FIELDS]
        if unknown:
            raise ValueError(f"no field {{{unknown[0]}}}; allowed are {', '.join(f'{{{name}}}' for name in FIELDS)}")
        return text


class Rule(_Strict):
    """A rule: what it compares, when two claims are comparable, how they are compared, and what that means.

    ``what`` is what it finds in one sentence. ``guard`` is a condition on ``left`` and ``right`` in CEL, of what the comparator
    has found.
    """

    id: str = Field(pattern=NAME)
    what: str = ""
    verdict: Verdict
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    left: Selector | Annotated[tuple[Selector, ...], Field(min_length=1)]
    right: Selector | tuple[Selector, ...] | None = None
    same: Same = Same()
    when: When = When()
    comparator: str
    parameters: Mapping[str, Any] = Field(default_factory=dict)
    relation: Annotated[tuple[Relation, ...], Field(min_length=1)]
    guard: str | None = Field(default=None, max_length=LONGEST_GUARD)
    message: Message
    why: str
    false_alarms: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def lefts(self) -> tuple[Selector, ...]:
        """What the left side takes: any of these."""
        return self.left if isinstance(self.left, tuple) else (self.left,)

    @property
    def rights(self) -> tuple[Selector, ...]:
        """What the right side takes; empty if the facts of one side are compared with each other."""
        return self.right if isinstance(self.right, tuple) else (self.right,) if self.right else ()

    @model_validator(mode="after")
    def _agreements_have_one_side(self) -> Rule:
        if self.verdict == "agreement" and self.right is not None:
            raise ValueError("an agreement compares the facts of one side with each other; leave out 'right'")
        return self
