"""Attempts: an item replaced by a newer one stays as it was; what was never submitted may be taken out."""

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceFile, EvidenceItem, EvidenceLink, ReturnNote, SignatureCheck
from commission_app.services import submissions
from commission_app.services.evidence import Attached, EvidenceForm, NewFile, open_case, put_in
from commission_app.store.work import Work


def replace(
    work: Work,
    item_id: int,
    seen: int,
    form: EvidenceForm,
    files: tuple[NewFile, ...] = (),
    *,
    carry_links: bool = True,
) -> Attached:
    """A newer item takes the place of an older one, which is kept; its links go over unjudged where that is wished.

    Refused: after the portfolio was closed, or an item that was replaced already.
    """
    case = open_case(work, work.get(EvidenceItem, item_id).case_id)
    old = work.lock(EvidenceItem, item_id, seen)
    if not old.active:
        raise RefusedError("evidence.replaced_already", title=old.title)
    item, remarks = put_in(work, case, form, files)
    item.replaces_id = old.id
    old.active = False
    if carry_links:
        work.add(*(_carried(link, item.id) for link in old.links))
    return Attached(item.id, remarks)


def take_back(work: Work, item_id: int, seen: int, reason: str = "") -> None:
    """An item that was never submitted is taken out of an open portfolio; the chain keeps that it was there, and why.

    Refused: without a reason, after the portfolio was closed, an item of a submission (it is kept as an attempt),
    one that others replace, or one that is linked to an outcome.
    """
    case = open_case(work, work.get(EvidenceItem, item_id).case_id)
    item = work.lock(EvidenceItem, item_id, seen)
    if not reason.strip():
        raise RefusedError("evidence.without_reason", at="reason")
    _check_free(work, case, item)
    if item.replaces_id is not None:
        work.lock(EvidenceItem, item.replaces_id).active = True
    # The note is the one text of an item that the history tells; the reason goes down with it.
    item.note = reason.strip()
    work.session.flush()
    _remove_files(work, item)
    work.remove([item])
    work.touch(case)


def take_out_file(work: Work, file_id: int, reason: str = "") -> None:
    """A file laid to the wrong item is taken out; refused without a reason, or when it was submitted."""
    file = work.get(EvidenceFile, file_id)
    case = open_case(work, file.item.case_id)
    item = work.lock(EvidenceItem, file.item_id)
    if not reason.strip():
        raise RefusedError("evidence.without_reason", at="reason")
    number = submissions.first_with(work.session, case.id, item_uid=str(item.uid), sha256=file.blob.sha256)
    if number is not None:
        raise RefusedError("evidence.file_submitted", name=file.name, number=number)
    _remove_checks(work, file)
    work.remove([file])
    work.touch(item)
    work.touch(case)


def _check_free(work: Work, case: RecognitionCase, item: EvidenceItem) -> None:
    number = submissions.first_with(work.session, case.id, item_uid=str(item.uid))
    if number is not None:
        raise RefusedError("evidence.submitted", title=item.title, number=number)
    if item.links:
        raise RefusedError("evidence.linked", title=item.title, links=len(item.links))
    newer = work.session.scalars(select(EvidenceItem).where(EvidenceItem.replaces_id == item.id)).first()
    if newer is not None:
        raise RefusedError("evidence.replaced_by", title=item.title, position=newer.position)


def _remove_files(work: Work, item: EvidenceItem) -> None:
    for note in work.session.scalars(select(ReturnNote).where(ReturnNote.item_id == item.id)):
        note.item_id = None
    for file in item.files:
        _remove_checks(work, file)
    work.remove(list(item.files))
    work.session.flush()
    work.session.expire(item, ["files"])


def _remove_checks(work: Work, file: EvidenceFile) -> None:
    work.remove(list(work.session.scalars(select(SignatureCheck).where(SignatureCheck.file_id == file.id))))
    work.session.flush()


def _carried(link: EvidenceLink, item_id: int) -> EvidenceLink:
    return EvidenceLink(
        item_id=item_id, outcome_id=link.outcome_id, citation=link.citation, note=link.note, weight=link.weight
    )
