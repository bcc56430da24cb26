"""The outcome of a decision as a whole, from the verdicts of its units."""

from commission_app.rules.credits import Award
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict


def overall(award: Award) -> DecisionVerdict:
    """Full when every unit is recognised, in part when some are; else a test where one is ordered, or a refusal."""
    verdicts = {line.verdict for line in award.unit_lines}
    if verdicts == {UnitVerdict.RECOGNISED}:
        return DecisionVerdict.FULL
    if verdicts & {UnitVerdict.RECOGNISED, UnitVerdict.PARTLY}:
        return DecisionVerdict.PARTIAL
    return DecisionVerdict.TEST if UnitVerdict.TEST in verdicts else DecisionVerdict.REFUSED
