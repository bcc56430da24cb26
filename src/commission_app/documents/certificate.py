"""What a person takes home: the statement, the microcredential, or the data sheet for the pre-printed form."""

from commission_app.documents import form_sheet, microcredential, statement
from commission_app.documents.form_sheet import FormSheetFacts
from commission_app.documents.microcredential import MicrocredentialFacts
from commission_app.documents.statement import CertifiedUnit, StatementFacts
from commission_app.i18n import Language

CertificateFacts = StatementFacts | FormSheetFacts | MicrocredentialFacts

__all__ = [
    "CertificateFacts",
    "CertifiedUnit",
    "FormSheetFacts",
    "MicrocredentialFacts",
    "StatementFacts",
    "render",
]


def render(facts: CertificateFacts, language: Language) -> bytes:
    """The paper as a PDF, by its kind."""
    match facts:
        case FormSheetFacts():
            return form_sheet.render(facts, language)
        case MicrocredentialFacts():
            return microcredential.render(facts, language)
    return statement.render(facts, language)
