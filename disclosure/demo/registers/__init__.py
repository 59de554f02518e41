"""Every register of the demo bureau, filled lawfully: rows, editions and adjustments.

shelf     what is filled             matters   approvals and powers
services  public services, proofs    market    intermediaries, charges, purchases
before    what is public before and during enforcement
decisions, statistics, cases         rulemaking  normative documents and major decisions
reports   one a year                 openness  catalogue, channels, reconsideration
"""

from disclosure.demo.registers.filling import fill
from disclosure.demo.registers.shelf import Shelf

__all__ = ["Shelf", "fill"]
