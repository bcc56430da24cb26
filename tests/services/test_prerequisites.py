"""What must come before: asked for by the standard, settled with a document, named where it is missing."""

from dataclasses import replace
from datetime import date

import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import LATVIAN
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import RecognisedUnit
from commission_app.models.standard import Edition
from commission_app.rules.vocabulary.case import PrerequisiteState, Procedure
from commission_app.services import applicants, case_waits, cases, prerequisites
from commission_app.services.applicants import ApplicationForm
from commission_app.services.office import Office
from commission_app.services.prerequisites import PrerequisiteForm, PrerequisiteRow
from commission_app.store.work import Work
from commission_app.wording.sentences import sentence
from tests import make

FIRST = "DatZ1010"
ACQUIRED, MISSING = PrerequisiteState.ACQUIRED, PrerequisiteState.MISSING


def asked(office: Office) -> int:
    """A case for the second and third unit of an edition that asks for schooling and, in the third, for the first."""
    facts = make.standard_facts()
    last = replace(facts.units[2], prerequisites=(FIRST, "DatZ1020"))
    facts = replace(facts, entry_requirements="Pamatizglītība\n", units=(*facts.units[:2], last))
    edition = make.standard(office, facts)
    make.institution(office)
    units = office.ask(lambda reading: [unit.id for unit in reading.get(Edition, edition).units[1:]])
    form = ApplicationForm(
        procedure=Procedure.HIGHER_EDUCATION,
        edition_id=edition,
        received_on=make.today(office),
        person=make.person(),
        unit_ids=tuple(units),
    )
    return office.do(applicants.receive, form).id


def recognise_first(work: Work, case_id: int, day: date) -> str:
    """The first unit was recognised to the same person; gives the number of the case."""
    case = work.get(RecognitionCase, case_id)
    first = next(unit for unit in case.edition.units if unit.code == FIRST)
    work.add(
        RecognisedUnit(person_id=case.person_id, identity_id=first.identity_id, case_id=case.id, recognised_on=day)
    )
    return case.number


def said(office: Office, case: int) -> list[str]:
    card = office.ask(cases.card, case)
    return [sentence(LATVIAN, one) for one in card.shortcomings]


def rows(office: Office, case: int) -> tuple[PrerequisiteRow, ...]:
    return office.ask(prerequisites.of_case, case)


def test_what_the_standard_asks_for_first_is_settled_and_named_where_missing(office: Office) -> None:
    case = asked(office)
    education, unit = rows(office, case)
    assert (education.text, education.state, education.asked) == ("Pamatizglītība", None, True)
    assert unit.text.startswith(FIRST)
    assert any("Pamatizglītība" in text and "2" in text for text in said(office, case))
    form = PrerequisiteForm(education.text, ACQUIRED, "Apliecība PA 1")
    key = office.do(prerequisites.settle, case, None, None, form)
    kept = rows(office, case)[0]
    assert (kept.id, kept.state, kept.note) == (key, ACQUIRED, "Apliecība PA 1")
    with pytest.raises(ConflictError):
        office.do(prerequisites.settle, case, key, 99, form)
    office.do(prerequisites.settle, case, None, None, PrerequisiteForm(unit.text, MISSING))
    named = office.ask(lambda reading: case_waits.lacking(reading.session))
    assert [(one, why.reason) for one, why in named] == [(case, "prerequisite.missing")]
    with pytest.raises(RefusedError, match=r"prerequisite\.missing"):
        make.move(office, case, cases.admit)
    lost = rows(office, case)[1]
    assert lost.id is not None and lost.version is not None
    form = PrerequisiteForm(lost.text, PrerequisiteState.IN_PROGRESS)
    office.do(prerequisites.settle, case, lost.id, lost.version, form)
    make.move(office, case, cases.admit)
    assert any("vēl tiek apgūts" in text for text in said(office, case))


def test_a_requirement_of_the_office_is_added_refused_and_taken_out(sqlite_office: Office) -> None:
    office, case = sqlite_office, asked(sqlite_office)
    own = PrerequisiteForm("Medicīniskā izziņa", MISSING)
    key = office.do(prerequisites.settle, case, None, None, own)
    for wrong, reason in (
        (own, "twice"),
        (PrerequisiteForm(" ", MISSING), "nothing"),
        (PrerequisiteForm("x" * 501, MISSING), "too_long"),
        (PrerequisiteForm("Cits", ACQUIRED, " "), "without_document"),
    ):
        with pytest.raises(RefusedError, match=rf"prerequisite\.{reason}"):
            office.do(prerequisites.settle, case, None, None, wrong)
    last = rows(office, case)[-1]
    assert (last.id, last.asked, last.text) == (key, False, "Medicīniskā izziņa") and last.version is not None
    office.do(prerequisites.take_out, key, last.version)
    assert len(rows(office, case)) == 2


def test_a_unit_recognised_before_is_acquired_by_its_case(sqlite_office: Office) -> None:
    case = asked(sqlite_office)
    earlier = sqlite_office.do(recognise_first, case, date(2025, 3, 4))
    unit = rows(sqlite_office, case)[1]
    assert unit.state is ACQUIRED and unit.note == f"{earlier}, 04.03.2025."
