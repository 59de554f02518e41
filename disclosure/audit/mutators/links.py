"""Faults in links: nowhere, wrong case, wrong form, missing anchors."""

from __future__ import annotations

import re

from disclosure.audit.mutators.copy import Copy, Mutator, Planted


def markup(code: str, *forms: tuple[str, str]) -> Mutator:
    """Insert a link; a form is markup with {} for the href, and the href with {} for a name."""

    def mutate(copy: Copy) -> Planted:
        markup, href = copy.chance.choice(forms)
        href = href.format(copy.name())
        page = copy.page()
        copy.insert(page, markup.format(href))
        return Planted(code, page, href)

    return mutate


_A = '<a href="{}">x</a>'


A = '<a href="{}">x</a>'


def broken_style_sheet(copy: Copy) -> Planted | None:
    sheets = [one for one in copy.files if one.endswith(".css") and one not in copy.used]
    if not sheets:
        return None
    sheet, href = copy.chance.choice(sheets), copy.name() + ".png"
    copy.used.add(sheet)
    copy.write(sheet, copy.read(sheet) + f"\n.planted{{background:url({href})}}\n".encode())
    return Planted("dead-link", sheet, href)


def renamed_heading(copy: Copy) -> Planted | None:
    """Rename an anchor that its own page links to."""
    for _ in range(50):
        page = copy.page()
        data = copy.read(page)
        linked = [
            one
            for one in set(re.findall(rb'href="#([A-Za-z][\w\-]*)"', data))
            if data.count(b' id="' + one + b'"') == 1
        ]
        if linked:
            anchor = copy.chance.choice(sorted(linked))
            copy.write(page, data.replace(b' id="' + anchor + b'"', b' id="planted"'))
            return Planted("dead-fragment", page, "#" + anchor.decode())
        copy.used.discard(page)
    return None


def link_to_missing_anchor(copy: Copy) -> Planted:
    page, href = copy.page(), f"{copy.address(copy.other())}#{copy.name()}"
    copy.insert(page, A.format(href))
    return Planted("dead-fragment", page, href)


def link_in_wrong_case(copy: Copy) -> Planted:
    page = copy.page()
    target = copy.address(copy.other())
    letters = [n for n, c in enumerate(target) if c.isalpha() and n >= len(copy.base)]
    at = copy.chance.choice(letters)
    href = target[:at] + target[at].swapcase() + target[at + 1 :]
    copy.insert(page, A.format(href))
    return Planted("case-mismatch", page, href)


def link_without_base_path(copy: Copy) -> Planted | None:
    if copy.base == "/":
        return None
    page = copy.page()
    target = copy.other()
    href = "/" + target.removesuffix("index.html")
    copy.insert(page, A.format(href))
    return Planted("base-path", page, href)


def link_with_backslashes(copy: Copy) -> Planted:
    page = copy.page()
    target = copy.other()
    href = copy.address(target).replace("/", "\\")
    copy.insert(page, A.format(href))
    return Planted("odd-form", page, href)
