"""Dates as intervals: what an expression says, and when that is on a given anchor day. Never resolved against today."""

from consistency.dates.cycle import Cycle
from consistency.dates.expression import DateExpression
from consistency.dates.interval import UNRESOLVED, Interval
from consistency.dates.terms import At, Current, Distance, Either, Named, Ordinal, Portion, Reach, Stretch, Told

NOUNS = (At, Current, Cycle, DateExpression, Distance, Either, Interval, Named, Ordinal, Portion, Reach, Stretch, Told)
"""The values that a date mention is made of, for whoever stores them."""

__all__ = ["NOUNS", "UNRESOLVED", "DateExpression", "Interval"]
