"""Volumes of the archive: case files and years of registers bound, corrected while open, certified, opened again."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents.house_style import Pair
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import LATVIAN, Language, marked
from commission_app.models.appeal import Appeal
from commission_app.models.archive import ArchiveDeed, ArchiveDeedLine, NomenclatureEntry, Volume
from commission_app.models.case import RecognitionCase
from commission_app.rules import archive, canonical
from commission_app.rules.archive import Contents, HeldPaper, VolumeFacts
from commission_app.rules.vocabulary.appeal import AppealState
from commission_app.rules.vocabulary.archive import DeedKind, DeedState, VolumeState
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.workflow import is_open
from commission_app.services import archive_nomenclature, book_files, case_file, people
from commission_app.services.case_file import FilePaper
from commission_app.services.paper_sources import both, worded
from commission_app.store.work import Reading, Work

LONGEST_TITLE = 300
_OPEN_APPEALS = (AppealState.RECEIVED, AppealState.SENT)


@dataclass(frozen=True)
class VolumeForm:
    """What may be corrected in a volume while it is being put together."""

    title_lv: str
    title_en: str
    contents: Contents
    place: str = ""
    lettered: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Binding:
    """One file of several that are bound together, and how its pages were printed."""

    case_id: int
    both_sides: bool = False


@dataclass(frozen=True)
class Certification:
    """One volume of several that are certified together: which, when, by whom."""

    volume_id: int
    on: date
    name: str
    post_lv: str
    post_en: str = ""


@dataclass(frozen=True)
class VolumeCard:
    """A volume with what lies in it, and what stands against each act upon it."""

    id: int
    version: int
    index_no: str
    form: VolumeForm
    case_id: int | None
    case_number: str
    year: int
    part: int
    parts: int
    first_day: date
    last_day: date
    state: VolumeState
    certified_on: date | None
    certified_by: str
    keep_until: date | None
    deed: str
    against_handover: tuple[Refusal, ...]
    against_destruction: tuple[Refusal, ...]
    against_edit: tuple[Refusal, ...]
    against_certifying: tuple[Refusal, ...]
    against_opening: tuple[Refusal, ...]


def card(reading: Reading, volume_id: int) -> VolumeCard:
    """One volume."""
    row = reading.get(Volume, volume_id)
    case = reading.get(RecognitionCase, row.case_id) if row.case_id is not None else None
    if case is not None:
        reading.opened.add(case.person.uid)
    contents = archive.read_contents(row.contents)
    deed = deed_of(reading.session, row.id)
    return VolumeCard(
        id=row.id,
        version=row.version,
        index_no=row.entry.index_no,
        form=VolumeForm(row.title_lv, row.title_en, contents, row.place, row.lettered, row.missing),
        case_id=row.case_id,
        case_number=case.number if case is not None else "",
        year=row.year,
        part=row.part,
        parts=parts(reading.session, row),
        first_day=row.first_day,
        last_day=row.last_day,
        state=row.state,
        certified_on=row.certified_on,
        certified_by=row.certified_by,
        keep_until=row.keep_until,
        deed=deed,
        against_handover=archive.against_deed(DeedKind.HANDOVER, facts_of(reading.session, row), reading.today),
        against_destruction=archive.against_deed(DeedKind.DESTRUCTION, facts_of(reading.session, row), reading.today),
        against_edit=_against_edit(row),
        against_certifying=_against_edit(row) or _against_empty(row),
        against_opening=_against_opening(row, deed),
    )


def against_binding(reading: Reading, case_id: int) -> tuple[Refusal, ...]:
    """What stands against binding the file of a case now."""
    case = reading.get(RecognitionCase, case_id)
    found: list[Refusal] = []
    if is_open(case.state):
        found.append(refusal("archive.case_open", number=case.number))
    bound = reading.session.scalar(select(Volume.id).where(Volume.case_id == case.id).limit(1))
    if bound is not None:
        found.append(refusal("archive.case_bound", number=case.number))
    if _entry_of_case(reading.session, case) is None:
        found.append(_no_index(case))
    return tuple(found)


def bind_one(work: Work, piece: Binding) -> tuple[int, ...]:
    """One of several chosen files is bound. Refused: as when a single one is."""
    return bind_case(work, piece.case_id, both_sides=piece.both_sides)


def bind_case(work: Work, case_id: int, *, both_sides: bool = False) -> tuple[int, ...]:
    """The file of a closed case is bound: its papers and evidence in volumes that can be sewn; gives their keys.

    Pages printed on both sides take half the sheets. Refused: while the case is open, when it is bound already,
    without an index in the nomenclature.
    """
    case = work.lock(RecognitionCase, case_id)
    for reason in against_binding(work, case_id):
        raise RefusedError.of(reason)
    entry = _entry_of_case(work.session, case)
    assert entry is not None
    name = people.full_name(people.name_on(case.person, case.received_on))
    work.opened.add(case.person.uid)
    held = tuple(_held(paper, both_sides) for paper in case_file.papers_of(work, case, LATVIAN))
    called = both(marked("File of applicant {name}, case {number}"), name=name, number=case.number)
    rows = []
    for part, contents in enumerate(archive.in_volumes(held), 1):
        row = _made(entry, called, contents, case.received_on, case.closed_on or work.today)
        row.case_id, row.year, row.part = case.id, case.received_on.year, part
        row.both_sides = both_sides
        rows.append(row)
    work.add(*rows)
    work.session.flush()
    work.about(case.uid, *(row.uid for row in rows))
    return tuple(row.id for row in rows)


def book_pages(reading: Reading, book: Book, year: int, language: Language) -> int:
    """How many pages the printed book of a year has; counted before it is bound, because a long book takes a while."""
    return case_file.pages_of("book.pdf", book_files.export(reading, book, year, "pdf", language)) or 0


def bind_book(work: Work, book: Book, year: int, pages: int) -> int:
    """A year of a register is bound as a volume; gives its key.

    Refused: before the year is over, when it is bound already, without an index in the nomenclature, or empty.
    """
    entry = archive_nomenclature.for_book(work.session, book, date(year, 12, 31))
    if entry is None:
        raise RefusedError("archive.no_index_for_book", book=book, year=str(year))
    if year >= work.today.year:
        raise RefusedError("archive.year_open", at="year", year=str(year))
    if work.session.scalar(select(Volume.id).where(Volume.book == book, Volume.year == year).limit(1)) is not None:
        raise RefusedError("archive.book_bound", book=book, year=str(year))
    if pages < 1:
        raise RefusedError("archive.book_empty", book=book, year=str(year))
    named = worded(book)
    title = Pair(f"{named.lv}, {year}", f"{named.en}, {year}")
    last = date(year, 12, 31)
    contents = Contents((HeldPaper("", title.lv, title.en, last, pages),))
    row = _made(entry, title, contents, date(year, 1, 1), last)
    row.book, row.year, row.part = book, year, 1
    work.add(row)
    work.session.flush()
    work.about(row.uid)
    return row.id


def edit(work: Work, volume_id: int, seen: int, form: VolumeForm) -> None:
    """A volume is put in order: its title, its papers and their sheets, where it stands.

    Refused: once it is certified, without a title, with a paper that has no name or no sheets.
    """
    row = work.lock(Volume, volume_id, seen)
    for reason in _against_edit(row):
        raise RefusedError.of(reason)
    if not form.title_lv.strip():
        raise RefusedError("archive.no_title", at="title_lv")
    archive.check_contents(form.contents)
    row.title_lv, row.title_en = form.title_lv.strip(), form.title_en.strip()
    row.place, row.lettered, row.missing = form.place.strip(), form.lettered.strip(), form.missing.strip()
    row.contents, row.sheets = canonical.written(form.contents), form.contents.sheets
    if days := form.contents.days:
        row.first_day, row.last_day = min(row.first_day, days[0]), max(row.last_day, days[-1])


def certify(work: Work, volume_id: int, seen: int, on: date, name: str, post_lv: str, post_en: str = "") -> None:
    """A volume is certified: its sheets are counted, and until when it is kept follows from its index.

    Refused: when it is certified already, empty, without a name, on a day before its last paper or after today.
    """
    row = work.lock(Volume, volume_id, seen)
    for reason in _against_edit(row) or _against_empty(row):
        raise RefusedError.of(reason)
    if not name.strip():
        raise RefusedError("archive.no_certifier", at="name")
    if not row.last_day <= on <= work.today:
        raise RefusedError("archive.certified_day", at="on", day=on, last=row.last_day)
    row.state, row.certified_on, row.certified_by = VolumeState.CERTIFIED, on, name.strip()
    row.certified_post_lv, row.certified_post_en = post_lv.strip(), post_en.strip()
    closed = _closed_on(work.session, row)
    row.keep_until = archive.keep_until(row.entry.years, row.entry.kept_since, closed, row.last_day)


def certify_one(work: Work, piece: Certification) -> None:
    """One of several chosen volumes is certified as it stands now. Refused: as when a single one is."""
    seen = work.get(Volume, piece.volume_id).version
    certify(work, piece.volume_id, seen, piece.on, piece.name, piece.post_lv, piece.post_en)


def open_again(work: Work, volume_id: int, seen: int) -> None:
    """A certified volume is opened again to be put right. Refused: once it stands in a deed."""
    row = work.lock(Volume, volume_id, seen)
    for reason in _against_opening(row, deed_of(work.session, row.id)):
        raise RefusedError.of(reason)
    row.state, row.certified_on, row.keep_until = VolumeState.OPEN, None, None
    row.certified_by = row.certified_post_lv = row.certified_post_en = ""


def take_apart(work: Work, volume_id: int, seen: int) -> None:
    """A volume that was bound too early is taken apart: it is as if it had not been bound. Refused: once certified."""
    row = work.lock(Volume, volume_id, seen)
    for reason in _against_edit(row):
        raise RefusedError.of(reason)
    together = [row]
    if row.case_id is not None:
        query = select(Volume).where(Volume.case_id == row.case_id, Volume.id != row.id)
        together += work.session.scalars(query).all()
        for other in together:
            for reason in _against_edit(other):
                raise RefusedError.of(reason)
    work.remove(together)


def parts(session: Session, row: Volume) -> int:
    """How many volumes the same file has."""
    if row.case_id is None:
        return 1
    return len(session.scalars(select(Volume.id).where(Volume.case_id == row.case_id)).all())


def deed_of(session: Session, volume_id: int) -> str:
    """The number of the newest deed a volume stands in; nothing where it stands in none."""
    query = select(ArchiveDeed.number).join(ArchiveDeedLine).where(ArchiveDeedLine.volume_id == volume_id)
    return session.scalars(query.order_by(ArchiveDeed.id.desc()).limit(1)).first() or ""


def facts_of(session: Session, row: Volume) -> VolumeFacts:
    """A volume as the rules see it."""
    appeal = ""
    if row.case_id is not None:
        open_ones = select(Appeal.number).where(Appeal.case_id == row.case_id, Appeal.state.in_(_OPEN_APPEALS))
        appeal = session.scalars(open_ones.limit(1)).first() or ""
    open_deed = select(ArchiveDeed.number).join(ArchiveDeedLine)
    open_deed = open_deed.where(ArchiveDeedLine.volume_id == row.id, ArchiveDeed.state != DeedState.DONE)
    deed = session.scalars(open_deed.limit(1)).first() or ""
    return VolumeFacts(name_of(row), row.state, row.keep_until, deed, appeal)


def name_of(row: Volume) -> str:
    """A volume as sentences name it: index, part and title."""
    return f"{row.entry.index_no}, {row.part}: {row.title_lv}"


def _made(entry: NomenclatureEntry, title: Pair, contents: Contents, first: date, last: date) -> Volume:
    days = contents.days
    return Volume(
        entry_id=entry.id,
        title_lv=title.lv,
        title_en=title.en,
        first_day=min([first, *days]),
        last_day=days[-1] if days else last,
        sheets=contents.sheets,
        contents=canonical.written(contents),
        state=VolumeState.OPEN,
    )


def _held(paper: FilePaper, both_sides: bool) -> HeldPaper:
    halves = (paper.title.lv, paper.title.en) if isinstance(paper.title, Pair) else (paper.title, paper.title)
    # Its number has a column of its own; the name stands without it.
    lv, en = (half.removeprefix(f"{paper.number} ") or half for half in halves)
    sheets = archive.sheets_of(paper.pages or 1, both_sides)
    return HeldPaper(paper.number, lv[:LONGEST_TITLE], en[:LONGEST_TITLE], paper.day, sheets)


def _entry_of_case(session: Session, case: RecognitionCase) -> NomenclatureEntry | None:
    return archive_nomenclature.for_case(session, case.procedure, case.received_on, case.nomenclature)


def _no_index(case: RecognitionCase) -> Refusal:
    if case.nomenclature:
        return refusal("archive.index_unknown", number=case.number, index=case.nomenclature)
    return refusal("archive.no_index_for_case", number=case.number)


def _closed_on(session: Session, row: Volume) -> date:
    """The day a case was closed, else that of its last paper; of a register the end of its year."""
    if row.case_id is None:
        return date(row.year, 12, 31)
    return session.get_one(RecognitionCase, row.case_id).closed_on or row.last_day


def _against_edit(row: Volume) -> tuple[Refusal, ...]:
    if row.state is VolumeState.OPEN:
        return ()
    return (refusal("archive.volume_state", volume=name_of(row), state=row.state),)


def _against_empty(row: Volume) -> tuple[Refusal, ...]:
    return () if row.sheets else (refusal("archive.volume_empty", volume=name_of(row)),)


def _against_opening(row: Volume, deed: str) -> tuple[Refusal, ...]:
    if row.state is not VolumeState.CERTIFIED:
        return (refusal("archive.volume_state", volume=name_of(row), state=row.state),)
    if deed:
        return (refusal("archive.in_deed", volume=name_of(row), number=deed),)
    return ()
