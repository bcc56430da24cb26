"""The whole file of an appeal in one press: certified copies with contents list and chronology, as one archive."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import select

from commission_app.documents import appeal_contents, assessor_sheet
from commission_app.documents.appeal_contents import ContentsFacts, ListedPaper
from commission_app.documents.assessor_sheet import AssessorSheetFacts, SheetOutcome
from commission_app.documents.house_style import Pair, Signatures, Signer, Text
from commission_app.errors import RefusedError
from commission_app.exchange import evidence_pdf
from commission_app.exchange.evidence_name import safe_name
from commission_app.i18n import OFFICE_ZONE, Language, marked
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceFile, EvidenceItem
from commission_app.models.score import Assessor
from commission_app.services import appeal_chronology, appeal_facts, case_papers, papers, people
from commission_app.services.paper_sources import (
    both,
    clerk,
    letterhead,
    order,
    pair,
    title,
    worded,
)
from commission_app.store.work import Reading

_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the same file gives the same bytes."""
CONTENTS = "00"


@dataclass(frozen=True)
class FileMade:
    """The archive with its name, and how many pages it is known to hold."""

    name: str
    data: bytes
    papers: int
    pages: int


def whole_file(reading: Reading, appeal_id: int, language: Language) -> FileMade:
    """Everything that the examining body needs, numbered, listed and certified; can be cancelled between papers."""
    appeal = reading.get(Appeal, appeal_id)
    case = reading.get(RecognitionCase, appeal.case_id)
    reading.opened.add(case.person.uid)
    out = io.BytesIO()
    listed: list[ListedPaper] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for position, (named, name, data) in enumerate(_papers(reading, case, language), 1):
            reading.progress.step(position, 0)
            entry = f"{position:02} {name}"
            _put(archive, entry, data)
            listed.append(ListedPaper(position, entry, named, _pages(name, data), hashlib.sha256(data).hexdigest()))
        facts = _contents(reading, appeal, case, tuple(listed), language)
        first = f"{CONTENTS} {papers.file_name(language.say_of('paper', 'Contents'))}"
        _put(archive, first, appeal_contents.render(facts, language))
    made = papers.file_name(f"{appeal.number}-{case.number}-{language.code}").removesuffix(".pdf")
    return FileMade(f"{made}.zip", out.getvalue(), len(listed), facts.pages)


def assessor_paper(reading: Reading, assessor_id: int, language: Language) -> bytes:
    """The finished sheet of one assessor, outcome by outcome.

    Refused: while the assessor has not finished.
    """
    assessor = reading.get(Assessor, assessor_id)
    if assessor.finished_at is None:
        raise RefusedError("appeal.sheet_open", name=assessor.name)
    case = assessor.case
    reading.opened.add(case.person.uid)
    day = assessor.finished_at.astimezone(OFFICE_ZONE).date()
    rows = sorted(assessor.scores, key=lambda row: (row.outcome.unit.position, row.outcome.position))
    facts = AssessorSheetFacts(
        letterhead=letterhead(reading.session, day, language),
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        programme=title(case.edition),
        seat=assessor.seat,
        side=worded(assessor.side),
        finished_on=day,
        rows=tuple(
            SheetOutcome(
                row.outcome.unit.code,
                row.outcome.code,
                pair(row.outcome.text_lv, row.outcome.text_en),
                worded(row.result),
                row.reason,
            )
            for row in rows
        ),
        signatures=Signatures((Signer(both(marked("Assessor")), assessor.name),)),
    )
    return assessor_sheet.render(facts, language)


def _papers(reading: Reading, case: RecognitionCase, language: Language) -> Iterator[tuple[Text, str, bytes]]:
    """Every paper of the case in the order of its life, then the sheets of the assessors, then the evidence."""
    for paper in case_papers.of_case(reading, case.id):
        if paper.draft:
            continue
        named = Pair(*(f"{half[:1].upper()}{half[1:]} {paper.number}".strip() for half in _halves(worded(paper.kind))))
        yield named, papers.file_name(f"{named.of(language)}"), case_papers.render(reading, paper, language)
    seats = (
        select(Assessor).where(Assessor.case_id == case.id, Assessor.finished_at.is_not(None)).order_by(Assessor.seat)
    )
    for assessor in reading.session.scalars(seats):
        named = both(marked("Sheet of assessor {seat}"), seat=assessor.seat)
        yield named, papers.file_name(named.of(language)), assessor_paper(reading, assessor.id, language)
    files = (
        select(EvidenceFile)
        .join(EvidenceItem)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active)
        .order_by(EvidenceItem.position, EvidenceFile.id)
    )
    for file in reading.session.scalars(files):
        said = f"P{file.item.position} {file.item.title}"
        yield said, f"P{file.item.position} {safe_name(file.name)}", reading.blobs.read(reading.session, file.blob)


def _contents(
    reading: Reading, appeal: Appeal, case: RecognitionCase, listed: tuple[ListedPaper, ...], language: Language
) -> ContentsFacts:
    against = appeal_facts.contested(reading, appeal)
    commission = case.commission
    return ContentsFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        appeal_number=appeal.number,
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, appeal.received_on)),
        against=appeal_chronology.contested_said(against),
        grounds=appeal.grounds,
        body=appeal.body,
        made_on=reading.today,
        papers=listed,
        commission=pair(commission.name_lv, commission.name_en) if commission is not None else "",
        order=order(commission) if commission is not None else "",
        bylaw=appeal_chronology.bylaw_said(reading, appeal),
        conflicts=appeal_chronology.conflicts(reading, appeal),
        events=appeal_chronology.events(reading, appeal, case),
        signatures=Signatures((clerk(reading.actor),)),
    )


def _halves(text: Text) -> tuple[str, str]:
    return (text.lv, text.en) if isinstance(text, Pair) else (text, text)


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _ALWAYS)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _pages(name: str, data: bytes) -> int | None:
    if PurePath(name).suffix.casefold() != ".pdf":
        return None
    try:
        return evidence_pdf.pages(name, io.BytesIO(data))[0]
    except RefusedError:
        return None
