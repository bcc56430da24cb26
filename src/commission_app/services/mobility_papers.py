"""The papers of mobility, gathered from the case: the learning agreement and the personal transcript."""

from commission_app.documents import mobility as papers
from commission_app.documents.house_style import Pair, Signatures
from commission_app.documents.mobility import DoneAct, MobilityPaperFacts, PrintedUnit
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.mobility import Mobility, MobilityUnit
from commission_app.rules import mobility as rules
from commission_app.rules.mobility import LearnedUnit
from commission_app.services import people
from commission_app.services.mobility_cards import facts_of, of_case, thousands
from commission_app.services.mobility_partners import memoranda_of
from commission_app.services.paper_sources import clerk, letterhead, title, worded
from commission_app.store.work import Reading


def agreement(reading: Reading, case_id: int, language: Language) -> bytes:
    """The learning agreement as a PDF. Refused: while none is entered."""
    return papers.agreement(_facts(reading, case_id, language), language)


def transcript(reading: Reading, case_id: int, language: Language) -> bytes:
    """The personal transcript as a PDF. Refused: while no agreement is entered."""
    return papers.transcript(_facts(reading, case_id, language), language)


def _facts(reading: Reading, case_id: int, language: Language) -> MobilityPaperFacts:
    case, row = reading.get(RecognitionCase, case_id), of_case(reading, case_id)
    if row is None:
        raise RefusedError("mobility.no_agreement")
    reading.opened.add(case.person.uid)
    head, facts, partner = letterhead(reading.session, reading.today, language), facts_of(row), row.partner
    held = memoranda_of(reading.session, partner.id)
    return MobilityPaperFacts(
        letterhead=head,
        number=row.number,
        made_on=reading.today,
        learner=people.full_name(case.person),
        home=head.institution,
        host=", ".join(part for part in (partner.name, partner.city, partner.country) if part),
        qualification=title(case.edition),
        memoranda=tuple(one.number for one in held if one.covers(row.began_on, row.ended_on)),
        began_on=row.began_on,
        ended_on=row.ended_on,
        assessment=row.assessment,
        home_person=row.home_person,
        host_person=row.host_person,
        signed=facts.signed,
        transcript_number=row.transcript_number,
        transcript_on=row.transcript_on,
        units=tuple(
            _unit(unit, learned, facts.qualification) for unit, learned in zip(row.units, facts.units, strict=True)
        ),
        acts=_acts(row),
        signatures=Signatures((clerk(reading.actor),)),
    )


def _unit(row: MobilityUnit, learned: LearnedUnit, qualification: str) -> PrintedUnit:
    unit = row.unit
    target = Pair(unit.title_lv or unit.title_en, unit.title_en or unit.title_lv) if unit is not None else ""
    code = unit.code if unit is not None else ""
    points, hours = (thousands(one) for one in (row.points, row.hours))
    why_not = rules.why_not(learned, qualification)
    return PrintedUnit(row.title, code, target, row.passed, row.mark, points, hours, why_not)


def _acts(row: Mobility) -> tuple[DoneAct, ...]:
    days = (row.assessed_on, row.validated_on, row.recognised_on)
    names = (row.assessed_by, row.validated_by, row.recognised_by)
    return tuple(
        DoneAct(worded(act), day, by) for act, day, by in zip(rules.ORDER, days, names, strict=True) if day is not None
    )
