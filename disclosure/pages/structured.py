"""What a page is, for engines: schema.org as JSON-LD, in one script that nothing runs.

The graph has the bureau (GovernmentOrganization), the way to the page (BreadcrumbList), and the
page's own thing: Legislation or DigitalDocument for a document, DigitalDocument for an entry,
Dataset for a register, WebSite for the home page, CollectionPage or WebPage for the rest.
"""

from __future__ import annotations

import datetime as dt
import json
from json.encoder import encode_basestring
from typing import Any

from disclosure.bureau import Bureau
from disclosure.model import Item
from disclosure.pages.downloads import FORMATS, file_address
from disclosure.pages.page import DEPARTED, Crumb, Page
from disclosure.pages.permanent import permanent
from disclosure.registers import Entry, Register
from disclosure.vocabulary import Kind, Validity

_LAWS = {
    Kind.LAW,
    Kind.ADMINISTRATIVE_REGULATION,
    Kind.DEPARTMENT_RULE,
    Kind.LOCAL_REGULATION,
    Kind.LOCAL_RULE,
    Kind.NORMATIVE_DOCUMENT,
}
_FORCE = {
    Validity.VALID: "https://schema.org/InForce",
    Validity.REPEALED: "https://schema.org/NotInForce",
    Validity.EXPIRED: "https://schema.org/NotInForce",
}
"""Of what has been amended, it depends on the provision."""
_MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
_SERVICE = {"guide", "requirements", "progress", "audit", "problems", "search", DEPARTED, ""}
"""Kinds of pages that are no lists; hand-written ones have no kind."""

Thing = dict[str, Any]
_quote = encode_basestring
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Statements:
    """Makes the statements of a bureau's pages; what siblings share is encoded once."""

    def __init__(self, bureau: Bureau, held: frozenset[str] = frozenset()) -> None:
        """`held`: slugs of the registers that have entries, and so files."""
        self._held = held
        self._base = permanent(bureau, "")
        self._id = self._base + "#organization"
        known: Thing = {"@type": "GovernmentOrganization", "@id": self._id}
        known |= {"name": bureau.name, "url": self._base}
        self._bureau = _encode(known)
        self._contacts = _encode(known | _contacts(bureau))
        self._trails: dict[tuple[Crumb, ...], str] = {}

    def of(self, page: Page, published: dt.date | None = None) -> str:
        """The statement of one page, as HTML; `published` as its tag PubDate says it."""
        thing = self._thing(page, published)
        thing["publisher"] = {"@id": self._id}
        bureau = self._contacts if page.kind in ("home", "guide") else self._bureau
        trail = ""
        if page.crumbs:
            here = f'"name":{_quote(page.title)},"item":{_quote(self._base + page.address)}'
            trail = f"{self._trail(page.crumbs)}{here}}}]}},"
        text = f'{{"@context":"https://schema.org","@graph":[{bureau},{trail}{_encode(thing)}]}}'
        # What is data must not end the script, nor begin a comment in it.
        text = text.replace("<", "\\u003c")
        return f'<script type="application/ld+json">{text}</script>'

    def _trail(self, crumbs: tuple[Crumb, ...]) -> str:
        """The breadcrumb as far as the siblings of a page share it."""
        known = self._trails.get(crumbs)
        if known is None:
            above = "".join(
                _encode({"@type": "ListItem", "position": n, "name": name, "item": url}) + ","
                for n, (name, url) in enumerate(((a, self._base + b) for a, b in crumbs), 1)
            )
            known = self._trails[crumbs] = (
                f'{{"@type":"BreadcrumbList","itemListElement":[{above}'
                f'{{"@type":"ListItem","position":{len(crumbs) + 1},'
            )
        return known

    def _thing(self, page: Page, published: dt.date | None) -> Thing:
        url, subject = self._base + page.address, page.subject
        if isinstance(subject, Item):
            return _item(subject, url)
        if isinstance(subject, Entry):
            return self._entry(page, subject, url, published)
        thing = {
            "name": page.title,
            "url": url,
            "inLanguage": "zh-CN",
            "description": page.description,
            "dateModified": page.lastmod.isoformat(),
        }
        if page.kind == "home":
            return {"@type": "WebSite", **thing, "potentialAction": _search(url)}
        if not isinstance(subject, Register):
            return {"@type": "WebPage" if page.kind in _SERVICE else "CollectionPage", **thing}
        if page.address != subject.address:
            whole = {"@id": self._base + subject.address}
            return {"@type": "CollectionPage", **thing, "isPartOf": whole}
        return {"@type": "Dataset", "@id": url, **thing, **self._dataset(subject)}

    def _entry(self, page: Page, entry: Entry, url: str, published: dt.date | None) -> Thing:
        thing = {
            "@type": "DigitalDocument",
            "name": entry.title,
            "url": url,
            "inLanguage": "zh-CN",
            "identifier": entry.id,
            "isPartOf": {"@id": self._base + page.crumbs[-1][1]},
            "dateModified": page.lastmod.isoformat(),
        }
        if published:
            thing["datePublished"] = published.isoformat()
        return thing

    def _dataset(self, register: Register) -> Thing:
        found: Thing = {
            "keywords": [register.title, *register.synonyms],
            "creator": {"@id": self._id},
            "isAccessibleForFree": True,
        }
        if register.slug in self._held:
            found["distribution"] = [
                {
                    "@type": "DataDownload",
                    "encodingFormat": _MEDIA[suffix],
                    "contentUrl": self._base + file_address(register, suffix),
                }
                for suffix in FORMATS
            ]
        return found


def _item(item: Item, url: str) -> Thing:
    law = item.kind in _LAWS
    thing: Thing = {
        "@type": "Legislation" if law else "DigitalDocument",
        "name": item.title,
        "url": url,
        "inLanguage": "zh-CN",
    }
    if item.number:
        thing["legislationIdentifier" if law else "identifier"] = item.number
    if item.issued:
        thing["legislationDate" if law else "dateCreated"] = item.issued.iso
    if item.published:
        thing["datePublished"] = item.published.iso
    if item.issuer:
        issuer = {"@type": "Organization", "name": item.issuer}
        thing["legislationPassedBy" if law else "author"] = issuer
    if law:
        thing["legislationType"] = item.kind.value
        if force := _FORCE.get(item.validity):
            thing["legislationLegalForce"] = force
    return thing


def _search(url: str) -> Thing:
    query = {"@type": "EntryPoint", "urlTemplate": f"{url}search/?q={{words}}"}
    return {"@type": "SearchAction", "target": query, "query-input": "required name=words"}


def _contacts(bureau: Bureau) -> Thing:
    """What is known of the bureau; what is not is left out."""
    contact = bureau.contact
    place = {"streetAddress": contact.address, "postalCode": contact.postcode}
    found: Thing = {
        "alternateName": [bureau.short_name, *bureau.aliases],
        "telephone": contact.phone,
        "faxNumber": contact.fax,
        "email": contact.email,
        "identifier": bureau.credit_code,
    }
    if known := {name: value for name, value in place.items() if value}:
        found["address"] = {"@type": "PostalAddress", **known}
    return {name: value for name, value in found.items() if value}
