"""Intake: whether an application is complete, plausible and admissible, and who may take it."""

from dataclasses import replace
from datetime import date

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.completeness import (
    AdmissibilityFacts,
    ApplicationFacts,
    admissibility,
    missing,
    reminders,
)
from commission_app.rules.permissions import FAMILIES, check_permitted, may
from commission_app.rules.plausibility import check_birth_date, check_not_future, check_office_year, check_period
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.institution import OfficeRole

TODAY = date(2026, 11, 20)
WHOLE = ApplicationFacts(
    Procedure.VOCATIONAL,
    given_name="Aija",
    surname="Bērziņa",
    personal_code="010190-00000",
    email="aija@example.lv",
    phone="20000000",
    has_target=True,
    has_payment=True,
)


def test_a_whole_application_lacks_nothing() -> None:
    assert missing(WHOLE) == reminders(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"given_name": " "}, "application.no_given_name", "given_name"),
        ({"surname": ""}, "application.no_surname", "surname"),
        ({"personal_code": ""}, "application.no_identity", "personal_code"),
        ({"personal_code": "", "birth_date": date(1890, 1, 1)}, "application.no_identity", "personal_code"),
        ({"email": ""}, "application.no_address", "email"),
        ({"has_target": False}, "application.no_target", "edition"),
    ],
)
def test_what_is_missing_is_named_at_its_field(change: dict[str, object], reason: str, field: str) -> None:
    (found,) = missing(replace(WHOLE, **change))
    assert (found.reason, found.field) == (reason, field)


def test_a_foreigner_is_known_by_birth_date_and_document() -> None:
    facts = replace(WHOLE, personal_code="", birth_date=date(1890, 1, 1), identity_document="P 123")
    assert missing(facts) == ()


@pytest.mark.parametrize("way", [{"address": "Rīga, Brīvības iela 1"}, {"e_address": True}])
def test_one_way_to_reach_the_applicant_is_enough(way: dict[str, object]) -> None:
    assert missing(replace(WHOLE, email="", **way)) == ()


def test_the_payment_is_asked_for_without_holding_the_application_up() -> None:
    unpaid = replace(WHOLE, has_payment=False)
    assert [what.reason for what in reminders(unpaid)] == ["application.no_payment"]
    assert missing(unpaid) == reminders(replace(unpaid, procedure=Procedure.HIGHER_EDUCATION)) == ()


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        (AdmissibilityFacts(Procedure.HIGHER_EDUCATION, TODAY), []),
        (AdmissibilityFacts(Procedure.HIGHER_EDUCATION, TODAY, accredited=False), ["target.not_accredited"]),
        (AdmissibilityFacts(Procedure.VOCATIONAL, TODAY, accredited=False), []),
        (AdmissibilityFacts(Procedure.VOCATIONAL, TODAY, edition_approved=False), ["target.not_approved"]),
        (AdmissibilityFacts(Procedure.VOCATIONAL, TODAY, delegated_until=TODAY), []),
        (
            AdmissibilityFacts(Procedure.VOCATIONAL, TODAY, delegated_until=date(2026, 11, 19)),
            ["target.delegation_lapsed"],
        ),
        (AdmissibilityFacts(Procedure.VOCATIONAL, TODAY, regulated_profession=True), ["target.regulated_profession"]),
    ],
)
def test_what_the_institution_may_take_up(facts: AdmissibilityFacts, reasons: list[str]) -> None:
    assert [what.reason for what in admissibility(facts)] == reasons


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda: check_not_future(date(2026, 11, 21), TODAY, "received"), "date.future"),
        (lambda: check_not_future(date(1849, 12, 31), TODAY, "received"), "date.too_old"),
        (lambda: check_birth_date(date(2012, 11, 21), TODAY), "date.too_young"),
        (lambda: check_period(TODAY, date(2026, 11, 19), "until"), "date.period_turned"),
        (lambda: check_office_year(2010, TODAY), "date.year"),
        (lambda: check_office_year(2028, TODAY), "date.year"),
    ],
)
def test_a_date_that_cannot_be_is_refused_at_its_field(call: object, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        call()  # type: ignore[operator]
    assert refused.value.reason == reason
    assert refused.value.refusal.field


def test_possible_dates_pass() -> None:
    assert check_not_future(TODAY, TODAY, "received") == TODAY
    assert check_birth_date(date(2012, 11, 20), TODAY) == date(2012, 11, 20)
    assert check_office_year(2027, TODAY) == 2027
    check_period(TODAY, TODAY, "until")
    check_period(TODAY, None, "until")


@pytest.mark.parametrize(
    ("role", "act", "allowed"),
    [
        (OfficeRole.SECRETARY, "applicants.receive", True),
        (OfficeRole.SECRETARY, "users.add", False),
        (OfficeRole.ASSESSOR, "scoring.score", True),
        (OfficeRole.ASSESSOR, "decisions.register", False),
        (OfficeRole.CHAIR, "sittings.vote", True),
        (OfficeRole.READER, "cases.admit", False),
        (OfficeRole.ADMINISTRATOR, "users.add", True),
        (OfficeRole.ADMINISTRATOR, "something.new", True),
        (OfficeRole.SECRETARY, "something.new", False),
    ],
)
def test_who_may_do_what(role: OfficeRole, act: str, allowed: bool) -> None:
    assert may([role], act) is allowed
    if not allowed:
        with pytest.raises(RefusedError, match=r"permission\.refused"):
            check_permitted([role], act)


def test_the_administrator_may_do_everything_and_a_reader_nothing() -> None:
    for family in FAMILIES:
        assert may([OfficeRole.ADMINISTRATOR], f"{family}.any")
        assert not may([OfficeRole.READER], f"{family}.any")


def test_two_roles_may_do_what_either_may() -> None:
    check_permitted([OfficeRole.READER, OfficeRole.ASSESSOR], "scoring.score")
