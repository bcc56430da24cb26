"""The pay of a period: who sat, scored and examined, by the rates of each day, as a list, a paper and a workbook."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, OFFICE_ZONE
from commission_app.models.sitting import Attendance, Sitting
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.rules.vocabulary.sitting import SittingForm
from commission_app.services import checks, exams, remuneration, remuneration_rates
from commission_app.services.office import Office
from commission_app.services.remuneration import Period
from commission_app.services.remuneration_rates import RateForm
from commission_app.store.work import Work
from tests import hearings, make
from tests.hearings import House
from tests.services.test_papers import text_of

SITTING = RateForm(PaidAct.SITTING, PaidBy.OCCASION, 2500, make.LONG_AGO, legal="rīkojums Nr. 5")
CASE = replace(SITTING, measure=PaidBy.CASE, cents=300)
CHAIR = replace(SITTING, role=MemberRole.CHAIR, cents=4000)
SHEET = RateForm(PaidAct.SCORING, PaidBy.UNIT, 700, make.LONG_AGO)
EXAMINEE = RateForm(PaidAct.EXAM, PaidBy.CASE, 1000, make.LONG_AGO)


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def paid(office: Office, period: Period) -> dict[str, int]:
    return {one.name: one.cents for one in office.ask(remuneration.card, period, LATVIAN).people}


def test_who_sat_scored_and_examined_is_paid_and_the_papers_say_the_same(house: House) -> None:
    office, today = house.office, make.today(house.office)
    hearings.decided(house, house.facts.met, house.facts.also_met)
    key, (first, second) = hearings.exam(house)
    hearings.record(office, key, {first: (36, 52), second: ExamStatus.ABSENT})
    period = Period(today, today)
    against = office.ask(remuneration.card, period, LATVIAN).against
    assert {one.facts["act"] for one in against} == {PaidAct.SITTING, PaidAct.SCORING}
    with pytest.raises(RefusedError, match="no_rate"):
        office.ask(remuneration.paper, period, LATVIAN)
    for rate in (SITTING, CASE, CHAIR, SHEET, EXAMINEE):
        office.do(remuneration_rates.store, None, None, rate)
    sittings_only = Period(today, today, (PaidAct.SITTING,))
    assert paid(office, sittings_only) == {
        "Loceklis Nr. 1": 4000 + 600,
        "Loceklis Nr. 2": 2500 + 600,
        "Loceklis Nr. 3": 2500 + 600,
    }
    assert paid(office, Period(today, today, (PaidAct.EXAM,))) == {}, "an exam still open is not paid"
    office.do(exams.close_exam, key)
    assert paid(office, Period(today, today, (PaidAct.EXAM,))) == {f"Loceklis Nr. {n}": 1000 for n in (1, 2, 3)}
    assert all(cents % 700 == 0 for cents in paid(office, Period(today, today, (PaidAct.SCORING,))).values())
    assert paid(office, Period(today + timedelta(1), today + timedelta(9))) == {}
    card = office.ask(remuneration.card, period, LATVIAN)
    said = text_of(office.ask(remuneration.paper, period, ENGLISH)).replace(" ", "").replace("\xa0", "")
    for words in ("REMUNERATIONSHEET", "LoceklisNr.1", ENGLISH.money(card.cents).replace("\xa0", ""), "ZaigaOzola"):
        assert words in said, words
    book = load_workbook(BytesIO(office.ask(remuneration.workbook, period, LATVIAN))).active
    assert book is not None
    rows = [[cell.value for cell in row] for row in book.iter_rows(min_row=2)]
    assert sum(round(row[-1] * 100) for row in rows) == card.cents  # type: ignore[operator]
    assert office.ask(checks.findings) == ()


def sat_for(work: Work, sitting_id: int, minutes: tuple[int, ...]) -> None:
    """Sets when each member came and left: so many minutes each, the first in two stays with a break between."""
    sitting = work.lock(Sitting, sitting_id)
    start = datetime.combine(sitting.held_on, time(10), OFFICE_ZONE)
    sitting.ended_at = start + timedelta(minutes=200)
    for row, stay in zip(sitting.attendance, minutes, strict=True):
        row.arrived_at, row.left_at = start, start + timedelta(minutes=stay, seconds=-20)
    first = sitting.attendance[0]
    work.add(Attendance(sitting_id=sitting.id, member_id=first.member_id, arrived_at=start + timedelta(minutes=170)))


def voted_in_writing(work: Work, sitting_id: int) -> None:
    """The same sitting as a vote in writing: nobody came to the table."""
    sitting = work.lock(Sitting, sitting_id)
    sitting.form = SittingForm.WRITTEN
    work.remove(list(sitting.attendance))


def test_hours_are_those_at_the_table_and_a_vote_in_writing_has_cases_alone(paper_house: House) -> None:
    office, today = paper_house.office, make.today(paper_house.office)
    table = hearings.decided(paper_house, paper_house.facts.met)
    office.do(sat_for, table.id, (60, 90, 45))
    for rate in (replace(SITTING, measure=PaidBy.HOUR, cents=6000), CASE):
        office.do(remuneration_rates.store, None, None, rate)
    period = Period(today, today, (PaidAct.SITTING,))
    (first, second, third) = office.ask(remuneration.card, period, LATVIAN).people
    assert [line.amount for line in first.lines if line.measure is PaidBy.HOUR] == [60 + 30]
    assert [line.cents for line in second.lines if line.measure is PaidBy.HOUR] == [9000]
    assert [line.cents for line in third.lines if line.measure is PaidBy.HOUR] == [4500]
    office.do(voted_in_writing, table.id)
    card = office.ask(remuneration.card, period, LATVIAN)
    assert {(one.name, one.cents) for one in card.people} == {(f"Loceklis Nr. {n}", 300) for n in (1, 2, 3)}
    assert card.against == ()


def test_rates_follow_each_other_are_corrected_and_taken_out(office: Office) -> None:
    make.institution(office)
    key = office.do(remuneration_rates.store, None, None, SITTING)
    rise = replace(SITTING, valid_from=make.today(office), cents=3000)
    why = refused(office, remuneration_rates.store, None, None, rise)
    assert (why.reason, why.refusal.field) == ("remuneration.overlap", "valid_from")
    (line,) = office.ask(remuneration_rates.lines)
    ended = replace(SITTING, valid_until=make.today(office) - timedelta(1))
    office.do(remuneration_rates.store, key, line.version, ended)
    office.do(remuneration_rates.store, None, None, rise)
    assert [(one.form.cents, one.in_force) for one in office.ask(remuneration_rates.lines)] == [
        (3000, True),
        (2500, False),
    ]
    gone = office.ask(remuneration_rates.lines)[1]
    office.do(remuneration_rates.remove, gone.id, gone.version)
    assert len(office.ask(remuneration_rates.lines)) == 1
    assert refused(office, remuneration_rates.store, None, None, replace(SHEET, role=MemberRole.CHAIR)).refusal.field
    today = make.today(office)
    with pytest.raises(RefusedError, match="period_turned"):
        office.ask(remuneration.card, Period(today, today - timedelta(1)), LATVIAN)
    with pytest.raises(RefusedError, match="no_acts"):
        office.ask(remuneration.card, Period(today, today, ()), LATVIAN)
    assert [one.reason for one in office.ask(remuneration.card, Period(today, today), LATVIAN).against] == [
        "remuneration.nobody"
    ]
