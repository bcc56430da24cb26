"""Every paper of a case as files in the order of its life, for whoever needs the whole: appeal, archive, package."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from sqlalchemy import select

from commission_app.documents.house_style import Pair, Text
from commission_app.errors import RefusedError
from commission_app.exchange import evidence_pdf
from commission_app.exchange.evidence_name import safe_name
from commission_app.i18n import OFFICE_ZONE, Language, capital, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import ProceduralDecision
from commission_app.models.evidence import EvidenceFile, EvidenceItem
from commission_app.models.score import Assessor
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.services import assessor_papers, case_papers, papers, procedural_decisions
from commission_app.services.paper_sources import both, worded
from commission_app.store.work import Reading


@dataclass(frozen=True)
class FilePaper:
    """One paper: what it is, its number and day where it has them, the name of its file, its bytes."""

    title: Text
    number: str
    day: date | None
    name: str
    data: bytes

    @property
    def pages(self) -> int | None:
        """How many pages it has, where that can be known."""
        return pages_of(self.name, self.data)


def papers_of(reading: Reading, case: RecognitionCase, language: Language) -> Iterator[FilePaper]:
    """Every paper that is no draft, the sheets of the assessors, then the evidence in the order of the portfolio."""
    for paper in case_papers.of_case(reading, case.id):
        if not paper.draft:
            named = _named(worded(paper.kind), paper.number)
            data = case_papers.render(reading, paper, language)
            yield FilePaper(named, paper.number, paper.day, papers.file_name(named.of(language)), data)
    yield from _on_the_course(reading, case, language)
    yield from _sheets(reading, case, language)
    yield from _evidence(reading, case)


def pages_of(name: str, data: bytes) -> int | None:
    """How many pages a file has, where that can be known: a PDF's own, one of a picture."""
    suffix = PurePath(name).suffix.casefold()
    if suffix in (".png", ".jpg", ".jpeg"):
        return 1
    if suffix != ".pdf":
        return None
    try:
        return evidence_pdf.pages(name, io.BytesIO(data))[0]
    except RefusedError:
        return None


def _on_the_course(reading: Reading, case: RecognitionCase, language: Language) -> Iterator[FilePaper]:
    rows = select(ProceduralDecision).where(
        ProceduralDecision.case_id == case.id, ProceduralDecision.state != DecisionState.DRAFT
    )
    for row in reading.session.scalars(rows.order_by(ProceduralDecision.id)):
        decided, what = _named(worded(PaperKind.DECISION), row.number), worded(row.kind)
        named = Pair(f"{decided.lv}: {what.lv}", f"{decided.en}: {what.en}")
        data = procedural_decisions.paper(reading, row.id, language)
        yield FilePaper(named, row.number, row.decided_on, papers.file_name(named.of(language)), data)


def _sheets(reading: Reading, case: RecognitionCase, language: Language) -> Iterator[FilePaper]:
    seats = (
        select(Assessor).where(Assessor.case_id == case.id, Assessor.finished_at.is_not(None)).order_by(Assessor.seat)
    )
    for assessor in reading.session.scalars(seats):
        named = both(marked("Sheet of assessor {seat}"), seat=assessor.seat)
        day = assessor.finished_at.astimezone(OFFICE_ZONE).date() if assessor.finished_at else None
        data = assessor_papers.sheet(reading, assessor.id, language)
        yield FilePaper(named, "", day, papers.file_name(named.of(language)), data)


def _evidence(reading: Reading, case: RecognitionCase) -> Iterator[FilePaper]:
    files = (
        select(EvidenceFile)
        .join(EvidenceItem)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active)
        .order_by(EvidenceItem.position, EvidenceFile.id)
    )
    for file in reading.session.scalars(files):
        number = f"P{file.item.position}"
        data = reading.blobs.read(reading.session, file.blob)
        yield FilePaper(f"{number} {file.item.title}", number, None, f"{number} {safe_name(file.name)}", data)


def _named(kind: Pair, number: str) -> Pair:
    return Pair(*(f"{capital(half)} {number}".strip() for half in (kind.lv, kind.en)))
