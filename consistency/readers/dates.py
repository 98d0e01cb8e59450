"""Publication dates as metadata and options write them."""

from __future__ import annotations

import datetime as dt

from consistency.errors import InputError


def parse_date(value: object, where: str) -> dt.date:
    """The day of an ISO 8601 date or date-time; raises InputError."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise InputError(f"{where}: published is {value!r}; allowed is an ISO 8601 date such as 2021-12-31")
