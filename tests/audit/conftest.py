"""Fixtures of the audit's tests; the small site itself is in `conftest_audit`."""

from conftest_audit import audit_tree, site
from hypothesis import settings

settings.register_profile("audit", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("audit")

__all__ = ["audit_tree", "site"]
