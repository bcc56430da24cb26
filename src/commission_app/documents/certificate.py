"""What a person takes home: the statement of recognition, or the data sheet for the pre-printed form."""

from commission_app.documents import form_sheet, statement
from commission_app.documents.form_sheet import FormSheetFacts
from commission_app.documents.statement import CertifiedUnit, StatementFacts
from commission_app.i18n import Language

CertificateFacts = StatementFacts | FormSheetFacts

__all__ = ["CertificateFacts", "CertifiedUnit", "FormSheetFacts", "StatementFacts", "render"]


def render(facts: CertificateFacts, language: Language) -> bytes:
    """The paper as a PDF, by its kind."""
    if isinstance(facts, FormSheetFacts):
        return form_sheet.render(facts, language)
    return statement.render(facts, language)
