"""From intake to the end of assessment, on both databases."""

from datetime import date, timedelta

import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Step
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.services import (
    applicants,
    case_list,
    cases,
    credits,
    evidence,
    evidence_links,
    history,
    matrix,
    searching,
    today,
)
from commission_app.services.applicants import ApplicationForm
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.services.people import PersonForm
from tests import make


@pytest.fixture
def edition(office: Office) -> int:
    make.institution(office)
    make.commission(office)
    return make.standard(office)


def test_an_application_opens_a_case_with_number_deadline_and_commission(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    card = office.ask(cases.card, received.id)
    year = card.received_on.year
    assert card.number == f"{year}/001"
    assert (card.step, card.state) == (Step.IDENTIFICATION, CaseState.RECEIVED)
    assert card.commission_lv == "Atzīšanas komisija"
    assert card.next_act is CaseAct.ADMIT
    assert len(card.claims) == 3
    assert make.case(office, edition, serial=1).number == f"{year}/002"


def test_a_received_date_in_the_future_is_refused_and_nothing_is_stored(office: Office, edition: int) -> None:
    tomorrow = make.today(office) + timedelta(days=1)
    with pytest.raises(RefusedError) as refused:
        make.case(office, edition, received=tomorrow)
    assert refused.value.refusal.field == "received_on"
    assert office.ask(case_list.count) == 0
    assert make.case(office, edition).number.endswith("/001"), "the number of the refused case is not lost"


def test_a_wrong_check_digit_is_taken_with_a_reason_only(office: Office, edition: int) -> None:
    right = make.code(7)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    person = PersonForm("Ilze", "Īle", personal_code=wrong, email="ile@example.invalid")
    form = ApplicationForm(
        procedure=office.ask(cases.card, make.case(office, edition).id).procedure,
        edition_id=edition,
        received_on=make.today(office),
        person=person,
    )
    with pytest.raises(RefusedError) as refused:
        office.do(applicants.receive, form)
    assert refused.value.reason == "identity.check_digit"
    from dataclasses import replace

    taken = replace(form, person=replace(person, code_override_reason="Tā rakstīts pasē"))
    assert office.do(applicants.receive, taken).number.endswith("/002")


def test_two_people_never_overwrite_each_other(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    seen = office.ask(cases.card, received.id).version
    office.do(cases.admit, received.id, seen)
    with pytest.raises(ConflictError):
        office.do(cases.annotate, received.id, seen, "par vēlu")


def test_a_case_is_led_to_the_end_of_assessment_and_its_credits_add_up(office: Office, edition: int) -> None:
    case = make.scored_case(office, edition, results={"DatZ1020.2": OutcomeResult.NOT_MET})
    card = office.ask(cases.card, case.id)
    assert (card.step, card.state) == (Step.ASSESSMENT, CaseState.SCORED)
    proposal = office.ask(credits.proposal, case.id)
    verdicts = [line.verdict for line in proposal.award.unit_lines]
    assert verdicts == [UnitVerdict.RECOGNISED, UnitVerdict.REFUSED, UnitVerdict.RECOGNISED]
    assert proposal.award.total.thousandths() == 12_000
    assert proposal.claimed.thousandths() == 18_000
    office.do(cases.refer, case.id, card.version)
    assert office.ask(cases.card, case.id).state is CaseState.REFERRED


def test_the_portfolio_does_not_close_without_evidence(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    make.move(office, received.id, cases.admit)
    with pytest.raises(RefusedError) as refused:
        make.move(office, received.id, cases.close_portfolio)
    assert refused.value.reason == "case.no_evidence"
    standing = {standing.act: standing.refusals for standing in office.ask(cases.card, received.id).acts}
    assert standing[CaseAct.CLOSE_PORTFOLIO][0].reason == "case.no_evidence", "the card says what the act says"


def test_ticked_items_are_compared_with_originals_in_one_act(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība")
    keys = tuple(office.do(evidence.attach, received.id, form).item_id for _ in range(3))
    assert office.do(evidence.compare, received.id, keys[:2]) == 2
    compared = [line.compared_by for line in office.ask(evidence.portfolio, received.id)]
    assert compared == ["Anna Ozola", "Anna Ozola", ""]


def test_files_are_kept_by_content_under_their_own_name(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    data = "Šķēle – ļoti īss pierādījums".encode()
    form = EvidenceForm(EvidenceKind.OTHER, "Piezīme")
    office.do(evidence.attach, received.id, form, (NewFile("../../piezīme.txt", data), NewFile("otra.txt", data)))
    files = office.ask(evidence.portfolio, received.id)[0].files
    assert [file.name for file in files] == ["piezīme.txt", "otra.txt"]
    assert files[0].sha256 == files[1].sha256
    assert office.ask(evidence.file_bytes, files[0].id) == data


def test_an_empty_file_is_refused_and_the_item_is_not_stored(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    with pytest.raises(RefusedError) as refused:
        office.do(evidence.attach, received.id, EvidenceForm(EvidenceKind.OTHER, "Tukšs"), (NewFile("tukšs.pdf", b""),))
    assert refused.value.reason == "evidence_file.empty"
    assert office.ask(evidence.portfolio, received.id) == ()


def test_the_matrix_counts_coverage_by_the_rule(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    make.move(office, received.id, cases.admit)
    item = office.do(evidence.attach, received.id, EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība")).item_id
    rows = [row for unit in office.ask(matrix.matrix, received.id).units for row in unit.rows]
    link = office.do(evidence_links.link, item, rows[0].outcome_id, "2. lpp.")
    assert office.ask(matrix.matrix, received.id).coverage.supported == 0
    office.do(evidence_links.judge, (link,), {Quality.SUFFICIENT: Judgement.YES, Quality.VALID: Judgement.YES})
    card = office.ask(matrix.matrix, received.id)
    assert (card.coverage.supported, card.coverage.total) == (1, 6)
    assert card.units[0].rows[0].links[0].citation == "2. lpp."


def test_the_list_sorts_as_latvians_do_and_pages_without_losing_a_case(office: Office, edition: int) -> None:
    for serial in range(4):
        make.case(office, edition, serial=serial)
    first = office.ask(case_list.page, sort="title", limit=3)
    assert first.cursor is not None
    second = office.ask(case_list.page, sort="title", limit=3, after=first.cursor)
    titles = [row.title for row in (*first.rows, *second.rows)]
    assert titles == ["Ķēniņš-Āboļš, Ģirts", "Ļaudaks, Čaks", "Šūpulīte, Žanete", "Žņaugs, Ņina"]
    keys = office.ask(case_list.ids, sort="title")
    assert len(keys) == office.ask(case_list.count) == 4
    assert office.ask(case_list.rows_of, keys[2:])[0].title == "Šūpulīte, Žanete"


@pytest.mark.parametrize("words", ["kenins", "Ķēniņš", "ĢIRTS", "001", "datorzin"])
def test_search_finds_without_diacritics_by_name_number_and_programme(office: Office, edition: int, words: str) -> None:
    received = make.case(office, edition)
    assert [hit.key for hit in office.ask(searching.find, words) if hit.noun == "case"] == [received.id]
    assert [row.id for row in office.ask(case_list.page, words=words).rows] == [received.id]


def test_a_withdrawn_case_keeps_its_number_and_reason(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    with pytest.raises(RefusedError):
        office.do(cases.withdraw, received.id, 1, "  ")
    seen = office.ask(cases.card, received.id).version
    office.do(cases.withdraw, received.id, seen, "Pretendents atsauca iesniegumu")
    card = office.ask(cases.card, received.id)
    assert (card.state, card.closed_reason) == (CaseState.WITHDRAWN, "Pretendents atsauca iesniegumu")


def test_every_act_says_who_did_what(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    make.move(office, received.id, cases.admit)
    lines = office.ask(history.of_subject, office.ask(cases.card, received.id).uid)
    assert [line.name for line in lines] == ["cases.admit", "applicants.receive"]
    assert {line.user_name for line in lines} == {"Anna Ozola"}
    changed = {(change.field, change.old, change.new) for change in lines[0].changes}
    assert ("state", "received", "admitted") in changed


def test_opening_a_record_is_recorded_once_a_day(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    office.ask(cases.card, received.id)
    office.ask(cases.card, received.id)
    from commission_app.models.person import Person

    uid = office.ask(lambda reading: reading.get(Person, 1).uid)
    names = [line.name for line in office.ask(history.of_subject, uid)]
    assert names.count("office.record_opened") == 1


def test_today_counts_the_cases_at_each_step(office: Office, edition: int) -> None:
    make.case(office, edition)
    make.case(office, edition, serial=1, received=make.today(office) - timedelta(days=130))
    desk = office.ask(today.desk)
    assert dict(desk.steps)[Step.IDENTIFICATION] == 2
    assert [notice.title for notice in desk.late] == ["Šūpulīte, Žanete"]
    assert desk.late_total == 1
    assert desk.late[0].due is not None
    assert desk.late[0].due.days < 0
    assert isinstance(desk.late[0].deadline, date)
