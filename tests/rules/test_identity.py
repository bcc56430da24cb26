"""Personal codes; the people are made up and their codes impossible (born in the 19th century)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.identity import check_digit, check_personal_code, mask_personal_code
from commission_app.rules.vocabulary.person import CodeKind

TODAY = date(2026, 11, 20)
BIRTHS = st.dates(date(1800, 1, 1), date(1899, 12, 31))


def code_of(born: date, serial: int) -> str:
    body = f"{born:%d%m}{born.year % 100:02d}0{serial:03d}"
    return f"{body[:6]}-{body[6:]}{check_digit(body)}"


@given(BIRTHS, st.integers(0, 999))
def test_an_old_code_gives_its_birth_date_with_and_without_hyphen(born: date, serial: int) -> None:
    code = code_of(born, serial)
    for typed in (code, code.replace("-", ""), f" {code[:6]} – {code[7:]} "):
        finding = check_personal_code(typed, TODAY)
        assert (finding.kind, finding.normal, finding.birth_date) == (CodeKind.OLD, code, born)
        assert not finding.warnings


@given(BIRTHS, st.integers(0, 999), st.integers(1, 9))
def test_a_wrong_check_digit_is_a_doubt_and_not_a_refusal(born: date, serial: int, slip: int) -> None:
    code = code_of(born, serial)
    wrong = f"{code[:-1]}{(int(code[-1]) + slip) % 10}"
    finding = check_personal_code(wrong, TODAY)
    assert finding.birth_date == born
    assert [doubt.reason for doubt in finding.warnings] == ["identity.check_digit"]
    assert finding.warnings[0].facts["expected"] == int(code[-1])


@given(BIRTHS, st.integers(0, 999), st.integers(8, 10), st.integers(1, 9))
def test_one_mistyped_digit_of_the_serial_is_noticed(born: date, serial: int, place: int, slip: int) -> None:
    code = code_of(born, serial)
    typed = f"{code[:place]}{(int(code[place]) + slip) % 10}{code[place + 1 :]}"
    noticed = bool(check_personal_code(typed, TODAY).warnings)
    # The remainder of ten is written 0 as well, so that two bodies in eleven share that digit.
    assert noticed or code[-1] == "0"


def test_the_check_digit_of_a_remainder_of_ten_is_zero() -> None:
    body = next(f"0101900{serial:03d}" for serial in range(1000) if _remainder(f"0101900{serial:03d}") == 10)
    assert check_digit(body) == 0


def _remainder(body: str) -> int:
    weights = (10, 5, 8, 4, 2, 1, 6, 3, 7, 9)
    return (1 + sum(weight * int(digit) for weight, digit in zip(weights, body, strict=True))) % 11


@pytest.mark.parametrize(("digit", "year"), [("0", 1804), ("1", 1904), ("2", 2004)])
def test_the_seventh_digit_is_the_century(digit: str, year: int) -> None:
    assert check_personal_code(f"290204-{digit}0000", TODAY).birth_date == date(year, 2, 29)


@pytest.mark.parametrize("code", ["320000-00001", "399999-99999", "32000000001"])
def test_a_new_code_has_no_birth_date_and_no_check_digit(code: str) -> None:
    finding = check_personal_code(code, TODAY)
    assert finding.kind is CodeKind.NEW
    assert (finding.birth_date, finding.warnings) == (None, ())
    assert finding.normal == f"{code[:6]}-{code[-5:]}"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("", "identity.code_unreadable"),
        ("01019-00000", "identity.code_unreadable"),
        ("0101900-0000", "identity.code_unreadable"),
        ("01O190-00000", "identity.code_unreadable"),
        ("٠١٠١٩٠-٠٠٠٠٠", "identity.code_unreadable"),
        ("300200-00001", "identity.code_date"),
        ("290201-20000", "identity.code_date"),
        ("310490-00001", "identity.code_date"),
        ("310000-00001", "identity.code_date"),
        ("000190-00001", "identity.code_prefix"),
        ("400000-00001", "identity.code_prefix"),
        ("010190-30001", "identity.code_century"),
        ("211126-20001", "identity.code_future"),
    ],
)
def test_an_impossible_code_is_refused_at_its_field(code: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_personal_code(code, TODAY)
    assert refused.value.reason == reason
    assert refused.value.refusal.field == "personal_code"


@given(st.text(max_size=14))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        finding = check_personal_code(text, TODAY)
    except RefusedError as refused:
        assert refused.reason.startswith("identity.")
    else:
        assert check_personal_code(finding.normal, TODAY).normal == finding.normal


def test_a_masked_code_shows_the_date_only() -> None:
    assert mask_personal_code("010190-00000") == "010190-*****"
    assert mask_personal_code("") == ""
