"""The key one signs with: a PKCS#12 file or a token (PKCS#11), opened with a secret that is kept nowhere."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from commission_app.documents.signing import _common_name, _hush, judge_certificate
from commission_app.errors import RefusedError, UnavailableError
from commission_app.rules.authenticity import SignatureFact

MOST_BYTES = 1024 * 1024


@dataclass(frozen=True)
class KeySource:
    """Where the key lies: a file (.p12, .pfx), or the library of a token with the labels of token and certificate."""

    file: str = ""
    module: str = ""
    token: str = ""
    label: str = ""

    @property
    def named(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.file or self.module)


class Secret:
    """A PIN or password: held in bytes that are overwritten when it was used; never shown, never written."""

    def __init__(self, text: str) -> None:
        self._bytes = bytearray(text.encode())

    def __repr__(self) -> str:
        return "Secret(…)"

    def __bool__(self) -> bool:
        return bool(self._bytes)

    def taken(self) -> bytes:
        """The bytes, for the one call that needs them."""
        return bytes(self._bytes)

    def clear(self) -> None:
        """Overwrites it; copies that a library or Python itself made cannot be reached from here."""
        for at in range(len(self._bytes)):
            self._bytes[at] = 0
        self._bytes.clear()


class OpenKey:
    """A key ready to sign, whose certificate is known; to be closed when the batch is over."""

    def __init__(self, signer: Any, session: Any = None) -> None:
        self.signer = signer
        self._session = session

    @property
    def name(self) -> str:
        """Whose certificate it is."""
        return _common_name(self.signer.signing_cert)

    @property
    def valid_until(self) -> date:
        """The last day of the certificate."""
        until: datetime = self.signer.signing_cert.not_valid_after
        return until.date()

    def judged(self, anchors: tuple[str, ...], moment: datetime) -> SignatureFact:
        """What the certificate is worth at a moment by the office's own list."""
        others = [other.dump() for other in self.signer.cert_registry]
        return judge_certificate(self.signer.signing_cert.dump(), others, anchors, moment)

    def close(self) -> None:
        """Lets go of the token."""
        session, self._session = self._session, None
        if session is not None:
            import pkcs11

            try:
                session.close()
            except pkcs11.exceptions.PKCS11Error:  # a token that was pulled out has no session to close
                return


def open_key(source: KeySource, secret: Secret, now: datetime | None = None) -> OpenKey:
    """Opens the key; the secret is cleared whatever comes of it.

    Refused: no key chosen, a file or library that is absent or broken, a wrong password or PIN, a blocked PIN, an
    absent token, no private key or no certificate in it, and a certificate that is not valid now.
    """
    _hush()
    try:
        if source.file:
            key = _from_file(Path(source.file), secret)
        elif source.module:
            key = _from_token(source, secret)
        else:
            raise RefusedError("signing.no_key_chosen")
    finally:
        secret.clear()
    try:
        _check_validity(key, now or datetime.now(UTC))
    except RefusedError:
        key.close()
        raise
    return key


def _check_validity(key: OpenKey, now: datetime) -> None:
    certificate = key.signer.signing_cert
    if now > certificate.not_valid_after:
        raise RefusedError("signing.certificate_expired", name=key.name, until=key.valid_until)
    if now < certificate.not_valid_before:
        raise RefusedError("signing.certificate_early", name=key.name, begins=certificate.not_valid_before.date())


def _from_file(path: Path, secret: Secret) -> OpenKey:
    from asn1crypto import pkcs12 as container  # type: ignore[import-untyped]
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    try:
        if path.stat().st_size > MOST_BYTES:
            raise RefusedError("signing.key_file_broken", at="secret", file=path.name)
        data = path.read_bytes()
    except OSError as trouble:
        raise RefusedError("signing.key_file_absent", at="secret", file=str(path)) from trouble
    try:
        container.Pfx.load(data, strict=True).native["auth_safe"]
    except (ValueError, TypeError, KeyError):
        raise RefusedError("signing.key_file_broken", at="secret", file=path.name) from None
    try:
        private, certificate, _ = pkcs12.load_key_and_certificates(data, secret.taken() or None)
    except Exception:  # the library raises several kinds for a password that does not fit
        raise RefusedError("signing.wrong_password", at="secret", file=path.name) from None
    if private is None:
        raise RefusedError("signing.no_private_key", at="secret", where=path.name)
    if certificate is None:
        raise RefusedError("signing.no_certificate", at="secret", where=path.name)
    try:
        return OpenKey(_quick(SimpleSigner.load_pkcs12_data(data, [], secret.taken() or None), private))
    except ValueError:
        raise RefusedError("signing.key_file_broken", at="secret", file=path.name) from None


def _quick(signer: Any, private: Any) -> Any:
    """The signer with its key read once: reading and proving an RSA key anew takes longer than signing with it."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    slow = signer.async_sign_raw

    async def quick(data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        known = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
        digest = known.get(digest_algorithm.lower())
        mechanism = signer.get_signature_mechanism_for_digest(digest_algorithm).signature_algo
        if digest is None or (dry_run and not isinstance(private, rsa.RSAPrivateKey)):
            return bytes(await slow(data, digest_algorithm, dry_run))
        if isinstance(private, rsa.RSAPrivateKey) and mechanism == "rsassa_pkcs1v15":
            return bytes(private.key_size // 8) if dry_run else private.sign(data, padding.PKCS1v15(), digest)
        if isinstance(private, ec.EllipticCurvePrivateKey):
            return private.sign(data, ec.ECDSA(digest))
        return bytes(await slow(data, digest_algorithm, dry_run))

    signer.async_sign_raw = quick
    return signer


def _from_token(source: KeySource, secret: Secret) -> OpenKey:
    import pkcs11

    session = _session(source, secret)
    try:
        return OpenKey(_token_signer(source, session), session)
    except RefusedError:
        session.close()
        raise
    except pkcs11.exceptions.PKCS11Error as trouble:
        session.close()
        raise UnavailableError("signing.token_gone", token=source.token or source.module) from trouble


def _session(source: KeySource, secret: Secret) -> Any:
    import pkcs11
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.sign.pkcs11 import open_pkcs11_session

    wanted = TokenCriteria(label=source.token) if source.token else None
    pin = secret.taken().decode() or None
    failures = pkcs11.exceptions
    if not Path(source.module).is_file():
        raise RefusedError("signing.module_absent", at="secret", file=source.module)
    try:
        return open_pkcs11_session(source.module, token_criteria=wanted, user_pin=pin)
    except (failures.PinIncorrect, failures.PinInvalid, failures.PinLenRange):
        raise RefusedError("signing.wrong_pin", at="secret") from None
    except failures.PinLocked:
        raise RefusedError("signing.pin_locked", at="secret") from None
    except Exception as trouble:  # the library of a token raises its own kinds, and RuntimeError where it is none
        if "oken" in str(trouble) or isinstance(trouble, failures.TokenNotPresent):
            raise RefusedError("signing.token_absent", at="secret", token=source.token or "–") from None
        raise RefusedError("signing.module_broken", at="secret", file=source.module) from None


def _token_signer(source: KeySource, session: Any) -> Any:
    """The certificate of the label, or the only one that has its key on the token."""
    from asn1crypto import x509
    from pkcs11 import Attribute, ObjectClass
    from pyhanko.sign.pkcs11 import PKCS11Signer

    where = source.token or source.module
    keys = {key[Attribute.ID] for key in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    if not keys:
        raise RefusedError("signing.no_private_key", at="secret", where=where)
    own = [
        one
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
        if one[Attribute.ID] in keys and source.label in ("", one[Attribute.LABEL])
    ]
    if not own:
        raise RefusedError("signing.no_certificate", at="secret", where=source.label or where)
    if len(own) > 1:
        labels = ", ".join(sorted(str(one[Attribute.LABEL]) for one in own))
        raise RefusedError("signing.several_keys", at="secret", labels=labels)
    certificate, key_id = x509.Certificate.load(own[0][Attribute.VALUE]), own[0][Attribute.ID]
    return PKCS11Signer(session, signing_cert=certificate, key_id=key_id, cert_id=key_id, other_certs_to_pull=None)
