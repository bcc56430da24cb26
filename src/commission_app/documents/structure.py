"""The order a paper is read in: which words are a heading, a paragraph, a cell; for a screen reader and a search."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]

HOLDERS = frozenset({"Document", "Part", "Table", "TR", "L", "LI"})
"""Elements that hold other elements; words that stand loose in one become a paragraph a line."""
_NAMED = pdfdoc.__InternalName__
_COLUMN_HEAD = b" /A << /O /Table /Scope /Column >>"


class Element(pdfdoc.PDFObject):  # type: ignore[misc]
    """One element of the tree: what it is, what it holds, and on which pages its words stand."""

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: Any, alt: str = "") -> None:
        self.tag, self.parent, self.alt = tag, parent, alt
        self.kids: list[Element | tuple[int, int]] = []  # (page, place) for words

    def format(self, document: Any) -> bytes:
        """As the file spells it; most hold words on one page."""
        places = [kid for kid in self.kids if isinstance(kid, tuple)]
        page = places[0][0] if places else 0
        kids = b" ".join(self._spelled(kid, page, document) for kid in self.kids)
        at = b" /Pg %s" % _page(page, document) if places else b""
        more = _COLUMN_HEAD if self.tag == "TH" else b""
        if self.alt:
            more += b" /Alt " + pdfdoc.PDFString(self.alt).format(document)
        words = (self.tag.encode(), _reference(self.parent, document), at, kids, more)
        return b"<< /Type /StructElem /S /%s /P %s%s /K [%s]%s >>" % words

    @staticmethod
    def _spelled(kid: "Element | tuple[int, int]", page: int, document: Any) -> bytes:
        if isinstance(kid, Element):
            return _reference(kid, document)
        if kid[0] == page:
            return b"%d" % kid[1]
        return b"<< /Type /MCR /Pg %s /MCID %d >>" % (_page(kid[0], document), kid[1])


class _Root(pdfdoc.PDFObject):  # type: ignore[misc]
    """The root of the tree, with the way back from the words of each page to their elements."""

    __RefOnly__ = 1

    def __init__(self, top: Element, pages: list[list[Element]]) -> None:
        self.top, self.pages = top, pages

    def format(self, document: Any) -> bytes:
        """As the file spells it."""
        back = b"\n".join(
            b"%d [%s]" % (at, b" ".join(_reference(element, document) for element in page))
            for at, page in enumerate(self.pages)
        )
        words = (_reference(self.top, document), back, len(self.pages))
        return b"<< /Type /StructTreeRoot /K %s /ParentTree << /Nums [%s] >> /ParentTreeNextKey %d >>" % words


class Structure:
    """The tree while its paper is being written: words go to the element that is open; rules and feet to none."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._root = Element("", None)
        self._top = self._now = Element("Document", None)
        self._loose: tuple[Element, float] | None = None
        self._marked: Element | None = None
        self._pages: list[list[Element]] = [[]]
        self._silent = 0

    def block(self, tag: str) -> "AbstractContextManager[Element | None]":
        """A paragraph or heading of its own, unless what is open is one already."""
        return self.element(tag) if self._now.tag in HOLDERS else nullcontext()

    @contextmanager
    def element(self, tag: str, again: Element | None = None) -> Iterator[Element]:
        """What is written within belongs to a new element of the one open now, or again to one begun before."""
        before, self._now = self._now, again or self._new(tag)
        self._loose = None
        try:
            yield self._now
        finally:
            self._now, self._loose = before, None

    def part(self) -> None:
        """What follows is read as a part of its own, until the next part."""
        self._now = self._top
        self._now = self._new("Part")
        self._loose = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is written within is furniture of the page: a foot, a head said again."""
        self._silent += 1
        try:
            yield
        finally:
            self._silent -= 1

    def words(self, y: float) -> bool:
        """Words follow, with their foot at y; whether their element holds some already, so that a blank is due."""
        if self._silent:
            self.furniture()
            return False
        element = self._now if self._now.tag not in HOLDERS else self._line(y)
        begun = bool(element.kids)
        if element is not self._marked:
            self._end()
            page = self._pages[-1]
            element.kids.append((len(self._pages) - 1, len(page)))
            self._canvas._code.append(f"/{element.tag} << /MCID {len(page)} >> BDC")
            page.append(element)
            self._marked = element
        return begun

    def furniture(self) -> None:
        """A rule, a frame, a foot follows: nothing to be read."""
        if self._marked is not self._root:
            self._end()
            self._canvas._code.append("/Artifact BMC")
            self._marked = self._root

    def picture(self, alt: str) -> None:
        """A picture follows; without words for it, it is furniture."""
        self._end()
        if not alt or self._silent:
            self.furniture()
            return
        with self.element("Figure") as figure:
            figure.alt = alt
            self.words(0)

    def end_page(self) -> None:
        """Nothing more is marked on this page."""
        self._end()

    def turn(self, page: Any) -> None:
        """A page went into the file; the next one begins."""
        page.StructParents = len(self._pages) - 1
        page.Tabs = pdfdoc.PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._pages.append([])
        self._loose = None

    def close(self) -> None:
        """The tree goes into the file."""
        document, catalogue = self._canvas._doc, self._canvas._doc.Catalog
        root = _Root(self._top, self._pages[:-1])
        self._top.parent = root
        catalogue.StructTreeRoot = document.Reference(root)
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _new(self, tag: str) -> Element:
        element = Element(tag, self._now)
        self._now.kids.append(element)
        return element

    def _line(self, y: float) -> Element:
        if self._loose is None or self._loose[1] != y:
            self._loose = (self._new("P"), y)
        return self._loose[0]

    def _end(self) -> None:
        if self._marked is not None:
            self._canvas._code.append("EMC")
            self._marked = None


class Untagged:
    """No tree at all: for rehearsals, and for books of tables too long to be heard."""

    def block(self, tag: str) -> AbstractContextManager[None]:
        """Nothing."""
        return nullcontext()

    def element(self, tag: str, again: None = None) -> AbstractContextManager[None]:
        """Nothing."""
        return nullcontext()

    def part(self) -> None:
        """Nothing."""

    def aside(self) -> AbstractContextManager[None]:
        """Nothing."""
        return nullcontext()

    def words(self, y: float) -> bool:
        """Nothing."""
        return False

    def furniture(self) -> None:
        """Nothing."""

    def picture(self, alt: str) -> None:
        """Nothing."""

    def end_page(self) -> None:
        """Nothing."""

    def turn(self, page: Any) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


def _reference(thing: pdfdoc.PDFObject, document: Any) -> bytes:
    name = document.Reference(thing).name if not hasattr(thing, _NAMED) else getattr(thing, _NAMED)
    return b"%d 0 R" % document.idToObjectNumberAndVersion[name][0]


def _page(number: int, document: Any) -> bytes:
    return _reference(document.Pages.pages[number], document)
