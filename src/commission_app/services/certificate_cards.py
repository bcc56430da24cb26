"""What is asked about certificates: the card, the list, the certificate of a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, refusal
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.decision import Decision
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.services import blank_use, certificate_offers, people, series, stackability
from commission_app.services.blank_use import FormNumber
from commission_app.services.certificate_offers import KindOffer, kind_for
from commission_app.services.paging import Cursor, Page
from commission_app.store.work import Reading


@dataclass(frozen=True)
class CertificateCard:
    """A certificate as its page shows it; `against_annulling` and `against_handing` say why an act is not possible."""

    id: int
    uid: UUID
    version: int
    number: str
    kind: CertificateKind
    state: CertificateState
    state_reason: str
    form_series: str
    form_number: str
    issued_on: date
    handed_on: date | None
    case_id: int
    case_number: str
    holder: str
    title_lv: str
    title_en: str
    languages: tuple[str, ...]
    against_annulling: tuple[Refusal, ...]
    against_handing: tuple[Refusal, ...]
    rests_on: Refusal | None = None
    """Of a certificate that still holds: that the decision it was issued on does not."""
    on_form: bool = False
    """Whether it is written on a numbered state form."""
    over: tuple[Refusal, ...] = ()
    """That it holds no more: annulled, or replaced by its duplicate."""
    against_duplicate: tuple[Refusal, ...] = ()
    duplicate_of: str = ""
    duplicate_asked_on: date | None = None


@dataclass(frozen=True)
class ToIssue:
    """What is asked before a certificate is issued: whether it is a state form, and whether its number is typed."""

    kind: CertificateKind
    on_state_form: bool
    number_typed: bool
    against_whole: tuple[Refusal, ...] = ()
    """Of the certificate of a part: why the whole qualification may not be certified yet."""
    next_form: FormNumber | None = None
    next_whole_form: FormNumber | None = None
    """The form that lies on top of the stock, of the kind and of the whole qualification, where a ledger is kept."""
    kinds: tuple[KindOffer, ...] = ()
    """Every paper the case may come to, the usual one first."""


@dataclass(frozen=True)
class CertificateListRow:
    """A certificate as lists show it."""

    id: int
    number: str
    kind: CertificateKind
    state: CertificateState
    issued_on: date
    handed_on: date | None
    case_id: int
    case_number: str
    title: str


def card(reading: Reading, certificate_id: int) -> CertificateCard:
    """One certificate; that the holder's record was opened is itself recorded."""
    row = reading.get(Certificate, certificate_id)
    case = reading.get(RecognitionCase, row.case_id)
    reading.opened.add(case.person.uid)
    own = Paper.subject_uid == row.uid, Paper.kind == PaperKind.CERTIFICATE
    languages = select(Paper.language).where(*own).distinct().order_by(Paper.language.desc())
    ended = over_ground(row)
    over = () if ended is None else (ended,)
    handed = (refusal("certificate.handed_already", number=row.number, day=row.handed_on),) if row.handed_on else ()
    lost = lost_ground(reading.session, case.id)
    return CertificateCard(
        id=row.id,
        uid=row.uid,
        version=row.version,
        number=row.number,
        kind=row.kind,
        state=row.state,
        state_reason=row.state_reason,
        form_series=row.form_series,
        form_number=row.form_number,
        issued_on=row.issued_on,
        handed_on=row.handed_on,
        case_id=case.id,
        case_number=case.number,
        holder=people.full_name(people.name_on(case.person, row.issued_on)),
        title_lv=case.edition.standard.title_lv,
        title_en=case.edition.standard.title_en,
        languages=tuple(reading.session.scalars(languages)),
        against_annulling=over,
        against_handing=over or handed or ((lost,) if lost else ()),
        rests_on=None if over else lost,
        on_form=row.kind in FORM_KINDS,
        over=over,
        against_duplicate=over or ((lost,) if lost else ()),
        duplicate_of=row.replaces.number if row.replaces else "",
        duplicate_asked_on=row.duplicate_asked_on,
    )


def over_ground(row: Certificate) -> Refusal | None:
    """That a certificate holds no more: it was annulled, or its duplicate was issued."""
    if row.state is CertificateState.SUPERSEDED:
        return refusal("certificate.superseded", number=row.number)
    return refusal("certificate.annulled", number=row.number) if row.state is CertificateState.ANNULLED else None


def lost_ground(session: Session, case_id: int) -> Refusal | None:
    """What became of the newest decision of a case that was ever in force, where it is repealed."""
    entered = select(Decision).where(Decision.case_id == case_id, Decision.state != DecisionState.DRAFT)
    newest = session.scalars(entered.order_by(Decision.id.desc()).limit(1)).first()
    repealed = newest is not None and newest.state is DecisionState.REPEALED
    return refusal("certificate.decision_repealed", number=newest.number) if newest and repealed else None


def of_case(reading: Reading, case_id: int) -> CertificateCard | None:
    """The newest certificate of a case; none while none was issued."""
    newest = select(Certificate.id).where(Certificate.case_id == case_id).order_by(Certificate.id.desc()).limit(1)
    key = reading.session.scalar(newest)
    return None if key is None else card(reading, key)


def to_issue(reading: Reading, case_id: int) -> ToIssue:
    """What is asked before the certificate of a case is issued."""
    case = reading.get(RecognitionCase, case_id)
    kind = kind_for(case)
    mode = series.mode_of(reading.session, Book.CERTIFICATES, reading.today.year)
    part = kind is CertificateKind.QUALIFICATION_PART
    against = stackability.against_whole(reading.session, case) if part else ()
    return ToIssue(
        kind,
        kind in FORM_KINDS,
        mode is NumberMode.TYPED,
        against,
        blank_use.next_in_stock(reading, kind) if kind in FORM_KINDS else None,
        blank_use.next_in_stock(reading, CertificateKind.QUALIFICATION) if part else None,
        certificate_offers.of_case(reading, case, against),
    )


def certificate_list(
    reading: Reading, *, words: str = "", after: Cursor | None = None, limit: int = 200
) -> Page[CertificateListRow]:
    """Certificates, newest first, page by page."""
    query = select(Certificate, Case).join(Case, Case.id == Certificate.case_id)
    for word in words.split():
        like = f"%{word}%"
        query = query.where(or_(Certificate.number.ilike(like), Case.number.ilike(like), Case.title.ilike(like)))
    if after is not None:
        query = query.where(Certificate.id < after.key)
    found = reading.session.execute(query.order_by(Certificate.id.desc()).limit(limit))
    rows = tuple(
        CertificateListRow(
            row.id, row.number, row.kind, row.state, row.issued_on, row.handed_on, case.id, case.number, case.title
        )
        for row, case in found
    )
    return Page(rows, Cursor(rows[-1].id, rows[-1].id) if len(rows) == limit else None)
