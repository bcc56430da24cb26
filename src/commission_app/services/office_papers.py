"""The papers of a case that are made when asked for: forms, statements, memos; each with what stands against it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.rules.vocabulary.office_paper import OfficePaper
from commission_app.services import applicant_papers, statement_papers
from commission_app.store.work import Reading

Against = Callable[[Session, RecognitionCase], tuple[Refusal, ...]]
Made = Callable[[Reading, RecognitionCase, Language], bytes]


@dataclass(frozen=True)
class OfferedPaper:
    """A paper that can be made of a case, and what stands against it now."""

    kind: OfficePaper
    against: tuple[Refusal, ...]


def of_case(reading: Reading, case_id: int) -> tuple[OfferedPaper, ...]:
    """Every such paper of a case."""
    case = reading.get(RecognitionCase, case_id)
    return tuple(OfferedPaper(kind, _AGAINST[kind](reading.session, case)) for kind in OfficePaper)


def render(reading: Reading, kind: OfficePaper, case_id: int, language: Language) -> bytes:
    """Such a paper. Refused: while what it would state is not there."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    for reason in _AGAINST[kind](reading.session, case):
        raise RefusedError.of(reason)
    return _MADE[kind](reading, case, language)


def _nothing(_session: Session, _case: RecognitionCase) -> tuple[Refusal, ...]:
    return ()


def _no_units(_session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    return () if case.claims else (refusal("office_paper.no_units", number=case.number),)


def _application(reading: Reading, case: RecognitionCase, language: Language, *, blank: bool) -> bytes:
    return applicant_papers.application(reading, case.id, language, blank=blank)


def _self_sheet(reading: Reading, case: RecognitionCase, language: Language, *, blank: bool) -> bytes:
    return applicant_papers.self_sheet(reading, case.id, language, blank=blank)


_AGAINST: Mapping[OfficePaper, Against] = {
    OfficePaper.APPLICATION_BLANK: _nothing,
    OfficePaper.APPLICATION: _nothing,
    OfficePaper.SELF_BLANK: _no_units,
    OfficePaper.SELF: _no_units,
    OfficePaper.ACKNOWLEDGEMENT: statement_papers.against_acknowledgement,
    OfficePaper.FUNDER: statement_papers.against_funder,
    OfficePaper.STUDY_MEMO: statement_papers.against_memo,
    OfficePaper.EUROPASS: statement_papers.against_europass,
}
_MADE: Mapping[OfficePaper, Made] = {
    OfficePaper.APPLICATION_BLANK: partial(_application, blank=True),
    OfficePaper.APPLICATION: partial(_application, blank=False),
    OfficePaper.SELF_BLANK: partial(_self_sheet, blank=True),
    OfficePaper.SELF: partial(_self_sheet, blank=False),
    OfficePaper.ACKNOWLEDGEMENT: statement_papers.acknowledgement,
    OfficePaper.FUNDER: statement_papers.funder,
    OfficePaper.STUDY_MEMO: statement_papers.study_memo,
    OfficePaper.EUROPASS: statement_papers.europass,
}
