"""A scripted hostile server and what the audit must say of it, written from the specification.

Nobody who wrote these cases had seen the code that they judge. `world` is the server, `case`
one address with the truth beside it, `cases/` the cases by cause, `corpus` all of them.
"""
