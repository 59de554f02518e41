"""When and by whom a document or an entry was published, and when it last changed.

From the data alone, and only as far as they know it. A day is never made of a month or a
year, and the day on which a document was signed is never taken for the day on which it was
published: a forged date of publication fails a government site (国办秘函〔2019〕19号).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from disclosure.dates import PartialDate
from disclosure.model import Catalogue, Item
from disclosure.registers import Entry, Register

Subject = Item | Entry
"""What a content page is about."""

_TERMS = ("_from", "_to", "_until", "effective", "expires")
"""Columns whose date states a term: on that day nothing is written on the page."""


class Publication:
    """What a catalogue knows of dates and sources, each worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._revised = catalogue.bureau.revised
        self._changed: dict[str, dt.date] = {}

    def published(self, subject: Subject) -> dt.date | None:
        """The day of publication; None where the data do not state a day."""
        if isinstance(subject, Item):
            return _day(subject.published)
        own: dt.date | None = getattr(subject, "published", None)
        if own or _states_its_own(type(subject)):
            return own
        return self._edition(subject)

    def _edition(self, entry: Entry) -> dt.date | None:
        """The newest edition of its register that was published while the entry stood in it."""
        if not entry.confirmed:
            return None
        first, last, year = entry.valid_from, entry.valid_to, entry.year or 0
        for day in self._editions[entry.register]:
            if (not first or first <= day) and (not last or day <= last) and year <= day.year:
                return day
        return None

    @cached_property
    def _editions(self) -> Mapping[str, tuple[dt.date, ...]]:
        """The days on which the bureau published each register, newest first."""
        days = {
            slug: [one.published for one in self._catalogue.editions_of(slug) if one.confirmed]
            for slug in self._catalogue.entries
        }
        return {
            slug: tuple(sorted(filter(None, several), reverse=True))
            for slug, several in days.items()
        }

    def source(self, subject: Subject) -> str:
        """Who issued it. What the bureau has not confirmed was put together by this site."""
        if isinstance(subject, Item):
            return subject.issuer
        bureau = self._catalogue.bureau
        return bureau.name if subject.confirmed else bureau.site_name

    def changed(self, subject: Subject) -> dt.date:
        """The day of the last thing that its page tells; where none is known, of the revision.

        Entries that the bureau has not confirmed were put together with the revision: the dates
        they bear are those of the laws.
        """
        # No id has a slash, so none is an address.
        key = subject.id if isinstance(subject, Item) else subject.address
        known = self._changed.get(key)
        if known is None:
            days = self._of_item(subject) if isinstance(subject, Item) else self._of_entry(subject)
            past = [day for day in days if day is not None and day <= self._revised]
            known = self._changed[key] = max(past) if past else self._revised
        return known

    def latest(self, subjects: Iterable[Subject]) -> dt.date:
        """When a page that lists them last changed."""
        return max(map(self.changed, subjects), default=self._revised)

    def register(self, register: Register) -> dt.date:
        """When a register last changed: an entry, an edition or an adjustment."""
        catalogue = self._catalogue
        days = [self.changed(one) for one in catalogue.latest(register.slug)]
        days += [one.published for one in catalogue.editions_of(register.slug) if one.published]
        days += [one.date for one in catalogue.changes_of(register.slug)]
        return max((day for day in days if day <= self._revised), default=self._revised)

    def _of_item(self, item: Item) -> Iterable[dt.date | None]:
        own = (_day(item.issued), _day(item.published))
        if item.replaced_by and (successor := self._catalogue.items_by_id.get(item.replaced_by)):
            # Since then the page says that there is a later version.
            return (*own, _day(successor.issued), _day(successor.published))
        return own

    def _of_entry(self, entry: Entry) -> Iterator[dt.date | None]:
        if not entry.confirmed:
            return
        for one in self._catalogue.versions(entry.register, entry.id):
            yield one.valid_from
            yield one.valid_to
            yield self.published(one)
            for name in _events(type(one)):
                yield getattr(one, name)
        for change in self._catalogue.changes_of(entry.register, entry.id):
            yield change.date


def _day(date: PartialDate | None) -> dt.date | None:
    return date.first if date is not None and date.day is not None else None


@cache
def _states_its_own(model: type[Entry]) -> bool:
    """Whether every row must say when it was published, so that no edition speaks for it."""
    field = model.model_fields.get("published")
    more = field.json_schema_extra if field else None
    return isinstance(more, dict) and bool(more["must"])


@cache
def _events(model: type[Entry]) -> tuple[str, ...]:
    """The columns of a register whose date says that something happened."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if field.annotation in (dt.date, dt.date | None) and not name.endswith(_TERMS)
    )
