"""What the rules propose for a case: units and credits with their reasons, from exactly what is stored."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.score import Result
from commission_app.models.standard import Edition, Unit
from commission_app.rules import aggregation
from commission_app.rules.credits.engine import compute
from commission_app.rules.credits.inputs import Award, AwardInput, CreditRules, LegalReference, OutcomeInput, UnitInput
from commission_app.rules.provisions import Value, in_force
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import OutcomeResult, Rounding, UnitRule
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import earlier_studies, provisions
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.earlier_studies import recognised_elsewhere
from commission_app.services.precedents import departures
from commission_app.store import at_hand
from commission_app.store.work import Reading

_RESULTS = select(Result)


@dataclass(frozen=True)
class Proposal:
    """The award that the rules propose, with the input it was computed from."""

    case_id: int
    input: AwardInput
    award: Award
    claimed: Credits
    scored: int
    outcomes: int
    departs: tuple[Refusal, ...] = ()
    """Where it departs from what was decided before on the same evidence."""

    @property
    def countable(self) -> bool:
        """Whether there is anything to count from: a result, or an earlier course that counts for a unit."""
        return bool(self.scored or self.input.studies)


def proposal(reading: Reading, case_id: int) -> Proposal:
    """The award as it would be computed now; nothing is stored."""
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    found = proposal_of(reading.session, case)
    proposed = ((line.unit_uid, line.verdict) for line in found.award.unit_lines)
    return replace(found, departs=departures(reading.session, case, proposed) if found.scored else ())


def proposal_of(session: Session, case: RecognitionCase) -> Proposal:
    """The award as it would be computed now for a case at hand."""
    given = award_input(session, case)
    award = compute(given)
    unit = award.total.unit
    claimed = Credits.of(0, unit)
    for line in given.units:
        if line.credits is not None and line.credits.unit is unit:
            claimed = claimed + line.credits
    outcomes = sum(len(line.outcomes) for line in given.units)
    return Proposal(case.id, given, award, claimed, len(given.results), outcomes)


def award_input(session: Session, case: RecognitionCase) -> AwardInput:
    """Everything the award of a case depends on, as the rules take it."""
    units = tuple(_unit(case.edition, claim.unit) for claim in case.claims)
    rows = at_hand.all_of(session, _RESULTS, Result.case_id, case.id)
    asked = {outcome.uid for unit in units for outcome in unit.outcomes}
    results: dict[str, OutcomeResult] = {
        str(row.outcome.uid): row.result for row in rows if str(row.outcome.uid) in asked
    }
    return AwardInput(
        day=case.law_date,
        procedure=case.procedure,
        units=units,
        results=results,
        already_recognised=_recognised(session, case),
        rules=credit_rules(session, case),
        values={
            str(row.outcome.uid): row.value for row in rows if row.value is not None and str(row.outcome.uid) in asked
        },
        studies=earlier_studies.studies_of(session, case),
    )


def credit_rules(session: Session, case: RecognitionCase) -> CreditRules:
    """The provisions in force for the case on its law date."""
    rules = provisions.rules(session)
    legal: dict[str, LegalReference] = {}

    def value(key: ProvisionKey) -> Value:
        found = in_force(rules, key, case.procedure, case.law_date)
        if found.legal is not None:
            legal[key.value] = found.legal
        return found.reading

    def value_or(key: ProvisionKey, otherwise: Value) -> Value:
        """A provision that an office of an earlier version may not have yet."""
        try:
            return value(key)
        except RefusedError:
            return otherwise

    ceiling, share = value(ProvisionKey.CEILING_PERCENT), value(ProvisionKey.SHARE_PERCENT)
    basis = in_force(rules, ProvisionKey.LEGAL_BASIS, case.procedure, case.law_date).legal
    if basis is not None:
        legal[ProvisionKey.LEGAL_BASIS.value] = basis
    return CreditRules(
        unit_rule=UnitRule(str(value(ProvisionKey.UNIT_RULE))),
        share_percent=share if isinstance(share, int) else 100,
        accredited_only=bool(value(ProvisionKey.ACCREDITED_ONLY)),
        accredited=is_accredited(case.edition, case),
        allow_partial=bool(value(ProvisionKey.ALLOW_PARTIAL)),
        ceiling_percent=ceiling if isinstance(ceiling, int) else None,
        programme_credits=_credits(case.edition.credits, case.edition.credit_unit),
        rounding=Rounding(str(value(ProvisionKey.ROUNDING))),
        recognised_before=_before(session, case),
        legal=legal,
        **_later_rules(value_or),
    )


def _later_rules(value_or: Callable[[ProvisionKey, Value], Value]) -> dict[str, Any]:
    """The rules about earlier studies."""
    pass_mark, own = value_or(ProvisionKey.PASS_MARK, 4), value_or(ProvisionKey.MINIMUM_OWN_PERCENT, None)
    return {
        "pass_mark": pass_mark if isinstance(pass_mark, int) else 4,
        "mark_transfer": MarkTransfer(str(value_or(ProvisionKey.MARK_TRANSFER, MarkTransfer.RECOGNISED))),
        "minimum_own_percent": own if isinstance(own, int) else None,
    }


def is_accredited(edition: Edition, case: RecognitionCase) -> bool:
    """Whether the programme was accredited on the case's law date."""
    until = edition.accreditation_until
    return edition.accredited and (until is None or until >= case.law_date)


def _unit(edition: Edition, unit: Unit) -> UnitInput:
    return UnitInput(
        uid=str(unit.uid),
        code=unit.code,
        title=unit.title_lv or unit.title_en,
        credits=_credits(unit.credits, unit.credit_unit),
        outcomes=tuple(
            OutcomeInput(str(row.uid), row.code, row.mandatory, row.weight, row.maximum, row.section)
            for row in unit.outcomes
        ),
        final_examination=unit.final_examination,
        recognisable=unit.recognisable,
        aggregation=aggregation.of(edition.aggregation, unit.aggregation),
    )


def _credits(thousandths: int | None, unit: CreditUnit | None) -> Credits | None:
    return None if thousandths is None or unit is None else Credits.from_thousandths(thousandths, unit)


def _recognised(session: Session, case: RecognitionCase) -> frozenset[str]:
    """The claimed units whose lasting identity this person has been recognised before, in whatever edition."""
    identities = {row.identity_id for row in recognised_elsewhere(session, case)}
    return frozenset(str(claim.unit.uid) for claim in case.claims if claim.unit.identity_id in identities)


def _before(session: Session, case: RecognitionCase) -> Credits | None:
    """Credits recognised for this person earlier in the units of this edition; they count towards a ceiling.

    What was recognised in old credit points counts in ECTS, and the other way round.
    """
    unit = case.edition.credit_unit
    if unit is None:
        return None
    identities = {row.identity_id for row in case.edition.units}
    rows = [row for row in recognised_elsewhere(session, case) if row.identity_id in identities]
    earlier = [found for row in rows if (found := _credits(row.credits, row.credit_unit)) is not None]
    total = Credits.total((one.convert(unit) for one in earlier if one.converts(unit)), unit)
    return total if total.value else None
