"""What must never be published: personal data and secrets, in texts, pages and attachments.

    fold ── labels, digits, names ── detectors ── detect        text → findings, pure
    read/ ── content ── table ── scan                           file → findings with their places
    clean/                                                      attachment → a cleaned copy
    allow, store, catalogue                                     what may stand; the build's check

A finding never shows what it found, only its masked form.
"""
