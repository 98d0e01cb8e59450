"""The report as JSON, by the contract."""

from __future__ import annotations

import json

from consistency.model import Report
from consistency.report.page import Page


def as_json(report: Report, page: Page | None = None) -> str:
    """The contract's JSON, to which the page adds nothing; the same report gives the same bytes.

    Half a surrogate pair, as in a file name that is no UTF-8, becomes a question mark.
    """
    text = json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
