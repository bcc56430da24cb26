"""Electronic signatures of PDFs, checked without a network; pyHanko is known here and in the signing_* beside it."""

import io
import logging
import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from commission_app.rules.authenticity import SignatureFact, masked
from commission_app.rules.vocabulary.evidence import SignatureVerdict

if TYPE_CHECKING:
    from asn1crypto import x509  # type: ignore[import-untyped]

PROGRAM = "pyHanko"
_HEXADECIMAL = re.compile(rb"(?:[0-9A-F]{2})*|(?:[0-9a-f]{2})*")
MARK = b"/ByteRange"
"""A signature that covers bytes must say which; a PDF without this word bears none."""


def check_pdf(data: bytes, anchors: Sequence[str] = ()) -> tuple[SignatureFact, ...]:
    """What the signatures of a PDF are worth, oldest first, with trust in the certificates given as PEM texts.

    Nothing is fetched. A signature that cannot be judged is told as such, never left out.
    """
    if MARK not in data:
        return ()
    _hush()
    try:
        return _checked(data, [_loaded(text) for text in anchors])
    except Exception:  # hostile bytes raise anything inside the reader; the verdict says so
        return (_unjudged("", "broken_pdf", SignatureVerdict.BROKEN),)


def judge_certificate(
    certificate: bytes, others: Sequence[bytes], anchors: Sequence[str], moment: datetime | None
) -> SignatureFact:
    """What a signer's certificate (DER) is worth at a moment: known by the list, expired then, or not known."""
    import asyncio

    from asn1crypto import x509
    from pyhanko_certvalidator import CertificateValidator, ValidationContext
    from pyhanko_certvalidator.errors import PathError, ValidationError

    _hush()
    signer = x509.Certificate.load(certificate)
    verdict, why = SignatureVerdict.TRUSTED, ""
    if moment is not None and not signer.not_valid_before <= moment <= signer.not_valid_after:
        verdict, why = SignatureVerdict.EXPIRED_SIGNER, "expired"
    else:
        context = ValidationContext(
            trust_roots=[_loaded(text) for text in anchors], allow_fetching=False, moment=moment
        )
        between = [x509.Certificate.load(other) for other in others]
        try:
            asyncio.run(CertificateValidator(signer, between, validation_context=context).async_validate_path())
        except (PathError, ValidationError, ValueError):
            verdict, why = SignatureVerdict.UNKNOWN_SIGNER, "unknown_issuer"
    return _fact(signer, verdict, why)


def _hush() -> None:
    # pyHanko writes every doubt into the log; the person hears of them by the verdict alone.
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _fact(certificate: Any, verdict: SignatureVerdict, why: str, claimed: str = "", stamped: str = "") -> SignatureFact:
    return SignatureFact(
        signer=_common_name(certificate),
        verdict=verdict,
        organisation=_named(certificate.subject, "organization_name"),
        issuer=_common_name(certificate, of_issuer=True),
        claimed_at=claimed,
        stamped_at=stamped,
        valid_until=certificate.not_valid_after.date(),
        fingerprint=certificate.sha256.hex(),
        why=why,
    )


def _checked(data: bytes, roots: "list[x509.Certificate]") -> tuple[SignatureFact, ...]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(data), strict=False)
    if reader.encrypted:
        return (_unjudged("", "encrypted_pdf"),)
    found = tuple(_one(reader, signature, roots) for signature in reader.embedded_regular_signatures)
    # A revision may have dropped the field from the form while its bytes still claim to be signed.
    return found or (_unjudged("", "signature_hidden"),)


def _one(reader: Any, signature: Any, roots: "list[x509.Certificate]") -> SignatureFact:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    certificate = signature.signer_cert
    signer = _common_name(certificate) if certificate is not None else ""
    if _is_part(signature):
        return _unjudged(signer, "part_of_file", SignatureVerdict.PARTIAL)
    if not _gap_is_whole(signature):
        return _unjudged(signer, "bytes_changed", SignatureVerdict.CHANGED)
    claimed = signature.self_reported_timestamp
    try:
        status = validate_pdf_signature(
            signature,
            _context(reader, roots, _moment(signature, claimed)),
            _context(reader, roots, None),
            key_usage_settings=KeyUsageConstraints(key_usage=set()),
        )
    except Exception:  # a container that cannot be parsed raises anything
        return _unjudged(signer, "broken_signature", SignatureVerdict.BROKEN)
    stamped = status.timestamp_validity.timestamp if status.timestamp_validity else None
    verdict, why = _verdict(status, certificate, stamped or claimed)
    return _fact(certificate, verdict, why, _iso(claimed), _iso(stamped))


def _verdict(status: Any, certificate: Any, moment: datetime | None) -> tuple[SignatureVerdict, str]:
    from pyhanko.sign.diff_analysis import ModificationLevel

    if not status.intact:
        return SignatureVerdict.CHANGED, "bytes_changed"
    if not status.valid:
        return SignatureVerdict.BROKEN, "broken_signature"
    level = status.modification_level
    if level is ModificationLevel.OTHER or not status.docmdp_ok:
        return SignatureVerdict.CHANGED, "edited_later"
    if level is ModificationLevel.ANNOTATIONS:
        return SignatureVerdict.PARTIAL, "annotated_later"
    if status.revoked:
        return SignatureVerdict.REVOKED_SIGNER, "revoked"
    if moment is not None and not certificate.not_valid_before <= moment <= certificate.not_valid_after:
        return SignatureVerdict.EXPIRED_SIGNER, "expired"
    if not status.trusted:
        return SignatureVerdict.UNKNOWN_SIGNER, "unknown_issuer"
    return SignatureVerdict.TRUSTED, ""


def _is_part(signature: Any) -> bool:
    """Whether the signature leaves out bytes of its own revision (a gap beside its own place, a late beginning)."""
    from pyhanko.sign.validation import SignatureCoverageLevel

    try:
        signature.compute_integrity_info()
        level = signature.coverage
    except Exception:  # what cannot be compared with the file covers nothing for sure
        return False
    return level in (SignatureCoverageLevel.UNCLEAR, SignatureCoverageLevel.CONTIGUOUS_BLOCK_FROM_START)


def _gap_is_whole(signature: Any) -> bool:
    """Whether the signature's own place in the file, which no digest covers, holds the signature and then nothing.

    A byte changed in the padding behind it, or in the spelling of its digits, leaves the signature itself valid.
    """
    from asn1crypto import parser

    start, length, after, _ = (int(edge) for edge in signature.byte_range)
    stream = signature.reader.stream
    stream.seek(start + length)
    gap = stream.read(after - start - length).strip()
    digits = gap[1:-1]
    if gap[:1] != b"<" or gap[-1:] != b">" or not _HEXADECIMAL.fullmatch(digits):
        return False
    held = bytes.fromhex(digits.decode("ascii"))
    try:
        size: int = parser.peek(held)
    except ValueError:  # what cannot be measured is judged by those who read it
        return True
    return not held[size:].strip(b"\0")


def _moment(signature: Any, claimed: datetime | None) -> datetime | None:
    stamp = stamp_of(signature)
    if stamp is None:
        return claimed
    moment: datetime = stamp["gen_time"].native
    return moment


def stamp_of(signature: Any) -> Any:
    """What the time-stamp service said of a signature (TSTInfo), believed or not; nothing where there is no stamp."""
    from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

    for token in extract_tst_data_iter(signature.signer_info, signed=False):
        return token["encap_content_info"]["content"].parsed
    return None


def _context(reader: Any, roots: "list[x509.Certificate]", moment: datetime | None) -> Any:
    """Trust in the roots alone, with whatever revocations the document brings along."""
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from pyhanko.sign.validation.errors import NoDSSFoundError
    from pyhanko_certvalidator import ValidationContext

    wanted: dict[str, Any] = {"trust_roots": roots, "allow_fetching": False, "revocation_mode": "soft-fail"}
    if moment is not None:
        # The certificate must have been valid when it signed; today it may long have run out.
        wanted |= {"moment": moment, "retroactive_revinfo": True}
    try:
        return DocumentSecurityStore.read_dss(reader).as_validation_context(wanted)
    except NoDSSFoundError:
        return ValidationContext(**wanted)


def _common_name(certificate: Any, *, of_issuer: bool = False) -> str:
    name = certificate.issuer if of_issuer else certificate.subject
    return _named(name, "common_name") or _named(name, "organization_name") or masked(name.human_friendly)


def _named(name: Any, part: str) -> str:
    found = name.native.get(part, "")
    return masked(found if isinstance(found, str) else " ".join(found))


def _unjudged(signer: str, why: str, verdict: SignatureVerdict = SignatureVerdict.NOT_CHECKED) -> SignatureFact:
    return SignatureFact(signer=signer, verdict=verdict, why=why)


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment is not None else ""


def _loaded(text: str) -> "x509.Certificate":
    from asn1crypto import pem, x509

    _, _, body = pem.unarmor(text.encode())
    return x509.Certificate.load(body)
