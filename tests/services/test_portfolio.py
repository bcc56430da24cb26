"""The portfolio through the office: what each kind tells, attempts, originals, submissions sent back and compared."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH
from commission_app.rules.evidence_details import Demonstration, EmployerReport, Opinion, OutsideCourse
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.evidence import (
    CourseAssessment,
    EvidenceKind,
    IdentityCheck,
    Judgement,
    Quality,
    SelfAssessmentLevel,
    SubmissionState,
    Translation,
)
from commission_app.services import (
    attempts,
    cases,
    checks,
    evidence,
    evidence_links,
    matrix,
    originals,
    papers,
    self_assessment,
    submissions,
)
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.services.submissions import Note
from tests import make
from tests.documents.reading import words

LETTER = NewFile("atsauksme.txt", "Strādāja labi.".encode())


@pytest.fixture
def case_id(office: Office) -> int:
    """An admitted case."""
    make.institution(office)
    make.commission(office)
    opened = make.case(office, make.standard(office))
    make.move(office, opened.id, cases.admit)
    return opened.id


def outcomes(office: Office, case_id: int) -> list[int]:
    return [row.outcome_id for unit in office.ask(self_assessment.sheet, case_id).units for row in unit.rows]


def attach(office: Office, case_id: int, title: str = "Atsauksme", *, linked: bool = False) -> int:
    form = EvidenceForm(EvidenceKind.EMPLOYER_REFERENCE, title)
    item = office.do(evidence.attach, case_id, form, (LETTER,)).item_id
    if linked:
        office.do(evidence_links.link, item, outcomes(office, case_id)[0], "1. lpp.")
    return item


def version(office: Office, item_id: int, case_id: int) -> int:
    return next(item.version for item in office.ask(evidence.portfolio, case_id) if item.id == item_id)


def test_what_each_kind_tells_is_kept(office: Office, case_id: int) -> None:
    report = EmployerReport(
        "Jānis Kalns", "vadītājs", period_from=date(2020, 1, 1), opinions=(Opinion("u", SelfAssessmentLevel.PARTLY),)
    )
    form = EvidenceForm(
        EvidenceKind.EMPLOYER_REPORT,
        "Darba devēja pārskats",
        subject="  Serveru   uzturēšana ",
        translation=Translation.CERTIFIED,
        translator="T. Tulks",
        details=report,
    )
    office.do(evidence.attach, case_id, form)
    (item,) = office.ask(evidence.portfolio, case_id)
    assert item.form.details == report
    assert (item.form.subject, item.form.translator) == ("Serveru uzturēšana", "T. Tulks")
    assert office.ask(evidence.subjects) == ("Serveru uzturēšana",)


def test_a_period_that_ends_before_it_begins_is_refused_at_its_field(office: Office, case_id: int) -> None:
    details = Demonstration(held_from=date(2026, 3, 2), held_until=date(2026, 3, 1))
    with pytest.raises(RefusedError) as refused:
        office.do(evidence.attach, case_id, EvidenceForm(EvidenceKind.DEMONSTRATION, "Darbs", details=details))
    assert refused.value.refusal.field == "held_until"
    assert office.ask(evidence.portfolio, case_id) == ()


@pytest.mark.parametrize(
    ("assessment", "carried"), [(CourseAssessment.ATTENDANCE, False), (CourseAssessment.EXAM, True)]
)
def test_attendance_of_a_course_alone_proves_no_outcome(
    office: Office, case_id: int, assessment: CourseAssessment, carried: bool
) -> None:
    details = OutsideCourse("Kursu centrs", Decimal(40), assessment=assessment, identity_check=IdentityCheck.ONLINE)
    item = office.do(
        evidence.attach, case_id, EvidenceForm(EvidenceKind.OUTSIDE_COURSE, "Kurss", details=details)
    ).item_id
    link = office.do(evidence_links.link, item, outcomes(office, case_id)[0])
    office.do(evidence_links.judge, (link,), dict.fromkeys(Quality, Judgement.YES))
    assert office.ask(matrix.matrix, case_id).coverage.supported == int(carried)
    (line,) = office.ask(evidence.portfolio, case_id)
    assert (line.proves_nothing is None) is carried


def test_a_replaced_item_stays_and_counts_no_more(office: Office, case_id: int) -> None:
    old = attach(office, case_id, "Vecā atsauksme", linked=True)
    form = EvidenceForm(EvidenceKind.EMPLOYER_REFERENCE, "Jaunā atsauksme")
    new = office.do(attempts.replace, old, version(office, old, case_id), form, (LETTER,)).item_id
    items = {item.id: item for item in office.ask(evidence.portfolio, case_id)}
    assert (items[old].active, items[new].active, items[new].replaces_id) == (False, True, old)
    assert (items[old].links, items[new].links) == (1, 1)
    assert [item.id for item in office.ask(matrix.matrix, case_id).items] == [new]
    with pytest.raises(RefusedError, match="replaced_already"):
        office.do(attempts.replace, old, items[old].version, form)


def test_taking_out_the_newer_attempt_brings_the_older_back(office: Office, case_id: int) -> None:
    old = attach(office, case_id)
    form = EvidenceForm(EvidenceKind.EMPLOYER_REFERENCE, "Jaunā")
    new = office.do(attempts.replace, old, version(office, old, case_id), form, carry_links=False).item_id
    with pytest.raises(RefusedError, match="without_reason"):
        office.do(attempts.take_back, new, version(office, new, case_id), " ")
    office.do(attempts.take_back, new, version(office, new, case_id), "Pievienots kļūdas dēļ")
    assert [(item.id, item.active) for item in office.ask(evidence.portfolio, case_id)] == [(old, True)]


def test_originals_are_given_back_one_by_one(office: Office, case_id: int) -> None:
    first, second = attach(office, case_id), attach(office, case_id, "Diploms")
    with pytest.raises(RefusedError, match="not_compared"):
        office.do(originals.give_back, case_id, (first,))
    office.do(evidence.compare, case_id, (first, second), returned=False)
    office.do(originals.give_back, case_id, (second,))
    office.do(originals.certify, case_id, (first,), "notāre I. Liepa")
    assert [item.original_returned for item in office.ask(evidence.portfolio, case_id)] == [False, True]
    assert office.ask(evidence.portfolio, case_id)[0].copy_certified_by == "notāre I. Liepa"


def test_the_receipt_says_which_originals_are_still_in_the_office(office: Office, case_id: int) -> None:
    kept, gone = attach(office, case_id), attach(office, case_id, "Diploms")
    office.do(evidence.compare, case_id, (kept,), returned=False)
    office.do(evidence.compare, case_id, (gone,))
    printed = words(office.ask(papers.receipt, case_id, ENGLISH))
    assert "original kept" in printed
    assert "1 original was compared with its copy and returned to the applicant." in printed


def test_a_portfolio_is_frozen_sent_back_mended_and_submitted_again(office: Office, case_id: int) -> None:
    first = attach(office, case_id, linked=True)
    make.move(office, case_id, cases.close_portfolio)
    seen = office.ask(cases.card, case_id).version
    answer_by = make.today(office) + timedelta(days=10)
    office.do(submissions.send_back, case_id, seen, (Note("Trūkst paraksta", first),), answer_by)
    card = office.ask(cases.card, case_id)
    assert card.state is CaseState.ADMITTED
    (line,) = office.ask(submissions.of_case, case_id)
    assert (line.state, line.answer_by, line.notes[0].position) == (SubmissionState.RETURNED, answer_by, 1)
    with pytest.raises(RefusedError, match=r"evidence\.submitted"):
        office.do(attempts.take_back, first, version(office, first, case_id), "kļūda")
    form = EvidenceForm(EvidenceKind.EMPLOYER_REFERENCE, "Parakstīta atsauksme")
    office.do(attempts.replace, first, version(office, first, case_id), form, (LETTER,))
    office.do(submissions.settle_note, line.notes[0].id)
    make.move(office, case_id, cases.close_portfolio)
    newer, older = office.ask(submissions.of_case, case_id)
    assert [newer.number, older.number] == [2, 1]
    assert older.notes[0].settled
    differs = office.ask(submissions.compared, older.id, newer.id)
    assert [item.title for item in differs.added] == ["Parakstīta atsauksme"]
    assert [(one.after.title, one.fields) for one in differs.changed] == [("Atsauksme", ("active",))]
    assert [item.title for item in office.ask(submissions.opened, older.id).items] == ["Atsauksme"]
    assert office.ask(checks.findings) == ()


def test_a_portfolio_is_not_sent_back_without_a_note_nor_before_it_was_submitted(office: Office, case_id: int) -> None:
    attach(office, case_id, linked=True)
    seen = office.ask(cases.card, case_id).version
    with pytest.raises(RefusedError, match=r"submission\.without_note"):
        office.do(submissions.send_back, case_id, seen, (Note("  "),))
    with pytest.raises(RefusedError, match=r"submission\.none"):
        office.do(submissions.send_back, case_id, seen, (Note("Papildināt"),))


def test_a_submission_that_was_tampered_with_is_found_and_not_shown(office: Office, case_id: int) -> None:
    attach(office, case_id, linked=True)
    make.move(office, case_id, cases.close_portfolio)
    (line,) = office.ask(submissions.of_case, case_id)
    with office.database.writer.begin() as connection:
        connection.execute(text("UPDATE submission SET text = replace(text, 'Atsauksme', 'Diploms')"))
    assert not office.ask(submissions.of_case, case_id)[0].intact
    with pytest.raises(RefusedError, match=r"submission\.changed"):
        office.ask(submissions.opened, line.id)
    assert "check.submission_changed" in {found.reason for found in office.ask(checks.findings)}


def test_the_applicant_says_yes_partly_or_no_and_tells_of_a_unit(office: Office, case_id: int) -> None:
    keys = outcomes(office, case_id)
    office.do(self_assessment.assess, case_id, tuple(keys), SelfAssessmentLevel.YES)
    office.do(self_assessment.say, case_id, keys[0], SelfAssessmentLevel.PARTLY, " Tikai Linux. ")
    office.do(self_assessment.assess, case_id, (keys[1],), None)
    unit = office.ask(self_assessment.sheet, case_id).units[0]
    office.do(self_assessment.narrate, case_id, unit.unit_id, "Desmit gadu darbā.")
    sheet = office.ask(self_assessment.sheet, case_id)
    assert sheet.answered == sheet.total - 1
    assert (sheet.units[0].rows[0].level, sheet.units[0].rows[0].said) == (SelfAssessmentLevel.PARTLY, "Tikai Linux.")
    assert sheet.units[0].narrative == "Desmit gadu darbā."
    with pytest.raises(RefusedError, match="outcome_not_asked"):
        office.do(self_assessment.assess, case_id, (10_000,), SelfAssessmentLevel.NO)


def test_a_frozen_portfolio_names_files_by_their_hash(office: Office, case_id: int) -> None:
    attach(office, case_id, linked=True)
    make.move(office, case_id, cases.close_portfolio)
    (line,) = office.ask(submissions.of_case, case_id)
    (item,) = office.ask(submissions.opened, line.id).items
    (kept,) = office.ask(evidence.portfolio, case_id)
    assert [file.sha256 for file in item.files] == [kept.files[0].sha256]
    assert [link.citation for link in item.links] == ["1. lpp."]
    with office.database.reader.connect() as connection:
        stored = json.loads(connection.execute(text("SELECT text FROM submission")).scalar_one())
    assert stored["format"] == 1
