"""Is everything found by those who look for it? The proof of the search.

    cases      catalogue -> what is typed, and what must then come first
    runs       a few letters from inside a title that no other title has
    judge      answers -> findings and figures
    wording    the same in Chinese sentences
    proof      all of it, from the questions to the report
    selftest   faults planted in a copy of the site, to prove that each would be found

The browser that types is in `observe/browser.py`.
"""
