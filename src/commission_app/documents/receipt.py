"""The receipt for an application: what was received, which originals were compared and returned, by whom."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text


@dataclass(frozen=True)
class ReceivedItem:
    """One received document; an original is compared by a named person and given back at once."""

    title: Text
    kind: Text = ""
    pages: int | None = None
    compared_by: str | None = None
    compared_on: date | None = None

    @property
    def original_returned(self) -> bool:
        """Whether the original was compared, and so returned."""
        return self.compared_by is not None


@dataclass(frozen=True)
class ReceiptFacts:
    """Everything the receipt says."""

    letterhead: Letterhead
    case_number: str
    received_on: date
    applicant: str
    items: tuple[ReceivedItem, ...]
    signatures: Signatures
    application_number: str | None = None
    procedure: Text | None = None
    programme: Text | None = None
    decision_due: date | None = None
