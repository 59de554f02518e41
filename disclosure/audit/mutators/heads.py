"""Faults of pages' heads: tags that are gone, twice there, badly written, or not true."""

from __future__ import annotations

import json
import re

from disclosure.audit.mutators.copy import Copy, Planted

_REQUIRED = b"SiteName|ColumnName|ColumnType|ColumnDescription|ArticleTitle|PubDate|ContentSource"
_TAG = rb'<meta name="(%b)" content="([^"]*)">'
_ANY = re.compile(_TAG % _REQUIRED)
_VERSIONS = b'id="versions"'
"""On a page that shows one of several versions, by the day: another of them may lack the tag."""
_DATE = re.compile(_TAG % b"PubDate")
_DESCRIPTION = re.compile(_TAG % b"description")
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_STATEMENT = re.compile(rb'(<script type="application/ld\+json">)(.*?)(</script>)', re.DOTALL)


def _tag(name: bytes, content: bytes) -> bytes:
    return b'<meta name="%b" content="%b">' % (name, content)


def removed_tag(copy: Copy) -> Planted:
    page, place = copy.page_with(_ANY, without=_VERSIONS)
    copy.replace(page, place, b"")
    return Planted("tag-missing", page)


def tag_in_lower_case(copy: Copy) -> Planted:
    page, place = copy.page_with(_ANY, without=_VERSIONS)
    copy.replace(page, place, _tag(place[1].lower(), place[2]))
    return Planted("tag-missing", page)


def repeated_tag(copy: Copy) -> Planted:
    page, place = copy.page_with(_ANY)
    copy.replace(page, place, place[0] * 2)
    return Planted("tag-repeated", page)


def emptied_tag(copy: Copy) -> Planted:
    page, place = copy.page_with(_ANY)
    copy.replace(page, place, _tag(place[1], copy.chance.choice([b"", b" "])))
    return Planted("tag-empty", page)


def badly_written_date(copy: Copy) -> Planted:
    page, place = copy.page_with(_DATE)
    day = place[2][:10]
    forms = [day, day.replace(b"-", b"/") + b" 00:00", place[2] + b":00", day + "　09：30".encode()]
    copy.replace(page, place, _tag(b"PubDate", copy.chance.choice(forms)))
    return Planted("tag-format", page)


def domain_with_scheme(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(_TAG % b"SiteDomain"))
    copy.replace(page, place, _tag(b"SiteDomain", b"https://" + place[2]))
    return Planted("tag-format", page)


def forged_date(copy: Copy) -> Planted:
    """A later day, or a time of day that nobody has recorded."""
    page, place = copy.page_with(_DATE)
    forged = copy.chance.choice([b"2099-12-31 00:00", place[2][:10] + b" 09:30"])
    copy.replace(page, place, _tag(b"PubDate", forged))
    return Planted("tag-wrong", page)


def other_title(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(_TAG % b"ArticleTitle"))
    copy.replace(page, place, _tag(b"ArticleTitle", copy.name().encode()))
    return Planted("tag-wrong", page)


def other_site(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(_TAG % b"SiteName"))
    copy.replace(page, place, _tag(b"SiteName", copy.name().encode()))
    return Planted("tag-wrong", page)


def date_on_column(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(_TAG % b"ColumnDescription"))
    copy.replace(page, place, place[0] + _tag(b"PubDate", b"2020-01-01 00:00"))
    return Planted("tag-misplaced", page)


def invented_type(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(_TAG % b"ColumnType"))
    copy.replace(page, place, _tag(b"ColumnType", copy.name().encode()))
    return Planted("tag-vocabulary", page)


def borrowed_title(copy: Copy) -> Planted:
    page, place = copy.page_with(_TITLE)
    _, other = copy.page_with(_TITLE)
    copy.replace(page, place, other[0])
    return Planted("title-repeated", page)


def removed_description(copy: Copy) -> Planted:
    page, place = copy.page_with(_DESCRIPTION)
    copy.replace(page, place, copy.chance.choice([b"", _tag(b"description", b"")]))
    return Planted("description-missing", page)


def borrowed_description(copy: Copy) -> Planted:
    page, place = copy.page_with(_DESCRIPTION)
    _, other = copy.page_with(_DESCRIPTION)
    copy.replace(page, place, other[0])
    return Planted("description-repeated", page)


def removed_statement(copy: Copy) -> Planted:
    page, place = copy.page_with(_STATEMENT)
    copy.replace(page, place, b"")
    return Planted("structured-missing", page)


def removed_breadcrumb(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(rb'"@type":"BreadcrumbList"'))
    copy.replace(page, place, b'"@type":"ItemList"')
    return Planted("structured-missing", page)


def broken_statement(copy: Copy) -> Planted:
    """Cut off, a raw quotation mark from the data, or a comma too many."""
    page, place = copy.page_with(_STATEMENT)
    text = place[2]
    at = copy.chance.randrange(1, len(text))
    broken = copy.chance.choice([text[:at], text[:-1] + b",}", text + b'"'])
    copy.replace(page, place, place[1] + broken + place[3])
    return Planted("structured-syntax", page)


def statement_of_another_page(copy: Copy) -> Planted:
    page, place = copy.page_with(_STATEMENT)
    _, other = copy.page_with(_STATEMENT)
    copy.replace(page, place, other[0])
    return Planted("structured-wrong", page)


def shortened_breadcrumb(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(rb'"itemListElement":\[.*?\]'))
    steps = json.loads(b"{" + place[0] + b"}")["itemListElement"]
    less = json.dumps(steps[:-1], ensure_ascii=False).encode()
    copy.replace(page, place, b'"itemListElement":' + less.replace(b"<", b"\\u003c"))
    return Planted("structured-wrong", page)
