"""What people decided about findings: a plain text file, a line a decision, fit for version control.

A line is ``dismiss FINGERPRINT REASON`` or ``accept FINGERPRINT``; ``#`` begins a comment. A dismissed finding is set aside in
every later run; an accepted one stays in the reports, and ``consistency review`` asks about it no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from consistency.errors import InputError
from consistency.model import Dismissed, Report, Warning
from consistency.nearest import near

FILE = ".consistency-dismissed"
STALE = "stale-dismissal"
DISMISS, ACCEPT = "dismiss", "accept"
_FINGERPRINT = re.compile("[0-9a-f]{16}")
_HEAD = (
    "# Findings of consistency that somebody has decided about: dismiss FINGERPRINT REASON, or accept FINGERPRINT.\n"
    "# The order of the lines does not matter. To take a decision back, delete its line.\n"
)


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Why a finding was dismissed, and the line that says so."""

    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of a file by fingerprint; the last line about a finding counts."""

    path: Path
    dismissed: dict[str, Dismissal] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()


def read_decisions(path: Path, *, required: bool) -> Decisions:
    """The decisions of a file; none of a file that is not there, unless it is required. Raises InputError."""
    if not path.exists() and not required:
        return Decisions(path)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None
    dismissed: dict[str, Dismissal] = {}
    accepted: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        verb, fingerprint, reason = _parsed(line, f"{path}:{number}")
        accepted.discard(fingerprint)
        dismissed.pop(fingerprint, None)
        if verb == ACCEPT:
            accepted.add(fingerprint)
        else:
            dismissed[fingerprint] = Dismissal(reason, number)
    return Decisions(path, dismissed, frozenset(accepted))


def _parsed(line: str, where: str) -> tuple[str, str, str]:
    verb, _, rest = line.strip().partition(" ")
    fingerprint, _, reason = rest.strip().partition(" ")
    if verb not in (DISMISS, ACCEPT):
        allowed = f"'{DISMISS} FINGERPRINT REASON', '{ACCEPT} FINGERPRINT' and lines that begin with #"
        raise InputError(f"{where}: {verb!r} is no decision{near(verb, (DISMISS, ACCEPT))}; allowed are {allowed}")
    try:
        return verb, checked_fingerprint(fingerprint), checked_reason(reason) if verb == DISMISS else ""
    except InputError as error:
        raise InputError(f"{where}: {error}") from None


def checked_fingerprint(text: str) -> str:
    """A fingerprint as reports show it; raises InputError."""
    if not _FINGERPRINT.fullmatch(text):
        raise InputError(
            f"{text!r} is no fingerprint; allowed are 16 digits and letters a to f, as a report shows them"
        )
    return text


def checked_reason(text: str) -> str:
    """A reason in one line; raises InputError for none."""
    reason = " ".join(text.split())
    if not reason:
        raise InputError("no reason; say why in a few words, for whoever reads it later")
    return reason


def decide(path: Path, verb: str, fingerprint: str, reason: str = "", about: str = "") -> None:
    """Adds a decision at the end of the file, which is made if need be; ``about`` goes before it as a comment.

    Raises InputError where it cannot be written.
    """
    line = f"{verb} {fingerprint} {reason}".rstrip() + "\n"
    comment = f"# {' '.join(about.split())}\n" if about else ""
    try:
        known = path.read_text("utf-8") if path.exists() else ""
        start = _HEAD if not known else "" if known.endswith("\n") else "\n"
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(start + comment + line)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None


def set_aside(report: Report, decisions: Decisions, *, stale: bool = True) -> Report:
    """The report with dismissed findings apart, and with ``stale`` a warning for each dismissal that met no finding."""
    dismissed, known = [], decisions.dismissed
    for finding in report.findings:
        if finding.fingerprint in known:
            dismissed.append(Dismissed(finding=finding, reason=known[finding.fingerprint].reason))
    kept = tuple(finding for finding in report.findings if finding.fingerprint not in known)
    met = {finding.fingerprint for finding in report.findings}
    unmet = _stale(decisions, (fingerprint for fingerprint in known if stale and fingerprint not in met))
    return report.model_copy(
        update={"findings": kept, "dismissed": tuple(dismissed), "warnings": (*report.warnings, *unmet)}
    )


def _stale(decisions: Decisions, fingerprints: Iterable[str]) -> list[Warning]:
    found = []
    for fingerprint in fingerprints:
        dismissal = decisions.dismissed[fingerprint]
        where = f"{decisions.path}:{dismissal.line}"
        told = f"{where}: the dismissal of {fingerprint} ({dismissal.reason}) matches no finding of these articles"
        found.append(Warning(code=STALE, message=told))
    return found
