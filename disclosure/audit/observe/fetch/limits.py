"""How much, how often and how long."""

from __future__ import annotations

from dataclasses import dataclass

AGENT = "disclosure-audit/0.1 (link audit; one GET per address)"
"""The one honest name; a guard that refuses it is reported, not got round."""


@dataclass(frozen=True)
class Limits:
    """Towards one host unless it says otherwise; a host is scheme, name and port."""

    rate: float = 0.3
    """Seconds between the starts of two requests."""
    concurrency: int = 2
    """Requests at once."""
    total: int = 100
    """Requests at once towards all hosts together."""
    timeout: float = 30.0
    """Seconds for one whole request."""
    retries: int = 2
    backoff: float = 0.5
    """Seconds before the first retry; doubled each time."""
    patience: float = 30.0
    """A longer Retry-After is not waited for in this run."""
    hops: int = 12
    max_size: int = 32 * 1024 * 1024
    max_page: int = 8 * 1024 * 1024
    agent: str = AGENT

    @property
    def connect(self) -> float:
        return min(10.0, self.timeout)

    @property
    def silence(self) -> float:
        """Seconds until the first byte, and between two of them."""
        return min(20.0, self.timeout)
