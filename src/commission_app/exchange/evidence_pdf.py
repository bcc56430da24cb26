"""How many pages a PDF holds, when it can be opened at all."""

from typing import BinaryIO

from commission_app.documents.pdfium import one_at_a_time
from commission_app.errors import RefusedError

TAIL_BYTES = 2048


@one_at_a_time
def pages(name: str, source: BinaryIO) -> tuple[int, bool]:
    """The number of pages, and whether its author restricted its use; one that cannot be read is refused."""
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw

    # PDFium mends a file that was cut off and would show its first pages without a word.
    if not _has_end(source):
        raise RefusedError("evidence_file.pdf_truncated", at="file", file=name)
    source.seek(0)
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as trouble:
        if "password" in str(trouble).casefold() or "security" in str(trouble).casefold():
            raise RefusedError("evidence_file.pdf_encrypted", at="file", file=name) from None
        raise RefusedError("evidence_file.pdf_unreadable", at="file", file=name) from None
    try:
        count = len(document)
        if count == 0:
            raise RefusedError("evidence_file.pdf_without_pages", at="file", file=name)
        for number in {0, count - 1}:
            document[number].close()
        return count, raw.FPDF_GetSecurityHandlerRevision(document) != -1
    except pypdfium2.PdfiumError:
        raise RefusedError("evidence_file.pdf_unreadable", at="file", file=name) from None
    finally:
        document.close()


def _has_end(source: BinaryIO) -> bool:
    size = source.seek(0, 2)
    source.seek(max(0, size - TAIL_BYTES))
    return b"%%EOF" in source.read()
