"""The nomenclature of files: indexes entered, corrected and ended, and which of them a case or a book belongs to."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.documents import nomenclature_list
from commission_app.documents.house_style import Pair, Signatures, Text
from commission_app.documents.nomenclature_list import NomenclatureFacts, NomenclatureRow
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import Language, marked
from commission_app.models.archive import NomenclatureEntry, Volume
from commission_app.rules.archive import check_keeping
from commission_app.rules.collation import sort_key
from commission_app.rules.plausibility import check_period
from commission_app.rules.vocabulary.archive import Holding, KeptSince, Retention
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.register import Book
from commission_app.services.paper_sources import both, clerk, letterhead, worded
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class EntryForm:
    """What is asked about an index."""

    index_no: str
    title_lv: str
    title_en: str
    holds: Holding
    retention: Retention
    years: int | None
    kept_since: KeptSince
    valid_from: date
    valid_until: date | None = None
    procedure: Procedure | None = None
    book: Book | None = None
    legal: str = ""


@dataclass(frozen=True)
class EntryLine:
    """An index as the preferences show it, with how many volumes lie under it and what stands against removing it."""

    id: int
    version: int
    form: EntryForm
    in_force: bool
    volumes: int
    against_removal: tuple[Refusal, ...]


def lines(reading: Reading) -> tuple[EntryLine, ...]:
    """Every index, by its number and from when it is in force."""
    held = _held(reading.session)
    rows = list(reading.session.scalars(select(NomenclatureEntry)))
    rows.sort(key=lambda row: (sort_key(row.index_no), row.valid_from))
    return tuple(_line(row, held.get(row.id, 0), reading.today) for row in rows)


def store(work: Work, key: int | None, seen: int | None, form: EntryForm) -> int:
    """An index is entered or corrected; gives its key.

    Refused: without a number or a title, with years that do not fit the class of keeping, twice from the same day;
    one that volumes lie under keeps its number and its term of keeping: another is entered from a later day.
    """
    row = work.lock(NomenclatureEntry, key, seen) if key is not None else None
    _check(work.session, form, row)
    if row is None:
        row = NomenclatureEntry()
        work.add(row)
    for name, value in vars(form).items():
        setattr(row, name, value.strip() if isinstance(value, str) and name in _TEXTS else value)
    row.book = form.book if form.holds is Holding.REGISTER else None
    row.procedure = form.procedure if form.holds is Holding.CASE_FILES else None
    work.session.flush()
    work.about(row.uid)
    return row.id


def remove(work: Work, key: int, seen: int) -> None:
    """An index entered by mistake is taken out. Refused: where volumes lie under it."""
    row = work.lock(NomenclatureEntry, key, seen)
    for reason in _against_removal(row, _held(work.session).get(row.id, 0)):
        raise RefusedError.of(reason)
    work.remove([row])


def for_case(session: Session, procedure: Procedure, day: date, index_no: str = "") -> NomenclatureEntry | None:
    """The index a case belongs to on a day: the one typed with the case, its procedure's, or that of all cases."""
    rows = [row for row in _in_force(session, day) if row.holds is Holding.CASE_FILES]
    if index_no:
        return next((row for row in rows if row.index_no == index_no), None)
    for wanted in (procedure, None):
        for row in rows:
            if row.procedure is wanted:
                return row
    return None


def for_book(session: Session, book: Book, day: date) -> NomenclatureEntry | None:
    """The index a register belongs to on a day."""
    return next((row for row in _in_force(session, day) if row.book is book), None)


def paper(reading: Reading, language: Language) -> bytes:
    """The nomenclature in force today, to be approved and printed."""
    rows = sorted(_in_force(reading.session, reading.today), key=lambda row: sort_key(row.index_no))
    facts = NomenclatureFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        day=reading.today,
        rows=tuple(
            NomenclatureRow(
                row.index_no,
                Pair(row.title_lv, row.title_en) if row.title_en else row.title_lv,
                said_keeping(row.retention, row.years),
                "" if row.years is None else worded(row.kept_since),
                row.legal,
            )
            for row in rows
        ),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return nomenclature_list.render(facts, language)


def said_keeping(retention: Retention, years: int | None) -> Text:
    """The class and the years as papers say them: "ilgstoši, 75 g."."""
    if years is None:
        return worded(retention)
    if retention is Retention.SHORT:
        return both(marked("short-term, {years} y."), years=years)
    return both(marked("long-term, {years} y."), years=years)


_TEXTS = frozenset({"index_no", "title_lv", "title_en", "legal"})
_KEPT_AS_IT_IS = ("index_no", "retention", "years", "kept_since", "valid_from")


def _check(session: Session, form: EntryForm, row: NomenclatureEntry | None) -> None:
    if not form.index_no.strip():
        raise RefusedError("archive.no_index", at="index_no")
    if not form.title_lv.strip():
        raise RefusedError("archive.no_title", at="title_lv")
    if form.holds is Holding.REGISTER and form.book is None:
        raise RefusedError("archive.no_book", at="book")
    check_keeping(form.retention, form.years)
    check_period(form.valid_from, form.valid_until, "valid_until")
    same = select(NomenclatureEntry.id).where(
        NomenclatureEntry.index_no == form.index_no.strip(), NomenclatureEntry.valid_from == form.valid_from
    )
    if row is not None:
        same = same.where(NomenclatureEntry.id != row.id)
        changed = [name for name in _KEPT_AS_IT_IS if getattr(row, name) != getattr(form, name)]
        if changed and _held(session).get(row.id, 0):
            raise RefusedError("archive.entry_used", at=changed[0], index=row.index_no)
    if session.scalar(same) is not None:
        raise RefusedError("archive.index_twice", at="index_no", index=form.index_no.strip(), day=form.valid_from)


def _in_force(session: Session, day: date) -> list[NomenclatureEntry]:
    query = select(NomenclatureEntry).where(NomenclatureEntry.valid_from <= day)
    rows = session.scalars(query.order_by(NomenclatureEntry.valid_from.desc(), NomenclatureEntry.id.desc()))
    newest: dict[str, NomenclatureEntry] = {}
    for row in rows:
        newest.setdefault(row.index_no, row)
    return [row for row in newest.values() if row.valid_until is None or row.valid_until >= day]


def _held(session: Session) -> dict[int, int]:
    counted = select(Volume.entry_id, func.count()).group_by(Volume.entry_id)
    found: dict[int, int] = {}
    for key, many in session.execute(counted):
        found[key] = many
    return found


def _against_removal(row: NomenclatureEntry, volumes: int) -> tuple[Refusal, ...]:
    return (refusal("archive.entry_used", index=row.index_no),) if volumes else ()


def _line(row: NomenclatureEntry, volumes: int, today: date) -> EntryLine:
    form = EntryForm(**{name: getattr(row, name) for name in EntryForm.__dataclass_fields__})
    begun = row.valid_from <= today
    in_force = begun and (row.valid_until is None or row.valid_until >= today)
    return EntryLine(row.id, row.version, form, in_force, volumes, _against_removal(row, volumes))
