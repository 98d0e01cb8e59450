"""Comparison rules as written in YAML, one file a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from consistency.model import Severity, Verdict

Allowed = str | tuple[str, ...]
Relation = Literal["equal", "refines", "overlaps", "compatible", "conflicts", "advances"]
"""What a comparator says of two claims; None (no relation) means that they cannot be compared."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Selector(_Strict):
    """Which facts a side of a rule takes; ``where`` gives allowed values of the fact's fields."""

    kind: Allowed
    where: Mapping[str, Allowed] = Field(default_factory=dict)


class Same(_Strict):
    """What two facts must have in common to be comparable.

    ``party``: same | overlapping (one part of the other) | whole-part (the left one holds the right one).
    ``component``: same | whole-part (the left one is the whole or the same) | any. ``place``: same | any.
    ``event``: same | any; ``events`` names groups of events that count as one.
    """

    party: Literal["same", "overlapping", "any"] = "same"
    component: Literal["same", "whole-part", "either-whole", "any"] = "same"
    place: Literal["same", "any"] = "same"
    event: Literal["same", "any"] = "same"
    events: tuple[tuple[str, ...], ...] = ()


class When(_Strict):
    """How far apart in days the two may have been said.

    ``days`` for different speakers, ``own_days`` for one speaker; None: any day, and unknown days too.
    ``order``: "any", or "left-first" (the left one strictly earlier), or "right-first".
    """

    days: int | None = None
    own_days: int | None = None
    order: Literal["any", "left-first", "right-first"] = "any"


class Message(_Strict):
    """What the finding says, in both languages of a report."""

    ar: str
    en: str


class Rule(_Strict):
    """A rule: what it compares, when two claims are comparable, how they are compared, and what that means."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    verdict: Verdict
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    left: Selector
    right: Selector | None = None
    same: Same = Same()
    when: When = When()
    comparator: str
    parameters: Mapping[str, Any] = Field(default_factory=dict)
    relation: tuple[Relation, ...]
    message: Message
    why: str
    false_alarms: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _agreements_have_one_side(self) -> Rule:
        if self.verdict == "agreement" and self.right is not None:
            raise ValueError("an agreement compares the facts of one side with each other; leave out 'right'")
        return self
