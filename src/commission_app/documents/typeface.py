"""A typeface as papers embed it: the letters of every Latvian paper lie ready in one part, made once for all papers."""

from codecs import charmap_encode
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont, makeToUnicodeCMap  # type: ignore[import-untyped]

# Beside the letters of ASCII, 31 more fit before the blank. Behind them stand the small numbers of sections ("59.³
# pants") and signs of lists and sums; any other letter is added where a paper needs it.
_BEFORE = "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ–—„”“’·§…"
_BEHIND = "¹²³⁴⁵⁶⁷⁸⁹⁰•×−€☐ŗŖōŌ"
_FIRST, _LAST = 32, 128


class _Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file that is spelled already; it names no other."""

    __RefOnly__ = 1

    def __init__(self, spelled: bytes) -> None:
        self.spelled = spelled

    def format(self, document: Any) -> bytes:
        """As it is spelled."""
        return self.spelled


class Typeface(TTFont):  # type: ignore[misc]
    """A face whose usual part costs nothing: most papers need no other letter than those that lie ready."""

    def __init__(self, name: str, file: Any) -> None:
        super().__init__(name, file, asciiReadable=True)
        held = self.face.charToGlyph
        letters, more = ([ord(letter) for letter in few if ord(letter) in held] for few in (_BEFORE, _BEHIND))
        self._codes = {letter: code for code, letter in enumerate(letters, 1)}
        self._codes |= {letter: letter for letter in range(_FIRST, _LAST) if letter in held}
        self._codes |= {letter: code for code, letter in enumerate(more, _LAST)}
        self._usual = [0, *letters, *[0] * (_FIRST - 1 - len(letters)), *range(_FIRST, _LAST), *more]
        self._table: dict[int, int] = {**self._codes, 0xA0: _FIRST}
        self._made: tuple[_Ready, ...] = ()

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """The text as codes of the parts of the face."""
        try:
            return [(0, charmap_encode(text, "strict", self._table)[0])] if text else []
        except UnicodeEncodeError:
            self._begin(doc)
            parts: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return parts

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """By which name pages call a part."""
        self._begin(doc)
        name: str = super().getSubsetInternalName(subset, doc)
        return name

    def addObjects(self, doc: Any) -> None:
        """The face goes into the file: its usual part as it lies ready, with others in the library's way."""
        state = self.state[doc]
        if state.subsets != [self._usual]:
            super().addObjects(doc)
            return
        if not self._made:
            self._made = self._make(doc)
        file, letters, described, font = self._made
        name = self.getSubsetInternalName(0, doc)[1:]
        refs = [doc.Reference(_Ready(each.spelled)).format(doc) for each in (file, letters)]
        descriptor = doc.Reference(_Ready(b"<< /FontFile2 %s %s >>\n" % (refs[0], described.spelled)))
        spelled = (name.encode(), refs[1], descriptor.format(doc), font.spelled)
        ready = _Ready(b"<< /Name /%s /ToUnicode %s /FontDescriptor %s %s >>\n" % spelled)
        doc.idToObject["BasicFonts"].dict[name] = doc.Reference(ready, name)
        del self.state[doc]

    def _begin(self, doc: Any) -> None:
        if doc not in self.state:
            state = self.state[doc] = TTFont.State(True, self)
            state.subsets, state.nextCode = [list(self._usual)], len(self._usual)
            state.assignments |= self._codes

    def _make(self, doc: Any) -> tuple[_Ready, ...]:
        face, base = self.face, f"AAAAAA+{self.face.name.decode('pdfdoc')}"
        program = face.makeSubset(self._usual)
        file = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Length1": len(program)}), program, [pdfdoc.PDFZCompress])
        letters = pdfdoc.PDFStream(content=makeToUnicodeCMap(base, self._usual), filters=[pdfdoc.PDFZCompress])
        numbers = {"Ascent": face.ascent, "CapHeight": face.capHeight, "Descent": face.descent}
        numbers |= {"ItalicAngle": face.italicAngle, "StemV": face.stemV, "MissingWidth": face.defaultWidth}
        symbolic = face.flags & ~0x20 | 0x04
        box = pdfdoc.PDFArray(face.bbox).format(doc).decode()
        told = " ".join(f"/{key} {number:g}" for key, number in numbers.items())
        described = f"/Type /FontDescriptor /FontName /{base} /Flags {symbolic} /FontBBox {box} {told}"
        widths = " ".join(f"{face.getCharWidth(letter):g}" for letter in self._usual)
        places = f"/FirstChar 0 /LastChar {len(self._usual) - 1} /Widths [{widths}]"
        font = f"/Type /Font /Subtype /TrueType /BaseFont /{base} {places}"
        spelled = (file.format(doc), letters.format(doc), described.encode(), font.encode())
        return tuple(_Ready(each) for each in spelled)


def register(face: Typeface) -> None:
    """Makes a face known to the library by its name."""
    pdfmetrics.registerFont(face)
