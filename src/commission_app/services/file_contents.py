"""What is inside a file of the portfolio: the documents of a container or a mail, the facts of a credential."""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import credential, evidence_mail
from commission_app.exchange.container import Container, InnerFile, is_container
from commission_app.exchange.credential import CredentialFacts
from commission_app.exchange.evidence_file import examine
from commission_app.exchange.evidence_name import safe_name
from commission_app.models.evidence import EvidenceFile
from commission_app.rules.collation import fold
from commission_app.services import evidence, people
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.evidence import Attached, NewFile
from commission_app.store.work import Reading, Work

__all__ = ["CredentialFacts", "FileContents", "InnerDocument", "InnerFile", "contents", "inner_document"]


@dataclass(frozen=True)
class InnerDocument:
    """An inner file on its way to be shown or saved."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class FileContents:
    """What was found inside; `trouble` says why nothing could be listed, `remarks` what to look at."""

    inner: tuple[InnerFile, ...] = ()
    trouble: Refusal | None = None
    credential: CredentialFacts | None = None
    remarks: tuple[Refusal, ...] = ()


def contents(reading: Reading, file_id: int) -> FileContents:
    """What is inside a file; most files have nothing inside."""
    row = reading.get(EvidenceFile, file_id)
    require_unbarred(reading, row.item.case_id)
    try:
        if is_container(row.name, row.media_type):
            return FileContents(Container(row.name, _data(reading, row)).files())
        if evidence_mail.is_mail(row.name, row.media_type):
            return FileContents(evidence_mail.opened(row.name, _data(reading, row)).files())
    except RefusedError as trouble:
        return FileContents(trouble=trouble.refusal)
    if not credential.may_be_credential(row.name, row.media_type):
        return FileContents()
    try:
        facts = credential.read_credential(row.name, row.media_type, _data(reading, row))
    except RefusedError:
        return FileContents()
    return FileContents(credential=facts, remarks=_remarks(reading, row, facts))


def inner_document(reading: Reading, file_id: int, name: str) -> InnerDocument:
    """One inner file, out of memory; nothing is written to the disk."""
    row = reading.get(EvidenceFile, file_id)
    require_unbarred(reading, row.item.case_id)
    data = _data(reading, row)
    if is_container(row.name, row.media_type):
        found = Container(row.name, data).read(name)
        kept = safe_name(name)
        return InnerDocument(kept, _media_type(kept, found), found)
    parts = evidence_mail.opened(row.name, data).parts
    if name not in parts:
        raise RefusedError("mail.absent", at="file", file=row.name, entry=name)
    return InnerDocument(safe_name(name), _media_type(safe_name(name), parts[name][1]), parts[name][1])


def keep_inner(work: Work, file_id: int, name: str) -> Attached:
    """A document out of a mail or a container becomes a file of the same evidence, beside what it came in.

    Refused: after the portfolio was closed, a document that cannot be evidence, one that is a file of it already.
    """
    row = work.get(EvidenceFile, file_id)
    found = inner_document(work, file_id, name)
    same = hashlib.sha256(found.data).hexdigest()
    if any(file.blob.sha256 == same for file in row.item.files):
        raise RefusedError("evidence.file_known", at="file", name=found.name, title=row.item.title)
    return evidence.attach_files(work, row.item_id, row.item.version, (NewFile(found.name, found.data),))


def credential_remarks(reading: Reading, item_id: int) -> tuple[Refusal, ...]:
    """What is to be looked at in the digital credentials of an item: another holder's name, an expired day."""
    files = reading.session.scalars(select(EvidenceFile).where(EvidenceFile.item_id == item_id)).all()
    wanted = [file for file in files if credential.may_be_credential(file.name, file.media_type)]
    return tuple(remark for file in wanted for remark in contents(reading, file.id).remarks)


def _media_type(name: str, data: bytes) -> str:
    try:
        return examine(name, BytesIO(data)).media_type
    except RefusedError:
        return ""


def _data(reading: Reading, row: EvidenceFile) -> bytes:
    return reading.blobs.read(reading.session, row.blob)


def _remarks(reading: Reading, row: EvidenceFile, facts: CredentialFacts) -> tuple[Refusal, ...]:
    found: list[Refusal] = []
    applicant = people.full_name(row.item.case.person)
    if not facts.holder:
        found.append(refusal("credential.no_holder"))
    elif sorted(fold(facts.holder).split()) != sorted(fold(applicant).split()):
        found.append(refusal("credential.other_holder", holder=facts.holder, applicant=applicant))
    if facts.expires_on is not None and facts.expires_on < reading.today:
        found.append(refusal("credential.expired", day=facts.expires_on))
    if not facts.proofs:
        found.append(refusal("credential.unsigned"))
    return tuple(found)
