"""The page for the applicant: what is acquired and what is missing."""

from commission_app.documents import stackability as page
from commission_app.documents.house_style import Pair, Signatures, Text
from commission_app.documents.stackability import AcquiredLine, LeadsTo, StackFacts
from commission_app.i18n import Language
from commission_app.rules.vocabulary.accumulation import Stage
from commission_app.services import stackability
from commission_app.services.paper_sources import clerk, letterhead, pair
from commission_app.services.stackability import PartRow, QualificationRow, StackCard
from commission_app.store.work import Reading


def of_person(reading: Reading, person_id: int, language: Language) -> bytes:
    """The page of a person."""
    return _paper(reading, stackability.of_person(reading, person_id), language)


def of_case(reading: Reading, case_id: int, language: Language) -> bytes:
    """The page from a case, with its own qualification in any event."""
    return _paper(reading, stackability.of_case(reading, case_id), language)


def _paper(reading: Reading, card: StackCard, language: Language) -> bytes:
    facts = StackFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        made_on=reading.today,
        applicant=card.person,
        acquired=_acquired(card),
        total=card.total,
        leads_to=tuple(line for row in card.qualifications for line in _leads(row)),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return page.render(facts, language)


def _acquired(card: StackCard) -> tuple[AcquiredLine, ...]:
    """Each unit once, though it stands in several standards."""
    found: dict[int, AcquiredLine] = {}
    for row in card.qualifications:
        for unit in row.units:
            origin = unit.origin
            if origin is not None:
                line = AcquiredLine(
                    unit.code, pair(unit.title_lv, unit.title_en), origin.case_number, origin.on, origin.certificate
                )
                found.setdefault(unit.identity, line)
    return tuple(sorted(found.values(), key=lambda line: (line.on, line.code)))


def _leads(row: QualificationRow) -> tuple[LeadsTo, ...]:
    name = _named(row.code, row.title_lv, row.title_en)
    whole = LeadsTo(name, row.stage, row.held, row.wanted, (), row.against)
    return (whole, *(_part(row, part) for part in row.parts))


def _part(row: QualificationRow, part: PartRow) -> LeadsTo:
    held = sum(unit.origin is not None for unit in row.units if unit.part == part.code)
    name = _named(part.code, part.title_lv, part.title_en)
    missing = () if part.stage is Stage.COMPLETE else part.missing
    return LeadsTo(name, part.stage, held, held + len(part.missing), missing, is_part=True)


def _named(code: str, lv: str, en: str) -> Text:
    return Pair(f"{code} {lv or en}".strip(), f"{code} {en or lv}".strip())
