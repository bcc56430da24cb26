"""How many pages a PDF holds, when it can be opened at all."""

from typing import BinaryIO

from commission_app.errors import RefusedError

TAIL_BYTES = 2048


def pages(name: str, source: BinaryIO) -> int:
    """The number of pages; an encrypted, cut off or unreadable PDF is refused."""
    import pypdfium2

    # PDFium repairs a file that was cut off and would show only its first pages without a word.
    cut_off = not _has_end(source)
    source.seek(0)
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as trouble:
        if "password" in str(trouble).casefold() or "security" in str(trouble).casefold():
            raise RefusedError("evidence_file.pdf_encrypted", at="file", file=name) from None
        if cut_off:
            raise RefusedError("evidence_file.pdf_truncated", at="file", file=name) from None
        raise RefusedError("evidence_file.pdf_unreadable", at="file", file=name) from None
    try:
        count = len(document)
        if cut_off:
            raise RefusedError("evidence_file.pdf_truncated", at="file", file=name)
        if count == 0:
            raise RefusedError("evidence_file.pdf_without_pages", at="file", file=name)
        if _is_locked(document):
            raise RefusedError("evidence_file.pdf_encrypted", at="file", file=name)
        _try_first_page(name, document)
    finally:
        document.close()
    return count


def _is_locked(document: object) -> bool:
    """A PDF that opens without a password but is encrypted may not be printable in ten years' time either."""
    import pypdfium2.raw

    return bool(pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document) != -1)


def _try_first_page(name: str, document: object) -> None:
    import pypdfium2

    assert isinstance(document, pypdfium2.PdfDocument)
    try:
        document[0].close()
    except pypdfium2.PdfiumError:
        raise RefusedError("evidence_file.pdf_unreadable", at="file", file=name) from None


def _has_end(source: BinaryIO) -> bool:
    size = source.seek(0, 2)
    source.seek(max(0, size - TAIL_BYTES))
    return b"%%EOF" in source.read()
