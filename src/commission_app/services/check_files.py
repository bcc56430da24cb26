"""Checks the stored bytes: every evidence file and issued paper is there and is what was stored."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from commission_app.errors import Refusal, UnavailableError, refusal
from commission_app.models.blob import Blob
from commission_app.models.certificate import Paper
from commission_app.models.evidence import EvidenceFile
from commission_app.services.check_progress import Tally
from commission_app.store.work import Reading


def findings(reading: Reading, tally: Tally) -> Iterator[Refusal]:
    """Every sequence of bytes, under the name somebody gave it."""
    for blob in reading.session.scalars(select(Blob).order_by(Blob.id)).all():
        tally.one()
        digest, size = hashlib.sha256(), 0
        try:
            for piece in reading.blobs.pieces(reading.session, blob):
                digest.update(piece)
                size += len(piece)
        except UnavailableError:
            yield refusal("check.blob_absent", digest=blob.sha256[:12], name=_name(reading, blob))
            continue
        if size == 0 and blob.size:
            yield refusal("check.blob_absent", digest=blob.sha256[:12], name=_name(reading, blob))
        elif (size, digest.hexdigest()) != (blob.size, blob.sha256):
            yield refusal("check.blob_changed", digest=blob.sha256[:12], name=_name(reading, blob))


def _name(reading: Reading, blob: Blob) -> str:
    for noun in (EvidenceFile, Paper):
        name = reading.session.scalars(select(noun.name).where(noun.blob_id == blob.id).limit(1)).first()
        if name:
            return name
    return "–"
