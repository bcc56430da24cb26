"""What a learning account pays: every worked example of the slides, and what must hold for any hours."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.funding import MOST_HOURS, FundingInput, fund
from commission_app.rules.vocabulary.funding import FundingKind, FundingStep

DAY = date(2024, 10, 1)
MODULE, SET = FundingKind.MODULE, FundingKind.MODULE_SET
COURSE, STUDY_MODULE = FundingKind.COURSE, FundingKind.STUDY_MODULE

EXAMPLES = [
    # 167 × 5,34 = 891,78, the cap of a module is 427,43
    pytest.param(MODULE, [167], None, 427_43, id="Sistēmu programmēšana"),
    # 34 × 5,34 = 181,56
    pytest.param(MODULE, [34], None, 181_56, id="Vienkāršu algoritmu izstrāde"),
    # 136 × 5,34 = 726,24, capped
    pytest.param(MODULE, [136], None, 427_43, id="Lokālo tīklu ierīkošana"),
    # 181,56 + 427,43
    pytest.param(SET, [34, 136], None, 608_99, id="kopa no diviem"),
    # three capped modules (734 h) and five of together 226 h: 1282,29 + 1206,84 = 2489,13, the set's cap is 2127,19
    pytest.param(
        SET, [244, 245, 245, 46, 45, 45, 45, 45], 2127_19, 2127_19, id="Datorsistēmas, datubāzes un datortīkli"
    ),
    # the same without the cap of the set
    pytest.param(SET, [244, 245, 245, 46, 45, 45, 45, 45], None, 2489_13, id="bez kopas griestiem"),
    # 160 × 5,15 = 824,00, the cap of a course is 412,13
    pytest.param(COURSE, [160], None, 412_13, id="Datortīkli"),
    # the cap bites from 81 hours: 80 × 5,34 = 427,20; 81 × 5,34 = 432,54
    pytest.param(MODULE, [80], None, 427_20, id="80 h"),
    pytest.param(MODULE, [81], None, 427_43, id="81 h"),
    # 80 × 5,15 = 412,00; 81 × 5,15 = 417,15
    pytest.param(COURSE, [80], None, 412_00, id="kurss 80 h"),
    pytest.param(COURSE, [81], None, 412_13, id="kurss 81 h"),
    # 20 × 5,15 + 412,13: a study module has no cap of its own
    pytest.param(STUDY_MODULE, [20, 160], None, 103_00 + 412_13, id="studiju modulis"),
    # 0,5 × 5,15 = 2,575, half up
    pytest.param(COURSE, ["0.5"], None, 2_58, id="puse stundas"),
]


def asked(kind: FundingKind, hours: list[object], unit_cost: int | None = None, day: date = DAY) -> FundingInput:
    """A question of so many hours."""
    return FundingInput(kind, tuple(Decimal(str(one)) for one in hours), day, unit_cost)


@pytest.mark.parametrize(("kind", "hours", "unit_cost", "payable"), EXAMPLES)
def test_the_worked_examples(kind: FundingKind, hours: list[object], unit_cost: int | None, payable: int) -> None:
    assert fund(asked(kind, hours, unit_cost)).payable == payable


def test_the_modules_are_capped_before_the_sum_and_the_set_after_it() -> None:
    """Capping only the set would give 2127,19 too: the lines show which order was taken."""
    lines = fund(asked(SET, [167, 34], 500_00)).lines
    assert [(line.step, line.counted, line.payable) for line in lines] == [
        (FundingStep.PIECE, 891_78, 427_43),
        (FundingStep.PIECE, 181_56, 181_56),
        (FundingStep.SUM, 608_99, 608_99),
        (FundingStep.SET_CAP, 608_99, 500_00),
    ]
    assert [line.capped for line in lines] == [True, False, False, True]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (asked(MODULE, []), "funding.no_hours"),
        (asked(MODULE, [10, 20]), "funding.one_only"),
        (asked(COURSE, [-1]), "funding.hours"),
        (asked(COURSE, ["NaN"]), "funding.hours"),
        (asked(COURSE, [MOST_HOURS + 1]), "funding.hours"),
        (asked(SET, [1] * 201), "funding.too_many"),
        (asked(COURSE, [10], 100), "funding.unit_cost_foreign"),
        (asked(SET, [10], 0), "funding.unit_cost"),
        (asked(SET, [10], None, date(2024, 9, 3)), "funding.no_rates"),
    ],
)
def test_what_cannot_be_counted(question: FundingInput, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        fund(question)
    assert refused.value.refusal.reason == reason


hours = st.decimals(Decimal("0.25"), MOST_HOURS, places=2)


@given(st.lists(hours, min_size=1, max_size=12), st.none() | st.integers(1, 5_000_00))
def test_more_hours_never_pay_less_and_no_cap_is_passed(given_hours: list[Decimal], unit_cost: int | None) -> None:
    whole = fund(FundingInput(SET, tuple(given_hours), DAY, unit_cost))
    fewer = fund(FundingInput(SET, tuple(given_hours[:-1]) or (Decimal("0.25"),), DAY, unit_cost))
    assert fewer.payable <= whole.payable or len(given_hours) == 1
    assert whole.payable <= 427_43 * len(given_hours)
    assert unit_cost is None or whole.payable <= unit_cost
    assert fund(FundingInput(SET, tuple(reversed(given_hours)), DAY, unit_cost)).payable == whole.payable
    assert all(
        line.payable == min(line.counted, line.counted if line.cap is None else line.cap) for line in whole.lines
    )
