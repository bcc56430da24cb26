"""The facts of a certificate's papers: all of them from its record, under the letterhead of its day."""

from dataclasses import replace

from commission_app.documents.certificate import CertificateFacts
from commission_app.documents.certificate_annex import AnnexFacts
from commission_app.documents.certificate_of_record import paper_facts
from commission_app.documents.house_style import Letterhead, Pair
from commission_app.i18n import Language
from commission_app.models.certificate import Certificate
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.services import certificate_records
from commission_app.services.certificate_basis import decision_behind, examinee_behind
from commission_app.services.paper_sources import letterhead
from commission_app.store.work import Reading

__all__ = ["annex_facts", "certificate_facts", "decision_behind", "examinee_behind", "letterhead_of"]


def certificate_facts(reading: Reading, certificate: Certificate, language: Language) -> CertificateFacts:
    """Everything the certificate says."""
    record = certificate_records.record(reading, certificate.id)
    return paper_facts(record, letterhead_of(reading, record, language), language, _code(certificate))


def annex_facts(reading: Reading, certificate: Certificate, language: Language) -> AnnexFacts:
    """Everything the annex says."""
    record = certificate_records.record(reading, certificate.id)
    return AnnexFacts(letterhead_of(reading, record, language), record, _code(certificate))


def letterhead_of(reading: Reading, record: CertificateRecord, language: Language) -> Letterhead:
    """The letterhead of the day of issue, with the name that the record froze."""
    head, issuer = letterhead(reading.session, record.issued_on, language), record.issuer
    return replace(head, institution=Pair(issuer.name.lv, issuer.name.en), reg_no=issuer.reg_no)


def _code(certificate: Certificate) -> bytes | None:
    return certificate.sealed.encode("ascii") if certificate.sealed else None
