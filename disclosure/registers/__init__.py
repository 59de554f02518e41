"""Registers 清单: every list the plan names, one declaration a kind."""

from disclosure.registers.base import HOUSEKEEPING, Change, Edition, Entry, Register, Stage, column
from disclosure.registers.kinds import REGISTERS, register

__all__ = [
    "HOUSEKEEPING",
    "REGISTERS",
    "Change",
    "Edition",
    "Entry",
    "Register",
    "Stage",
    "column",
    "register",
]
