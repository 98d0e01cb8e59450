"""A further comparator: whether two deadlines fall into one month."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from consistency.compare import Bearing, Comparator, Comparison, NoParameters
from consistency.compare.comparators import Parameters
from consistency.model import Fact


class Month(NoParameters):
    """What a rule may set."""

    bound: Literal["start", "end"] = Field(default="end", description="which end of the interval counts")


def same_month(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """Two deadlines in one month are equal, others conflict; without a day they cannot be compared."""
    bound = str(parameters.get("bound", "end"))
    a, b = ((fact.value.get("by") or {}).get(bound) for fact in (left, right))
    if not (a and b):
        return None
    return Comparison("equal") if a[:7] == b[:7] else Comparison("conflicts")


SAME_MONTH = Comparator(same_month, ("equal", "conflicts"), Month)
