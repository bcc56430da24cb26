"""The proof of a digital credential: a web token's signature, checked where its key travels with it."""

import json
from datetime import UTC, datetime

from commission_app.errors import RefusedError
from commission_app.exchange import credential_seal, json_reader
from commission_app.exchange.credential import first, opened, text, things, unbased
from commission_app.exchange.json_reader import Fields
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.evidence import SignatureVerdict

MOST_TOKEN = 20 * 1024 * 1024
_ED25519 = b"\xed\x01"
_P256 = b"\x80\x24"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def unpacked(file: str, data: bytes) -> tuple[Fields, tuple[SignatureFact, ...]]:
    """What the credential claims, and what its proof is worth; a credential without one has none."""
    bare = data.strip()
    if bare.count(b".") == 2 and bare[:2] == b"ey":
        return _token(file, bare.decode("ascii", "replace"))
    claims = opened(file, data)
    if credential_seal.is_sealed(claims):
        return credential_seal.unsealed(file, claims)
    proofs = things(claims.get("proof"))
    # A proof of linked data rests on contexts from the network: it is named, and never believed.
    return claims, tuple(_unchecked(claims, text(proof.get("type")), "linked_proof") for proof in proofs)


def _token(file: str, token: str) -> tuple[Fields, tuple[SignatureFact, ...]]:
    head, body, signature = token.split(".")
    try:
        header = json_reader.parsed(unbased(head), file)
        payload = json_reader.parsed(unbased(body), file)
        signed = unbased(signature)
    except ValueError:
        raise RefusedError("credential.none", at="file", file=file) from None
    if not isinstance(header, dict) or not isinstance(payload, dict):
        raise RefusedError("credential.none", at="file", file=file)
    claims = payload["vc"] if isinstance(payload.get("vc"), dict) else payload
    issuer = _issuer(claims)
    moment = payload.get("iat") or payload.get("nbf")
    claimed = ""
    if isinstance(moment, int) and 0 <= moment < 2**33:
        claimed = datetime.fromtimestamp(moment, UTC).isoformat()
    verdict, why = checked(header, f"{head}.{body}".encode("ascii", "replace"), signed)
    return claims, (SignatureFact(issuer, verdict, claimed_at=claimed, why=why),)


def checked(header: Fields, body: bytes, signed: bytes) -> tuple[SignatureVerdict, str]:
    """Whether the signature of a token or seal is its own key's, and why one may not say so."""
    from cryptography.exceptions import InvalidSignature

    try:
        holds = _holds(header, body, signed)
    except InvalidSignature:
        return SignatureVerdict.CHANGED, "token_changed"
    except (ValueError, TypeError, KeyError, OverflowError):
        return SignatureVerdict.NOT_CHECKED, "key_unreadable"
    # Whoever holds the key made it; nobody vouches here for who that is.
    return (SignatureVerdict.UNKNOWN_SIGNER, "key_of_its_own") if holds else (SignatureVerdict.NOT_CHECKED, "no_key")


def _holds(header: Fields, body: bytes, signed: bytes) -> bool:
    """Whether a key came along and the signature is its own; InvalidSignature where it is not."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

    key = _key(header)
    algorithm = text(header.get("alg"))
    if isinstance(key, ed25519.Ed25519PublicKey) and algorithm in ("EdDSA", "Ed25519"):
        key.verify(signed, body)
    elif isinstance(key, ec.EllipticCurvePublicKey) and algorithm == "ES256" and len(signed) == 64:
        pair = utils.encode_dss_signature(int.from_bytes(signed[:32], "big"), int.from_bytes(signed[32:], "big"))
        key.verify(pair, body, ec.ECDSA(hashes.SHA256()))
    elif isinstance(key, rsa.RSAPublicKey) and algorithm == "RS256":
        key.verify(signed, body, padding.PKCS1v15(), hashes.SHA256())
    elif isinstance(key, rsa.RSAPublicKey) and algorithm == "PS256":
        key.verify(signed, body, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())
    else:
        return False
    return True


def _key(header: Fields) -> object:
    found = header.get("jwk")
    kid = text(header.get("kid"))
    if not isinstance(found, dict) and kid.startswith("did:jwk:"):
        found = json.loads(unbased(kid.removeprefix("did:jwk:").partition("#")[0]))
    if isinstance(found, dict):
        return _of_jwk(found)
    if kid.startswith("did:key:z"):
        return _of_multikey(kid.removeprefix("did:key:z").partition("#")[0])
    sealing = credential_seal.certificate(header)
    return sealing.public_key() if sealing is not None else None


def _of_jwk(jwk: Fields) -> object:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    def big(name: str) -> int:
        return int.from_bytes(unbased(text(jwk.get(name))), "big")

    match text(jwk.get("kty")), text(jwk.get("crv")):
        case "OKP", "Ed25519":
            return ed25519.Ed25519PublicKey.from_public_bytes(unbased(text(jwk.get("x"))))
        case "EC", "P-256":
            return ec.EllipticCurvePublicNumbers(big("x"), big("y"), ec.SECP256R1()).public_key()
        case "RSA", _:
            return rsa.RSAPublicNumbers(big("e"), big("n")).public_key()
    return None


def _of_multikey(code: str) -> object:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519

    if len(code) > 200:
        raise ValueError(code[:20])
    value = 0
    for letter in code:
        value = value * 58 + _BASE58.index(letter)
    data = value.to_bytes((value.bit_length() + 7) // 8, "big")
    if data.startswith(_ED25519):
        return ed25519.Ed25519PublicKey.from_public_bytes(data[2:])
    if data.startswith(_P256):
        return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data[2:])
    return None


def _unchecked(claims: Fields, kind: str, why: str) -> SignatureFact:
    return SignatureFact(_issuer(claims), SignatureVerdict.NOT_CHECKED, why=why, left_out=kind[:60])


def _issuer(claims: Fields) -> str:
    return text(first(claims, "issuer", "iss"))[:200]
