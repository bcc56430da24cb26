"""The XAdES signatures of a container: digests of every document, the signer's key and certificate, nothing fetched."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from commission_app.documents.signing import judge_certificate
from commission_app.errors import RefusedError
from commission_app.exchange.container import Container
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.evidence import SignatureVerdict

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

PROGRAM = "signxml"
MOST_XML = 20 * 1024 * 1024
_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_XADES = "{http://uri.etsi.org/01903/v1.3.2#}"


def check_container(container: Container, anchors: Sequence[str] = ()) -> tuple[SignatureFact, ...]:
    """What the signatures of a container are worth; one that the program cannot judge says why, and is never valid."""
    found: list[SignatureFact] = []
    for entry in container.signatures():
        try:
            document = parsed(container.read(entry), container.file, entry)
        except RefusedError as trouble:
            found.append(SignatureFact("", SignatureVerdict.BROKEN, why=f"file:{trouble.reason}"))
            continue
        found += [_one(container, signature, anchors) for signature in document.iter(f"{_DS}Signature")]
    found += [SignatureFact("", SignatureVerdict.NOT_CHECKED, why="cades") for _ in container.other_signatures()]
    return tuple(found)


def parsed(data: bytes, file: str, entry: str) -> "_Element":
    """An XML of foreign hands: no document type, no entities, no network, no size without end."""
    from lxml import etree  # type: ignore[import-untyped]

    # A document type is the only door to entities; no signature has one.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or len(data) > MOST_XML:
        raise RefusedError("container.xml", at="file", file=file, entry=entry)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        raise RefusedError("container.xml", at="file", file=file, entry=entry) from None
    # UTF-16 hides the words from the search above.
    if root.getroottree().docinfo.doctype:
        raise RefusedError("container.xml", at="file", file=file, entry=entry)
    return root


def _one(container: Container, signature: "_Element", anchors: Sequence[str]) -> SignatureFact:
    from cryptography import x509
    from lxml import etree

    try:
        ders = [base64.b64decode(node.text or "") for node in signature.iter(f"{_DS}X509Certificate")]
        certificates = [x509.load_der_x509_certificate(der) for der in ders]
        signer = _signing(signature, ders)
        claimed = _claimed(signature)
    except (ValueError, TypeError):
        return SignatureFact("", SignatureVerdict.BROKEN, why="broken_signature")
    if signer is None:
        return SignatureFact("", SignatureVerdict.NOT_CHECKED, why="no_certificate")
    fact = judge_certificate(ders[signer], ders[:signer] + ders[signer + 1 :], anchors, claimed)
    fact = replace(fact, claimed_at=claimed.isoformat() if claimed else "")
    # As a document of its own, with the namespaces that were in force around it.
    alone = etree.fromstring(etree.tostring(signature, with_tail=False))
    verdict, why = _verified(container, alone, certificates[signer])
    if verdict is not None:
        return replace(fact, verdict=verdict, why=why)
    left_out = sorted(set(container.documents()) - _covered(signature))
    if left_out:
        return replace(fact, verdict=SignatureVerdict.PARTIAL, why="files_left_out", left_out=", ".join(left_out))
    if not fact.why and next(signature.iter(f"{_XADES}SignatureTimeStamp"), None) is not None:
        return replace(fact, why="stamp_not_checked")
    return fact


def _verified(container: Container, signature: "_Element", certificate: Any) -> tuple[SignatureVerdict | None, str]:
    """What is wrong with the digests or the signature itself; nothing where they hold."""
    from signxml import exceptions
    from signxml.xades.xades import XAdESSignatureConfiguration, XAdESVerifier

    absent: list[str] = []

    def inner(uri: str) -> bytes:
        name = unquote(uri).removeprefix("./")
        if name not in container.documents():
            absent.append(name)
            raise exceptions.InvalidInput(name)
        return container.read(name)

    wanted = XAdESSignatureConfiguration(
        expect_references=False,
        ignore_ambiguous_key_info=True,
        # The certificate's own time is judged beside this, with a word of its own.
        verification_time=certificate.not_valid_before_utc,
    )
    try:
        XAdESVerifier().verify(
            signature, x509_cert=certificate, uri_resolver=inner, expect_config=wanted, validate_schema=False
        )
    except exceptions.InvalidDigest:
        return SignatureVerdict.CHANGED, "digest_differs"
    except exceptions.InvalidInput:
        return (SignatureVerdict.CHANGED, "file_missing") if absent else (SignatureVerdict.NOT_CHECKED, "form")
    except exceptions.InvalidSignature as trouble:
        return (SignatureVerdict.CHANGED if "igest" in str(trouble) else SignatureVerdict.BROKEN), "broken_signature"
    except RefusedError as trouble:
        return SignatureVerdict.NOT_CHECKED, f"file:{trouble.reason}"
    except Exception:
        # A signature of hostile or unheard-of form raises anything; it is not judged, hence not valid.
        return SignatureVerdict.NOT_CHECKED, "form"
    return None, ""


def _signing(signature: "_Element", ders: list[bytes]) -> int | None:
    """Which of the certificates is the signer's own: the one whose digest the signed properties name."""
    for node in signature.iter(f"{_XADES}CertDigest"):
        method, value = node.find(f"{_DS}DigestMethod"), node.find(f"{_DS}DigestValue")
        if method is None or value is None:
            continue
        name = (method.get("Algorithm") or "").rpartition("#")[2]
        if name not in ("sha256", "sha384", "sha512", "sha1"):
            continue
        wanted = base64.b64decode(value.text or "")
        for at, der in enumerate(ders):
            if hashlib.new(name, der).digest() == wanted:
                return at
        return None
    return None


def _covered(signature: "_Element") -> set[str]:
    info = signature.find(f"{_DS}SignedInfo")
    nodes = info.findall(f"{_DS}Reference") if info is not None else []
    return {unquote(node.get("URI") or "").removeprefix("./") for node in nodes}


def _claimed(signature: "_Element") -> datetime | None:
    node = next(signature.iter(f"{_XADES}SigningTime"), None)
    if node is None or not node.text:
        return None
    moment = datetime.fromisoformat(node.text.strip())
    return moment if moment.tzinfo is not None else None
