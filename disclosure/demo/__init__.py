"""A complete fictional bureau, 示例市司法局, of any size: for tests, pictures and benchmarks.

    subjects  what it works on    agenda    which material is served, and by what
    versions  chains, withdrawals, near-duplicates           items    all of it, in N rows
    register  ids, numbers, index numbers                    texts    the words of each item
    registers the rows of every register, from decisions on parties to yearly reports
    pdf, docx attachments         bureau    identity and the framework's copy
    write     the folder on disk

Nothing in it is real: every name begins with 示例, every number is a placeholder, every host
ends in `.example`. The same N and seed give the same bytes on every machine, so nothing here
is compressed and only `random()` is drawn, whose sequence Python guarantees.
"""

from disclosure.demo.bureau import Unsound
from disclosure.demo.write import Occupied, Written, write_demo

__all__ = ["Occupied", "Unsound", "Written", "write_demo"]
