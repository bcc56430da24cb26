"""The mobility of a case as its tab shows it: agreement, units and whether they count, transcript, the acts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from commission_app.errors import Refusal, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.models.mobility import Mobility, MobilityPartner, MobilityUnit
from commission_app.rules import mobility as rules
from commission_app.rules.mobility import LearnedUnit, MobilityFacts
from commission_app.rules.vocabulary.mobility import MobilityAct
from commission_app.rules.workflow import takes_evidence
from commission_app.services.mobility_partners import memoranda_of
from commission_app.store.work import Reading


@dataclass(frozen=True)
class AgreementForm:
    """What the learning agreement says beside its units."""

    partner_id: int
    began_on: date
    ended_on: date
    number: str = ""
    assessment: str = ""
    home_person: str = ""
    host_person: str = ""
    learner_signed_on: date | None = None
    home_signed_on: date | None = None
    host_signed_on: date | None = None


@dataclass(frozen=True)
class UnitForm:
    """One unit: its own title with the host, the unit of the target qualification it stands for, and its result."""

    title: str
    unit_id: int | None = None
    agreed: bool = True
    passed: bool | None = None
    mark: str = ""
    points: Decimal | None = None
    hours: Decimal | None = None


@dataclass(frozen=True)
class TranscriptForm:
    """The personal transcript of the host: its number and date, and the document in the portfolio."""

    number: str
    issued_on: date
    item_id: int | None = None


@dataclass(frozen=True)
class UnitLine:
    """A unit as the tab shows it; `why_not` says why it does not count."""

    id: int
    form: UnitForm
    code: str
    target_lv: str
    target_en: str
    why_not: Refusal | None


@dataclass(frozen=True)
class ActLine:
    """One of the three acts: when and by whom it was done, what stands against it and against undoing it."""

    act: MobilityAct
    on: date | None
    by: str
    refusals: tuple[Refusal, ...]
    against_undoing: tuple[Refusal, ...]


@dataclass(frozen=True)
class Choices:
    """What the forms offer: partners, units of the target qualification, documents of the portfolio."""

    partners: tuple[tuple[int, str], ...]
    units: tuple[tuple[int, str, str, str], ...]
    items: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class MobilityCard:
    """The mobility of a case as its tab shows it; no agreement yet means only the choices."""

    case_id: int
    qualification: str
    choices: Choices
    seen: int | None = None
    partner: str = ""
    agreement: AgreementForm | None = None
    transcript: TranscriptForm | None = None
    units: tuple[UnitLine, ...] = ()
    acts: tuple[ActLine, ...] = ()
    next_act: MobilityAct | None = None
    warnings: tuple[Refusal, ...] = ()
    locked: tuple[Refusal, ...] = ()


def card(reading: Reading, case_id: int) -> MobilityCard:
    """The agreement, the units and why they count or not, the three acts."""
    case = reading.get(RecognitionCase, case_id)
    row, choices = of_case(reading, case.id), _choices(reading, case)
    if row is None:
        return MobilityCard(case.id, case.edition.standard.code, choices)
    facts = facts_of(row)
    transcript = None
    if row.transcript_on is not None:
        transcript = TranscriptForm(row.transcript_number, row.transcript_on, row.item_id)
    return MobilityCard(
        case.id,
        facts.qualification,
        choices,
        row.version,
        row.partner.name,
        _agreement(row),
        transcript,
        tuple(_unit_line(unit, learned, facts) for unit, learned in zip(row.units, facts.units, strict=True)),
        tuple(_act_line(row, facts, act) for act in rules.ORDER),
        rules.next_act(facts),
        rules.warnings(facts, memoranda_of(reading.session, row.partner_id), row.partner.name),
        _locked(row),
    )


def of_case(reading: Reading, case_id: int) -> Mobility | None:
    """The mobility of a case, if its agreement is entered."""
    return reading.session.scalars(select(Mobility).where(Mobility.case_id == case_id)).one_or_none()


def facts_of(row: Mobility) -> MobilityFacts:
    """A mobility as the rules see it."""
    case = row.case
    asked = {claim.unit_id for claim in case.claims}
    days = (row.assessed_on, row.validated_on, row.recognised_on)
    return MobilityFacts(
        qualification=case.edition.standard.code,
        began_on=row.began_on,
        ended_on=row.ended_on,
        signed=(row.learner_signed_on, row.home_signed_on, row.host_signed_on),
        transcript_on=row.transcript_on,
        units=tuple(
            LearnedUnit(
                one.title, one.unit.code if one.unit is not None else "", one.unit_id in asked, one.agreed, one.passed
            )
            for one in row.units
        ),
        done={act: day for act, day in zip(rules.ORDER, days, strict=True) if day is not None},
        case_open=takes_evidence(case.state),
        number=case.number,
    )


def _locked(row: Mobility) -> tuple[Refusal, ...]:
    if not takes_evidence(row.case.state):
        return (refusal("case.portfolio_closed", number=row.case.number),)
    return (refusal("mobility.assessed"),) if row.assessed_on is not None else ()


def _agreement(row: Mobility) -> AgreementForm:
    return AgreementForm(
        row.partner_id,
        row.began_on,
        row.ended_on,
        row.number,
        row.assessment,
        row.home_person,
        row.host_person,
        row.learner_signed_on,
        row.home_signed_on,
        row.host_signed_on,
    )


def _unit_line(row: MobilityUnit, learned: LearnedUnit, facts: MobilityFacts) -> UnitLine:
    unit = row.unit
    form = UnitForm(
        row.title, row.unit_id, row.agreed, row.passed, row.mark, thousands(row.points), thousands(row.hours)
    )
    titles = (unit.code, unit.title_lv, unit.title_en) if unit is not None else ("", "", "")
    return UnitLine(row.id, form, *titles, rules.why_not(learned, facts.qualification))


def _act_line(row: Mobility, facts: MobilityFacts, act: MobilityAct) -> ActLine:
    by = {
        MobilityAct.ASSESS: row.assessed_by,
        MobilityAct.VALIDATE: row.validated_by,
        MobilityAct.RECOGNISE: row.recognised_by,
    }
    return ActLine(act, facts.done.get(act), by[act], rules.against(facts, act), rules.against_undoing(facts, act))


def _choices(reading: Reading, case: RecognitionCase) -> Choices:
    partners = reading.session.scalars(select(MobilityPartner).order_by(func.lower(MobilityPartner.name)))
    items = reading.session.scalars(
        select(EvidenceItem).where(EvidenceItem.case_id == case.id).order_by(EvidenceItem.id)
    )
    return Choices(
        tuple((row.id, f"{row.name} ({row.country})") for row in partners),
        tuple((unit.id, unit.code, unit.title_lv, unit.title_en) for unit in case.edition.units),
        tuple((item.id, item.title) for item in items),
    )


def thousands(value: int | None) -> Decimal | None:
    """A figure stored in thousandths."""
    return None if value is None else Decimal(value) / 1000
