"""Acts of mobility: agreement, units, transcript, and assess → validate → recognise as three separate dated acts."""

from datetime import date
from decimal import Decimal

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.models.mobility import Mobility, MobilityPartner, MobilityUnit
from commission_app.models.standard import Unit
from commission_app.rules import mobility as rules
from commission_app.rules.credits.studies import number_of
from commission_app.rules.plausibility import check_not_future, check_period
from commission_app.rules.vocabulary.case import ExperienceKind, Procedure
from commission_app.rules.vocabulary.mobility import MobilityAct
from commission_app.services import experience
from commission_app.services.evidence import open_case
from commission_app.services.experience import CourseForm, ExperienceForm
from commission_app.services.mobility_cards import AgreementForm, TranscriptForm, UnitForm, facts_of, of_case
from commission_app.store.work import Work

MOST = Decimal(100_000)


def agree(work: Work, case_id: int, seen: int | None, form: AgreementForm) -> int:
    """The learning agreement is entered or corrected; gives its key.

    Refused: a case of another procedure, a period that ends before it begins, after the assessment.
    """
    case = open_case(work, case_id)
    if case.procedure is not Procedure.MOBILITY:
        raise RefusedError("mobility.wrong_procedure", number=case.number)
    row = of_case(work, case.id)
    if row is not None:
        row = _changeable(work, row, seen)
    check_period(form.began_on, form.ended_on, "ended_on")
    for name in ("learner_signed_on", "home_signed_on", "host_signed_on"):
        day: date | None = getattr(form, name)
        if day is not None:
            check_not_future(day, work.today, name)
    work.get(MobilityPartner, form.partner_id)
    if row is None:
        row = Mobility(case_id=case.id)
        work.add(row)
    row.partner_id, row.number, row.assessment = form.partner_id, form.number.strip(), form.assessment.strip()
    row.began_on, row.ended_on = form.began_on, form.ended_on
    row.home_person, row.host_person = form.home_person.strip(), form.host_person.strip()
    row.learner_signed_on, row.home_signed_on = form.learner_signed_on, form.home_signed_on
    row.host_signed_on = form.host_signed_on
    work.touch(case)
    work.session.flush()
    return row.id


def put_unit(work: Work, case_id: int, seen: int, key: int | None, form: UnitForm) -> int:
    """A unit is entered or corrected; gives its key.

    Refused: without a title, a unit that stands there already or is of another edition, marks and figures that cannot
    be, after the assessment.
    """
    case, row = _open(work, case_id, seen)
    _check_unit(work, case, row, key, form)
    unit = work.get(MobilityUnit, key) if key is not None else None
    if unit is None:
        last = max((one.position for one in row.units), default=0)
        unit = MobilityUnit(mobility_id=row.id, position=last + 1)
        work.add(unit)
    unit.title, unit.unit_id, unit.agreed = form.title.strip(), form.unit_id, form.agreed
    unit.passed, unit.mark = form.passed, form.mark.strip()
    unit.points, unit.hours = _thousandths(form.points), _thousandths(form.hours)
    work.touch(row)
    work.touch(case)
    work.session.flush()
    return unit.id


def remove_unit(work: Work, case_id: int, seen: int, key: int) -> None:
    """A unit is taken out. Refused: after the assessment."""
    case, row = _open(work, case_id, seen)
    work.remove([unit for unit in row.units if unit.id == key])
    work.touch(row)
    work.touch(case)


def enter_transcript(work: Work, case_id: int, seen: int, form: TranscriptForm) -> None:
    """The host's transcript is entered. Refused: of the future, a document of another case, after the assessment."""
    case, row = _open(work, case_id, seen)
    check_not_future(form.issued_on, work.today, "issued_on")
    if form.item_id is not None and work.get(EvidenceItem, form.item_id).case_id != case.id:
        raise RefusedError("mobility.item_foreign", at="item_id")
    row.transcript_number, row.transcript_on, row.item_id = form.number.strip(), form.issued_on, form.item_id
    work.touch(row)
    work.touch(case)


def assess(work: Work, case_id: int, seen: int, on: date, by: str) -> None:
    """The assessment by the host is entered. Refused: before agreement, signatures, transcript and every result."""
    row = _act(work, case_id, seen, MobilityAct.ASSESS, on, by)
    row.assessed_on, row.assessed_by = on, by.strip()


def validate(work: Work, case_id: int, seen: int, on: date, by: str) -> None:
    """What was assessed is held against the target qualification. Refused: out of order, or if nothing counts."""
    row = _act(work, case_id, seen, MobilityAct.VALIDATE, on, by)
    row.validated_on, row.validated_by = on, by.strip()


def recognise(work: Work, case_id: int, seen: int, on: date, by: str) -> None:
    """The validated units count: they enter the application as courses that pay for units. Refused: out of order."""
    row = _act(work, case_id, seen, MobilityAct.RECOGNISE, on, by)
    row.recognised_on, row.recognised_by = on, by.strip()
    row.experience_id = experience.add(work, case_id, _as_studies(row))


def undo(work: Work, case_id: int, seen: int, act: MobilityAct) -> None:
    """The last of the three acts is undone; the chain keeps it. Refused: while a later one stands."""
    case = work.lock(RecognitionCase, case_id)
    row = _there(work, case.id, seen)
    found = rules.against_undoing(facts_of(row), act)
    if found:
        raise RefusedError.of(found[0])
    if act is MobilityAct.RECOGNISE:
        studies, row.experience_id, row.recognised_on, row.recognised_by = row.experience, None, None, ""
        work.session.flush()
        if studies is not None:
            experience.remove(work, studies.id, studies.version)
    elif act is MobilityAct.VALIDATE:
        row.validated_on, row.validated_by = None, ""
    else:
        row.assessed_on, row.assessed_by = None, ""
    work.touch(row)
    work.touch(case)


def _act(work: Work, case_id: int, seen: int, act: MobilityAct, on: date, by: str) -> Mobility:
    case = open_case(work, case_id)
    row = _there(work, case.id, seen)
    check_not_future(on, work.today, "on")
    rules.require(facts_of(row), act, on, by)
    work.touch(row)
    work.touch(case)
    return row


def _open(work: Work, case_id: int, seen: int) -> tuple[RecognitionCase, Mobility]:
    case = open_case(work, case_id)
    row = of_case(work, case.id)
    if row is None:
        raise RefusedError("mobility.no_agreement")
    return case, _changeable(work, row, seen)


def _there(work: Work, case_id: int, seen: int | None) -> Mobility:
    row = of_case(work, case_id)
    if row is None:
        raise RefusedError("mobility.no_agreement")
    return work.lock(Mobility, row.id, seen)


def _changeable(work: Work, row: Mobility, seen: int | None) -> Mobility:
    row = work.lock(Mobility, row.id, seen)
    if row.assessed_on is not None:
        raise RefusedError("mobility.assessed")
    return row


def _check_unit(work: Work, case: RecognitionCase, row: Mobility, key: int | None, form: UnitForm) -> None:
    if not form.title.strip():
        raise RefusedError("mobility.no_title", at="title")
    if form.unit_id is not None:
        unit = work.get(Unit, form.unit_id)
        if unit.edition_id != case.edition_id:
            raise RefusedError("mobility.unit_of_other_edition", at="unit_id")
        if any(one.unit_id == unit.id and one.id != key for one in row.units):
            raise RefusedError("mobility.unit_twice", at="unit_id", unit=unit.code)
    number_of(form.mark)
    for name, figure in (("points", form.points), ("hours", form.hours)):
        if figure is not None and not (0 < figure <= MOST and figure * 1000 == int(figure * 1000)):
            raise RefusedError("mobility.figure", at=name)


def _as_studies(row: Mobility) -> ExperienceForm:
    """The units that count, as a row of education whose courses count for the units of the case."""
    facts = facts_of(row)
    good = set(rules.counting(facts))
    courses = tuple(_course(one, row) for one, learned in zip(row.units, facts.units, strict=True) if learned in good)
    return ExperienceForm(
        ExperienceKind.EDUCATION,
        row.partner.name,
        began_on=row.began_on,
        ended_on=row.ended_on,
        country=row.partner.country,
        document=row.transcript_number,
        document_date=row.transcript_on,
        assessed=True,
        courses=courses,
    )


def _course(one: MobilityUnit, row: Mobility) -> CourseForm:
    unit = one.unit
    assert unit is not None, "only units of the target qualification count"
    credits = None if unit.credits is None else Decimal(unit.credits) / 1000
    return CourseForm(one.title, unit.code, credits, unit.credit_unit, one.mark, row.transcript_on, (unit.id,))


def _thousandths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 1000)
