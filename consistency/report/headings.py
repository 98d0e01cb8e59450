"""The sections of the reports for people, and what stands in one where nothing was found; in English, for the wording."""

from __future__ import annotations

from consistency.model import Finding
from consistency.report.index import Index

VERDICTS = (
    ("tension", "Tensions", "Two positions that cannot both stand as said."),
    ("agreement", "Agreements", "Different speakers hold the same."),
    ("update", "Updates", "The later position supersedes or fulfils the earlier one, without conflict."),
    ("refinement", "Refinements", "The positions are compatible; one is more specific."),
)
SCOPES = {
    "between_speakers": "between speakers",
    "same_speaker": "one speaker, at different places",
    "same_statement": "within one statement",
}
_ONE_BODY = "several who speak for one body"
ORIGINS = {"metadata": "from metadata", "text": "from text", "option": "from option"}
"""Where the day of an article comes from."""


def scope(finding: Finding) -> str:
    """Who meets whom in a finding: a body's spokesmen are one side, and are told apart from one man who says two things."""
    speakers = {speaker for position in finding.positions for speaker in position.speakers}
    return _ONE_BODY if finding.scope == "same_speaker" and len(speakers) > 1 else SCOPES[finding.scope]


def none_found(index: Index) -> str:
    """Nothing found is another thing than nothing read."""
    if index.report.articles:
        return index.wording.label("None found.")
    unchanged = index.report.memory and index.report.memory.unchanged
    return index.wording.label("Nothing new was read." if unchanged else "Nothing was read, so nothing was checked.")


def nothing_read(index: Index) -> str:
    """Why there is no article: the store has them all, or none could be used."""
    memory, wording = index.report.memory, index.wording
    if memory and memory.unchanged:
        known = wording.many(len(memory.unchanged), "article")
        return wording.label(
            "Nothing new: the store has {articles} of this batch already, word for word.", articles=known
        )
    return wording.label("No article could be read.")
