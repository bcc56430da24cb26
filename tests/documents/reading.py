"""Reads papers back as a reader would: the text of their pages."""

import pypdfium2


def pages(paper: bytes) -> list[str]:
    """The text of each page, its white space as single blanks."""
    document = pypdfium2.PdfDocument(paper)
    try:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_bounded().split()))
            text.close()
            page.close()
        return texts
    finally:
        document.close()


def words(paper: bytes) -> str:
    """The text of the whole paper."""
    return " ".join(pages(paper))
