"""Checks of electronic signatures: by this program without a network, or by a person in another one, all kept."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents import signing
from commission_app.errors import RefusedError
from commission_app.exchange import credential, xades
from commission_app.exchange.container import Container, is_container
from commission_app.models.blob import Blob
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceFile, EvidenceItem, SignatureCheck
from commission_app.rules import authenticity
from commission_app.rules.authenticity import AuthenticityHint, Checked, SignatureFact
from commission_app.rules.vocabulary.evidence import CheckSource, SignatureVerdict
from commission_app.services import trust
from commission_app.services.evidence import NewFile
from commission_app.store.work import Reading, Work

PDF = "application/pdf"


@dataclass(frozen=True)
class Finding:
    """What the program found in a file, not yet recorded."""

    file_id: int
    verdict: SignatureVerdict
    program: str
    found: tuple[SignatureFact, ...]


@dataclass(frozen=True)
class PersonCheck:
    """What a person saw in another program."""

    verdict: SignatureVerdict
    checked_on: date
    program: str
    signers: str
    note: str = ""


@dataclass(frozen=True)
class CheckLine:
    """One check of a file as it was recorded."""

    id: int
    source: CheckSource
    verdict: SignatureVerdict
    checked_at: datetime
    checked_by: str
    program: str
    found: tuple[SignatureFact, ...]
    note: str
    report_id: int | None


@dataclass(frozen=True)
class FileChecks:
    """Whether a file can bear signatures, its checks, the latest first, and the one that counts."""

    can_be_signed: bool
    lines: tuple[CheckLine, ...]
    counting: CheckLine | None


def examine(reading: Reading, file_id: int) -> Finding:
    """Checks the signatures of a file now, with the trust list as it stands; nothing is stored."""
    return _examined(reading, reading.get(EvidenceFile, file_id))


def examine_new(reading: Reading, case_id: int) -> tuple[Finding, ...]:
    """Checks the files of a case that can bear signatures and were never checked by the program."""
    rows = reading.session.scalars(
        select(EvidenceFile)
        .join(EvidenceItem, EvidenceItem.id == EvidenceFile.item_id)
        .where(
            EvidenceItem.case_id == case_id,
            EvidenceFile.id.not_in(select(SignatureCheck.file_id).where(SignatureCheck.source == CheckSource.PROGRAM)),
        )
        .order_by(EvidenceFile.id)
    ).all()
    wanted = [row for row in rows if can_be_signed(row.name, row.media_type)]
    found: list[Finding] = []
    for done, row in enumerate(wanted):
        reading.progress.step(done, len(wanted))
        found.append(_examined(reading, row))
    return tuple(found)


def record_new(work: Work, findings: tuple[Finding, ...]) -> int:
    """The first check of files that came in is kept; what another desk has kept meanwhile is left out."""
    known = set(
        work.session.scalars(
            select(SignatureCheck.file_id).where(
                SignatureCheck.source == CheckSource.PROGRAM,
                SignatureCheck.file_id.in_([finding.file_id for finding in findings]),
            )
        )
    )
    return record(work, tuple(finding for finding in findings if finding.file_id not in known))


def record(work: Work, findings: tuple[Finding, ...]) -> int:
    """What the program found is kept beside the files, in one act; gives how many."""
    for finding in findings:
        row = work.get(EvidenceFile, finding.file_id)
        work.about(row.item.uid, row.item.case.uid)
        work.add(
            SignatureCheck(
                file_id=row.id,
                source=CheckSource.PROGRAM,
                verdict=finding.verdict,
                checked_at=work.moment,
                checked_by=work.actor.name,
                program=finding.program,
                signers=authenticity.written(finding.found),
            )
        )
    return len(findings)


def record_person_check(work: Work, file_id: int, form: PersonCheck, report: NewFile | None = None) -> None:
    """A person checked the signatures in another program; what it showed is kept, with its report.

    Refused: a day of the future, no result, a signed file without anybody who signed.
    """
    row = work.get(EvidenceFile, file_id)
    case = work.lock(RecognitionCase, row.item.case_id)
    if form.checked_on > work.today:
        raise RefusedError("signature_check.future", at="checked_on", day=form.checked_on)
    if form.verdict is SignatureVerdict.NOT_CHECKED:
        raise RefusedError("signature_check.nothing", at="verdict", file=row.name)
    if form.verdict is not SignatureVerdict.NONE and not form.signers.strip():
        raise RefusedError("signature_check.without_signers", at="signers")
    lines = [line.strip() for line in form.signers.splitlines() if line.strip()]
    blob = work.blobs.put(work.session, report.data) if report is not None else None
    note = "\n".join(part for part in (form.note.strip(), report.name if report is not None else "") if part)
    work.about(row.item.uid)
    work.add(
        SignatureCheck(
            file_id=row.id,
            source=CheckSource.PERSON,
            verdict=form.verdict,
            checked_at=_noon(form.checked_on) if form.checked_on < work.today else work.moment,
            checked_by=work.actor.name,
            program=form.program.strip(),
            signers=authenticity.written(tuple(SignatureFact(authenticity.masked(one), form.verdict) for one in lines)),
            note=note,
            report_id=blob.id if blob is not None else None,
        )
    )
    work.touch(case)


def checks_of(reading: Reading, file_id: int) -> tuple[CheckLine, ...]:
    """The checks of a file, the latest first."""
    rows = reading.session.scalars(
        select(SignatureCheck).where(SignatureCheck.file_id == file_id).order_by(SignatureCheck.id.desc())
    )
    return tuple(
        CheckLine(
            row.id,
            row.source,
            row.verdict,
            row.checked_at,
            row.checked_by,
            row.program,
            authenticity.read(row.signers),
            row.note,
            row.report_id,
        )
        for row in rows
    )


def file_checks(reading: Reading, file_id: int) -> FileChecks:
    """The checks of a file, and whether there is anything to check."""
    row = reading.get(EvidenceFile, file_id)
    lines = checks_of(reading, file_id)
    return FileChecks(can_be_signed(row.name, row.media_type) or bool(lines), lines, _counting(lines))


def report_bytes(reading: Reading, check_id: int) -> bytes:
    """The report of another program that was kept with a check."""
    row = reading.get(SignatureCheck, check_id)
    if row.report_id is None:
        raise RefusedError("noun.absent", noun="report", key=check_id)
    return reading.blobs.read(reading.session, reading.session.get_one(Blob, row.report_id))


def authenticity_hint(reading: Reading, item_id: int) -> AuthenticityHint | None:
    """What the latest checks of an item's files suggest for its authenticity; the assessor decides."""
    files = reading.session.scalars(select(EvidenceFile).where(EvidenceFile.item_id == item_id)).all()
    latest = [(file, line) for file in files if (line := _counting(checks_of(reading, file.id))) is not None]
    return authenticity.hint(
        tuple(
            Checked(file.name, line.verdict, line.source, ", ".join(fact.signer for fact in line.found if fact.signer))
            for file, line in latest
        )
    )


def can_be_signed(name: str, media_type: str) -> bool:
    """Whether a file is of a kind that bears signatures the program looks for."""
    if media_type == PDF or is_container(name, media_type):
        return True
    return media_type != "image/png" and credential.may_be_credential(name, media_type)


def _counting(lines: tuple[CheckLine, ...]) -> CheckLine | None:
    """The check that counts: the newest that judged; but a change that the program saw is not talked away."""
    program = next((line for line in lines if line.source is CheckSource.PROGRAM), None)
    if program is not None and program.verdict in authenticity.FINAL:
        return program
    judged = [line for line in lines if line.verdict is not SignatureVerdict.NOT_CHECKED]
    return next(iter(judged or lines), None)


def _examined(reading: Reading, row: EvidenceFile) -> Finding:
    data = reading.blobs.read(reading.session, row.blob)
    program, found = _found(reading.session, row, data)
    return Finding(row.id, authenticity.worst(fact.verdict for fact in found), program, found)


def _found(session: Session, row: EvidenceFile, data: bytes) -> tuple[str, tuple[SignatureFact, ...]]:
    roots = trust.trusted(session)
    if row.media_type == PDF:
        return signing.PROGRAM, signing.check_pdf(data, roots)
    try:
        if is_container(row.name, row.media_type):
            return xades.PROGRAM, xades.check_container(Container(row.name, data), roots)
        return "", credential.read_credential(row.name, row.media_type, data).proofs
    except RefusedError as trouble:
        if not is_container(row.name, row.media_type):
            return "", ()
        return "", (SignatureFact("", SignatureVerdict.BROKEN, why=f"file:{trouble.reason}"),)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
