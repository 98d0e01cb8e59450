"""Every error the package raises on purpose.

ConsistencyError
├── InputError      an article, a file or an option that cannot be used
├── RuleError       a rule pack that cannot be used; carries all its faults
└── PluginError     a plug-in of another package that cannot be used
"""

from __future__ import annotations

from dataclasses import dataclass


class ConsistencyError(Exception):
    """Base of every error of this package; its text is one line fit to print."""


class InputError(ConsistencyError):
    """An input that cannot be read: says where, what was found, what is allowed."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of a rule pack, at ``file:line:column`` (both from 1)."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class RuleError(ConsistencyError):
    """A rule pack that cannot be loaded; ``faults`` lists everything wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


class PluginError(ConsistencyError):
    """A plug-in that cannot be loaded: says which, of which package, and what is allowed."""
