"""The archive package of a case in one press: every paper and evidence, the contents, an index and the control sums."""

import csv
import hashlib
import io
import zipfile

from commission_app.documents import package_contents
from commission_app.documents.appeal_contents import ListedPaper
from commission_app.documents.house_style import Signatures, text_of
from commission_app.documents.package_contents import PackageFacts
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.services import case_file, papers, people
from commission_app.services.appeal_file import CONTENTS, FileMade, put
from commission_app.services.paper_sources import clerk, letterhead, title
from commission_app.store.work import Reading

INDEX, SUMS = "index.csv", "SHA256SUMS.txt"


def package(reading: Reading, case_id: int, language: Language) -> FileMade:
    """The whole case as one archive file that proves itself; it can be cancelled between papers."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    out = io.BytesIO()
    listed: list[ListedPaper] = []
    days: list[tuple[str, str]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for position, paper in enumerate(case_file.papers_of(reading, case, language), 1):
            reading.progress.step(position, 0)
            entry = f"{position:02} {paper.name}"
            put(archive, entry, paper.data)
            control = hashlib.sha256(paper.data).hexdigest()
            listed.append(ListedPaper(position, entry, paper.title, paper.pages, control))
            days.append((paper.number, paper.day.isoformat() if paper.day else ""))
        facts = _facts(reading, case, tuple(listed), language)
        first = f"{CONTENTS} {papers.file_name(language.say_of('paper', 'Contents'))}"
        contents = package_contents.render(facts, language)
        put(archive, first, contents)
        put(archive, INDEX, _index(listed, days, language))
        sums = [f"{hashlib.sha256(contents).hexdigest()}  {first}"]
        sums += [f"{one.sha256}  {one.name}" for one in listed]
        put(archive, SUMS, ("\n".join(sums) + "\n").encode())
    name = papers.file_name(f"{case.number}-{language.code}").removesuffix(papers.SUFFIX)
    return FileMade(f"{name}.zip", out.getvalue(), len(listed), facts.pages)


def _facts(
    reading: Reading, case: RecognitionCase, listed: tuple[ListedPaper, ...], language: Language
) -> PackageFacts:
    return PackageFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        case_number=case.number,
        index_no=case.nomenclature,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        programme=title(case.edition),
        made_on=reading.today,
        papers=listed,
        signatures=Signatures((clerk(reading.actor),)),
    )


def _index(listed: list[ListedPaper], days: list[tuple[str, str]], language: Language) -> bytes:
    """The index for machines: a line a file, with a mark that Excel reads Latvian letters by."""
    said = io.StringIO(newline="")
    lines = csv.writer(said, delimiter=";")
    lines.writerow(("position", "file", "title", "number", "date", "pages", "sha256"))
    for one, (number, day) in zip(listed, days, strict=True):
        cells = (one.position, one.name, text_of(one.title, language), number, day, one.pages or "", one.sha256)
        lines.writerow([_harmless(str(cell)) for cell in cells])
    return b"\xef\xbb\xbf" + said.getvalue().encode()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell
