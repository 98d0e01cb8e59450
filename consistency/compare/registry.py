"""The comparators that a rule may name: those of the package, and those that plug-ins add."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

import consistency.compare.comparators as ways
from consistency.compare.comparators import Comparison, Parameters
from consistency.compare.scope import Bearing
from consistency.errors import PluginError
from consistency.model import Fact
from consistency.plugins import plugins
from consistency.rulepack.rules import Relation


class NoParameters(BaseModel):
    """The parameters of a comparator that takes none; the base of those that take some."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Comparator:
    """A way to compare two facts: pure, and None where they cannot be compared.

    ``parameters`` is the model of what a rule may set, ``relations`` what the comparison can come to. ``extent``, for
    numbers and days, spares comparisons: facts whose extents do not touch are in none of the relations ``touching``.
    ``dated`` says that an extent is of as many days, in all facts of a rule, around the end of ``by``.
    """

    compare: Callable[[Fact, Fact, Bearing, Parameters], Comparison | None]
    relations: tuple[Relation, ...]
    parameters: type[BaseModel] = NoParameters
    extent: Callable[[Fact, Parameters], ways.Extent | None] | None = None
    touching: tuple[Relation, ...] = ("equal", "refines")
    dated: bool = False


class IntervalParameters(NoParameters):
    """Of ``interval``."""

    slack: int = Field(default=0, ge=0, description="days apart that still are the same day")


class QuantityParameters(NoParameters):
    """Of ``quantity``."""

    tolerance: float = Field(default=0, ge=0, lt=1, description="share by which rounded numbers may differ")
    exact: float = Field(default=0, ge=0, lt=1, description="share by which other numbers may differ")
    rises: bool = Field(default=False, description="whether a greater number of a later day is an advance")


class MembersParameters(NoParameters):
    """Of ``members``."""

    of: str = Field(description="the field with the list")
    between: str | None = Field(default=None, description="the field with the other side, if both sides act together")


class WordParameters(NoParameters):
    """Of ``word``."""

    of: str = Field(description="the field with the word")
    exclusive: tuple[tuple[str, str], ...] = Field(default=(), description="pairs of words that conflict")
    distinct: bool = Field(default=False, description="whether any two different words conflict")


class PolarityParameters(NoParameters):
    """Of ``polarity``."""

    of: tuple[str, ...] = Field(default=(), description="the fields that must be the same")


class ExclusiveParameters(NoParameters):
    """Of ``exclusive``."""

    wider: tuple[Bearing, ...] = Field(default=(), description="the sides that may be about more than the other")
    universal: bool = Field(default=False, description="whether the wider side must say that it means all")


COMPARATORS: Mapping[str, Comparator] = {
    "interval": Comparator(
        ways.interval,
        ("equal", "refines", "advances", "compatible", "conflicts"),
        IntervalParameters,
        ways.days_around,
        ("equal",),
        dated=True,
    ),
    "phase": Comparator(ways.phase, ("equal", "advances", "compatible", "conflicts")),
    "quantity": Comparator(
        ways.quantity, ("equal", "refines", "advances", "compatible", "conflicts"), QuantityParameters, ways.reach
    ),
    "members": Comparator(ways.members, ("equal", "refines", "overlaps", "compatible"), MembersParameters),
    "word": Comparator(ways.word, ("equal", "conflicts"), WordParameters),
    "polarity": Comparator(ways.polarity, ("equal", "compatible", "conflicts"), PolarityParameters),
    "exclusive": Comparator(ways.exclusive, ("compatible", "conflicts"), ExclusiveParameters),
}


def comparators() -> Mapping[str, Comparator]:
    """Every comparator by name; raises PluginError for a plug-in that takes the name of one of the package."""
    added = plugins("comparators", Comparator)
    taken = sorted(added.keys() & COMPARATORS.keys())
    if taken:
        raise PluginError(f"plug-in {taken[0]!r} in consistency.comparators: the package has a comparator of that name")
    return {**COMPARATORS, **added}
