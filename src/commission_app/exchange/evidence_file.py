"""What a file offered as evidence really is, told by its content and never by its name alone."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import evidence_name, evidence_pdf, evidence_picture
from commission_app.exchange.evidence_signature import Signature, signature_of

MEBIBYTE = 1024 * 1024
MOST_BYTES = 200 * MEBIBYTE
HEAD_BYTES = 4096


class FileFamily(StrEnum):
    """How a file can be shown: page by page, as a picture, as text, or only opened outside."""

    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFinding:
    """What a file is: the name as offered, the name it is kept under, its kind, size and pages."""

    name: str
    safe_name: str
    media_type: str
    family: FileFamily
    size: int
    pages: int | None = None
    remarks: tuple[Refusal, ...] = ()


def examine(name: str, source: BinaryIO, most_bytes: int = MOST_BYTES) -> FileFinding:
    """What the file in a seekable stream is; refuses, by the file's name, what cannot be evidence.

    The size is told by seeking: a file that is too large is refused without being read.
    """
    safe = evidence_name.safe_name(name)
    size = source.seek(0, 2)
    if size == 0:
        raise RefusedError("evidence_file.empty", at="file", file=safe)
    if size > most_bytes:
        mebibytes, most = -(-size // MEBIBYTE), most_bytes // MEBIBYTE
        raise RefusedError("evidence_file.too_large", at="file", file=safe, size=mebibytes, most=most)
    source.seek(0)
    signature = signature_of(safe, source.read(HEAD_BYTES), source)
    source.seek(0)
    found = _look_inside(
        FileFinding(
            name=name,
            safe_name=safe,
            media_type=signature.media_type,
            family=FileFamily(signature.family),
            size=size,
        ),
        source,
    )
    return replace(found, remarks=(*found.remarks, *_remarks(safe, signature)))


def examine_file(path: Path, most_bytes: int = MOST_BYTES) -> FileFinding:
    """What the file at a path is."""
    with path.open("rb") as source:
        return examine(path.name, source, most_bytes)


def _look_inside(found: FileFinding, source: BinaryIO) -> FileFinding:
    if found.family is FileFamily.PDF:
        pages, restricted = evidence_pdf.pages(found.safe_name, source)
        remark = refusal("evidence_file.pdf_restricted", file=found.safe_name)
        return replace(found, pages=pages, remarks=(remark,) if restricted else ())
    if found.family is FileFamily.PICTURE:
        evidence_picture.check(found.safe_name, source)
        return replace(found, pages=1)
    _open_container(found, source)
    return found


def _open_container(found: FileFinding, source: BinaryIO) -> None:
    """A signed container is opened once before it is kept: paths that lead outside, bombs and entities are refused."""
    from commission_app.exchange import container, xades

    if found.media_type in container.MEDIA_TYPES:
        source.seek(0)
        opened = container.Container(found.safe_name, source.read())
        for entry in opened.signatures():
            xades.parsed(opened.read(entry), found.safe_name, entry)


def _remarks(safe: str, signature: Signature) -> tuple[Refusal, ...]:
    ending = evidence_name.ending(safe)
    if ending in signature.endings:
        return ()
    return (refusal("evidence_file.other_ending", file=safe, ending=ending, usual=signature.endings[0]),)
