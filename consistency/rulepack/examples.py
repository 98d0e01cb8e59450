"""The examples beside a rule: short articles, and what the rule must or must not find in them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from consistency.model import Language, Scope

NOTHING = "nothing"
"""What ``expect`` says of a near miss."""
Harmless = Literal[
    "refinement", "supersession", "restatement", "list of roles", "lower bound", "approximate number", "partial number",
    "other scope", "other place", "other force", "other event", "other time", "other unit", "other value",
    "condition", "hope", "opinion", "narration", "third party", "wire copy", "one speaker", "same surname",
]  # fmt: skip
"""Why a near miss is none of the rule's business, although it looks like it."""


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _findings(value: Any) -> Any:
    if value == NOTHING:
        return ()
    if not isinstance(value, list) or not value:
        raise ValueError(f"allowed is {NOTHING!r}, or a list of what the rule finds")
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleArticle(_Strict):
    """A short article; the first of several lines is its headline. Its language is the example's unless it has its own."""

    id: str
    text: str = Field(min_length=1)
    published: dt.date | None = None
    outlet: str | None = None
    language: Language | None = None


class Side(_Strict):
    """A position: everybody who holds it, and words of the articles that its facts rest on."""

    speakers: Annotated[
        tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...]), Field(min_length=1)
    ]
    words: Annotated[
        tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...]), Field(min_length=1)
    ]


class Expected(_Strict):
    """A finding of the rule; its verdict is the rule's, its kind too unless one is given.

    ``party`` and ``component`` are its subject; sides stand in any order, those of an update from earlier to later.
    """

    scope: Scope = "between_speakers"
    kind: str | None = None
    event: str | None = None
    party: str
    component: str = "all"
    sides: tuple[Side, ...] = Field(min_length=1)


class Example(_Strict):
    """Articles and everything that the rule finds in them; ``gap`` says why it does not do so yet.

    ``unread`` says why it is right that of one of them nothing is read that the rule compares.
    """

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    language: Language
    articles: tuple[ExampleArticle, ...] = Field(min_length=1)
    expect: Annotated[
        tuple[Expected, ...],
        BeforeValidator(_findings, json_schema_input_type=Literal["nothing"] | tuple[Expected, ...]),
    ]
    harmless: Harmless | None = None
    unread: str | None = None
    gap: str | None = None
