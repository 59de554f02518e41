"""Faults to plant in a copy of a site, to see whether the audit finds them.

These work on bytes and import nothing from the audit: a fault planted with the audit's own
eyes would only prove that the audit agrees with itself. Each takes a Copy (a folder that may
be spoilt) and returns what it Planted, or None where the site has no place for it.
"""

from __future__ import annotations

from disclosure.audit.mutators import files, heads, links, pages
from disclosure.audit.mutators.copy import Copy, Mutator, Planted
from disclosure.audit.mutators.links import A, markup

MUTATORS: dict[str, tuple[Mutator, ...]] = {
    "dead-link": (
        markup("dead-link", (A, "{}/"), (A, "../{}/"), (A, "{}.pdf?x=1#p")),
        markup("dead-link", ('<img src="{}" alt="">', "{}.png"),
                ('<object data="{}"></object>', "{}.pdf"),
                ('<video poster="{}"></video>', "{}.jpg"),
                ('<i style="background:url({})"></i>', "{}.svg"),
                ('<style>@import "{}";</style>', "{}.css"),
                ('<img srcset="{} 2x" alt="">', "{}.webp")),
        links.broken_style_sheet,
    ),
    "dead-fragment": (links.renamed_heading, links.link_to_missing_anchor),
    "case-mismatch": (links.link_in_wrong_case,),
    "base-path": (links.link_without_base_path,),
    "leak": (
        markup("leak", (A, "file:///C:/{}.doc"), (A, "javascript:open('{}')"),
                (A, "http://192.168.1.20/{}"), (A, "http://localhost:8000/{}"),
                (A, "D:\\{}.xls")),
    ),
    "malformed": (markup("malformed", (A, "http:///{}"), (A, "https://[{}/")),),
    "contact-syntax": (markup("contact-syntax", (A, "mailto:{}"), (A, "tel:{}")),),
    "odd-form": (links.link_with_backslashes, markup("odd-form", (A, "weixin://{}"))),
    "external": (markup("external", (A, "https://{}.example/")),),
    "missing-page": (pages.removed_page,),
    "missing-file": (files.removed_file,),
    "wrong-title": (pages.wrong_title,),
    "missing-words": (pages.other_words,),
    "empty-page": (pages.emptied_page, pages.scripted_page),
    "truncated-page": (pages.truncated_page,),
    "orphan": (pages.unlinked_page,),
    "too-far": (pages.far_page,),
    "duplicate-id": (pages.repeated_anchor,),
    "canonical": (pages.wrong_canonical, pages.forgotten_canonical),
    "noindex": (pages.refused_page,),
    "stray": (pages.extra_page,),
    "redirects-away": (pages.redirecting_page,),
    "moved-astray": (pages.stopped_redirect, pages.redirect_to_another_page),
    "tag-missing": (heads.removed_tag, heads.tag_in_lower_case),
    "tag-repeated": (heads.repeated_tag,),
    "tag-empty": (heads.emptied_tag,),
    "tag-format": (heads.badly_written_date, heads.domain_with_scheme),
    "tag-wrong": (heads.forged_date, heads.other_title, heads.other_site),
    "tag-misplaced": (heads.date_on_column,),
    "tag-vocabulary": (heads.invented_type,),
    "title-repeated": (heads.borrowed_title,),
    "description-missing": (heads.removed_description,),
    "description-repeated": (heads.borrowed_description,),
    "structured-missing": (heads.removed_statement, heads.removed_breadcrumb),
    "structured-syntax": (heads.broken_statement,),
    "structured-wrong": (heads.statement_of_another_page, heads.shortened_breadcrumb),
    "wrong-type": (files.disguised_file,),
    "damaged-file": (files.halved_file,),
    "changed-file": (files.altered_file,),
    "sitemap-missing": (files.forgotten_in_sitemap,),
    "sitemap-extra": (files.invented_in_sitemap,),
    "sitemap-date": (files.misdated_in_sitemap,),
    "robots-denial": (files.denying_robots,),
}  # fmt: skip

TRANSCRIPT_MUTATORS = {
    "disagreement": files.contradicted,
    "not-observed": files.silenced,
}

__all__ = ["MUTATORS", "TRANSCRIPT_MUTATORS", "Copy", "Mutator", "Planted"]
