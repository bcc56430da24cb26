"""The box at the end of a certificate: the signed code, and what it is for."""

from commission_app.documents import qr
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.sheet import MM, SMALL
from commission_app.i18n import Language

_GAP = 6 * MM


def draw_code(flow: Flow, code: bytes, *languages: Language) -> None:
    """The code at the left, and beside it in each language how a reader checks the paper with it."""
    side = qr.side_of(code)
    flow.gap(6)
    top = flow.y
    flow.y -= side
    with flow.sheet.structure.aside():
        qr.draw(flow.sheet, code, flow.left, flow.y, side)
    left, bottom, flow.left = flow.left, flow.y, flow.left + side + _GAP
    lines = [
        line
        for language in languages
        for line in (
            *wrapped(
                language.say_of(
                    "paper",
                    "The code holds the facts of this certificate, signed by the institution. Any commission that "
                    "works with this program checks it from the paper or a picture of it, without a network.",
                ),
                SMALL,
                flow.width,
            ),
            "",
        )
    ]
    flow.y = top - (side - len(lines) * SMALL.leading) / 2
    for line in lines:
        if line:
            flow.line(line, SMALL)
        else:
            flow.y -= SMALL.leading
    flow.left, flow.y = left, bottom
