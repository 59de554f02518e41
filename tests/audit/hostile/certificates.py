"""A certificate authority made for the test, and certificates with every usual fault."""

from __future__ import annotations

import datetime as dt
import ssl
import warnings
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Issued:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def issue(
    name: str,
    by: Issued | None,
    *,
    authority: bool = False,
    host: str = "localhost",
    past: bool = False,
) -> Issued:
    """A certificate; without an issuer it signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    start, end = (now - 400 * _DAY, now - 30 * _DAY) if past else (now - _DAY, now + 30 * _DAY)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
    )
    if not authority:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), False)
    return Issued(builder.sign(by.key if by else key, hashes.SHA256()), key)


def context(folder: Path, leaf: Issued, *chain: Issued) -> ssl.SSLContext:
    """What a server needs to show the certificate and the given part of its chain."""
    certificates = folder / f"{leaf.certificate.serial_number}.pem"
    certificates.write_bytes(b"".join(one.pem for one in (leaf, *chain)))
    key = certificates.with_suffix(".key")
    key.write_bytes(
        leaf.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.load_cert_chain(certificates, key)
    return found


def weakened(context: ssl.SSLContext) -> ssl.SSLContext:
    """Only what browsers gave up years ago."""
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def contexts(folder: Path) -> tuple[Path, dict[str, ssl.SSLContext]]:
    """The root's file, and a context for each fault."""
    root = issue("Test Root", None, authority=True)
    middle = issue("Test Intermediate", root, authority=True)
    file = folder / "root.pem"
    file.write_bytes(root.pem)
    good = issue("localhost", middle)
    return file, {
        "tls-good": context(folder, good, middle),
        "tls-incomplete": context(folder, good),
        "tls-expired": context(folder, issue("localhost", middle, past=True), middle),
        "tls-wrong-host": context(folder, issue("other", middle, host="other.example"), middle),
        "tls-self-signed": context(folder, issue("localhost", None)),
        "tls-weak": weakened(context(folder, issue("localhost", middle), middle)),
        "tls-gone": context(folder, issue("localhost", middle, past=True), middle),
    }
