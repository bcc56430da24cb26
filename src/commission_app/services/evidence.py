"""The portfolio: evidence items with their files, compared with originals."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange.evidence_file import FileFinding, examine
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceFile, EvidenceItem
from commission_app.rules import evidence_details
from commission_app.rules.collation import fold
from commission_app.rules.evidence_details import Details
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.sufficiency import is_stale
from commission_app.rules.vocabulary.evidence import EvidenceKind, Translation
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.workflow import takes_evidence
from commission_app.services import provisions
from commission_app.services.conflict_bars import require_unbarred
from commission_app.store.work import Reading, Work

KNOWN_SUBJECTS = 2000


@dataclass(frozen=True)
class EvidenceForm:
    """What is asked about an evidence item."""

    kind: EvidenceKind
    title: str
    issuer: str = ""
    issued_on: date | None = None
    language: str = ""
    note: str = ""
    subject: str = ""
    translation: Translation = Translation.NOT_NEEDED
    translator: str = ""
    details: Details | None = None


@dataclass(frozen=True)
class NewFile:
    """A file offered to the portfolio, by its own name."""

    name: str
    data: bytes


@dataclass(frozen=True)
class FileLine:
    """A file of an evidence item."""

    id: int
    name: str
    media_type: str
    pages: int | None
    size: int
    sha256: str


@dataclass(frozen=True)
class ItemLine:
    """An evidence item as the portfolio shows it."""

    id: int
    uid: UUID
    version: int
    position: int
    form: EvidenceForm
    files: tuple[FileLine, ...]
    links: int
    compared_at: datetime | None
    compared_by: str
    original_returned: bool
    stale: bool
    copy_certified: bool = False
    copy_certified_by: str = ""
    active: bool = True
    replaces_id: int | None = None
    from_case_number: str = ""
    proves_nothing: Refusal | None = None
    """Why the item carries no outcome by itself, whatever is linked to it."""


@dataclass(frozen=True)
class Attached:
    """What became of files given to an item: the item, and what is worth saying of each file."""

    item_id: int
    remarks: tuple[Refusal, ...]


def attach(work: Work, case_id: int, form: EvidenceForm, files: tuple[NewFile, ...] = ()) -> Attached:
    """An evidence item enters the portfolio with its files.

    Refused: after the portfolio was closed, a file that cannot be evidence, a date in the future.
    """
    case = open_case(work, case_id)
    item, remarks = put_in(work, case, form, files)
    return Attached(item.id, remarks)


def put_in(
    work: Work, case: RecognitionCase, form: EvidenceForm, files: tuple[NewFile, ...]
) -> tuple[EvidenceItem, tuple[Refusal, ...]]:
    """A new item at the end of a portfolio that the act holds locked."""
    check_form(form, work.today)
    last = work.session.scalar(select(func.max(EvidenceItem.position)).where(EvidenceItem.case_id == case.id))
    item = EvidenceItem(case_id=case.id, position=(last or 0) + 1)
    _write(item, form)
    work.add(item)
    work.session.flush()
    remarks = _store_files(work, item, files)
    work.touch(case)
    return item, remarks


def attach_files(work: Work, item_id: int, seen: int, files: tuple[NewFile, ...]) -> Attached:
    """More files are laid to an evidence item."""
    item = work.get(EvidenceItem, item_id)
    case = open_case(work, item.case_id)
    item = work.lock(EvidenceItem, item_id, seen)
    remarks = _store_files(work, item, files)
    work.touch(item)
    work.touch(case)
    return Attached(item.id, remarks)


def edit(work: Work, item_id: int, seen: int, form: EvidenceForm) -> None:
    """What is said of an evidence item changes."""
    case = open_case(work, work.get(EvidenceItem, item_id).case_id)
    check_form(form, work.today)
    _write(work.lock(EvidenceItem, item_id, seen), form)
    work.touch(case)


def compare(work: Work, case_id: int, item_ids: tuple[int, ...], *, returned: bool = True) -> int:
    """The ticked items were compared with their originals, all in one act; gives how many."""
    case = work.lock(RecognitionCase, case_id)
    if not item_ids:
        raise RefusedError("evidence.nothing_ticked", at="items")
    rows = work.session.scalars(
        select(EvidenceItem)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.id.in_(item_ids))
        .order_by(EvidenceItem.id)
        .with_for_update()
    ).all()
    for item in rows:
        item.compared_at, item.compared_by = work.moment, work.actor.name
        item.original_returned = returned
        work.about(item.uid)
    work.touch(case)
    return len(rows)


def portfolio(reading: Reading, case_id: int) -> tuple[ItemLine, ...]:
    """The items of a portfolio in their order."""
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    limit = currency_years(reading.session, case)
    rows = reading.session.scalars(
        select(EvidenceItem)
        .where(EvidenceItem.case_id == case_id)
        .order_by(EvidenceItem.position)
        .options(selectinload(EvidenceItem.files).joinedload(EvidenceFile.blob), selectinload(EvidenceItem.links))
    )
    return tuple(_line(item, is_stale(item.issued_on, limit, case.law_date)) for item in rows)


def subjects(reading: Reading) -> tuple[str, ...]:
    """The courses, occupations and trainings that evidence was about so far, for the form to complete."""
    known = select(EvidenceItem.subject).where(EvidenceItem.subject != "").distinct().limit(KNOWN_SUBJECTS)
    return tuple(sorted(reading.session.scalars(known), key=fold))


def file_bytes(reading: Reading, file_id: int) -> bytes:
    """The bytes of a file as they were handed in."""
    row = reading.get(EvidenceFile, file_id)
    require_unbarred(reading, row.item.case_id)
    return reading.blobs.read(reading.session, row.blob)


def currency_years(session: Session, case: RecognitionCase) -> int | None:
    """After how many years evidence is too old: the standard's own limit, else the provision in force."""
    if case.edition.currency_years is not None:
        return case.edition.currency_years
    value = provisions.provision(session, ProvisionKey.EVIDENCE_YEARS, case.procedure, case.law_date).reading
    return value if isinstance(value, int) else None


def open_case(work: Work, case_id: int) -> RecognitionCase:
    """The case, locked; refused after its portfolio was closed."""
    case = work.lock(RecognitionCase, case_id)
    if not takes_evidence(case.state):
        raise RefusedError("case.portfolio_closed", number=case.number)
    return case


def check_form(form: EvidenceForm, today: date) -> None:
    """Refuses a form without a title, a date of the future, and details that cannot be."""
    if not form.title.strip():
        raise RefusedError("evidence.without_title", at="title")
    if form.issued_on is not None:
        check_not_future(form.issued_on, today, "issued_on")
    evidence_details.check(form.kind, form.details, today)


def _write(item: EvidenceItem, form: EvidenceForm) -> None:
    item.kind, item.title, item.issuer = form.kind, form.title.strip(), form.issuer.strip()
    item.issued_on, item.language, item.note = form.issued_on, form.language.strip(), form.note.strip()
    item.subject = " ".join(form.subject.split())
    item.subject_key = fold(item.subject)[:300]
    item.translation, item.translator = form.translation, form.translator.strip()
    item.details = evidence_details.written(form.details)


def _store_files(work: Work, item: EvidenceItem, files: tuple[NewFile, ...]) -> tuple[Refusal, ...]:
    remarks: list[Refusal] = []
    for file in files:
        finding: FileFinding = examine(file.name, BytesIO(file.data))
        blob = work.blobs.put(work.session, file.data)
        work.add(
            EvidenceFile(
                item_id=item.id,
                blob_id=blob.id,
                name=finding.safe_name,
                media_type=finding.media_type,
                pages=finding.pages,
            )
        )
        remarks += finding.remarks
    work.session.flush()
    work.session.expire(item, ["files"])
    return tuple(remarks)


def form_of(item: EvidenceItem) -> EvidenceForm:
    """What is known of an item, as the form asks it."""
    return EvidenceForm(
        item.kind,
        item.title,
        item.issuer,
        item.issued_on,
        item.language,
        item.note,
        item.subject,
        item.translation,
        item.translator,
        evidence_details.read(item.kind, item.details),
    )


def _line(item: EvidenceItem, stale: bool) -> ItemLine:
    files = tuple(
        FileLine(file.id, file.name, file.media_type, file.pages, file.blob.size, file.blob.sha256)
        for file in item.files
    )
    form = form_of(item)
    attendance = evidence_details.is_attendance_only(form.kind, form.details)
    return ItemLine(
        item.id,
        item.uid,
        item.version,
        item.position,
        form,
        files,
        len(item.links),
        item.compared_at,
        item.compared_by,
        item.original_returned,
        stale,
        item.copy_certified,
        item.copy_certified_by,
        item.active,
        item.replaces_id,
        item.from_case_number,
        refusal("evidence.attendance_only") if attendance else None,
    )
