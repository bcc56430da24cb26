"""An award as JSON for other programs and doubters: every line with its rule, its reason and what would change it."""

import json

from commission_app.exchange.award_file import number
from commission_app.i18n import Language
from commission_app.rules.credits import Award, AwardLine
from commission_app.rules.quantities import Credits
from commission_app.wording.awards import change_text, legal_text, rule_text


def answer(award: Award, language: Language) -> str:
    """The award; credits are exact: a decimal where it ends, else a fraction n/d."""
    told: dict[str, object] = {
        "total": _credits(award.total),
        "remaining": None if award.remaining is None else _credits(award.remaining),
        "engine": award.engine,
        "lines": [_line(line, language) for line in award.lines],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _credits(credits: Credits) -> dict[str, str]:
    return {"credits": number(credits.value), "unit": credits.unit.value}


def _line(line: AwardLine, language: Language) -> dict[str, object]:
    mark = line.facts.get("mark")
    return {
        "kind": line.kind.value,
        "unit": line.unit_code or None,
        "title": line.unit_title or None,
        "verdict": None if line.verdict is None else line.verdict.value,
        "credits": number(line.credits.value),
        "credit_unit": line.credits.unit.value,
        **({} if mark is None else {"mark": mark}),
        "rule": line.rule,
        "legal": legal_text(language, line) or None,
        "in_force_from": None if line.legal is None else line.legal.in_force_from.isoformat(),
        "why": rule_text(language, line),
        "would_change": change_text(language, line),
    }
