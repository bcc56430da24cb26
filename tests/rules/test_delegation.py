"""Whether a qualification is delegated on the day of the application and on that of the exam."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.delegation import Asked, DelegationFacts, check, lacking

OLD = DelegationFacts("1-5/3", date(2023, 1, 1), date(2025, 12, 31))
NEW = DelegationFacts("1-5/9", date(2026, 2, 1))
ASKED = Asked("PT-4", (), date(2026, 3, 1), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("rows", "applied", "exam", "reasons"),
    [
        ((), date(2026, 3, 1), None, ["delegation.none"]),
        ((OLD, NEW), date(2025, 12, 31), date(2026, 2, 1), []),
        ((OLD, NEW), date(2026, 1, 15), date(2026, 2, 1), ["delegation.not_when_applied"]),
        ((OLD,), date(2025, 12, 1), date(2026, 1, 1), ["delegation.not_when_examined"]),
        ((OLD,), date(2026, 1, 1), date(2026, 2, 1), ["delegation.not_when_applied", "delegation.not_when_examined"]),
        ((OLD,), date(2025, 12, 1), None, []),
    ],
)
def test_both_days_are_held_against_the_contracts(
    rows: tuple[DelegationFacts, ...], applied: date, exam: date | None, reasons: list[str]
) -> None:
    assert [one.reason for one in lacking(rows, Asked("PT-4", (), applied, exam))] == reasons


def test_the_sentence_names_the_contract_that_comes_nearest() -> None:
    (found,) = lacking((OLD, NEW), Asked("PT-4", (), date(2026, 1, 20)))
    assert (found.facts["number"], found.facts["until"]) == ("1-5/9", None)


def test_a_delegation_of_parts_is_not_one_of_the_whole() -> None:
    parts = DelegationFacts("7", date(2020, 1, 1), None, ("A", "B"))
    assert [one.reason for one in lacking((parts,), ASKED)] == ["delegation.not_the_whole"]
    one_of_two = Asked("PT-4", ("A", "C"), date(2026, 3, 1))
    assert [one.reason for one in lacking((parts,), one_of_two)] == ["delegation.not_the_part"]
    assert lacking((parts, NEW), ASKED) == ()


@given(st.dates(date(2011, 1, 1), date(2030, 1, 1)), st.dates(date(2011, 1, 1), date(2030, 1, 1)))
def test_another_contract_never_takes_a_delegation_away(applied: date, exam: date) -> None:
    asked = Asked("PT-4", (), applied, exam)
    assert len(lacking((OLD, NEW), asked)) <= len(lacking((OLD,), asked)) or not OLD.holds_on(applied)


@pytest.mark.parametrize(
    ("body", "facts", "at"),
    [
        (" ", OLD, "body"),
        ("IKVD", DelegationFacts("", date(2023, 1, 1)), "number"),
        ("IKVD", DelegationFacts("1", date(2023, 1, 2), date(2023, 1, 1)), "valid_until"),
    ],
)
def test_a_delegation_needs_its_body_its_number_and_an_order_of_days(
    body: str, facts: DelegationFacts, at: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        check(body, facts)
    assert refused.value.refusal.field == at
