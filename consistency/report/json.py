"""The report as JSON, by the contract."""

from __future__ import annotations

import json

from consistency.model import Report


def as_json(report: Report) -> str:
    """The contract's JSON; the same report gives the same bytes."""
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
