"""A signature written into a PDF as one more revision: PAdES B-B, with a time stamp B-T, with validation data B-LT."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from commission_app.documents.signing import _hush, stamp_of
from commission_app.documents.signing_key import OpenKey
from commission_app.documents.signing_picture import style
from commission_app.documents.signing_place import Place
from commission_app.documents.signing_stamps import stamper, wanted_from_network
from commission_app.errors import RefusedError, UnavailableError
from commission_app.rules.vocabulary.signing import SignatureLevel


@dataclass(frozen=True)
class Extras:
    """What is wanted beside the signature: a time stamp from an address, and the data that prove it later."""

    stamp_address: str = ""
    long_term: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signed:
    """A PDF with one more signature, and how far it proves itself."""

    data: bytes
    level: SignatureLevel
    stamped_at: str = ""


class Pen:
    """One key through a batch: the time-stamp answers and the validation data are asked for once."""

    def __init__(self, key: OpenKey, extras: Extras | None = None) -> None:
        _hush()
        self.key = key
        self.extras = extras or Extras()
        self._stamper = stamper(self.extras.stamp_address) if self.extras.stamp_address else None
        self._trust: Any = None
        self._asked = False

    def sign(self, data: bytes, field: str, lines: Sequence[str] = (), place: Place | None = None) -> Signed:
        """The PDF with one more signature in a field of its own; visible with these lines where a place is given.

        Refused: a file that is no PDF or bears this field already; unavailable: a token pulled out, a time-stamp
        service that does not answer or answers nonsense.
        """
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign import signers

        try:
            writer = _revision(data)
            known = _fields(writer)
        except (PdfError, ValueError, KeyError, IndexError) as trouble:
            raise RefusedError("signing.not_a_pdf") from trouble
        if field in known:
            raise RefusedError("signing.signed_already")
        trust = self._validation()
        meta = signers.PdfSignatureMetadata(**_metadata(field, trust))
        picture = style(lines, *place.size) if place is not None and lines else None
        pdf_signer = signers.PdfSigner(
            meta,
            signer=self.key.signer,
            timestamper=self._stamper,
            stamp_style=picture,
            new_field_spec=_spec(field, place),
        )
        signed = _written(pdf_signer, writer)
        level = SignatureLevel.STAMPED if self._stamper is not None else SignatureLevel.BASIC
        stamped = check_own(signed, field)
        return Signed(signed, SignatureLevel.LONG_TERM if trust is not None else level, stamped)

    def _validation(self) -> Any:
        """What proves the certificates later; nothing where it is not wanted or cannot be had, asked for once."""
        if not self._asked:
            self._asked = True
            if self.extras.long_term and self._stamper is not None:
                with _in_plain_terms():
                    self._trust = wanted_from_network(self.key.signer, self._stamper, self.extras.anchors)
        return self._trust


def _revision(data: bytes) -> Any:
    """A revision on top of a file that leaves what the file says of itself alone, so that PDF/A stays PDF/A."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Revision(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            return

    return Revision(io.BytesIO(data), strict=False)


def check_own(data: bytes, field: str) -> str:
    """Proves that the signature just made holds for the bytes it covers; gives the moment of its time stamp.

    Refused: where it does not, so that nothing broken is ever stored.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    reader = PdfFileReader(io.BytesIO(data), strict=False)
    made = next((one for one in reader.embedded_regular_signatures if one.field_name == field), None)
    if made is None:
        raise RefusedError("signing.self_check")
    info = made.signer_info
    intact, valid = validate_sig_integrity(
        info, made.signer_cert, expected_content_type="data", actual_digest=made.compute_digest()
    )
    if not intact or not valid or made.byte_range[2] + made.byte_range[3] > len(data):
        raise RefusedError("signing.self_check")
    stamp = stamp_of(made)
    if stamp is None:
        return ""
    if stamp["message_imprint"]["hashed_message"].native != _hashed(stamp, info["signature"].native):
        raise UnavailableError("signing.stamp_nonsense")
    return str(stamp["gen_time"].native.isoformat())


def _hashed(stamp: Any, signature: bytes) -> bytes:
    import hashlib

    name = stamp["message_imprint"]["hash_algorithm"]["algorithm"].native
    return hashlib.new(name, signature).digest()


def _metadata(field: str, trust: Any) -> dict[str, Any]:
    from pyhanko.sign.fields import SigSeedSubFilter

    wanted: dict[str, Any] = {
        "field_name": field,
        "md_algorithm": "sha256",
        "subfilter": SigSeedSubFilter.PADES,
        # What a certificate may be used for is judged by who reads the paper; cards differ in what they say.
        "signer_key_usage": set(),
    }
    if trust is not None:
        wanted |= {"embed_validation_info": True, "validation_context": trust}
    return wanted


@contextmanager
def _in_plain_terms() -> Iterator[None]:
    """What goes wrong at the token or at the time-stamp service, as a trouble a person understands."""
    import pkcs11
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    try:
        yield
    except TimestampRequestError as trouble:
        raise UnavailableError("signing.no_time_stamp", why=str(trouble)) from trouble
    except pkcs11.exceptions.PKCS11Error as trouble:
        raise UnavailableError("signing.token_gone", token="–") from trouble
    except PdfError as trouble:
        raise RefusedError("signing.not_a_pdf") from trouble


def _written(pdf_signer: Any, writer: Any) -> bytes:
    target = io.BytesIO()
    with _in_plain_terms():
        pdf_signer.sign_pdf(writer, output=target)
    return target.getvalue()


def _fields(writer: Any) -> set[str]:
    from pyhanko.sign.fields import enumerate_sig_fields

    return {name for name, _, _ in enumerate_sig_fields(writer)}


def _spec(field: str, place: Place | None) -> Any:
    from pyhanko.sign.fields import SigFieldSpec

    if place is None:
        return SigFieldSpec(field)
    return SigFieldSpec(field, on_page=place.page, box=place.box)
