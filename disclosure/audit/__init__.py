"""The audit: does every target resolve? It trusts the catalogue, not the crawl.

    targets     Catalogue -> what must resolve, and why
    observe/    what is really there: the built tree, and LinkChecker's second opinion
    links, pages, whole   what was seen + what must be -> findings. Pure
    verdict     the one enum and the declared table of reasons
    report      findings -> rows, counts, JSON, JUnit, a terminal page
    mutators, selftest    planted faults: proof that the audit would have seen them
    last        the last report, for pages that show 最近核验

Sees only the model and problems, never the pages: an audit that asked the builder what
should exist would repeat the builder's mistakes.
"""
