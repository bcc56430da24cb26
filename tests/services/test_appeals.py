"""Appeals: in time or late, examined by others, what the outcome does to decision, mark, register and case."""

import io
import zipfile
from datetime import date, timedelta

import pytest

from commission_app.errors import CancelledError, RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.models.delivery import Delivery
from commission_app.rules.appeals import AppealAct
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState
from commission_app.rules.vocabulary.case import CaseState, Channel
from commission_app.rules.vocabulary.commission import CommissionKind
from commission_app.rules.vocabulary.delivery import DeliveryChannel
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    appeal_facts,
    appeal_file,
    appeals,
    cases,
    checks,
    decisions,
    exams,
    registers,
)
from commission_app.services.appeal_facts import AppealCard
from commission_app.services.appeals import AppealForm, OutcomeForm
from commission_app.services.office import Office
from commission_app.store.work import Progress, Work
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House

GROUNDS = "Nepiekrītu atteikumam par datortīkliem."


def form(house: House, **changed: object) -> AppealForm:
    """An appeal of today, examined by the institution's head."""
    said: dict[str, object] = {
        "received_on": make.today(house.office),
        "channel": Channel.IN_PERSON,
        "grounds": GROUNDS,
        "body": "Direktore",
    }
    return AppealForm(**(said | changed))  # type: ignore[arg-type]


def received(house: House, case_id: int, **changed: object) -> AppealCard:
    key = house.office.do(appeals.receive, case_id, form(house, **changed))
    return one(house.office, case_id, key)


def one(office: Office, case_id: int, key: int) -> AppealCard:
    return next(card for card in office.ask(appeal_facts.of_case, case_id).appeals if card.id == key)


def notified(house: House, case_id: int, on: date) -> None:
    """The decision on the case was notified on a day."""
    card = house.office.ask(decisions.of_case, case_id)
    assert card is not None

    def deliver(work: Work) -> None:
        work.add(
            Delivery(
                case_id=case_id,
                subject_uid=card.uid,
                channel=DeliveryChannel.IN_PERSON,
                recipient="iesniedzējs",
                sent_on=on,
                notified_on=on,
            )
        )

    house.office.do(deliver)


def outcome(house: House, what: AppealOutcome, **points: int) -> OutcomeForm:
    return OutcomeForm(what, make.today(house.office), "Izskatīts pēc būtības.", "1-7/3", **points)


def lines(office: Office, language: Language = LATVIAN) -> list[tuple[str, ...]]:
    page = office.ask(registers.entries, Book.APPEALS, make.today(office).year, language)
    return [row.cells for row in page.rows]


def test_an_appeal_gets_its_number_its_term_and_its_line(house: House) -> None:
    office, today = house.office, make.today(house.office)
    case = hearings.registered(house)
    notified(house, case, today - timedelta(days=10))
    before = office.ask(appeal_facts.of_case, case)
    assert before.contested is not None and before.contested.kind is AppealKind.CONTEST
    card = received(house, case)
    assert card.number == f"AP-{today.year}/1"
    assert card.in_time and card.term_until == before.contested.until
    assert card.answer_due is not None and card.answer_due > today
    (line,) = lines(office)
    assert line[1].startswith(f"{card.number}, ") and line[4] == f"jā, līdz {LATVIAN.date(card.term_until or today)}"
    with pytest.raises(RefusedError, match=r"appeal\.running"):
        office.do(appeals.receive, case, form(house))
    assert office.ask(checks.findings) == ()


def test_what_came_late_is_not_examined_unless_the_term_is_restored(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    notified(house, case, make.today(office) - timedelta(days=80))
    late = received(house, case)
    assert not late.in_time
    with pytest.raises(RefusedError, match=r"appeal\.late"):
        office.do(appeals.decide, late.id, late.version, outcome(house, AppealOutcome.REPEALED))
    office.do(appeals.change, late.id, late.version, form(house, late_reason="Slimība, darbnespējas lapa."))
    restored = one(office, case, late.id)
    office.do(appeals.decide, late.id, restored.version, outcome(house, AppealOutcome.LEFT_IN_FORCE))
    assert [row[4] for row in lines(office)] == ["nē, līdz " + LATVIAN.date(late.term_until or date.min)] + [
        "termiņš atjaunots"
    ] * 2
    assert office.ask(checks.findings) == ()


def test_nobody_examines_what_the_same_person_decided(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    card = received(house, case, body="", commission_id=house.facts.commission)
    against = {row.act: row.refusals for row in card.acts}
    assert against[AppealAct.SEND][0].reason == "appeal.same_people"
    with pytest.raises(RefusedError, match=r"appeal\.same_people"):
        office.do(appeals.send, card.id, card.version, make.today(office))
    nameless = make.commission(office, members=0, kind=CommissionKind.RECOGNITION)
    office.do(appeals.change, card.id, card.version, form(house, body="", commission_id=nameless))
    card = one(office, case, card.id)
    office.do(appeals.send, card.id, card.version, make.today(office), 41)
    sent = one(office, case, card.id)
    assert (sent.state, sent.sent_on) == (AppealState.SENT, make.today(office))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"grounds": " "}, "appeal.no_grounds"),
        ({"received_on": date(2019, 5, 5)}, "appeal.received_day"),
        ({"received_on": date(2999, 1, 1)}, "appeal.received_day"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    paper_house: House, change: dict[str, object], reason: str
) -> None:
    case = hearings.registered(paper_house)
    with pytest.raises(RefusedError) as refused:
        paper_house.office.do(appeals.receive, case, form(paper_house, **change))
    assert refused.value.reason == reason
    assert not paper_house.office.ask(appeal_facts.of_case, case).appeals
    assert not lines(paper_house.office)


def test_without_a_signed_decision_there_is_nothing_to_contest(paper_house: House) -> None:
    case = hearings.decided(paper_house).cases[0]
    with pytest.raises(RefusedError, match=r"appeal\.nothing_to_contest"):
        paper_house.office.do(appeals.receive, case, form(paper_house))


def test_a_mark_changed_on_appeal_passes_the_exam_and_never_falls(house: House) -> None:
    office = house.office
    key, (first, second) = hearings.exam(house)
    hearings.record(office, key, {first: (20, 25), second: (30, 40)})
    office.do(exams.close_exam, key)
    case = house.facts.examinees[0]
    card = received(house, case)
    assert card.kind is AppealKind.EXAM_MARK and card.term_until is not None
    changed = AppealOutcome.MARK_CHANGED
    with pytest.raises(RefusedError, match=r"appeal\.lower_mark"):
        office.do(appeals.decide, card.id, card.version, outcome(house, changed, theory=10, practice=20))
    with pytest.raises(RefusedError, match=r"appeal\.foreign_outcome"):
        office.do(appeals.decide, card.id, card.version, outcome(house, AppealOutcome.REPEALED))
    assert one(office, case, card.id).state is AppealState.RECEIVED, "nothing is half stored"
    office.do(appeals.decide, card.id, card.version, outcome(house, changed, theory=25, practice=27))
    mine = office.ask(exams.exam_card, key).examinees[0]
    assert (mine.total, mine.mark, mine.passed) == (52, 5, True)
    assert office.ask(checks.findings) == ()
    assert [row[7] for row in lines(office)][-1].startswith("vērtējums mainīts")


def test_an_appeal_withdrawn_or_taken_to_court_stands_in_the_register(paper_house: House) -> None:
    house, office, today = paper_house, paper_house.office, make.today(paper_house.office)
    case = hearings.registered(house)
    first = received(house, case)
    office.do(appeals.withdraw, first.id, first.version, today)
    with pytest.raises(RefusedError, match=r"appeal\.over"):
        office.do(appeals.decide, first.id, first.version + 1, outcome(house, AppealOutcome.LEFT_IN_FORCE))
    second = received(house, case)
    office.do(appeals.decide, second.id, second.version, outcome(house, AppealOutcome.LEFT_IN_FORCE))
    decided = one(office, case, second.id)
    office.do(appeals.go_to_court, second.id, decided.version, today, "A420000026")
    cells = lines(office, ENGLISH)
    assert [row[7].split(",")[0] for row in cells] == ["", "withdrawn", "", "left in force", "left in force"]
    assert cells[-1][10].startswith("A420000026")
    assert office.ask(checks.findings) == ()


def test_the_whole_file_in_one_press(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    notified(house, case, make.today(office))
    card = received(house, case)
    made = office.ask(appeal_file.whole_file, card.id, LATVIAN)
    assert office.ask(appeal_file.whole_file, card.id, LATVIAN).data == made.data, "the same facts give the same bytes"
    archive = zipfile.ZipFile(io.BytesIO(made.data))
    names = archive.namelist()
    assert len(names) == made.papers + 1
    assert [name[:2] for name in names] == [f"{at:02}" for at in (*range(1, made.papers + 1), 0)]
    contents = words(archive.read(names[-1]))
    for said in (GROUNDS, "KOPIJAS PAREIZAS", "Nolikuma 5. punkts", "12-5/31", "uzskatāms par paziņotu"):
        assert said in contents, contents
    sheets = [name for name in names if "vērtētāja" in name]
    assert sheets and "SHEET" not in words(archive.read(sheets[0]))


def test_gathering_the_file_can_be_cancelled(paper_house: House) -> None:
    card = received(paper_house, hearings.registered(paper_house))
    progress = Progress()
    progress.cancelled = True
    with pytest.raises(CancelledError):
        paper_house.office.ask_with(progress, appeal_file.whole_file, card.id, LATVIAN)


@pytest.mark.parametrize(
    ("what", "state"), [(AppealOutcome.REPEALED, None), (AppealOutcome.SENT_BACK, CaseState.SCORED)]
)
def test_the_outcome_reaches_the_decision(house: House, what: AppealOutcome, state: CaseState | None) -> None:
    office = house.office
    case = hearings.registered(house)
    card = received(house, case)
    office.do(appeals.decide, card.id, card.version, outcome(house, what))
    decision = office.ask(decisions.of_case, case)
    assert decision is not None
    if state is None:
        assert decision.state.value == "repealed"
    else:
        assert office.ask(cases.card, case).state is state
    assert office.ask(checks.findings) == ()
