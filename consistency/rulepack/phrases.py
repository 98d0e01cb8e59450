"""How reports put the facts of a pack into words, as written in YAML."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field


class PhrasesFile(BaseModel):
    """One ``phrases/LANGUAGE.yaml``.

    ``sayings`` by kind (and phase, or a field that is "yes"), ``topics`` by kind, ``words`` by id. Braces name fields
    of the fact; a part in square brackets is left out when a field in it is empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sayings: Mapping[str, str] = Field(default_factory=dict)
    topics: Mapping[str, str] = Field(default_factory=dict)
    words: Mapping[str, str] = Field(default_factory=dict)
