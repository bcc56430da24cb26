"""The digital twins of a certificate: what each lacks, made from its record, kept as papers, carried inside the PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select

from commission_app.documents import pdf_a
from commission_app.documents.pdf_a import Attachment, Relationship
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import elm_writer, elmo_writer, open_badge_writer
from commission_app.exchange.elm_terms import COUNTRIES
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.register import Entry
from commission_app.rules import twins
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.twins import TWINS, UNTICKED, WRITER, Choices, Making
from commission_app.rules.vocabulary.certificate import CertificateState, PaperKind
from commission_app.services import keys, papers
from commission_app.services.institution import the
from commission_app.services.twin_contents import contents
from commission_app.services.twin_records import completed
from commission_app.store.work import Reading, Work

__all__ = ["contents"]

ENDINGS = {
    PaperKind.CREDENTIAL_ELM: ".elm.json",
    PaperKind.CREDENTIAL_BADGE: ".badge.jwt",
    PaperKind.CREDENTIAL_ELMO: ".elmo.xml",
    PaperKind.CERTIFICATE_TWINNED: ".pdf",
}
_MEDIA = {
    PaperKind.CREDENTIAL_ELM: "application/ld+json",
    PaperKind.CREDENTIAL_BADGE: "application/jwt",
    PaperKind.CREDENTIAL_ELMO: "application/xml",
}


@dataclass(frozen=True)
class KeptTwin:
    """A twin that left the house, with how it was made."""

    paper_id: int
    kind: PaperKind
    name: str
    issued_at: datetime
    making: Making | None


@dataclass(frozen=True)
class TwinLine:
    """One twin: what stands against it now, and the newest that left."""

    kind: PaperKind
    schema: str
    missing: tuple[Refusal, ...]
    kept: KeptTwin | None


@dataclass(frozen=True)
class TwinsCard:
    """The twins of a certificate, as their window shows them."""

    certificate_id: int
    number: str
    holder: str
    languages: tuple[str, ...]
    lines: tuple[TwinLine, ...]
    twinned: KeptTwin | None
    paper_languages: tuple[str, ...]
    has_code: bool
    has_birth: bool
    at_issue: bool
    key_locked: bool
    against_attaching: tuple[Refusal, ...]
    texts_missing: bool
    """Whether titles or outcomes lack a half that can be supplied."""


@dataclass(frozen=True)
class TwinFile:
    """A twin as a file."""

    name: str
    data: bytes


def card(reading: Reading, certificate_id: int, choices: Choices = UNTICKED) -> TwinsCard:
    """The twins of a certificate with what each lacks; that the holder's record was opened is itself recorded."""
    row = reading.get(Certificate, certificate_id)
    reading.opened.add(reading.get(RecognitionCase, row.case_id).person.uid)
    record = completed(reading, row)
    need = keys.need(reading)
    lines = tuple(
        TwinLine(kind, twins.SCHEMAS[kind], against(reading, row, record, kind, choices), _newest(reading, row, kind))
        for kind in TWINS
    )
    none_whole = all(line.missing for line in lines)
    return TwinsCard(
        certificate_id=row.id,
        number=row.number,
        holder=f"{record.holder.given} {record.holder.family}",
        languages=twins.languages(record),
        lines=lines,
        twinned=_newest(reading, row, PaperKind.CERTIFICATE_TWINNED),
        paper_languages=_paper_languages(reading, row),
        has_code=bool(record.holder.code),
        has_birth=record.holder.born is not None,
        at_issue=the(reading.session).twins_at_issue,
        key_locked=need is not None and need.locked,
        against_attaching=lines[0].missing[:1] if none_whole else (),
        texts_missing=twins.texts_missing(record),
    )


def against(
    reading: Reading, row: Certificate, record: CertificateRecord, kind: PaperKind, choices: Choices = UNTICKED
) -> tuple[Refusal, ...]:
    """Why a twin may not leave now: the certificate is annulled, an element is missing, or there is no key."""
    if row.state is CertificateState.ANNULLED:
        return (refusal("twins.annulled", number=row.number),)
    found = list(twins.missing(record, kind, choices))
    if kind is PaperKind.CREDENTIAL_ELM:
        codes = {record.issuer.country, *(record.elements.countries if record.elements else ())}
        found += [refusal("twins.country", code=code) for code in sorted(codes) if code not in COUNTRIES]
    if kind is PaperKind.CREDENTIAL_BADGE and keys.in_use(reading.session) is None:
        found.append(refusal("twins.no_key"))
    return tuple(found)


def export(work: Work, certificate_id: int, kind: PaperKind, choices: Choices = UNTICKED) -> int:
    """A twin leaves the house: it is made and kept as a paper; made the same way again it is the same paper.

    Refused: while anything is missing in it, for an annulled certificate, and for a badge while the key is locked.
    """
    row = work.lock(Certificate, certificate_id)
    record = completed(work, row)
    found = against(work, row, record, kind, choices)
    if found:
        raise RefusedError.of(found[0])
    making = _making(work, kind, choices)
    kept = _newest(work, row, kind, making)
    data = _written(work, row, record, kind, choices)
    if kept is not None and work.blobs.read(work.session, work.get(Paper, kept.paper_id).blob) == data:
        return kept.paper_id
    return keep_paper(work, row, kind, _spoken(record, kind), data, making)


def attach(work: Work, certificate_id: int, language: Language, choices: Choices = UNTICKED) -> int:
    """The certificate with every complete twin inside (PDF/A-3b) is kept as a paper of its own.

    Refused: where no twin is complete, and for a paper that was signed, or made by an older program.
    """
    row = work.lock(Certificate, certificate_id)
    if row.state is CertificateState.ANNULLED:
        raise RefusedError("twins.annulled", number=row.number)
    paper = papers.stored(work, row.uid, PaperKind.CERTIFICATE, language)
    if paper is None:
        raise RefusedError("twins.paper_absent", number=row.number)
    files = files_of(work, row, completed(work, row), choices)
    if not files:
        raise RefusedError("twins.nothing")
    data = _with_files(row, paper, files)
    making = Making("PDF/A-3b", WRITER, choices, _fingerprint(work))
    kept = _newest(work, row, PaperKind.CERTIFICATE_TWINNED, making)
    if kept is not None and work.blobs.read(work.session, work.get(Paper, kept.paper_id).blob) == data:
        return kept.paper_id
    return keep_paper(work, row, PaperKind.CERTIFICATE_TWINNED, language.code, data, making)


def carried(reading: Reading, row: Certificate, record: CertificateRecord, paper: bytes) -> bytes:
    """The paper as it is issued: with its complete twins inside, where the office has chosen so."""
    if not the(reading.session).twins_at_issue:
        return paper
    files = files_of(reading, row, record, UNTICKED)
    return _with_files(row, paper, files) if files else paper


def files_of(reading: Reading, row: Certificate, record: CertificateRecord, choices: Choices) -> tuple[Attachment, ...]:
    """The complete twins as files inside the paper; a badge only while the key is unlocked."""
    found = []
    inside = replace(choices, with_paper=False)
    for kind in TWINS:
        locked = kind is PaperKind.CREDENTIAL_BADGE and keys.signer(reading) is None
        if locked or against(reading, row, record, kind, inside):
            continue
        data = _written(reading, row, record, kind, inside)
        name, text = file_name(row.number, kind), twins.SCHEMAS[kind]
        found.append(Attachment(name, _MEDIA[kind], data, Relationship.ALTERNATIVE, text))
    return tuple(found)


def file_of(reading: Reading, paper_id: int) -> TwinFile:
    """A twin that left the house, as it left."""
    row = reading.get(Paper, paper_id)
    return TwinFile(row.name, reading.blobs.read(reading.session, row.blob))


def certificate_of(reading: Reading, number: str) -> int:
    """The certificate of a number. Refused: where there is none."""
    key = reading.session.scalar(select(Certificate.id).where(Certificate.number == number))
    if key is None:
        raise RefusedError("twins.no_certificate", number=number)
    return key


def set_at_issue(work: Work, carried: bool) -> None:
    """Whether certificates carry their twins from the moment they are issued."""
    institution = the(work.session)
    work.touch(institution)
    institution.twins_at_issue = carried


def file_name(number: str, kind: PaperKind) -> str:
    """The name of a twin's file by the certificate's number: "A-2026/1" is A-2026-1.elm.json."""
    return papers.file_name(number).removesuffix(papers.SUFFIX) + ENDINGS[kind]


def _written(reading: Reading, row: Certificate, record: CertificateRecord, kind: PaperKind, choices: Choices) -> bytes:
    match kind:
        case PaperKind.CREDENTIAL_ELM:
            return elm_writer.write(record, choices)
        case PaperKind.CREDENTIAL_BADGE:
            return _badge(reading, record, choices)
    return elmo_writer.write(record, choices, _paper_inside(reading, row) if choices.with_paper else None)


def _badge(reading: Reading, record: CertificateRecord, choices: Choices) -> bytes:
    key, signer = keys.in_use(reading.session), keys.signer(reading)
    if key is None:
        raise RefusedError("twins.no_key")
    if signer is None:
        raise RefusedError("key.locked", at="passphrase")
    return open_badge_writer.token(record, signer, key.public_pem, choices)


def _paper_inside(reading: Reading, row: Certificate) -> bytes:
    found = (papers.stored(reading, row.uid, PaperKind.CERTIFICATE, one) for one in (LATVIAN, ENGLISH))
    paper = next((data for data in found if data is not None), None)
    if paper is None:
        raise RefusedError("twins.paper_absent", number=row.number)
    if len(paper) > twins.LARGEST_PAPER:
        size, most = (-(-n // 1024**2) for n in (len(paper), twins.LARGEST_PAPER))
        raise RefusedError("twins.paper_too_large", size=size, most=most)
    return paper


def _with_files(row: Certificate, paper: bytes, files: Sequence[Attachment]) -> bytes:
    if b"/AcroForm" in paper:
        raise RefusedError("twins.paper_signed", number=row.number)
    try:
        return pdf_a.with_attachments(paper, files)
    except ValueError as error:
        raise RefusedError("twins.paper_old", number=row.number) from error


def keep_paper(
    work: Work, row: Certificate, kind: PaperKind, language: str, data: bytes, making: Making, name: str = ""
) -> int:
    """Keeps a twin as a paper; made another way it is a new edition beside the old."""
    newest = select(func.max(Paper.edition)).where(
        Paper.subject_uid == row.uid, Paper.kind == kind, Paper.language == language
    )
    paper = Paper(
        subject_uid=row.uid,
        kind=kind,
        language=language,
        edition=(work.session.scalar(newest) or 0) + 1,
        name=name or file_name(row.number, kind),
        blob_id=work.blobs.put(work.session, data).id,
        issued_at=work.moment,
        made_with=twins.made_with(making),
    )
    work.add(paper)
    work.about(row.uid)
    work.session.flush()
    return paper.id


def _making(reading: Reading, kind: PaperKind, choices: Choices) -> Making:
    key = _fingerprint(reading) if kind is PaperKind.CREDENTIAL_BADGE else ""
    return Making(twins.SCHEMAS[kind], WRITER, choices, key)


def _fingerprint(reading: Reading) -> str:
    key = keys.in_use(reading.session)
    return key.fingerprint if key is not None else ""


def _spoken(record: CertificateRecord, kind: PaperKind) -> str:
    if kind is PaperKind.CREDENTIAL_BADGE:
        return open_badge_writer.spoken(record)
    return "+".join(twins.languages(record))


def _newest(reading: Reading, row: Certificate, kind: PaperKind, making: Making | None = None) -> KeptTwin | None:
    """The newest twin of a kind that left; the newest made this way, where a way is given."""
    wanted = select(Paper).where(Paper.subject_uid == row.uid, Paper.kind == kind)
    if making is not None:
        wanted = wanted.where(Paper.made_with == twins.made_with(making))
    paper = reading.session.scalars(wanted.order_by(Paper.id.desc()).limit(1)).first()
    if paper is None:
        return None
    return KeptTwin(paper.id, kind, paper.name, paper.issued_at, twins.read_making(paper.made_with))


def _paper_languages(reading: Reading, row: Certificate) -> tuple[str, ...]:
    of = select(Paper.language).where(Paper.subject_uid == row.uid, Paper.kind == PaperKind.CERTIFICATE)
    return tuple(reading.session.scalars(of.distinct().order_by(Paper.language.desc())))


def certificates_of_year(reading: Reading, year: int) -> tuple[tuple[int, str], ...]:
    """The certificates of a year that still hold: key and number."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    wanted = select(Certificate.id, Certificate.number).where(
        Certificate.issued_on.between(first, last), Certificate.state == CertificateState.ISSUED
    )
    return tuple((key, number) for key, number in reading.session.execute(wanted.order_by(Certificate.id)))


def certificates_of_entries(reading: Reading, entries: Sequence[int]) -> tuple[tuple[int, str], ...]:
    """The certificates that entries of the register are about, where they still hold: key and number."""
    wanted = (
        select(Certificate.id, Certificate.number)
        .join(Entry, Entry.subject_uid == Certificate.uid)
        .where(Entry.id.in_(entries), Certificate.state == CertificateState.ISSUED)
    )
    found = reading.session.execute(wanted.distinct().order_by(Certificate.id))
    return tuple((key, number) for key, number in found)
