"""Make disclosure/audit/observe/fetch/planted.pem: what the self-test of `audit fetch` shows.

    python scripts/planted_certificates.py

Certificates for loopback with every usual fault. They are committed, so that the program needs
no library that makes certificates. The authority's keys are thrown away, and nobody but the
self-test trusts it: what stands in the file can do no harm.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

TARGET = Path(__file__).parent.parent / "disclosure/audit/observe/fetch/planted.pem"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
Signer = tuple[x509.Name, Key]
PAST = (dt.datetime(2001, 1, 1, tzinfo=dt.UTC), dt.datetime(2002, 1, 1, tzinfo=dt.UTC))
ALWAYS = (dt.datetime(2001, 1, 1, tzinfo=dt.UTC), dt.datetime(2120, 1, 1, tzinfo=dt.UTC))


def certificate(
    name: str,
    key: Key,
    by: Signer | None = None,
    *,
    authority: bool = False,
    host: str = "localhost",
    valid: tuple[dt.datetime, dt.datetime] = ALWAYS,
) -> x509.Certificate:
    """Without `by` it signs itself."""
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer, signing = by or (own, key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    )
    if not authority:
        names: list[x509.GeneralName] = [x509.DNSName(host)]
        if host == "localhost":
            names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
        builder = builder.add_extension(x509.SubjectAlternativeName(names), False)
    return builder.sign(signing, hashes.SHA256())


def main() -> None:
    def new() -> ec.EllipticCurvePrivateKey:
        return ec.generate_private_key(ec.SECP256R1())

    root_key, middle_key, key = new(), new(), new()
    weak_key = rsa.generate_private_key(65537, 1024)
    root = certificate("disclosure self-test root", root_key, authority=True)
    middle = certificate(
        "disclosure self-test intermediate", middle_key, (root.subject, root_key), authority=True
    )
    by = (middle.subject, middle_key)
    parts: dict[str, x509.Certificate | Key] = {
        "root": root,
        "middle": middle,
        "key": key,
        "good": certificate("localhost", key, by),
        "expired": certificate("localhost", key, by, valid=PAST),
        "wrong-host": certificate("other.example", key, by, host="other.example"),
        "self-signed": certificate("localhost", key),
        "weak-key": weak_key,
        "weak": certificate("localhost", weak_key, by),
    }
    text = "Made by scripts/planted_certificates.py; for loopback only, trusted by nobody.\n"
    for name, part in parts.items():
        text += f"\n# {name}\n{_pem(part)}"
    TARGET.write_text(text, encoding="ascii")


def _pem(part: x509.Certificate | Key) -> str:
    if isinstance(part, x509.Certificate):
        return part.public_bytes(serialization.Encoding.PEM).decode()
    plain = serialization.NoEncryption()
    pkcs8 = serialization.PrivateFormat.PKCS8
    return part.private_bytes(serialization.Encoding.PEM, pkcs8, plain).decode()


if __name__ == "__main__":
    main()
