"""Publication dates as metadata and options write them."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

from consistency.errors import InputError

_YEARS = range(1900, 2100)
"""The years of the Gregorian calendar that dates in texts are read in."""


def parse_date(value: object, where: str) -> dt.date:
    """The day of an ISO 8601 date or date-time; raises InputError."""
    day = _day(value)
    if day is None:
        raise InputError(f"{where}: published is {value!r}; allowed is an ISO 8601 date such as 2021-12-31")
    return check_day(day, where)


def loose_day(value: object) -> dt.date | None:
    """The day of a date as pages and feeds write it (ISO 8601 or RFC 5322), in the time zone it is written in; else None."""
    day = _day(value)
    if day is None and isinstance(value, str):
        try:
            day = _day(value.strip()[:10].replace("/", "-")) or parsedate_to_datetime(value.strip()).date()
        except (ValueError, IndexError):
            return None
    return day if day and day.year in _YEARS else None


def check_day(day: dt.date, where: str) -> dt.date:
    """The day, if an article can be of it; raises InputError."""
    if day.year not in _YEARS:
        raise InputError(f"{where}: published is {day}; allowed are the years {_YEARS[0]} to {_YEARS[-1]}")
    return day


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()).date() if isinstance(value, str) else None
    except ValueError:
        return None
