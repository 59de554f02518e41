"""TLS as a browser judges it, and a second, lenient look that sees what stands behind a fault."""

from __future__ import annotations

import ssl
from pathlib import Path

from disclosure.audit.fetch.sighting import Sign

# Numbers of X509_V_ERR_*, which the ssl module passes on without names.
_NAMED = {
    9: ("tls-expired", "证书尚未生效"),
    10: ("tls-expired", "证书已过期"),
    18: ("tls-self-signed", "证书是自签的"),
    19: ("tls-self-signed", "证书链的根是自签的，不受信任"),
    20: ("tls-incomplete", "缺少中间证书，或者签发者不受信任"),
    21: ("tls-incomplete", "缺少中间证书，无法验证"),
    23: ("tls-expired", "证书已被吊销"),
    62: ("tls-wrong-host", "证书不是发给这个域名的"),
    64: ("tls-wrong-host", "证书不是发给这个 IP 地址的"),
}
_OTHER = ("tls-weak", "证书不合要求")


def strict(ca: Path | None = None) -> ssl.SSLContext:
    """What a current browser accepts; `ca` is trusted besides the system's roots."""
    context = ssl.create_default_context()
    # Python 3.13 became stricter than browsers about certificates' extensions.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    if ca is not None:
        context.load_verify_locations(ca)
    return context


def lenient() -> ssl.SSLContext:
    """Accepts anything, so that a weak or wrong certificate is told from a dead page."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    return context


def named(error: ssl.SSLError) -> Sign:
    """The fault in a code and in words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        code, words = _NAMED.get(error.verify_code, _OTHER)
        return Sign(code, f"{words}（{error.verify_message}）")
    return Sign("tls-weak", f"按现行标准握手失败（{error.reason or error}）")
