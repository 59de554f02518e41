"""What must never be published: personal data and secrets, in texts, pages and attachments.

    fold, sieve ── labels, digits, names (lexicon, letters), places ── detectors ── detect
                                                                text → findings, pure
    read/ ── content ── headers, table, layout ── scan          file → findings with their places
    clean/                                                      attachment → a cleaned copy
    allow, store, catalogue                                     what may stand; the build's check

A finding never shows what it found, only its masked form.
"""
