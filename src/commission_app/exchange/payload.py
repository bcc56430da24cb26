"""The code on a certificate as text: "CA1:" + base45 of deflated COSE_Sign1 (RFC 9052) over a map in canonical CBOR."""

import zlib
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from commission_app.errors import RefusedError
from commission_app.exchange import base45
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.credential_payload import DETAILS, Signed, packed, unpacked
from commission_app.rules.vocabulary.key import PayloadDetail

PREFIX = "CA1:"
MOST = 1200
"""Bytes that a code holds at most, signature included: more could not be read from an office scan."""
KID_BYTES = 8
_ALGORITHM, _KID, _ES256 = 1, 4, -7
_SIGN1 = 18
_MOST_OPENED = 64 * 1024


class Signer(Protocol):
    """A key that was unlocked: it signs, and shows nothing of itself but its fingerprint."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of its public half, as hexadecimal text."""

    def sign(self, data: bytes) -> bytes:
        """The signature of the bytes: r and s, 64 bytes."""


@dataclass(frozen=True)
class Sealed:
    """A code ready to be printed."""

    text: bytes
    detail: PayloadDetail
    size: int


@dataclass(frozen=True)
class Opened:
    """A code as it was read, its signature not yet judged: what was signed, by the key named, and the signature."""

    signed: Signed
    kid: bytes
    signature: bytes
    covered: bytes


def sealed(record: CertificateRecord, signer: Signer, day: date) -> Sealed:
    """The code of a record, signed on a day, with as much of it as fits.

    Refused: where even the least does not fit; nothing is ever cut silently.
    """
    size = 0
    for detail in DETAILS:
        data = zlib.compress(_signed(packed(record, detail, day), signer), 9)
        size = len(data)
        if size <= MOST:
            return Sealed((PREFIX + base45.encoded(data)).encode("ascii"), detail, size)
    raise RefusedError("payload.too_large", number=record.number, size=size, most=MOST)


def opened(text: str) -> Opened:
    """A code taken apart.

    Refused: text that is no code, bytes that are damaged, facts that cannot be read, a later format.
    """
    bare = text.strip()
    if not bare.startswith(PREFIX):
        raise RefusedError("payload.newer" if _of_a_later_program(bare) else "payload.unreadable")
    try:
        protected, body, signature = _taken_apart(base45.decoded(bare[len(PREFIX) :]))
    except (ValueError, TypeError, zlib.error) as error:
        raise RefusedError("payload.unreadable") from error
    headers = _map(protected)
    kid = headers.get(_KID)
    if headers.get(_ALGORITHM) != _ES256 or not isinstance(kid, bytes):
        raise RefusedError("payload.unreadable")
    return Opened(unpacked(_map(body)), kid, signature, _to_be_signed(protected, body))


def _signed(facts: dict[int, Any], signer: Signer) -> bytes:
    from cbor2 import CBORTag, dumps

    kid = bytes.fromhex(signer.fingerprint)[:KID_BYTES]
    protected, body = dumps({_ALGORITHM: _ES256, _KID: kid}, canonical=True), dumps(facts, canonical=True)
    signature = signer.sign(_to_be_signed(protected, body))
    return dumps(CBORTag(_SIGN1, [protected, {}, body, signature]), canonical=True)


def _to_be_signed(protected: bytes, body: bytes) -> bytes:
    """The Sig_structure of RFC 9052, section 4.4."""
    from cbor2 import dumps

    return dumps(["Signature1", protected, b"", body], canonical=True)


def _taken_apart(data: bytes) -> tuple[bytes, bytes, bytes]:
    from cbor2 import CBORTag

    # A bomb is stopped by the length asked for, before it unfolds.
    opener = zlib.decompressobj()
    plain = opener.decompress(data, _MOST_OPENED)
    if opener.unconsumed_tail or not opener.eof or opener.unused_data:
        raise ValueError("deflate")
    message = _loaded(plain)
    if isinstance(message, CBORTag):
        if message.tag != _SIGN1:
            raise ValueError(message.tag)
        message = message.value
    protected, _, body, signature = message
    if not all(isinstance(part, bytes) for part in (protected, body, signature)):
        raise ValueError("COSE_Sign1")
    return protected, body, signature


def _map(data: bytes) -> dict[int, Any]:
    try:
        found = _loaded(data)
    except ValueError as error:
        raise RefusedError("payload.unreadable") from error
    if not isinstance(found, dict):
        raise RefusedError("payload.unreadable")
    return found


def _loaded(data: bytes) -> Any:
    """What the CBOR holds; ValueError for bytes that hold nothing readable."""
    from cbor2 import CBORDecodeError, loads

    try:
        return loads(data)
    except (CBORDecodeError, TypeError, EOFError, RecursionError, OverflowError, ArithmeticError) as error:
        raise ValueError("CBOR") from error


def _of_a_later_program(text: str) -> bool:
    return text.startswith("CA") and text[2:3].isdigit() and text.partition(":")[1] == ":"
