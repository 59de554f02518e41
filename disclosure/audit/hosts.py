"""Hosts that the public cannot reach: this machine, private networks, bare names."""

from __future__ import annotations

import ipaddress
import re
import socket
import unicodedata

_LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".intranet", ".home", ".corp")
_NUMERIC = re.compile(r"[0-9a-fx.]+")


def is_private(host: str) -> bool:
    """Whether `host` names this machine or a private network, however it is written."""
    name = unicodedata.normalize("NFKC", host).strip("[]").rstrip(".").lower()
    number = _number(name)
    if number is not None:
        return not number.is_global
    return "." not in name or name.endswith(_LOCAL_ENDINGS)


def _number(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address that a name is: also 127.1, 0x7f.0.0.1 and 2130706433."""
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        pass
    else:
        mapped = getattr(address, "ipv4_mapped", None)
        return mapped or address
    if not _NUMERIC.fullmatch(name) or not name[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(name))
    except OSError:
        return None
