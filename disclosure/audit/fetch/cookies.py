"""Cookies that are set on the way to one address, so that a chain of redirects ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit


class Cookies:
    """What hosts set on the way; kept for one address only."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, str]] = {}

    def take(self, url: str, headers: Iterable[str]) -> None:
        host = urlsplit(url).hostname or ""
        for header in headers:
            pair, *attributes = header.split(";")
            name, _, value = pair.strip().partition("=")
            domain = host
            for one in attributes:
                key, _, said = one.strip().partition("=")
                wide = said.strip().lstrip(".").lower()
                if key.lower() == "domain" and "." in wide and host.endswith(wide):
                    domain = wide
            if name:
                self._kept.setdefault(domain, {})[name] = value

    def of(self, url: str) -> Mapping[str, str]:
        if not self._kept:
            return self._kept.get("", {})
        host = urlsplit(url).hostname or ""
        found: dict[str, str] = {}
        for domain, cookies in self._kept.items():
            if host == domain or host.endswith("." + domain):
                found |= cookies
        return found
