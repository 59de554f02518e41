"""What a model says of the cells of its columns, and rows made of cells that are known already.

Most cells of a long table stand in many of its rows: an organ, a kind, a day, a material. Each is
checked once and then found again, which is quicker than checking the row, and leaves one object
in memory where there would be thousands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from disclosure.load.wording import column_label
from disclosure.record import Record

R = TypeVar("R", bound=Record)

_MANGLED = re.compile(r"[+-]?\d(\.\d+)?[Ee]\+\d+")
_LOST_ZEROS = re.compile(r"\d{1,8}/(19|20)\d{2}-\d+|[0-9A-Z]+/(19|20)\d{2}-\d{1,4}")
_DAY = re.compile(r"(19|20)\d{2}-\d{2}-\d{2}")
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
    particular: bool
    """Whether its cells can be spoilt in a way that others cannot."""

    @classmethod
    def of(cls, model: type[Record], name: str) -> Column:
        annotation = str(model.model_fields[name].annotation)
        dated, day = "PartialDate" in annotation, "datetime.date" in annotation
        particular = dated or day or name == "index"
        return cls(name, column_label(model, name), dated, day, particular)

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
        """Whether none of these has anything to say; where that takes long to tell, no."""
        if "+" in cell or self.straight(cell) is not cell:
            return False
        return not self.particular or (self.whole(cell) and not self.spoilt(cell))


class _Known:
    """The cells of one column that have been checked."""

    def __init__(self, column: Column, info: FieldInfo) -> None:
        self.values: dict[str, Any] = {}
        self.required = info.is_required()
        self._column = column
        as_declared: Any = Annotated[info.annotation, info]
        self._validate = TypeAdapter(as_declared).validator.validate_python

    def check(self, given: str) -> Any:
        """The value of a cell; None if there is anything to be said of it."""
        cell = given.strip()  # a model strips its texts, but a column by itself does not
        if not cell or not self._column.sound(cell):
            return None
        try:
            value = self._validate(cell)
        except ValidationError:
            return None
        if self._column.dated and value.iso != cell:
            return None
        if len(self.values) < _KEPT:
            self.values[given] = value
        return value


_SET = object.__setattr__


class Cells(Generic[R]):
    """Makes the rows of one table of which nothing need be said; None for all others.

    What it makes equals what the model makes of the same row, where the model does `fit`.
    """

    def __init__(self, model: type[R], header: Sequence[str], columns: Mapping[str, Column]):
        fields = model.model_fields
        self._model = model
        every = [(name, _Known(columns[name], fields[name])) for name in header]
        self._columns = [(name, one.values.get, one.check, one.required) for name, one in every]
        self._blank = {name: one.get_default() for name, one in fields.items()}
        self._named = set(header)

    @classmethod
    def fit(cls, model: type[Record], header: Sequence[str]) -> bool:
        """Whether the columns are known, and no value of the model depends on another."""
        own = model.__pydantic_decorators__
        together = (own.model_validators, own.field_validators, own.validators)
        return not any((*together, own.root_validators)) and set(header) <= {*model.model_fields}

    def row(self, cells: Sequence[str]) -> R | None:
        if len(cells) != len(self._columns):
            return None
        values = self._blank.copy()
        for (name, known, check, required), cell in zip(self._columns, cells, strict=True):
            if cell:
                value = known(cell)
                if value is None:
                    value = check(cell)
                    if value is None:
                        return None
                values[name] = value
            elif required:
                return None
        made = self._model.__new__(self._model)
        _SET(made, "__dict__", values)
        _SET(made, "__pydantic_fields_set__", self._named)
        _SET(made, "__pydantic_extra__", None)
        _SET(made, "__pydantic_private__", None)
        return made
