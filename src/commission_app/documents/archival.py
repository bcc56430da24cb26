"""The file around the pages, as an archive wants it: described, with a colour profile, every stream ended properly."""

from functools import cache
from hashlib import md5
from typing import Any
from zlib import compress

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from commission_app.documents.colour_profile import srgb
from commission_app.documents.pdf_a import CREATOR, PRODUCER, Description, packet

_HEAD = b"%PDF-1.4\n%\xc4\x81\xc5\xa1\xc5\xbe\n"
_UNENDED, _ENDED = b"endstream\n", b"\nendstream\n"


class ArchivalInfo(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The description in the old place; it says nothing that the new one does not, and no day: facts have their own."""

    def format(self, document: Any) -> bytes:
        """As the file spells it."""
        said = {"Title": self.title, "Author": self.author, "Creator": CREATOR, "Producer": PRODUCER}
        spelled: bytes = pdfdoc.PDFDictionary({key: pdfdoc.PDFString(text) for key, text in said.items()}).format(
            document
        )
        return spelled


class ArchivalDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The objects of a file one after the other; the library's own leave out the line end before "endstream"."""

    def format(self) -> bytes:
        """The whole file; it is known by what stands in it."""
        catalogue, info = self.Reference(self.Catalog), self.Reference(self.info)
        parts, offset, offsets, number = [_HEAD], len(_HEAD), [], 0
        while (number := number + 1) in self.numberToId:
            body: bytes = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
            if body.endswith(_UNENDED):
                body = body[: -len(_UNENDED)] + _ENDED
            part = b"%d 0 obj\n%s%sendobj\n" % (number, body, b"" if body.endswith(b"\n") else b"\n")
            offsets.append(offset)
            offset += len(part)
            parts.append(part)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % number)
        parts += [b"%010d 00000 n \n" % at for at in offsets]
        known = md5(b"".join(parts), usedforsecurity=False).hexdigest().encode()
        refs = catalogue.format(self), info.format(self)
        parts.append(b"trailer\n<< /Size %d /Root %s /Info %s /ID [<%s> <%s>] >>\n" % (number, *refs, known, known))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)


def open_canvas(out: Any, size: tuple[float, float], face: str, about: Description) -> Any:
    """An empty paper that describes itself and can be kept for good."""
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=face, lang=about.language, pdfVersion=(1, 4))
    document, catalogue = canvas._doc, canvas._doc.Catalog
    document.__class__ = ArchivalDocument
    document.info = ArchivalInfo()
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    catalogue.Metadata = _stream(packet(about), {"Type": "Metadata", "Subtype": "XML"})
    entries: dict[str, str | int] = {"N": 3, "Alternate": "DeviceRGB", "Filter": "FlateDecode"}
    profile = document.Reference(_stream(_packed_profile(), entries))
    catalogue.OutputIntents = pdfdoc.PDFArray([_intent(profile)])
    return canvas


def _intent(profile: Any) -> Any:
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )


@cache
def _packed_profile() -> bytes:
    return compress(srgb())


def _stream(content: bytes, entries: dict[str, str | int]) -> Any:
    spelled = {key: pdfdoc.PDFName(value) if isinstance(value, str) else value for key, value in entries.items()}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(spelled), content)
