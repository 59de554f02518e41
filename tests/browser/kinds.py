"""One address of every kind of page, and some that are special."""

from __future__ import annotations

KINDS = {
    "home": "",
    "tree": "indicators/",
    "chapter": "chapters/p1/",
    "indicator": "indicators/n098/",
    "departments": "departments/",
    "department": "departments/normative-documents/",
    "methods": "methods/",
    "method": "methods/web-search/",
    "items": "items/",
    "item-list": "items/kinds/annual-report/",
    "item": "items/annual-report-2017-004/",
    "registers": "registers/",
    "register": "registers/powers/",
    "stage": "enforcement/before/",
    "entry": "registers/powers/fine-surcharge/",
    "directory": "directory/",
    "progress": "progress/",
    "guide": "guide/",
    "requirements": "requirements/",
    "problems": "problems/",
    "search": "search/",
    "sitemap": "sitemap/",
    "audit": "audit/",
    "links": "audit/links/",
    "departed": "items/example-catalogue-merged/",
}
"""By the name of the kind, in the demo."""

BY_HAND = {"about": "about/", "accessibility": "accessibility/", "lost": "no/such/page/"}

SPECIAL = {
    "version": "items/normative-document-2016-002/",
    "list of a year": "items/years/2021/",
    "results": "search/?q=%E6%B8%85%E5%8D%95",
    "no results": "search/?q=%E4%B8%8D%E5%AD%98%E5%9C%A8%E7%9A%84%E8%AF%8D",
    "filtered": "indicators/?method=web-search&text=%E5%85%AC%E5%BC%80",
    "merged cells": "indicators/n087/",
    "decisions": "registers/decisions/",
    "a decision": "registers/decisions/inspection-2016-0001/",
    "statistics": "registers/statistics/",
    "whole register": "registers/decisions/?q=2016",
    "nothing due": "indicators/minus-1/",
}

PAGES = KINDS | BY_HAND | SPECIAL

REAL = {
    "home": "",
    "indicator": "indicators/n054/",
    "merged cells": "indicators/n087/",
    "with an item": "indicators/p22/",
    "plan": "items/plan-2020/",
    "law": "items/law-admin-license-2003/",
    "laws": "items/kinds/law/",
    "registers": "registers/",
    "register": "registers/powers/",
    "register of long cells": "registers/enforcement/",
    "register to come": "registers/cases/",
    "zero list": "registers/intermediaries/",
    "entry": "registers/powers/bar-association-charter/",
    "stage": "enforcement/before/",
    "directory": "directory/",
    "progress": "progress/",
    "guide": "guide/",
}
"""Pages that look different in the bureau's own data, where most is still missing."""
