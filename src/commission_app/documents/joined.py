"""Several papers as one PDF, in their order, for one press of the printer."""

from collections.abc import Iterable
from io import BytesIO


def joined(papers: Iterable[bytes]) -> bytes:
    """The pages of all papers one after the other; each paper begins on a page of its own."""
    import pypdfium2  # type: ignore[import-untyped]

    whole = pypdfium2.PdfDocument.new()
    try:
        for data in papers:
            paper = pypdfium2.PdfDocument(data)
            try:
                whole.import_pages(paper)
            finally:
                paper.close()
        out = BytesIO()
        whole.save(out)
        return out.getvalue()
    finally:
        whole.close()
