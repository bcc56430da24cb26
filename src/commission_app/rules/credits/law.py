"""The law behind each line of an award: the rule's own reference, its provision's, or the basis of the procedure."""

from collections.abc import Callable
from typing import TypeAlias

from commission_app.rules.credits.inputs import CreditRules, LegalReference
from commission_app.rules.vocabulary.provision import ProvisionKey

Law: TypeAlias = Callable[[str], LegalReference | None]
"""Names the law of a rule; each engine has its own."""

_PROVISIONS = {
    "unit.all": ProvisionKey.UNIT_RULE,
    "unit.mandatory": ProvisionKey.UNIT_RULE,
    "unit.share": ProvisionKey.SHARE_PERCENT,
    "unit.part": ProvisionKey.ALLOW_PARTIAL,
    "studies.part": ProvisionKey.ALLOW_PARTIAL,
    "studies.failed": ProvisionKey.PASS_MARK,
    "programme.not_accredited": ProvisionKey.ACCREDITED_ONLY,
    "ceiling": ProvisionKey.CEILING_PERCENT,
    "rounding": ProvisionKey.ROUNDING,
}


def law_of(rules: CreditRules, rule: str) -> LegalReference | None:
    """The law behind a rule: its own reference, its provision's, or else the legal basis of the procedure."""
    provision = _PROVISIONS.get(rule) or _PROVISIONS.get(rule.partition(".")[0])
    own = rules.legal.get(rule) or (rules.legal.get(provision.value) if provision is not None else None)
    return own or rules.legal.get(ProvisionKey.LEGAL_BASIS.value)
