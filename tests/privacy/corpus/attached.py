"""Attachments: each a function that fills its slots and returns the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from privacy.corpus.case import Case, Expected, Filling

Builder = Callable[[Filling], bytes]


@dataclass(frozen=True)
class _Attachment:
    name: str
    extension: str
    build: Builder
    unread: str
    never_silent: bool


_ALL: list[_Attachment] = []


def attachment(
    extension: str, unread: str = "never", never_silent: bool = False
) -> Callable[[Builder], Builder]:
    def note(build: Builder) -> Builder:
        name = f"{build.__module__.rpartition('.')[2]}/{build.__name__}"
        _ALL.append(_Attachment(name, extension, build, unread, never_silent))
        return build

    return note


def must(filling: Filling, kind: str, value: str = "") -> str:
    """What a file bears besides words: properties, hidden sheets, notes, revisions, a place."""
    filling.expected.append(Expected(kind, value or kind, value))
    return value


def may(filling: Filling, kind: str) -> None:
    filling.allowed.append(Expected(kind, kind, ""))


def cases() -> Iterator[Case]:
    for module in ("attached_pdf", "attached_docx", "attached_xlsx", "attached_rest"):
        import_module(f"privacy.corpus.{module}")
    for number, one in enumerate(_ALL, 1):
        filling = Filling(one.name)
        content = one.build(filling)
        yield Case(
            name=one.name,
            file=f"a{number:02}.{one.extension}",
            content=content,
            text="\n".join([(one.build.__doc__ or "").strip(), *filling.filled]).strip(),
            expected=tuple(filling.expected),
            allowed=tuple(filling.allowed),
            unread=one.unread,
            never_silent=one.never_silent,
        )
