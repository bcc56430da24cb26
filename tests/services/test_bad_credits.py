"""What the window does not take where credits are at stake: one sentence with the place, and nothing is stored."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from commission_app.errors import RefusedError
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.case import RecognitionCase
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.case import ExperienceKind, Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import credits, experience, provisions
from commission_app.services.experience import CourseForm, ExperienceForm
from commission_app.services.office import Office
from commission_app.store.database import Database
from commission_app.store.work import Reading, Work
from commission_app.wording.awards import rule_text
from commission_app.wording.sentences import sentence
from tests import make

HE = Procedure.HIGHER_EDUCATION
ECTS, KP = CreditUnit.ECTS, CreditUnit.KP


@pytest.fixture
def desk(sqlite_database: Database) -> Office:
    """A college with its rules."""
    office = Office(sqlite_database)
    make.institution(office)
    return office


def open_case(office: Office, facts: StandardFacts) -> int:
    """A case that is still being filled in, of a person of its own."""
    edition = make.standard(office, facts)
    return make.case(office, edition, serial=edition).id


def said(act: Callable[[], object]) -> str:
    """The one sentence of a refusal, in Latvian; it is there in English too."""
    with pytest.raises(RefusedError) as refused:
        act()
    assert sentence(ENGLISH, refused.value.refusal)
    return sentence(LATVIAN, refused.value.refusal)


def units(reading: Reading, case_id: int) -> dict[str, int]:
    return {claim.unit.code: claim.unit_id for claim in reading.get(RecognitionCase, case_id).claims}


def studied(*courses: CourseForm, organisation: str = "Cēsu universitāte") -> ExperienceForm:
    return ExperienceForm(ExperienceKind.EDUCATION, organisation, courses=courses)


def test_an_earlier_course_that_cannot_be_is_named_and_nothing_is_stored(desk: Office) -> None:
    case, other = open_case(desk, make.standard_facts()), open_case(desk, make.standard_facts("DAT-C"))
    own, foreign = desk.ask(units, case)["DatZ1010"], desk.ask(units, other)["DatZ1010"]
    good = CourseForm("Datu bāzes", "DB1", Decimal(4), KP, "8", date(2020, 6, 1), (own,))
    row = desk.do(experience.add, case, studied(good))
    before = desk.ask(experience.of_case, case)
    bad = [
        (replace(good, credits=Decimal(-4)), ("Tīkli", "no 0 līdz 1000")),
        (replace(good, credits=Decimal(4000)), ("Tīkli", "no 0 līdz 1000")),
        (replace(good, credits=Decimal(60_000), credit_unit=CreditUnit.HOURS), ("Tīkli", "50 000")),
        (replace(good, credits=Decimal("0.0001")), ("Tīkli",)),
        (replace(good, credit_unit=None), ("Tīkli",)),
        (replace(good, mark="11"), ("„11”",)),
        (replace(good, mark="lieliski"), ("„lieliski”",)),
        (replace(good, unit_ids=(foreign,)), ("Tīkli", "nav pieteikta")),
        (replace(good, passed_on=date(2999, 1, 1)), ("2999",)),
    ]
    for course, words in bad:
        form = studied(replace(course, title="Tīkli", code=""))
        told = said(lambda form=form: desk.do(experience.add, case, form))  # type: ignore[misc]
        assert all(word in told.replace("\xa0", " ") for word in words), told
    for form in (studied(replace(good, title="Datubāzes")), studied(good, organisation="CĒSU  universitāte")):
        told = said(lambda form=form: desk.do(experience.add, case, form))  # type: ignore[misc]
        assert "divreiz" in told and "universitāte" in told, "the same code at the same school, in another row"
    version = before.rows[0].version
    told = said(lambda: desk.do(experience.change, row, version, studied(good, replace(good, mark="4"))))
    assert "„Datu bāzes”" in told and "divreiz" in told
    assert desk.ask(experience.of_case, case) == before
    desk.do(experience.add, case, studied(replace(good, passed_on=date(2021, 6, 1))))
    hours = CourseForm("Prakse", "", Decimal(1600), CreditUnit.HOURS)
    desk.do(experience.add, case, studied(hours))
    assert desk.ask(credits.proposal, case).award.total == Credits.of(6, ECTS), "4 KP for one course of 6, once"


def test_credits_that_no_law_turns_into_one_another_are_named_with_what_they_belong_to(desk: Office) -> None:
    facts = make.standard_facts()
    first, second, third = facts.units
    hours = replace(second, credits=Decimal(40), credit_unit=CreditUnit.HOURS)
    mixed = replace(facts, programme_credits=None, credit_unit=None, units=(first, hours, third))
    told = said(lambda: desk.ask(credits.proposal, open_case(desk, mixed)))
    assert "DatZ1010" in told and "DatZ1020" in told and "stundas" in told
    apart = replace(facts, code="DAT-C", units=(first, hours, third))
    told = said(lambda: desk.ask(credits.proposal, open_case(desk, apart)))
    assert "DatZ1020" in told and "DatZ1010" not in told and "stundas" in told
    whole = open_case(desk, replace(facts, code="DAT-D"))
    course = CourseForm(
        "Mobilitāte", "", Decimal(4), CreditUnit.ECVET, "8", None, (desk.ask(units, whole)["DatZ1010"],)
    )
    desk.do(experience.add, whole, studied(course))
    told = said(lambda: desk.ask(credits.proposal, whole))
    assert "„Mobilitāte”" in told and "ECVET" in told


def test_a_programme_not_accredited_on_the_day_of_the_case_gives_nothing_and_every_line_says_why(desk: Office) -> None:
    today = make.today(desk)
    until = replace(make.standard_facts(), accreditation_until=today)
    assert {line.rule for line in desk.ask(credits.proposal, open_case(desk, until)).award.lines} == {"unit.all"}
    over = replace(make.standard_facts("DAT-C"), accreditation_until=today - timedelta(days=1))
    never = replace(make.standard_facts("DAT-D"), accredited=False)
    for facts in (over, never):
        award = desk.ask(credits.proposal, open_case(desk, facts)).award
        assert award.total == Credits.zero(ECTS)
        assert {line.rule for line in award.lines} == {"programme.not_accredited"}
        assert all("akredit" in rule_text(LATVIAN, line) for line in award.lines)


def test_dated_rules_have_neither_overlap_nor_silent_gap(desk: Office) -> None:
    case = make.scored_case(desk, make.standard(desk), judged=False).id
    key, today = ProvisionKey.CEILING_PERCENT, make.today(desk)

    def ceiling() -> list[Decimal]:
        lines = desk.ask(credits.proposal, case).award.lines
        return [line.credits.decimal(1) for line in lines if line.kind is LineKind.CEILING]

    # 5 % of 180 is 9 and 8 % is 14.4 of 18: settled again for the same day, the later word stands alone
    for percent, fallen in ((5, "-9"), (8, "-3.6")):
        desk.do(provisions.settle, key, HE, date(2020, 1, 1), percent)
        assert ceiling() == [Decimal(fallen)]
    lines = [line for line in desk.ask(provisions.provision_lines) if line.key == key and line.procedure is HE]
    days = [line.in_force_from for line in lines]
    assert len(set(days)) == len(days)
    assert [line.value for line in lines if line.in_force] == [8]
    # one that begins tomorrow ends nothing today, one that begins today ends the one before it
    desk.do(provisions.settle, key, HE, today + timedelta(days=1), 1)
    assert ceiling() == [Decimal("-3.6")]
    desk.do(provisions.settle, key, HE, today, None)
    assert ceiling() == []
    for value in (0, 101, True, "30", Decimal(30)):
        assert "100" in said(lambda value=value: desk.do(provisions.settle, key, HE, today, value))  # type: ignore[misc]

    def before_the_law(work: Work) -> None:
        work.lock(RecognitionCase, case).law_date = date(2009, 1, 1)

    desk.do(before_the_law)
    told = said(lambda: desk.ask(credits.proposal, case))
    assert "01.01.2009." in told and "augst" in told.casefold(), told
