"""The copy of a certificate that was annulled: the word stands large and grey under everything on each page."""

from io import BytesIO

from commission_app.documents.fonts import SANS_STRONG
from commission_app.documents.sheet import A4, Style
from commission_app.i18n import Language

_INK = 0.86
_STAMP = Style(SANS_STRONG, 92, 100, _INK)


def stamped(data: bytes, language: Language) -> bytes:
    """The pages of an issued certificate, as they are, over the word; nothing on them becomes transparent."""
    import pikepdf

    from commission_app.documents.pdf_a import saved

    with pikepdf.open(BytesIO(data)) as paper, pikepdf.open(BytesIO(_stamp(language))) as stamp:
        for page in paper.pages:
            _, _, width, height = (float(edge) for edge in page.mediabox)
            page.add_underlay(stamp.pages[0], pikepdf.Rectangle(0, 0, width, height))
        return saved(paper, "1.4")


def _stamp(language: Language) -> bytes:
    from commission_app.documents.archival import open_canvas
    from commission_app.documents.pdf_a import Description

    word = language.say_of("paper", "ANNULLED")
    out = BytesIO()
    canvas = open_canvas(out, A4, SANS_STRONG, Description(word, "", language.code))
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(52)
    canvas.setFillGray(_INK)
    canvas.setFont(_STAMP.face, _STAMP.size)
    canvas.drawCentredString(0, -_STAMP.size / 3, word)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
