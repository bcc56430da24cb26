"""The rule of aggregation in a workbook: read by people, read back the same, refused by its cell."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from commission_app.errors import RefusedError
from commission_app.exchange import standard_rule_cells, standard_workbook
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.standard_layout import UNITS
from commission_app.i18n import LATVIAN
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Aggregation, SectionMinimum
from commission_app.rules.vocabulary.scoring import AggregationKind
from commission_app.wording.sentences import sentence
from tests import make

SECTIONS = st.sampled_from(["Teorija", "I daļa", "A; B", "Prakse (2)"])
RULES = st.builds(
    Aggregation,
    kind=st.sampled_from(AggregationKind),
    share_percent=st.integers(1, 100),
    points_needed=st.integers(1, 10**6),
    required_codes=st.sampled_from([(), ("A1",), ("A1", "B.2")]),
    section_minimums=st.lists(st.builds(SectionMinimum, SECTIONS, st.integers(0, 10**5)), min_size=1, max_size=3).map(
        tuple
    ),
    met_percent=st.integers(50, 100),
    partly_percent=st.integers(0, 50),
)


@settings(max_examples=60, deadline=None)
@given(RULES)
def test_a_rule_in_columns_reads_back_the_same(rule: Aggregation) -> None:
    text = aggregation.written(rule)
    # Excel gives numbers back as binary fractions.
    cells = {
        key: float(value) if isinstance(value, Decimal) else value
        for key, value in standard_rule_cells.written(text).items()
    }
    assert standard_rule_cells.read(lambda key: Cell("x.xlsx", "Vienības", 2, key, cells[key])) == text


def workbook(rule: Aggregation) -> bytes:
    """A standard whose first unit and whose whole have the rule."""
    facts, text = make.standard_facts(), aggregation.written(rule)
    units = (replace(facts.units[0], aggregation=text), *facts.units[1:])
    return standard_workbook.write(replace(facts, aggregation=text, units=units), LATVIAN)


RULE = Aggregation(
    AggregationKind.PART_MINIMUM, required_codes=("DatZ1010.1",), section_minimums=(SectionMinimum("Teorija", 2500),)
)


def test_the_workbook_says_the_rule_in_words() -> None:
    data = workbook(RULE)
    back = standard_workbook.read(data, "x.xlsx")
    assert aggregation.read(back.aggregation) == aggregation.read(back.units[0].aggregation) == RULE
    said = [str(cell.value) for cell in load_workbook(BytesIO(data)).worksheets[2][2]]
    assert "Teorija = 2.5" in said and not [text for text in said if "{" in text]


@pytest.mark.parametrize(
    ("key", "value"), [("rule_sections", "Teorija: daudz"), ("rule_share", 101), ("rule_points", -1), ("rule_met", 10)]
)
def test_a_rule_nobody_could_fulfil_is_refused_by_its_cell(key: str, value: object) -> None:
    book = load_workbook(BytesIO(workbook(RULE)))
    names = [column.key for column in UNITS.columns]
    book.worksheets[2].cell(2, names.index(key) + 1).value = value
    out = BytesIO()
    book.save(out)
    with pytest.raises(RefusedError) as found:
        standard_workbook.read(out.getvalue(), "x.xlsx")
    said = sentence(LATVIAN, found.value.refusal)
    assert "x.xlsx" in said and "2" in said
