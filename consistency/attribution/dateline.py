"""Where the words of a dateline end ("BAGHDAD (AP) —", «بغداد، العراق (CNN) --», «شفق نيوز/»)."""

from __future__ import annotations

from consistency.attribution.line import Line

_REACH = 16
_CLOSING = frozenset({"-", "–", "—", "--", "―", "ـ", "/", ":"})
_INSIDE = frozenset({",", "،", "(", ")", "/", "·", "|", "‐", "-", "–"})
_TYPES = ("place", "date", "media", "number", "nationality")


def dateline(line: Line) -> int:
    """The item after a dateline at the beginning of a paragraph; 0 where there is none."""
    if not line.opens:
        return 0
    at = end = opened = 0
    for at in range(min(_REACH, len(line.items) - 1)):
        item = line.items[at]
        opened = at if item.norm == "(" else opened
        if item.norm in _CLOSING and at and item.quote is None:
            end = at + 1
        if item.norm == ")" and opened < end:
            end = at + 1  # "(Agency - 9 December 2021)": the dash only parts the agency from the day
        if not _belongs(line, at):
            break
    return end if end and _is_headed(line) else 0


def _belongs(line: Line, at: int) -> bool:
    """Whether an item can stand in a dateline: a place, a day, an agency, a capital, a mark."""
    item = line.items[at]
    if item.quote is not None:
        return False
    if item.norm in _INSIDE or item.norm in _CLOSING or item.norm.isdigit() or line.isa(at, "datelines"):
        return True
    return line.capital(at) or any(f.first <= at < f.last for f in line.found if f.mention.type in _TYPES)


def _is_headed(line: Line) -> bool:
    """Whether a line begins with a place or an agency, or with a word in capitals."""
    start = 1 if line.items[0].norm == "(" else 0
    named = line.starting(start, "place", "media") is not None
    return (
        named or line.isa(start, "datelines") or (line.items[start].text.isupper() and len(line.items[start].text) > 1)
    )
