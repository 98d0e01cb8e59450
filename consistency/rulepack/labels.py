"""The reports' own words in a language, as written in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Form = Literal["zero", "one", "two", "few", "many", "other"]
"""The plural categories of the Unicode CLDR; a language has some of them."""


class LabelsFile(BaseModel):
    """One ``labels/LANGUAGE.yaml``: ``labels`` by their English words, ``counted`` nouns by the English noun.

    ``direction`` is that in which the language is written. Braces in a label name what is put in; in a counted noun, ``{}``
    is the number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    direction: Literal["ltr", "rtl"] = "ltr"
    labels: Mapping[str, str] = Field(default_factory=dict)
    counted: Mapping[str, Mapping[Form, str]] = Field(default_factory=dict)
