"""What a model says of the cells of its columns, and rows made of cells that are known already.

Most cells of a long table stand in many of its rows: an organ, a kind, a day, a material. Each is
checked once and then found again, which is quicker than checking the row, and leaves one object
in memory where there would be thousands.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Annotated, Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from disclosure.load.wording import column_label
from disclosure.record import Record

R = TypeVar("R", bound=Record)

_MANGLED = re.compile(r"[+-]?\d(\.\d+)?[Ee]\+\d+")
_LOST_ZEROS = re.compile(r"^(\d{1,8}/(19|20)\d{2}-\d+|[0-9A-Z]+/(19|20)\d{2}-\d{1,4})$", re.M)
_DAY = re.compile(r"(19|20)\d{2}-\d{2}-\d{2}")
_DAYS = re.compile(rf"{_DAY.pattern}(\n{_DAY.pattern})*")
_SERIAL = re.compile(r"[2-9]\d{4}(\.\d+)?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE = re.compile("[０-９]")
_CODED = ("id", "number", "index", "years", "satisfies", "basis_of", "replaced_by")
_KEPT = 5_000
"""Cells of a column that are kept: in one with more, few of them come back."""


@dataclass(frozen=True)
class Column:
    """What a model says of one column."""

    name: str
    label: str
    dated: bool
    """A date as documents state it, perhaps only a year."""
    day: bool
    """A date that must be known to the day."""

    @classmethod
    def of(cls, model: type[Record], name: str) -> Column:
        annotation = str(model.model_fields[name].annotation)
        dated, day = "PartialDate" in annotation, "datetime.date" in annotation
        return cls(name, column_label(model, name), dated, day)

    def spoilt(self, cell: str) -> str:
        """How a spreadsheet has spoilt a cell; the lost value cannot be guessed."""
        if "+" in cell and _MANGLED.fullmatch(cell):
            return f"“{cell}”是科学计数"
        if self.name == "index" and _LOST_ZEROS.fullmatch(cell):
            return f"“{cell}”的位数不足，疑丢了零"
        if (self.dated or self.day) and _SERIAL.fullmatch(cell):
            return f"“{cell}”是表格软件的日期序号"
        return ""

    def straight(self, cell: str) -> str:
        """A cell with the full-width digits of codes read as plain ones."""
        if cell.isascii() or self.name not in _CODED or not _WIDE.search(cell):
            return cell
        return cell.translate(_FULL_WIDTH)

    def whole(self, cell: str) -> bool:
        """Whether a cell that must be a day is written as one."""
        return not self.day or _DAY.fullmatch(cell) is not None

    def sound(self, cell: str) -> bool:
        """Whether none of these has anything to say."""
        if "+" in cell or self.straight(cell) is not cell:
            return False
        return self.whole(cell) and not self.spoilt(cell)

    def sound_lines(self, cells: str) -> bool:
        """Whether each of several cells, a line each, is sound; where that is not plain, no."""
        if self.dated or self.day:
            return _DAYS.fullmatch(cells) is not None
        if "+" in cells or self.straight(cells) is not cells:
            return False
        return self.name != "index" or not _LOST_ZEROS.search(cells)


_UNSOUND: Any = object()
"""In place of the value of a cell of which there is something to be said."""


class _Known:
    """The cells of one column that have been checked."""

    def __init__(self, column: Column, info: FieldInfo) -> None:
        self._column, self._info = column, info
        self._values = {"": _UNSOUND if info.is_required() else info.get_default()}
        self._unsound = {""} if info.is_required() else set[str]()

    def of(self, cells: Sequence[str]) -> tuple[list[Any], bool]:
        """Their values, and whether all are sound."""
        values, distinct = self._values, dict.fromkeys(cells)
        if fresh := [cell for cell in distinct if cell not in values]:
            found = self._checked(fresh)
            values.update(zip(fresh, found, strict=True))
            self._unsound.update(c for c, v in zip(fresh, found, strict=True) if v is _UNSOUND)
        several = [*map(values.__getitem__, cells)]
        sound = self._unsound.isdisjoint(distinct)
        if len(values) > _KEPT:
            for cell in fresh:
                del values[cell]
        return several, sound

    def _checked(self, given: list[str]) -> list[Any]:
        """The values of several cells, none of them blank; at once if there is nothing to say."""
        cells = [cell.strip() for cell in given]  # as a model does, but no column by itself
        if all(cells) and self._column.sound_lines("\n".join(cells)):
            with contextlib.suppress(ValidationError):
                return self._validate(cells)
        return [*map(self._check, cells)]

    def _check(self, cell: str) -> Any:
        if not cell or not self._column.sound(cell):
            return _UNSOUND
        try:
            [value] = self._validate([cell])
        except ValidationError:
            return _UNSOUND
        return _UNSOUND if self._column.dated and value.iso != cell else value

    @cached_property
    def _validate(self) -> Callable[[list[str]], list[Any]]:
        """Checks cells; made when first needed, for many columns are blank."""
        as_declared: Any = Annotated[self._info.annotation, self._info]
        return TypeAdapter(list[as_declared]).validator.validate_python


_SET = object.__setattr__
_END = "\r"
"""Of a cell; no text that was read holds one (`source`)."""


class Cells(Generic[R]):
    """Makes the rows of one table of which nothing need be said; None for all others.

    What it makes equals what the model makes of the same row, where the model does `fit`.
    """

    def __init__(self, model: type[R], header: Sequence[str], columns: Mapping[str, Column]):
        fields = model.model_fields
        self._model = model
        self._columns = [_Known(columns[name], fields[name]) for name in header]
        self._places = [header.index(name) if name in header else -1 for name in fields]
        self._blank = {name: one.get_default() for name, one in fields.items()}
        self._named = set(header)
        heading = f"{model.__name__}\r{_END.join(header)}"
        self._heading = blake2b(heading.encode(), digest_size=blake2b.PERSON_SIZE).digest()

    @classmethod
    def fit(cls, model: type[Record], header: Sequence[str]) -> bool:
        """Whether the columns are known, and no value of the model depends on another."""
        own = model.__pydantic_decorators__
        together = (own.model_validators, own.field_validators, own.validators)
        return not any((*together, own.root_validators)) and set(header) <= {*model.model_fields}

    def rows(self, lines: Sequence[Sequence[str]]) -> list[R | None]:
        """Of each line its row; together, for a column is checked quicker than its cells."""
        wanted = len(self._columns)
        whole = [line for line in lines if len(line) == wanted]
        if not whole:
            return [None] * len(lines)
        known = [
            column.of(cells)
            for column, cells in zip(self._columns, zip(*whole, strict=True), strict=True)
        ]
        sound = all(good for _, good in known)
        columns = [
            known[at][0] if at >= 0 else [blank] * len(whole)
            for at, blank in zip(self._places, self._blank.values(), strict=True)
        ]
        made = (
            self._made(values) if sound or not any(one is _UNSOUND for one in values) else None
            for values in zip(*columns, strict=True)
        )
        return [next(made) if len(line) == wanted else None for line in lines]

    def names(self, lines: Sequence[Sequence[str]]) -> list[str]:
        """What stands for the row of each line (`keys`): the same only for the same cells."""
        heading, kind = self._heading, self._model.__name__
        return [
            f"{kind} {blake2b(_END.join(cells).encode(), digest_size=16, person=heading).hexdigest()}"
            for cells in lines
        ]

    def _made(self, values: tuple[Any, ...]) -> R:
        named = self._blank.copy()  # has room for all of them
        named.update(zip(self._blank, values, strict=True))
        made = self._model.__new__(self._model)
        _SET(made, "__dict__", named)
        _SET(made, "__pydantic_fields_set__", self._named)
        _SET(made, "__pydantic_extra__", None)
        _SET(made, "__pydantic_private__", None)
        return made
