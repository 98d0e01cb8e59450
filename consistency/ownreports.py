"""How the reports that this program wrote are told from articles: one may lie in the folder that is checked next."""

from __future__ import annotations

import json

PAGE_MARK = '<meta name="generator" content="consistency">'
"""What stands in the head of a page."""
TEXT_MARK = "<!-- written by consistency -->"
"""The last line of a report in Markdown, which nobody sees where it is shown."""
_HEAD = 1 << 16
_TABLES = ({"fingerprint", "verdict"}, {"fact", "said_on", "statement"})
"""Names that stand together in tables and rows: of findings, of facts."""


def is_own_report(data: bytes, ending: str) -> bool:
    """Whether the bytes of a file are those of a report; its ending says whether it is a text, a page, a table or rows."""
    first = data.partition(b"\n")[0].decode("utf-8", "replace").lstrip("\ufeff")
    if ending == ".jsonl":
        return _is_table(_keys(first))
    if ending in (".csv", ".tsv"):
        return _is_table(set(first.split(",")))
    return PAGE_MARK.encode() in data[:_HEAD] or data.rstrip().endswith(TEXT_MARK.encode())


def _is_table(names: set[str]) -> bool:
    return "text" not in names and any(names >= table for table in _TABLES)


def _keys(line: str) -> set[str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return set()
    return set(row) if isinstance(row, dict) else set()
