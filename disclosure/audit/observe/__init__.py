"""Seeing what is really there: the only part of the audit that touches disk or network.

page            bytes of one HTML page -> what it says (parsed once, never held)
documents       many pages and style sheets -> aggregated links and facts
ways            links by where they lead, with the documents that carry them
tree            a built folder -> Tree; splits the work over the cores
attachment      is a file what it claims to be
second_opinion  LinkChecker on a loopback server (`serve`)
"""
