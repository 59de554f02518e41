"""A page's key: a fingerprint of all that it is made of, by value.

Two pages with the same key, the same templates and the same chrome are the same bytes, so a
build again leaves alone what bears its old key (`again.py`). A template is given values only,
and the key covers every one of them; what is no value (a bound method, a closure, an open
file) raises TypeError, so that nothing can be forgotten without being noticed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from operator import itemgetter
from types import FunctionType

from pydantic import BaseModel

from disclosure.dates import PartialDate
from disclosure.pages.page import Page
from disclosure.pages.prose import Text

_SIZE = 16


class Keys:
    """Makes the keys of one site's pages; what many pages are given is read once."""

    def __init__(self, known: Iterable[tuple[object, str]] = ()) -> None:
        """`known`: objects that outlive this, and what stands for each."""
        self._names = {id(one): name for one, name in known}
        """What stands for an object, by its identity."""
        self._kept: list[object] = []
        """Those objects, so that no other takes the identity of one."""
        self._readers: dict[type, Callable[[Mapping[str, object]], object]] = {}
        """Gives the values that an object of a class says."""
        names, learn = self._names, self._learn
        self._encode = json.JSONEncoder(
            ensure_ascii=False,
            check_circular=False,
            separators=(",", ":"),
            default=lambda one: names.get(id(one)) or learn(one),
        ).encode

    def of(self, page: Page, given: object, head: object, check: object) -> str:
        """The key of a page that is `given` this; `head` is what its head is made of besides,
        `check` what is said of it."""
        own = (page.address, page.title, page.description, page.kind, page.template, page.lastmod)
        return self._digest((*own, page.crumbs, page.toc, given, head, check))

    def name(self, one: object) -> str:
        """What stands for a value that JSON has no word for: equal only for equal ones."""
        return self._names.get(id(one)) or self._learn(one)

    def _digest(self, value: object) -> str:
        try:
            text = self._encode(value)
        except TypeError:  # most likely a mapping by something else than a name
            text = self._encode(_paired(value))
        return blake2b(text.encode(), digest_size=_SIZE).hexdigest()

    def _learn(self, one: object) -> str:
        if isinstance(one, Text):  # made for one page, and long
            return f"Text {one.source}"
        name = self._names[id(one)] = self._name(one)
        self._kept.append(one)
        return name

    def _name(self, one: object) -> str:
        cls = type(one)
        if read := self._readers.get(cls):
            return f"{cls.__qualname__} {self._digest(read(one.__dict__))}"
        if isinstance(one, PartialDate):
            return one.iso
        if isinstance(one, Enum):
            return f"{cls.__qualname__}.{one.name}"
        if isinstance(one, (dt.date, Decimal)):
            return f"{cls.__qualname__} {one}"
        if names := _fields(cls):
            # Of one name it gives a value, of several a tuple: either is told apart.
            self._readers[cls] = itemgetter(*names)
            return self._name(one)
        if isinstance(one, (type, FunctionType)) and "<" not in one.__qualname__:
            return f"{one.__module__}.{one.__qualname__}"
        raise TypeError(f"{cls.__qualname__} is no value that a page can be made of")


def _fields(cls: type) -> tuple[str, ...]:
    """What an object says; what it has worked out from that and remembers is left out."""
    if issubclass(cls, BaseModel):
        return tuple(cls.model_fields)
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()


def _paired(value: object) -> object:
    """Mappings as pairs, all the way down to what JSON has no word for."""
    if isinstance(value, Mapping):
        return [[_paired(key), _paired(one)] for key, one in value.items()]
    if isinstance(value, (tuple, list)):
        return [_paired(one) for one in value]
    return value
