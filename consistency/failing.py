"""Which findings make a run fail: the grammar of ``--fail-on``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consistency.errors import InputError
from consistency.nearest import near

if TYPE_CHECKING:
    from consistency.model import Finding

LEVELS = ("low", "medium", "high")
VERDICTS = ("tension", "update", "agreement", "refinement")
NEVER = "never"
ALLOWED = (
    f"{NEVER}, a level ({', '.join(LEVELS)}: tensions of it or above), a verdict ({', '.join(VERDICTS)}), VERDICT:LEVEL, "
    "and several of these with commas between"
)


@dataclass(frozen=True, slots=True)
class FailOn:
    """The lowest level at which each verdict fails; a verdict that is not in ``bars`` never does."""

    text: str
    bars: tuple[tuple[str, int], ...]

    def fails(self, finding: Finding) -> bool:
        """Whether this finding makes the run fail."""
        return any(finding.verdict == v and LEVELS.index(finding.severity) >= bar for v, bar in self.bars)


def fail_on(text: str) -> FailOn:
    """``high``, ``tension:medium,update`` and the like; raises InputError that says what is allowed."""
    terms = [term.strip() for term in text.split(",")]
    if terms == [NEVER]:
        return FailOn(text, ())
    if NEVER in terms:
        raise InputError(f"{text!r}: {NEVER!r} stands alone; allowed are {ALLOWED}")
    bars: dict[str, int] = {}
    for verdict, level in map(_term, terms):
        bar = LEVELS.index(level)
        bars[verdict] = min(bar, bars.get(verdict, bar))
    return FailOn(text, tuple(sorted(bars.items())))


def _term(term: str) -> tuple[str, str]:
    """The verdict and the level that a term names."""
    verdict, colon, level = (part.strip() for part in term.partition(":"))
    if not colon:
        return (
            ("tension", term) if term in LEVELS else (_one_of(term, VERDICTS, (*LEVELS, *VERDICTS, NEVER)), LEVELS[0])
        )
    return _one_of(verdict, VERDICTS, VERDICTS), _one_of(level, LEVELS, LEVELS)


def _one_of(found: str, allowed: Iterable[str], like: Iterable[str]) -> str:
    if found in allowed:
        return found
    raise InputError(f"{found!r} is no verdict or level{near(found, like)}; allowed are {ALLOWED}")
