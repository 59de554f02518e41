"""The base of every row and node, and the cell types that several of them share."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError


def _split(value: object) -> object:
    """A cell with several values separates them with ; or ；."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[;；\n]", value) if part.strip()]
    return value


def _yes_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("是", "否"):
            raise PydanticCustomError("yes_no", "not 是 or 否")
        return value == "是"
    return value


Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_split)]
Years = Annotated[tuple[Annotated[int, Field(ge=1949, le=2100)], ...], BeforeValidator(_split)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class Record(BaseModel):
    """Base of every row and node: frozen, no unknown fields, surrounding blanks dropped."""

    # Built when first used: few commands need every one of the fifty models.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )
