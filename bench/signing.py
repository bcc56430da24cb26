"""A batch of signatures, with the routes, the checks and the storing around them, against a bare pyHanko loop."""

import io
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.sides import Line, alone, by_turns, peak_mb

TIMES = 3
COUNT = 40
PASSWORD = "bench"


def measure() -> list[Line]:
    """Papers a second, one core each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _furnish(folder)

        def side(which: str) -> dict[str, Any]:
            return alone("bench.signing", which, str(folder))

        ours, bare = by_turns(TIMES, lambda: side("ours"), lambda: side("bare"))
    figures = (COUNT / ours["seconds"], COUNT / bare["seconds"])
    return [Line(f"batch of {COUNT} signatures, visible, stored", *figures, "papers/s", ">=0.95x", "pyHanko loop")]


def _furnish(folder: Path) -> None:
    """The sample institution, a key, and one paper as a file."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import pkcs12
    from cryptography.x509.oid import NameOID

    from commission_app.services import demo

    demo.furnish(f"sqlite:///{(folder / 'sample.db').as_posix()}").close()
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Bench")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    closed = serialization.BestAvailableEncryption(PASSWORD.encode())
    (folder / "key.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"key", key, certificate, None, closed))
    office = _office(folder, "paper.db")
    (folder / "paper.pdf").write_bytes(office.ask(_first)[1])
    office.close()


def _office(folder: Path, name: str) -> Any:
    from commission_app.services.opening import open_office

    path = folder / name
    shutil.copyfile(folder / "sample.db", path)
    if not path.with_name(name + ".files").exists():
        shutil.copytree(folder / "sample.db.files", path.with_name(name + ".files"))
    return open_office(f"sqlite:///{path.as_posix()}")


def _first(reading: Any) -> tuple[int, bytes]:
    """A certificate of the sample with its bytes."""
    from sqlalchemy import select

    from commission_app.i18n import LATVIAN
    from commission_app.models.certificate import Certificate
    from commission_app.services import papers

    row = reading.session.scalars(select(Certificate).where(Certificate.state == "issued").limit(1)).one()
    return row.id, papers.certificate(reading, row.id, LATVIAN)


def _routes(work: Any, count: int) -> tuple[int, ...]:
    """So many routes of one paper, each with one signer: what the window makes of so many papers."""
    from commission_app.models.certificate import Certificate
    from commission_app.models.signing import SigningRoute, SigningStep
    from commission_app.rules.vocabulary.certificate import PaperKind
    from commission_app.rules.vocabulary.signing import SigningWay

    key, data = _first(work)
    row, blob = work.get(Certificate, key), work.blobs.put(work.session, data)
    steps = []
    for at in range(count):
        route = SigningRoute(
            subject_uid=row.uid,
            subject_id=row.id,
            kind=PaperKind.CERTIFICATE,
            language="lv",
            number=f"{row.number}-{at}",
            title="",
            put_forward_on=work.today,
            first_blob_id=blob.id,
            current_blob_id=blob.id,
        )
        step = SigningStep(route=route, position=1, signer_name="Bench", way=SigningWay.ELECTRONIC)
        work.add(route, step)
        steps.append(step)
    work.session.flush()
    return tuple(step.id for step in steps)


def _ours(folder: Path) -> float:
    from commission_app.documents.signing_key import Secret
    from commission_app.i18n import LATVIAN
    from commission_app.services import signing_batch
    from commission_app.services.signing_batch import Order
    from commission_app.services.signing_key import KeyChoice

    office = _office(folder, f"ours-{time.time_ns()}.db")
    warm, *steps = office.do(_routes, COUNT + 1)
    choice = KeyChoice(file=str(folder / "key.p12"))
    signing_batch.sign_all(office, Order((warm,), choice, LATVIAN), Secret(PASSWORD))
    began = time.perf_counter()
    outcome = signing_batch.sign_all(office, Order(tuple(steps), choice, LATVIAN), Secret(PASSWORD))
    seconds = time.perf_counter() - began
    office.close()
    if len(outcome.signed) != COUNT:
        raise RuntimeError(str(outcome.troubles))
    return seconds


def _bare(folder: Path) -> float:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.stamp import TextStampStyle

    data = (folder / "paper.pdf").read_bytes()
    load: Any = signers.SimpleSigner.load_pkcs12
    signer = load(str(folder / "key.p12"), passphrase=PASSWORD.encode())
    if signer is None:
        raise RuntimeError("the key does not open")
    style = TextStampStyle(stamp_text="Signed by Bench\n%(ts)s")

    def sign() -> bytes:
        meta = signers.PdfSignatureMetadata(field_name="One", subfilter=SigSeedSubFilter.PADES)
        spec = SigFieldSpec("One", on_page=0, box=(265, 50, 387, 72))
        one = signers.PdfSigner(meta, signer=signer, stamp_style=style, new_field_spec=spec)
        target = io.BytesIO()
        one.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), output=target)
        return target.getvalue()

    sign()
    began = time.perf_counter()
    for _ in range(COUNT):
        sign()
    return time.perf_counter() - began


if __name__ == "__main__":
    import json

    spent = {"ours": _ours, "bare": _bare}[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"seconds": spent, "peak_mb": peak_mb()}))
