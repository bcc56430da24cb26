"""Signed PDFs, judged offline: as they are, with a byte changed, edited afterwards, by strangers, in part.

`fixtures/signed_by_poppler.pdf.xz` was made by poppler's `pdfsig -add-signature` (22.12, NSS) on a reportlab page, with
a key and a root made by OpenSSL for a made-up person and valid for a hundred years; `made_up_root.pem` is that root.
"""

import io
import lzma
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from commission_app.documents.signing import check_pdf
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.wording.signatures import signature_text
from tests.exchange.containers import Identity, identity

FIXTURES = Path(__file__).parent / "fixtures"


@cache
def foreign() -> bytes:
    """The PDF that poppler signed."""
    return lzma.decompress((FIXTURES / "signed_by_poppler.pdf.xz").read_bytes())


@cache
def root() -> str:
    """The root that its signer's certificate leads back to."""
    return (FIXTURES / "made_up_root.pem").read_text("ascii")


@cache
def plain() -> bytes:
    """An unsigned page."""
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(72, 720, "Statement of work")
    canvas.save()
    return target.getvalue()


def signed(who: Identity, data: bytes | None = None, field: str = "One") -> bytes:
    """A PDF signed by pyHanko."""
    der = serialization.Encoding.DER
    private = who.key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(who.certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data or plain()), strict=False)
    target = io.BytesIO()
    signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer, output=target)
    return target.getvalue()


def edited(data: bytes) -> bytes:
    """The same PDF with a line written onto its page afterwards, as an appended revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    line = generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 600 Td (and was a doctor) Tj ET")
    writer.add_stream_to_page(0, writer.add_object(line))
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_pdf_signed_by_another_tool_is_judged_right_as_it_is() -> None:
    (known,) = check_pdf(foreign(), [root()])
    assert (known.signer, known.verdict) == ("Žanete Šūpulīte", SignatureVerdict.TRUSTED)
    assert known.issuer == "Test Root of Nowhere"
    assert known.claimed_at.startswith("2026-11-21T")
    (unknown,) = check_pdf(foreign())
    assert unknown.verdict is SignatureVerdict.UNKNOWN_SIGNER


def test_one_changed_byte_is_seen() -> None:
    data = bytearray(foreign())
    data[data.index(b"stream") + 12] ^= 1
    (fact,) = check_pdf(bytes(data), [root()])
    assert (fact.verdict, fact.why) == (SignatureVerdict.CHANGED, "bytes_changed")


def test_a_page_edited_after_signing_is_seen_although_every_signed_byte_still_stands() -> None:
    (fact,) = check_pdf(edited(foreign()), [root()])
    assert (fact.verdict, fact.why) == (SignatureVerdict.CHANGED, "edited_later")


def test_a_signature_over_a_part_of_the_file_is_told() -> None:
    (fact,) = check_pdf(foreign().replace(b"/ByteRange [0 ", b"/ByteRange [9 "), [root()])
    assert fact.verdict is SignatureVerdict.PARTIAL


def test_two_signers_one_after_the_other_are_both_valid() -> None:
    first, second = identity("Ņina Žņauga"), identity("Čaks Ļaudaks")
    found = check_pdf(signed(second, signed(first), "Two"), [first.anchor, second.anchor])
    assert [(fact.signer, fact.verdict) for fact in found] == [
        ("Ņina Žņauga", SignatureVerdict.TRUSTED),
        ("Čaks Ļaudaks", SignatureVerdict.TRUSTED),
    ]


def test_a_certificate_that_had_run_out_when_it_signed_is_told() -> None:
    old = identity(begin=datetime(2021, 1, 1, tzinfo=UTC), years=1)
    (fact,) = check_pdf(signed(old), [old.anchor])
    assert fact.verdict is SignatureVerdict.EXPIRED_SIGNER


def test_an_unsigned_pdf_bears_no_signature_and_a_broken_one_is_never_valid() -> None:
    assert check_pdf(plain()) == ()
    assert [fact.verdict for fact in check_pdf(b"%PDF-1.7 /ByteRange [0 1 2 3] %%EOF")] == [SignatureVerdict.BROKEN]


def test_no_personal_code_is_kept_or_said() -> None:
    (fact,) = check_pdf(foreign(), [root()])
    assert "020290" not in repr(fact)


@pytest.mark.parametrize(
    ("language", "words"), [(ENGLISH, "valid, signer trusted"), (LATVIAN, "derīgs, parakstītājs uzticams")]
)
def test_a_signature_is_one_line_in_both_languages(language: object, words: str) -> None:
    (fact,) = check_pdf(foreign(), [root()])
    line = signature_text(language, fact)  # type: ignore[arg-type]
    assert line.startswith("Žanete Šūpulīte, 21")
    assert words in line


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.integers(min_value=0, max_value=2**31), some.binary(min_size=1, max_size=8), some.booleans())
def test_mutated_pdfs_only_ever_give_findings(at: int, noise: bytes, cut: bool) -> None:
    data = bytearray(_small())
    place = at % len(data)
    data[place : place + len(noise)] = noise
    for fact in check_pdf(bytes(data[:place] if cut else data), ()):
        assert fact.verdict is not SignatureVerdict.TRUSTED


@cache
def _small() -> bytes:
    return signed(identity())
