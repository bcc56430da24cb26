"""The European credential that was sealed elsewhere comes back: it is kept once it proves to say what ours says."""

from dataclasses import dataclass

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.exchange.credential import CredentialFacts, read_credential
from commission_app.models.certificate import Certificate, Paper
from commission_app.rules import twins
from commission_app.rules.twins import UNTICKED, WRITER, Making
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.rules.vocabulary.microcredential import Element
from commission_app.services import papers
from commission_app.services.twins import keep_paper
from commission_app.store.work import Reading, Work

KIND = PaperKind.CREDENTIAL_ELM
SEALED = "ELM 3, EDC generic full 1.2.0, sealed"
_SAID = (
    (Element.TITLE, "title"),
    (Element.LEARNER, "holder"),
    (Element.DATE, "issued_on"),
    (Element.OUTCOMES, "outcomes"),
    (Element.WORKLOAD, "credits"),
    (Element.LEVEL, "level"),
    (Element.GRADE, "result"),
)
"""What the sealed credential must say as ours does; the issuer's service may name its own identifiers."""


@dataclass(frozen=True)
class TakenBack:
    """A sealed credential that was kept, and whose seal it bears."""

    paper_id: int
    sealed_by: str


def take_back(work: Work, certificate_id: int, name: str, data: bytes) -> TakenBack:
    """Keeps the sealed credential beside the one that left.

    Refused: before ours left, a file without a seal or changed after it, and one that says anything else than ours.
    """
    row = work.lock(Certificate, certificate_id)
    ours = _ours(work, row)
    theirs = read_credential(name, "", data)
    if not theirs.proofs or theirs.proofs[0].verdict is SignatureVerdict.NOT_CHECKED:
        raise RefusedError("twins.not_sealed", at="file", file=name)
    if any(proof.verdict is SignatureVerdict.CHANGED for proof in theirs.proofs):
        raise RefusedError("twins.seal_broken", at="file", file=name)
    for element, field in _SAID:
        own, other = getattr(ours, field), getattr(theirs, field)
        if own != other:
            raise RefusedError(
                "twins.sealed_differs", at="file", file=name, element=element, ours=own or "–", theirs=other or "–"
            )
    proof = theirs.proofs[0]
    making = Making(SEALED, WRITER, UNTICKED, proof.fingerprint)
    bare = papers.file_name(row.number).removesuffix(papers.SUFFIX)
    key = keep_paper(work, row, KIND, "+".join(_languages(work, row)), data, making, f"{bare}.elm.sealed.jsonld")
    return TakenBack(key, proof.signer)


def _ours(reading: Reading, row: Certificate) -> CredentialFacts:
    paper = _left(reading, row)
    if paper is None:
        raise RefusedError("twins.not_left", number=row.number)
    return read_credential(paper.name, "", reading.blobs.read(reading.session, paper.blob))


def _left(reading: Reading, row: Certificate) -> Paper | None:
    """The newest credential that left unsealed."""
    wanted = select(Paper).where(Paper.subject_uid == row.uid, Paper.kind == KIND).order_by(Paper.id.desc())
    makings = ((paper, twins.read_making(paper.made_with)) for paper in reading.session.scalars(wanted))
    return next((paper for paper, making in makings if making and making.schema != SEALED), None)


def _languages(reading: Reading, row: Certificate) -> tuple[str, ...]:
    paper = _left(reading, row)
    return tuple(paper.language.split("+")) if paper is not None else ()
