"""``pack.yaml``: who a pack is and what it builds on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from consistency.model import Language

NAME = r"^[a-z][a-z0-9-]*$"
Flag = Annotated[bool, WithJsonSchema({"enum": [True, False, "true", "false"]})]


class PackHeader(BaseModel):
    """The header of a pack; ``requires`` names the packs that it builds on (base always), ``format`` the pack format.

    ``on_request``: it is used only where it is named, or where a pack builds on it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=NAME)
    version: str = Field(pattern=r"^\d+(\.\d+){0,2}$")
    format: Literal["1"] = "1"
    languages: tuple[Language, ...] = Field(default=("ar", "en"), min_length=1)
    requires: tuple[str, ...] = ()
    on_request: Flag = False
    description: str = ""
