"""The sample papers, by name."""

from tests.documents.sample_certificates import form_sheet, statement
from tests.documents.sample_decision import decision
from tests.documents.sample_exam import exam
from tests.documents.sample_house import letterhead, signatures
from tests.documents.sample_minutes import minutes
from tests.documents.sample_receipt import receipt

__all__ = ["decision", "exam", "form_sheet", "letterhead", "minutes", "receipt", "signatures", "statement"]
