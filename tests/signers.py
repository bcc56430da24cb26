"""Keys for tests of signing: PKCS#12 files of made-up people, and a real time-stamp service on this machine."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from commission_app.services.signing_key import KeyChoice
from tests.exchange.containers import Identity, identity

__all__ = ["Identity", "identity"]

PASSWORD = "četri zaļi zirgi"
DER = serialization.Encoding.DER
BEGIN, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)


@cache
def person(name: str) -> Identity:
    """A signer of this name, made once a run."""
    return identity(name)


def key_file(folder: Path, who: Identity, password: str = PASSWORD, *, private: bool = True) -> Path:
    """The signer's key with its certificate as a PKCS#12 file."""
    path = folder / f"{who.certificate.serial_number}-{len(list(folder.glob('*.p12')))}.p12"
    closed = serialization.BestAvailableEncryption(password.encode())
    key = who.key if private else None
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"key", key, who.certificate, [who.issuer], closed))
    return path


def choice(folder: Path, who: Identity, **wanted: Any) -> KeyChoice:
    """The preferences of a computer that signs with this person's key."""
    return KeyChoice(file=str(key_file(folder, who)), **wanted)


@cache
def _clock() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """The key and self-made certificate of the time-stamp service."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Clock of Nowhere")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(BEGIN)
        .not_valid_after(END)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def clock_anchor() -> str:
    """The certificate of the time-stamp service as the trust list keeps it."""
    return _clock()[1].public_bytes(serialization.Encoding.PEM).decode()


def _answer(body: bytes) -> bytes:
    from pyhanko.sign.timestamps import DummyTimeStamper
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key, certificate = _clock()
    private = key.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    stamper = DummyTimeStamper(
        tsa_cert=asn1_x509.Certificate.load(certificate.public_bytes(DER)),
        tsa_key=keys.PrivateKeyInfo.load(private),
        certs_to_embed=SimpleCertificateStore(),
    )
    found: bytes = stamper.request_tsa_response(tsp.TimeStampReq.load(body)).dump()
    return found


@contextmanager
def clock(manner: str = "good", lists: Callable[[str], bytes] | None = None) -> Iterator[str]:
    """A time-stamp service at an address of this machine; `manner` may be nonsense, error, stale; it serves a CRL."""
    kept: list[bytes] = []
    served: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if manner == "error":
                self.send_error(503)
                return
            answer = b"<html>" if manner == "nonsense" else _answer(body)
            kept.append(answer)
            self._say(kept[0] if manner == "stale" else answer, "application/timestamp-reply")

        def do_GET(self) -> None:
            self._say(served[0], "application/pkix-crl")

        def _say(self, data: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        if lists is not None:
            served.append(lists(address))
        yield address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def proven(name: str, address: str) -> tuple[Identity, bytes]:
    """A signer whose issuer names a revocation list at an address, and that list: empty, and of today."""
    issuer_key = rsa.generate_private_key(65537, 2048)
    issuer_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Listing Issuer of Nowhere")])
    point = x509.DistributionPoint([x509.UniformResourceIdentifier(address)], None, None, None)

    def made(subject: x509.Name, key: rsa.RSAPrivateKey, number: int, *, ca: bool) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer_name)
            .public_key(key.public_key())
            .serial_number(number)
            .not_valid_before(BEGIN)
            .not_valid_after(END)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if not ca:
            builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
        return builder.sign(issuer_key, hashes.SHA256())

    key = rsa.generate_private_key(65537, 2048)
    own = made(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), key, 5, ca=False)
    lists = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer_name)
        .last_update(BEGIN)
        .next_update(END)
        .sign(issuer_key, hashes.SHA256())
    )
    return Identity(key, own, made(issuer_name, issuer_key, 4, ca=True)), lists.public_bytes(DER)
