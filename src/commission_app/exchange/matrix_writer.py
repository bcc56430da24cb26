"""Writes a standard as a competence framework in Mahara's .matrix format, in one language."""

import html
import json

from commission_app.exchange.standard_facts import StandardFacts


def write(facts: StandardFacts, language: str) -> bytes:
    """The framework in the language, or in the other where a text is missing; the code stands beside."""
    lv = language == "lv"
    standards, elements = [], []
    for unit in facts.units:
        title = _of(unit.title_lv, unit.title_en, lv)
        standards.append({"shortname": title[:100], "name": title, "description": "", "standardid": unit.code})
        for outcome in unit.outcomes:
            first, _, rest = _of(outcome.text_lv, outcome.text_en, lv).partition("\n")
            elements.append(
                {
                    "shortname": first[:100],
                    "name": html.escape(first, quote=False),
                    "description": "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in rest.splitlines()),
                    "standardid": unit.code,
                    "elementid": outcome.code,
                }
            )
    whole = {
        "name": _of(facts.title_lv, facts.title_en, lv),
        "description": html.escape(_of(facts.description_lv, facts.description_en, lv), quote=False),
        "selfassess": False,
        "code": facts.code,
        "kind": facts.kind.value,
        "edition": facts.edition_label,
        "language": language,
        "standards": standards,
        "standardelements": elements,
    }
    return json.dumps({"framework": whole}, ensure_ascii=False, indent=1).encode()


def _of(lv: str, en: str, latvian: bool) -> str:
    return (lv or en) if latvian else (en or lv)
