"""Every reason there is, a table for each thing that is looked at; no finding invents its own."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.audit.reasons import foreign, search, site
from disclosure.audit.verdict import Reason

OWN: Mapping[str, Reason] = {reason.code: reason for reason in site.TABLE}
"""What can be concluded about the built site."""
FOREIGN: Mapping[str, Reason] = {reason.code: reason for reason in foreign.TABLE}
"""What can be concluded only about an address that was asked for over the network."""
SEARCH: Mapping[str, Reason] = {reason.code: reason for reason in search.TABLE}
"""What can be concluded only by searching the site in a browser."""
REASONS: Mapping[str, Reason] = {**OWN, **FOREIGN, **SEARCH}
