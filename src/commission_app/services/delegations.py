"""The delegations of the institution: entered, corrected, taken out, and the gate they are for a case and an exam."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.delegation import Delegation
from commission_app.models.exam import Exam, Examinee
from commission_app.models.standard import Edition, Part, Standard
from commission_app.rules import delegation
from commission_app.rules.delegation import Asked, DelegationFacts
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.exam import DelegationGate
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.standard import StandardKind
from commission_app.rules.workflow import is_open
from commission_app.services import provisions
from commission_app.store.work import Reading, Work

DELEGATED = (StandardKind.PROFESSION_STANDARD, StandardKind.MODULE_SET)


@dataclass(frozen=True)
class DelegationForm:
    """What is asked about a delegation; no parts means the whole qualification and every part of it."""

    standard_id: int
    body: str
    number: str
    valid_from: date
    valid_until: date | None = None
    parts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class DelegationLine:
    """A delegation as the preferences show it."""

    id: int
    version: int
    form: DelegationForm
    code: str
    title_lv: str
    title_en: str
    in_force: bool


@dataclass(frozen=True)
class DelegatedStandard:
    """A qualification that may be delegated, and the parts it has."""

    id: int
    code: str
    title_lv: str
    title_en: str
    parts: tuple[tuple[str, str], ...]


def lines(reading: Reading) -> tuple[DelegationLine, ...]:
    """Every delegation, by qualification, the newest first; those in force today are marked."""
    query = select(Delegation).join(Standard).order_by(Standard.sort_key, Delegation.valid_from.desc(), Delegation.id)
    return tuple(_line(row, reading.today) for row in reading.session.scalars(query))


def standards(reading: Reading) -> tuple[DelegatedStandard, ...]:
    """The qualifications that may be delegated, with the parts of their editions."""
    rows = reading.session.scalars(select(Standard).where(Standard.kind.in_(DELEGATED)).order_by(Standard.sort_key))
    return tuple(
        DelegatedStandard(row.id, row.code, row.title_lv, row.title_en, _parts_of(reading.session, row.id))
        for row in rows
    )


def store(work: Work, key: int | None, seen: int | None, form: DelegationForm) -> int:
    """A delegation is entered or corrected. Refused: without body or number, or one that ends before it begins."""
    row = work.lock(Delegation, key, seen) if key is not None else None
    delegation.check(form.body, _facts_of_form(form))
    work.get(Standard, form.standard_id)
    if row is None:
        row = Delegation()
        work.add(row)
    row.standard_id, row.body, row.number = form.standard_id, form.body.strip(), form.number.strip()
    row.valid_from, row.valid_until, row.note = form.valid_from, form.valid_until, form.note.strip()
    row.parts = "\n".join(form.parts)
    work.session.flush()
    work.about(row.uid)
    return row.id


def remove(work: Work, key: int, seen: int) -> None:
    """A delegation that was entered by mistake is taken out; the chain keeps what it said."""
    work.remove([work.lock(Delegation, key, seen)])


def of_standard(session: Session, standard_id: int) -> tuple[DelegationFacts, ...]:
    """The delegations of a qualification as the rules see them."""
    rows = session.scalars(select(Delegation).where(Delegation.standard_id == standard_id).order_by(Delegation.id))
    return tuple(_facts(row) for row in rows)


def for_exam(session: Session, exam: Exam) -> Delegation | None:
    """The delegation that an exam rests on: in force on its day, the newest where there are several."""
    query = select(Delegation).where(Delegation.standard_id == exam.edition.standard_id).order_by(Delegation.valid_from)
    held = [row for row in session.scalars(query) if _facts(row).holds_on(exam.held_on)]
    return held[-1] if held else None


def lacking(session: Session, case: RecognitionCase, exam_on: date | None = None) -> tuple[Refusal, ...]:
    """What of a vocational case is not delegated; nothing of any other procedure."""
    if case.procedure is not Procedure.VOCATIONAL:
        return ()
    day = exam_on or _exam_day(session, case)
    asked = Asked(case.edition.standard.code, parts_claimed(case), case.received_on, day)
    return delegation.lacking(of_standard(session, case.edition.standard_id), asked)


def stops(session: Session, case: RecognitionCase, exam_on: date | None = None) -> tuple[Refusal, ...]:
    """What a missing delegation holds against the case, where the rule of its time says that it stops."""
    if not is_open(case.state) or gate_of(session, case) is not DelegationGate.STOP:
        return ()
    return lacking(session, case, exam_on)


def reminder(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What is said of a missing delegation where it only warns; quiet while the office keeps no delegations."""
    if not is_open(case.state) or gate_of(session, case) is not DelegationGate.WARN:
        return ()
    return lacking(session, case) if kept(session) else ()


def at_intake(
    reading: Reading, procedure: Procedure, edition_id: int, received_on: date, unit_ids: tuple[int, ...]
) -> tuple[Refusal, ...]:
    """What of an application is not delegated, said before it is registered; no units named asks for the whole.

    Nothing is said while the rule of that day only reminds and the office keeps no delegations.
    """
    if procedure is not Procedure.VOCATIONAL:
        return ()
    gate = _gate(reading.session, procedure, received_on)
    if gate is DelegationGate.WARN and not kept(reading.session):
        return ()
    edition = reading.get(Edition, edition_id)
    wanted = {unit.part_id for unit in edition.units if unit.id in unit_ids}
    parts = tuple(part.code for part in edition.parts if part.id in wanted)
    asked = Asked(edition.standard.code, parts, received_on)
    return delegation.lacking(of_standard(reading.session, edition.standard_id), asked)


def kept(session: Session) -> bool:
    """Whether the office has entered any delegation at all."""
    return session.scalar(select(Delegation.id).limit(1)) is not None


def gate_of(session: Session, case: RecognitionCase) -> DelegationGate:
    """What a missing delegation does to a case of its time; databases older than the rule take the shipped one."""
    return _gate(session, case.procedure, case.law_date)


def parts_claimed(case: RecognitionCase) -> tuple[str, ...]:
    """The codes of the parts a case asks for; none where it asks for the whole qualification."""
    if case.whole_qualification:
        return ()
    names = {part.id: part.code for part in case.edition.parts}
    wanted = {claim.unit.part_id for claim in case.claims}
    return tuple(code for key, code in names.items() if key in wanted)


def _gate(session: Session, procedure: Procedure, day: date) -> DelegationGate:
    return DelegationGate(str(provisions.provision(session, ProvisionKey.DELEGATION_GATE, procedure, day).reading))


def _exam_day(session: Session, case: RecognitionCase) -> date | None:
    newest = select(Exam.held_on).join(Examinee).where(Examinee.case_id == case.id).order_by(Examinee.id.desc())
    return session.scalar(newest.limit(1))


def _parts_of(session: Session, standard_id: int) -> tuple[tuple[str, str], ...]:
    query = select(Part).join(Edition).where(Edition.standard_id == standard_id).order_by(Edition.valid_from)
    found = {part.code: part.title_lv or part.title_en for part in session.scalars(query.add_columns(Part.position))}
    return tuple(found.items())


def _line(row: Delegation, today: date) -> DelegationLine:
    facts, standard = _facts(row), row.standard
    dates = (row.valid_from, row.valid_until)
    form = DelegationForm(row.standard_id, row.body, row.number, *dates, facts.parts, row.note)
    return DelegationLine(
        row.id, row.version, form, standard.code, standard.title_lv, standard.title_en, facts.holds_on(today)
    )


def _facts(row: Delegation) -> DelegationFacts:
    return DelegationFacts(
        row.number, row.valid_from, row.valid_until, tuple(row.parts.split("\n")) if row.parts else ()
    )


def _facts_of_form(form: DelegationForm) -> DelegationFacts:
    return DelegationFacts(form.number, form.valid_from, form.valid_until, form.parts)
