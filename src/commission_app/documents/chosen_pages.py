"""Some pages of a PDF as a PDF of their own: what is printed to a file when not all of it is wanted."""

from collections.abc import Sequence
from io import BytesIO


def chosen_pages(data: bytes, wanted: Sequence[int]) -> bytes:
    """The wanted pages, counted from 1, in the order of the paper; the text stays text."""
    import pypdfium2  # type: ignore[import-untyped]

    paper, some = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    try:
        some.import_pages(paper, [page - 1 for page in wanted])
        out = BytesIO()
        some.save(out)
        return out.getvalue()
    finally:
        some.close()
        paper.close()
