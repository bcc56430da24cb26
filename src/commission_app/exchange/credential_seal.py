"""A credential sealed by the European issuer (JAdES): the credential stands inside the seal, and every seal is proved.

Proved is that nothing changed since, by the key that travels in the seal's certificate; who vouches for that
certificate, and whether it was revoked, is asked of the network, and so not here.
"""

import base64
import binascii
from hashlib import sha256
from typing import TYPE_CHECKING

from commission_app.errors import RefusedError
from commission_app.exchange import json_reader
from commission_app.exchange.credential import text, things, unbased
from commission_app.exchange.json_reader import Fields
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.evidence import SignatureVerdict

if TYPE_CHECKING:
    from cryptography import x509

MOST_SEALS = 20


def is_sealed(found: Fields) -> bool:
    """Whether a JSON object is a seal around something."""
    return isinstance(found.get("payload"), str) and ("signatures" in found or "protected" in found)


def unsealed(file: str, found: Fields) -> tuple[Fields, tuple[SignatureFact, ...]]:
    """What stands inside, and what each seal is worth. Refused: where nothing readable stands inside."""
    inside = str(found["payload"])
    seals = things(found.get("signatures"))[:MOST_SEALS] or (found,)
    try:
        plain = inside.encode() if inside.lstrip()[:1] == "{" else unbased(inside)
    except ValueError:
        raise RefusedError("credential.none", at="file", file=file) from None
    claims = json_reader.parsed(plain, file)
    if not isinstance(claims, dict):
        raise RefusedError("credential.none", at="file", file=file)
    return claims, tuple(_seal(file, seal, inside) for seal in seals)


def _seal(file: str, seal: Fields, inside: str) -> SignatureFact:
    from commission_app.exchange import credential_proof

    head = text(seal.get("protected"))
    try:
        header = json_reader.parsed(unbased(head), file)
        signed = unbased(text(seal.get("signature")))
    except (ValueError, RefusedError):
        return SignatureFact("", SignatureVerdict.NOT_CHECKED, why="key_unreadable")
    if not isinstance(header, dict):
        return SignatureFact("", SignatureVerdict.NOT_CHECKED, why="key_unreadable")
    verdict, why = credential_proof.checked(header, f"{head}.{inside}".encode(), signed)
    found = certificate(header)
    if found is None:
        return SignatureFact("", verdict, why=why)
    return SignatureFact(
        _name(found.subject),
        verdict,
        issuer=_name(found.issuer),
        claimed_at=text(header.get("sigT")),
        valid_until=found.not_valid_after_utc.date(),
        fingerprint=sha256(_der(header)).hexdigest(),
        why=why,
    )


def certificate(header: Fields) -> "x509.Certificate | None":
    """The certificate of the seal, where one travels in its head and is readable."""
    from cryptography import x509

    try:
        return x509.load_der_x509_certificate(_der(header))
    except (ValueError, TypeError):
        return None


def _der(header: Fields) -> bytes:
    chain = header.get("x5c")
    if not isinstance(chain, list) or not chain:
        raise ValueError("x5c")
    try:
        return base64.b64decode(str(chain[0]), validate=True)
    except binascii.Error as error:
        raise ValueError("x5c") from error


def _name(subject: "x509.Name") -> str:
    from cryptography.x509.oid import NameOID

    names = [*subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    names += subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return str(names[0].value)[:200] if names else ""
