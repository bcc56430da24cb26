"""The decision on an application: per unit what was found and decided, by which rule; how to contest it."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, Votes
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict


@dataclass(frozen=True)
class DecidedUnit:
    """One unit of the decision with its reason; for a refused one what was missing and what would suffice."""

    code: str
    title: Text
    outcomes_met: int
    outcomes_total: int
    verdict: UnitVerdict
    claimed: Credits
    awarded: Credits
    rule: Text
    legal_reference: Text
    missing: tuple[Text, ...] = ()
    would_suffice: Text | None = None
    departure: Text | None = None  # why the commission departed from what the rules proposed
    mark: Text | None = None


@dataclass(frozen=True)
class ConsideredDocument:
    """One document the commission considered."""

    title: Text
    kind: Text = ""
    day: date | None = None


@dataclass(frozen=True)
class DecisionFacts:
    """Everything the decision says; a draft carries its number and the word that it is one."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    order_number: str
    order_date: date
    legal_basis: tuple[Text, ...]
    case_number: str
    application_number: str
    application_date: date
    applicant: str
    programme: Text
    programme_code: str
    level: Text  # "LKI 4. līmenis"
    verdict: DecisionVerdict
    documents: tuple[ConsideredDocument, ...]
    units: tuple[DecidedUnit, ...]
    total: Credits
    remaining: Credits | None
    reasons: Text
    appeal: Text
    signatures: Signatures
    minutes_number: str | None = None
    sitting_date: date | None = None
    procedure: Text = ""
    votes: Votes | None = None
    annexes: tuple[Text, ...] = ()
    draft: bool = False
