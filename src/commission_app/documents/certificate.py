"""What a person takes home: the statement of recognition, or the data sheet for the pre-printed form."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Signer, Text
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.certificate import CertificateKind


@dataclass(frozen=True)
class CertifiedUnit:
    """One recognised unit, with its credits and the mark when one was given."""

    code: str
    title: Text
    credits: Credits
    mark: Text = ""


@dataclass(frozen=True)
class StatementFacts:
    """The statement that learning outcomes were recognised (a paper of the institution's own)."""

    letterhead: Letterhead
    number: str
    issued_on: date
    holder: str
    programme: Text
    programme_code: str
    level: Text
    decision_number: str
    decision_date: date
    commission: Text
    legal_basis: Text
    units: tuple[CertifiedUnit, ...]
    total: Credits
    signatures: Signatures
    holder_born: date | None = None
    duplicate_of: str | None = None

    @property
    def kind(self) -> CertificateKind:
        """What the paper is."""
        return CertificateKind.RECOGNITION_STATEMENT


@dataclass(frozen=True)
class FormSheetFacts:
    """What is copied onto a strictly accounted form; series and number are read off it, never made here."""

    letterhead: Letterhead
    kind: CertificateKind  # QUALIFICATION or QUALIFICATION_PART
    number: str
    issued_on: date
    form_series: str
    form_number: str
    holder: str
    identity: str  # personal code, or the date of birth where there is none
    qualification: Text
    code: str
    level: Text  # PKL and LKI
    basis: Text
    exam_date: date
    mark: int
    protocol_number: str
    protocol_date: date
    chair: Signer
    head: Signer
    accreditation: Text = ""
    part: Text = ""
    outcomes: tuple[Text, ...] = ()
    duplicate_of: str | None = None


CertificateFacts = StatementFacts | FormSheetFacts
