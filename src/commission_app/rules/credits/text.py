"""The canonical text of an award and of its input: what is stored with a decision, and computed again by `check`."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from commission_app.errors import RefusedError
from commission_app.rules import aggregation
from commission_app.rules.credits.inputs import (
    Award,
    AwardInput,
    AwardLine,
    CreditRules,
    LegalReference,
    OutcomeInput,
    StudyInput,
    UnitInput,
)
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind, MarkTransfer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.scoring import OutcomeResult, Rounding, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit


def input_text(given: AwardInput) -> str:
    """The input as canonical JSON text; the same input always gives the same text."""
    whole: dict[str, object] = {
        "day": given.day.isoformat(),
        "procedure": given.procedure.value,
        "units": sorted((_unit_out(one) for one in given.units), key=lambda unit: str(unit["uid"])),
        "results": {uid: result.value for uid, result in given.results.items()},
        "already_recognised": sorted(given.already_recognised),
        "rules": _rules_out(given.rules),
        "departures": {uid: verdict.value for uid, verdict in given.departures.items()},
    }
    if given.values:  # what came later is written only where there is some: an older text stays the same text
        whole["values"] = dict(given.values)
    if given.studies:
        whole["studies"] = [_study_out(one) for one in sorted(given.studies, key=lambda study: study.key)]
    return _dump(whole)


def input_of(text: str) -> AwardInput:
    """The input read back from its text."""
    raw = _load(text)
    try:
        return AwardInput(
            day=date.fromisoformat(raw["day"]),
            procedure=Procedure(raw["procedure"]),
            units=tuple(_unit_in(unit) for unit in raw["units"]),
            results=MappingProxyType({uid: OutcomeResult(result) for uid, result in raw["results"].items()}),
            already_recognised=frozenset(raw["already_recognised"]),
            rules=_rules_in(raw["rules"]),
            departures=MappingProxyType({uid: UnitVerdict(word) for uid, word in raw["departures"].items()}),
            studies=tuple(_study_in(one) for one in raw.get("studies", ())),
            values=MappingProxyType({uid: int(value) for uid, value in raw.get("values", {}).items()}),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise RefusedError("credits.unreadable_text") from None


def award_text(award: Award) -> str:
    """The award as canonical JSON text."""
    return _dump(
        {
            "engine": award.engine,
            "lines": [_line_out(line) for line in award.lines],
            "total": _credits_out(award.total),
            "remaining": _credits_out(award.remaining),
        }
    )


def award_of(text: str) -> Award:
    """The award read back from its text."""
    raw = _load(text)
    try:
        return Award(
            engine=raw["engine"],
            lines=tuple(_line_in(line) for line in raw["lines"]),
            total=_sure_credits(raw["total"]),
            remaining=_credits_in(raw["remaining"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise RefusedError("credits.unreadable_text") from None


def award_seal(engine: int, given: str, award: str) -> str:
    """The sha256 of a kept computation: over the texts of input and award; engine 1 sealed the award alone."""
    sealed = award if engine == 1 else f"{given}\n{award}"
    return hashlib.sha256(sealed.encode()).hexdigest()


def _dump(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise RefusedError("credits.unreadable_text") from None


def _credits_out(credits: Credits | None) -> dict[str, str] | None:
    return None if credits is None else {"value": credits.text(), "unit": credits.unit.value}


def _credits_in(raw: Any) -> Credits | None:
    return None if raw is None else _sure_credits(raw)


def _sure_credits(raw: Any) -> Credits:
    return Credits.from_text(raw["value"], CreditUnit(raw["unit"]))


def _legal_out(legal: LegalReference | None) -> dict[str, str] | None:
    if legal is None:
        return None
    return {"lv": legal.text_lv, "en": legal.text_en, "from": legal.in_force_from.isoformat()}


def _legal_in(raw: Any) -> LegalReference | None:
    return None if raw is None else _sure_legal(raw)


def _sure_legal(raw: Any) -> LegalReference:
    return LegalReference(raw["lv"], raw["en"], date.fromisoformat(raw["from"]))


def _unit_out(one: UnitInput) -> dict[str, object]:
    outcomes = sorted(one.outcomes, key=lambda outcome: outcome.uid)
    raw: dict[str, object] = {
        "uid": one.uid,
        "code": one.code,
        "title": one.title,
        "credits": _credits_out(one.credits),
        "final_examination": one.final_examination,
        "recognisable": one.recognisable,
        "outcomes": [_outcome_out(outcome) for outcome in outcomes],
    }
    rule = aggregation.written(one.aggregation)
    return {**raw, "aggregation": rule} if rule else raw


def _outcome_out(outcome: OutcomeInput) -> dict[str, object]:
    raw: dict[str, object] = {
        "uid": outcome.uid,
        "code": outcome.code,
        "mandatory": outcome.mandatory,
        "weight": outcome.weight,
    }
    if outcome.maximum is not None:
        raw["maximum"] = outcome.maximum
    return {**raw, "section": outcome.section} if outcome.section else raw


def _outcome_in(raw: Any) -> OutcomeInput:
    return OutcomeInput(
        raw["uid"], raw["code"], raw["mandatory"], raw["weight"], raw.get("maximum"), raw.get("section", "")
    )


def _unit_in(raw: Any) -> UnitInput:
    return UnitInput(
        uid=raw["uid"],
        code=raw["code"],
        title=raw["title"],
        credits=_credits_in(raw["credits"]),
        outcomes=tuple(_outcome_in(outcome) for outcome in raw["outcomes"]),
        final_examination=raw["final_examination"],
        recognisable=raw["recognisable"],
        aggregation=aggregation.read(raw.get("aggregation", "")),
    )


def _study_out(one: StudyInput) -> dict[str, object]:
    return {
        "key": one.key,
        "title": one.title,
        "credits": _credits_out(one.credits),
        "mark": one.mark,
        "counts_for": sorted(one.counts_for),
        "used": _credits_out(one.used),
    }


def _study_in(raw: Any) -> StudyInput:
    return StudyInput(
        key=raw["key"],
        title=raw["title"],
        credits=_credits_in(raw["credits"]),
        mark=raw["mark"],
        counts_for=frozenset(raw["counts_for"]),
        used=_credits_in(raw["used"]),
    )


def _later_rules_out(rules: CreditRules) -> dict[str, object]:
    """What came later is written only where it says something."""
    plain = CreditRules()
    found: dict[str, object] = {}
    if rules.pass_mark != plain.pass_mark:
        found["pass_mark"] = rules.pass_mark
    if rules.mark_transfer is not plain.mark_transfer:
        found["mark_transfer"] = rules.mark_transfer.value
    if rules.minimum_own_percent is not None:
        found["minimum_own_percent"] = rules.minimum_own_percent
    return {**found, "regulated": True} if rules.regulated else found


def _rules_out(rules: CreditRules) -> dict[str, object]:
    return {
        **_later_rules_out(rules),
        "unit_rule": rules.unit_rule.value,
        "share_percent": rules.share_percent,
        "accredited_only": rules.accredited_only,
        "accredited": rules.accredited,
        "allow_partial": rules.allow_partial,
        "ceiling_percent": rules.ceiling_percent,
        "programme_credits": _credits_out(rules.programme_credits),
        "rounding": rules.rounding.value,
        "recognised_before": _credits_out(rules.recognised_before),
        "legal": {key: _legal_out(legal) for key, legal in rules.legal.items()},
    }


def _rules_in(raw: Any) -> CreditRules:
    return CreditRules(
        unit_rule=UnitRule(raw["unit_rule"]),
        share_percent=raw["share_percent"],
        accredited_only=raw["accredited_only"],
        accredited=raw["accredited"],
        allow_partial=raw["allow_partial"],
        ceiling_percent=raw["ceiling_percent"],
        programme_credits=_credits_in(raw["programme_credits"]),
        rounding=Rounding(raw["rounding"]),
        recognised_before=_credits_in(raw["recognised_before"]),
        legal=MappingProxyType({key: _sure_legal(legal) for key, legal in raw["legal"].items()}),
        pass_mark=raw.get("pass_mark", 4),
        mark_transfer=MarkTransfer(raw.get("mark_transfer", MarkTransfer.RECOGNISED)),
        minimum_own_percent=raw.get("minimum_own_percent"),
        regulated=raw.get("regulated", False),
    )


def _line_out(line: AwardLine) -> dict[str, object]:
    return {
        "kind": line.kind.value,
        "unit_uid": line.unit_uid,
        "unit_code": line.unit_code,
        "unit_title": line.unit_title,
        "verdict": None if line.verdict is None else line.verdict.value,
        "credits": _credits_out(line.credits),
        "rule": line.rule,
        "facts": dict(line.facts),
        "legal": _legal_out(line.legal),
        "would_change": line.would_change,
        "would_change_facts": dict(line.would_change_facts),
    }


def _line_in(raw: Any) -> AwardLine:
    return AwardLine(
        kind=LineKind(raw["kind"]),
        unit_uid=raw["unit_uid"],
        unit_code=raw["unit_code"],
        unit_title=raw["unit_title"],
        verdict=None if raw["verdict"] is None else UnitVerdict(raw["verdict"]),
        credits=_sure_credits(raw["credits"]),
        rule=raw["rule"],
        facts=MappingProxyType(dict(raw["facts"])),
        legal=_legal_in(raw["legal"]),
        would_change=raw["would_change"],
        would_change_facts=MappingProxyType(dict(raw["would_change_facts"])),
    )
