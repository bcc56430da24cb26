"""Certificates out of a .pem, .cer, .crt or .p7b file."""

from dataclasses import dataclass
from datetime import date

from commission_app.errors import RefusedError
from commission_app.rules.authenticity import masked

MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Whose certificate it is, until when it is valid, and how it is known."""

    name: str
    pem: str
    fingerprint: str
    valid_until: date


def certificates_in(file: str, data: bytes) -> tuple[CertificateFacts, ...]:
    """Every certificate of the file, each once; refused where there is none."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    readers = (
        x509.load_pem_x509_certificates,
        lambda one: [x509.load_der_x509_certificate(one)],
        pkcs7.load_pem_pkcs7_certificates,
        pkcs7.load_der_pkcs7_certificates,
    )
    for reader in readers:
        try:
            found = reader(data) if len(data) <= MOST_BYTES else []
            facts = {
                one.fingerprint(hashes.SHA256()).hex(): CertificateFacts(
                    _name(one),
                    one.public_bytes(Encoding.PEM).decode(),
                    one.fingerprint(hashes.SHA256()).hex(),
                    one.not_valid_after_utc.date(),
                )
                for one in found
            }
        except Exception:
            # Each reader refuses the other forms in its own way; the last word is said below.
            continue
        if facts:
            return tuple(facts.values())
    raise RefusedError("trust.unreadable", at="file", file=file)


def _name(certificate: object) -> str:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    assert isinstance(certificate, x509.Certificate)
    for wanted in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for part in certificate.subject.get_attributes_for_oid(wanted):
            return masked(str(part.value))[:300]
    return masked(certificate.subject.rfc4514_string())[:300]
