"""Building again: only what has changed is made anew; the result is that of a clean build.

ledger         what the last build wrote, and what each file was made of
surroundings   everything that pages are made of besides the catalogue; another one: all anew
spare          the tree before the last one, brought in line by hard links while data are read
keeping        the folder beside the site where both are kept, and its lock
rebuild        the new tree from the spare one: changed pages poured, stale ones removed
"""
