"""Whatever bytes come: either facts, or one refusal with a sentence, and never anything else."""

import io
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange import cases_workbook, evidence_file, standard_workbook
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import LATVIAN
from commission_app.wording.sentences import sentence
from tests.exchange.test_evidence_file import container, pdf, picture
from tests.exchange.test_matrix import framework
from tests.exchange.workbooks import TODAY, applications, repacked, small_standard

SHEET = "xl/worksheets/sheet1.xml"
SEEDS = {
    "pdf": pdf(),
    "png": picture("PNG"),
    "jpg": picture("JPEG"),
    "gif": picture("GIF"),
    "tif": picture("TIFF"),
    "webp": picture("WEBP"),
    "bmp": picture("BMP"),
    "docx": container("word/document.xml"),
    "xlsx": standard_workbook.write(small_standard(), LATVIAN),
    "matrix": framework(),
}


def only_refusals(act: Callable[[], object]) -> None:
    try:
        act()
    except RefusedError as trouble:
        assert sentence(LATVIAN, trouble.refusal)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(SEEDS)))
def test_any_bytes(data: bytes, ending: str) -> None:
    only_refusals(lambda: read_standard(data, "x"))
    only_refusals(lambda: cases_workbook.read(data, "x", TODAY))
    only_refusals(lambda: evidence_file.examine(f"x.{ending}", io.BytesIO(data)))
    only_refusals(lambda: evidence_file.examine(f"x.{ending}", io.BytesIO(SEEDS[ending][:40] + data)))


@pytest.mark.parametrize("ending", sorted(SEEDS))
def test_flipped_and_cut_files(ending: str) -> None:
    chance = random.Random(ending)
    for _ in range(25):
        data = bytearray(SEEDS[ending])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randint(1, len(data))]) if chance.random() < 0.4 else bytes(data)
        only_refusals(lambda cut=cut: evidence_file.examine(f"x.{ending}", io.BytesIO(cut)))  # type: ignore[misc]
        only_refusals(lambda cut=cut: read_standard(cut, "x"))  # type: ignore[misc]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.booleans(),
                st.integers(),
                st.floats(allow_nan=False, allow_infinity=False),
                st.dates(),
                st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), max_size=20),
                st.sampled_from(["=1+1", "#REF!", "140388-01012", "higher_education", "24.08.2026"]),
            ),
            max_size=8,
        ),
        max_size=5,
    )
)
def test_any_cells(rows: list[list[object]]) -> None:
    only_refusals(lambda: cases_workbook.read(applications(rows), "x", TODAY))


@settings(max_examples=60, deadline=None)
@given(
    st.text('<>/"= abcrstvnfxA1', max_size=80),
    st.sampled_from(["<v>{}</v>", "{}", '<c r="{}"><v>1</v></c>', '<c t="{}"><v>1</v></c>', '<c t="d"><v>{}</v></c>']),
)
def test_any_sheet_markup(text: str, shape: str) -> None:
    xml = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData><row r="1">{shape.format(text)}</row></sheetData></worksheet>'
    ).encode()
    only_refusals(lambda: cases_workbook.read(repacked(applications(), {SHEET: xml}), "x", TODAY))
