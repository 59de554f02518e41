"""Certificates for the TLS faults, made afresh for every run; only loopback is named in them."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Pair:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )


def issue(
    name: str,
    issuer: Pair | None = None,
    address: str = "",
    authority: bool = False,
    days: tuple[int, int] = (-2, 90),
) -> Pair:
    """A certificate valid from and to so many days from now; without an issuer it signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    parent = issuer.certificate.subject if issuer else subject
    signing = issuer.key if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(parent)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + days[0] * _DAY)
        .not_valid_after(now + days[1] * _DAY)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()),
            critical=False,
        )
        .add_extension(_usage(authority), critical=True)
    )
    if address:
        names: list[x509.GeneralName] = (
            [x509.IPAddress(ipaddress.ip_address(address))]
            if address[0].isdigit()
            else [x509.DNSName(address)]
        )
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return Pair(builder.sign(signing, hashes.SHA256()), key)


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=authority,
        crl_sign=authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


class Authority:
    """A root, an intermediate below it, and servers that use them rightly or wrongly."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = issue("示例根证书", authority=True)
        self.middle = issue("示例中间证书", self.root, authority=True)
        self.ca = folder / "ca.pem"
        self.ca.write_bytes(self.root.pem)
        self._made = 0

    def context(self, leaf: Pair, *chain: Pair) -> ssl.SSLContext:
        """A server that shows the leaf and, if told, what stands above it."""
        self._made += 1
        path = self.folder / f"server-{self._made}.pem"
        path.write_bytes(leaf.key_pem + leaf.pem + b"".join(one.pem for one in chain))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def good(self, address: str) -> ssl.SSLContext:
        return self.context(issue(address, self.middle, address), self.middle)
