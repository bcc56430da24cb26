"""The whole file of an appeal in one press: certified copies with contents list and chronology, as one archive."""

import hashlib
import io
import zipfile
from dataclasses import dataclass

from commission_app.documents import appeal_contents
from commission_app.documents.appeal_contents import ContentsFacts, ListedPaper
from commission_app.documents.house_style import Signatures
from commission_app.i18n import Language
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.services import appeal_chronology, appeal_facts, case_file, papers, people
from commission_app.services.paper_sources import clerk, letterhead, order, pair
from commission_app.store.work import Reading

_ALWAYS = (1980, 1, 1, 0, 0, 0)
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
        for position, paper in enumerate(case_file.papers_of(reading, case, language), 1):
            reading.progress.step(position, 0)
            entry = f"{position:02} {paper.name}"
            put(archive, entry, paper.data)
            control = hashlib.sha256(paper.data).hexdigest()
            listed.append(ListedPaper(position, entry, paper.title, paper.pages, control))
        facts = _contents(reading, appeal, case, tuple(listed), language)
        first = f"{CONTENTS} {papers.file_name(language.say_of('paper', 'Contents'))}"
        put(archive, first, appeal_contents.render(facts, language))
    made = papers.file_name(f"{appeal.number}-{case.number}-{language.code}").removesuffix(".pdf")
    return FileMade(f"{made}.zip", out.getvalue(), len(listed), facts.pages)


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


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Lays a file into an archive, always with the same date: the same files give the same bytes."""
    entry = zipfile.ZipInfo(name, _ALWAYS)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
