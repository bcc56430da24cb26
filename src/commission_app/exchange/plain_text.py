"""Turns the HTML that other systems keep descriptions in into plain text with its paragraphs and list points."""

import unicodedata
from html.parser import HTMLParser

_BREAKS = frozenset({"p", "div", "br", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript"})


def plain_text(markup: str) -> str:
    """The readable text; scripts and styles say nothing, list points begin with a dash."""
    lines = (" ".join(line.split()) for line in _read(markup).splitlines())
    text = "\n".join(line for line in lines if line and line != "–")
    if not text.isprintable():
        text = "".join(mark for mark in text if mark == "\n" or unicodedata.category(mark) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", text)


def _read(markup: str) -> str:
    # Most texts of a large framework have no markup at all.
    if "<" not in markup and "&" not in markup:
        return markup.replace("\n", " ")
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Collects what a person would read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "li":
            self.pieces.append("\n– ")
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BREAKS or tag == "li":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data.replace("\n", " "))
