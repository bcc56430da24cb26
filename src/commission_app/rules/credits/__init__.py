"""Credits with reasons: what is given in, how it is counted, and how both are kept for checking again."""

from commission_app.rules.credits.engine import ENGINE, ENGINES, compute
from commission_app.rules.credits.inputs import (
    Award,
    AwardInput,
    AwardLine,
    CreditRules,
    Fact,
    LegalReference,
    OutcomeInput,
    StudyInput,
    UnitInput,
)
from commission_app.rules.credits.text import award_of, award_seal, award_text, input_of, input_text

__all__ = [
    "ENGINE",
    "ENGINES",
    "Award",
    "AwardInput",
    "AwardLine",
    "CreditRules",
    "Fact",
    "LegalReference",
    "OutcomeInput",
    "StudyInput",
    "UnitInput",
    "award_of",
    "award_seal",
    "award_text",
    "compute",
    "input_of",
    "input_text",
]
