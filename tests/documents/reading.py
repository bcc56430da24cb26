"""Reads papers back as a reader would: the text of their pages."""

import re
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]


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


def read_aloud(paper: bytes) -> list[tuple[str, str]]:
    """What a screen reader hears, element by element in the order of the tree: its kind and its words."""
    with pikepdf.open(BytesIO(paper)) as opened:
        spoken: dict[Any, dict[int, str]] = {page.objgen: _marked(page) for page in opened.pages}
        return list(_heard(opened.Root.StructTreeRoot.K, spoken))


def _heard(element: Any, spoken: dict[Any, dict[int, str]]) -> Any:
    words, parts = [], []
    for kid in element.K:
        if isinstance(kid, int):
            words.append(spoken[element.Pg.objgen][int(kid)])
        elif kid.get("/Type") == "/MCR":
            words.append(spoken[kid.Pg.objgen][int(kid.MCID)])
        else:
            parts.append(kid)
    if words:
        yield str(element.S).removeprefix("/"), " ".join("".join(words).split())
    for part in parts:
        yield from _heard(part, spoken)


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The words of each marked place of a page, its codes turned into letters by the table of their face."""
    letters = {name: _letters(font) for name, font in page.resources.Font.items()}
    said: dict[int, str] = {}
    place, table = None, dict[int, str]()
    written: Any = pikepdf.parse_content_stream(page)
    for operands, operator in written:
        if str(operator) == "BDC":
            place = int(operands[1].MCID)
            said[place] = ""
        elif str(operator) in ("EMC", "BMC"):
            place = None
        elif str(operator) == "Tf":
            table = letters[str(operands[0])]
        elif str(operator) == "Tj" and place is not None:
            said[place] += "".join(table.get(code, "") for code in bytes(operands[0]))
    return said


def _letters(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<(\w\w)> <(\w{4})>", font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
