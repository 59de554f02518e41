"""Dates as documents state them: a day, a month or only a year.

A law text often gives only "2018" or "2018-06". Such a date is kept as stated and shown
as stated; it is never rounded to an invented day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache, total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

_FORMS = re.compile(
    r"(?P<year>\d{4})(?:(?:年|[-/.])(?P<month>\d{1,2})(?:(?:月|[-/.])(?P<day>\d{1,2})日?|月)?|年)?"
)

_ISO = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month or the year (`month` and `day` may be None)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=50_000)  # the same days stand in many rows
    def parse(cls, text: str) -> PartialDate:
        """Read `2020-12-28`, `2020-12`, `2020`, and the forms Excel users type.

        `2020年12月28日`, `2020/12/28`, `2020.12.28` and full-width digits are accepted.
        Raises ValueError when the text is no date or the day does not exist.
        """
        if _ISO.fullmatch(text):
            return cls._of_day(dt.date.fromisoformat(text))
        match = _FORMS.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not 1900 <= year <= 2100:
            raise ValueError(text)
        dt.date(year, month or 1, day or 1)
        return cls(year, month, day)

    @classmethod
    def _of_day(cls, day: dt.date) -> PartialDate:
        """As nearly all dates are written, so it is the quick way."""
        if not 1900 <= day.year <= 2100:
            raise ValueError(day)
        found = cls(day.year, day.month, day.day)
        found.__dict__.update(iso=day.isoformat(), first=day)
        return found

    @cached_property
    def first(self) -> dt.date:
        """The earliest day this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day this date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @cached_property
    def iso(self) -> str:
        """`2020-12-28`, `2020-12` or `2020`: the canonical form in data."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @cached_property
    def chinese(self) -> str:
        """`2020年12月28日`: the form of GB/T 9704-2012 (no leading zeros)."""
        text = f"{self.year}年"
        if self.month is not None:
            text += f"{self.month}月"
        if self.day is not None:
            text += f"{self.day}日"
        return text

    def __str__(self) -> str:
        return self.iso

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def validate(value: Any) -> PartialDate:
            if isinstance(value, PartialDate):
                return value
            try:
                return cls.parse(str(value))
            except ValueError:
                raise PydanticCustomError("partial_date", "not a date") from None

        return core_schema.no_info_plain_validator_function(
            validate,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )
