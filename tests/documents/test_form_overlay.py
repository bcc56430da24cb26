"""What is printed on a state form: each text where its layout puts it, to a fifth of a millimetre, and nothing else."""

import pypdfium2
import pytest
from pypdfium2 import raw

from commission_app.documents import form_overlay
from commission_app.documents.form_overlay import OverlayFacts
from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.blank_layout import NOT_MOVED, FieldPlace, FormLayout, Offset, leading
from commission_app.rules.vocabulary.blank import FieldAlign, FormField

MM = 72 / 25.4
HOLDER = FieldPlace(FormField.HOLDER, 300, 620, 1200, 140)
NUMBER = FieldPlace(FormField.NUMBER, 1200, 250, 600, 110, FieldAlign.RIGHT)
BASIS = FieldPlace(FormField.BASIS, 300, 900, 600, 110, lines=4)
BACK = FieldPlace(FormField.OUTCOMES, 250, 400, 1500, 90, lines=10, page=2)
LAYOUT = FormLayout(2100, 2970, (HOLDER, NUMBER, BASIS, BACK))
VALUES = (
    (FormField.HOLDER, "Hērberts Ķēniņš-Āboļš"),
    (FormField.NUMBER, "H-2026/31"),
    (FormField.BASIS, "Hospitēšana ārpus formālās izglītības sistēmas apgūtās profesionālās kompetences novērtēšanā"),
    (FormField.OUTCOMES, "1. raksta programmas\n2. projektē tīklu"),
)


def boxes(data: bytes, page: int = 0) -> tuple[str, list[tuple[float, float, float, float]]]:
    """The letters of a page and where each stands: left, bottom, right, top in points."""
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    found = text.get_text_range()
    return found, [text.get_charbox(at, loose=False) for at in range(text.count_chars())]


def origin(data: bytes, at: int) -> tuple[float, float]:
    """Where a letter is set: its left edge and the line of writing, in millimetres from the upper left corner."""
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    from ctypes import byref, c_double

    x, y = c_double(), c_double()
    assert raw.FPDFText_GetCharOrigin(text.raw, at, byref(x), byref(y))
    return x.value / MM, (page.get_height() - y.value) / MM


def made(offset: Offset = NOT_MOVED) -> bytes:
    facts = OverlayFacts("t", "Amatas koledža", LAYOUT, VALUES, offset)
    return form_overlay.render(facts, LATVIAN)


@pytest.mark.parametrize("offset", [Offset(), Offset(-13, 27), Offset(100, -50)])
def test_every_text_stands_where_its_layout_says(offset: Offset) -> None:
    data = made(offset)
    text, found = boxes(data)
    x, y = origin(data, text.index("Hērberts"))
    assert abs(x - (HOLDER.x + offset.x) / 10) < 0.2
    assert abs(y - (HOLDER.y + offset.y) / 10) < 0.2
    last = found[text.index("H-2026/31") + len("H-2026/31") - 1]
    assert abs(last[2] / MM - (NUMBER.x + NUMBER.width + offset.x) / 10) < 0.6, "set to the right edge of its field"


def test_a_long_text_runs_over_its_lines_within_its_width() -> None:
    data = made()
    text, found = boxes(data)
    start = text.index("Hospit")
    lines = {round(origin(data, at)[1], 1) for at in range(start, len(found)) if text[at : at + 1].strip()}
    assert 2 <= len(lines) <= BASIS.lines
    assert min(lines) == pytest.approx(BASIS.y / 10, abs=0.2)
    steps = sorted(lines)
    assert steps[1] - steps[0] == pytest.approx(leading(BASIS.size) / 10, abs=0.2)
    assert max(box[2] for box in found[start:]) / MM <= (BASIS.x + BASIS.width) / 10 + 0.2


def test_only_the_data_are_printed_on_pages_of_the_form_and_alike_each_time() -> None:
    document = pypdfium2.PdfDocument(made())
    assert len(document) == 2
    assert [round(side / MM) for side in document[0].get_size()] == [210, 297]
    kinds = {thing.type for page in document for thing in page.get_objects()}
    assert kinds == {raw.FPDF_PAGEOBJ_TEXT}
    assert made() == made()


def test_a_name_a_little_too_long_is_set_smaller_and_a_hopeless_one_is_refused_by_its_field() -> None:
    place = FieldPlace(FormField.HOLDER, 300, 620, 420, 140)
    laid = form_overlay.lay(place, "Ķēniņš-Āboļš Hērberts")
    assert laid.size < 14
    assert len(laid.lines) == 1
    with pytest.raises(RefusedError) as why:
        form_overlay.lay(place, "Ļoti Garais-Uzvārdiņš-Pārgarais Hērberts Ģirts Žanis")
    assert why.value.refusal.facts["field"] is FormField.HOLDER
