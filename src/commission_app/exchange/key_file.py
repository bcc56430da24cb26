"""Keys of codes: made, locked with a passphrase and unlocked, written for others, and asked whether they signed."""

import json
import unicodedata
from dataclasses import dataclass
from hashlib import scrypt, sha256
from secrets import token_bytes
from typing import TYPE_CHECKING

from commission_app.errors import RefusedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec

FORM = "commission-app-key"
MOST = 64 * 1024
_STRETCHED = "scrypt-32768-8-1:"


@dataclass(frozen=True)
class PublicKey:
    """The half that everybody may have: it proves, and cannot sign."""

    fingerprint: str
    pem: str
    name: str = ""


@dataclass(frozen=True)
class NewKey:
    """A key pair, the private half locked."""

    public: PublicKey
    private_pem: str


class HeldKey:
    """A private key that was unlocked; it shows only its fingerprint."""

    def __init__(self, key: "ec.EllipticCurvePrivateKey", fingerprint: str) -> None:
        self._key, self._fingerprint = key, fingerprint

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public half."""
        return self._fingerprint

    def sign(self, data: bytes) -> bytes:
        """The signature of the bytes as r and s; the same bytes always get the same signature (RFC 6979)."""
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec, utils

        form = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
        r, s = utils.decode_dss_signature(self._key.sign(data, form))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def __repr__(self) -> str:
        return f"HeldKey({self._fingerprint[:16]})"


def new(passphrase: str) -> NewKey:
    """A new key pair on the curve P-256."""
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    return NewKey(_public(key.public_key()), _locked(key, passphrase))


def unlocked(private_pem: str, passphrase: str) -> HeldKey:
    """The private key, unlocked. Refused: with a wrong passphrase, and for what is no key of this curve."""
    key = _unlocked(private_pem, passphrase)
    return HeldKey(key, _public(key.public_key()).fingerprint)


def locked_anew(private_pem: str, passphrase: str, new_passphrase: str) -> str:
    """The same key under another passphrase. Refused: with a wrong one."""
    return _locked(_unlocked(private_pem, passphrase), new_passphrase)


def _locked(key: "ec.EllipticCurvePrivateKey", passphrase: str) -> str:
    from cryptography.hazmat.primitives import serialization

    salt = token_bytes(16)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(_stretched(passphrase, salt)),
    )
    return f"{_STRETCHED}{salt.hex()}\n{pem.decode('ascii')}"


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """The passphrase made dear to guess: PKCS#8 alone repeats its hash only 2,048 times."""
    # The same letters typed on another keyboard may be composed otherwise.
    plain = unicodedata.normalize("NFC", passphrase).encode()
    return scrypt(plain, salt=salt, n=2**15, r=8, p=1, maxmem=64 * 1024 * 1024, dklen=32).hex().encode()


def _unlocked(private_pem: str, passphrase: str) -> "ec.EllipticCurvePrivateKey":
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    head, _, pem = private_pem.partition("\n")
    try:
        salt = bytes.fromhex(head.removeprefix(_STRETCHED))
        key = serialization.load_pem_private_key(pem.encode(), _stretched(passphrase, salt))
    except (ValueError, TypeError) as error:
        raise RefusedError("key.passphrase", at="passphrase") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise RefusedError("key.passphrase", at="passphrase")
    return key


def signed_by(public_pem: str, data: bytes, signature: bytes) -> bool:
    """Whether the key signed these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    key = serialization.load_pem_public_key(public_pem.encode())
    if not isinstance(key, ec.EllipticCurvePublicKey) or len(signature) != 64:
        return False
    pair = utils.encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    try:
        key.verify(pair, data, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def written(key: PublicKey) -> bytes:
    """The public key as a small file for other offices."""
    facts = {"form": FORM, "version": 1, "institution": key.name, "fingerprint": key.fingerprint, "public": key.pem}
    return (json.dumps(facts, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def read(file: str, data: bytes) -> PublicKey:
    """The public key of such a file, or of a PEM. Refused: anything else, and a file at odds with itself."""
    try:
        return _read(data)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise RefusedError("key.unreadable", at="file", file=file) from error


def _read(data: bytes) -> PublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    if len(data) > MOST:
        raise ValueError(len(data))
    name, claimed, pem = "", "", data
    if not data.lstrip().startswith(b"-----"):
        facts = json.loads(data.decode("utf-8-sig"))
        if not isinstance(facts, dict) or facts.get("form") != FORM:
            raise ValueError(FORM)
        name, claimed, pem = str(facts.get("institution", ""))[:300], facts["fingerprint"], facts["public"].encode()
    try:
        key = serialization.load_pem_public_key(pem)
    except UnsupportedAlgorithm as error:
        raise ValueError("algorithm") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("curve")
    public = _public(key, name)
    if claimed and claimed != public.fingerprint:
        raise ValueError("fingerprint")
    return public


def _public(key: "ec.EllipticCurvePublicKey", name: str = "") -> PublicKey:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")
    return PublicKey(sha256(der).hexdigest(), pem, name)
