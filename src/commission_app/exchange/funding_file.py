"""The question of what a learning account pays, as a JSON file, and the answer as JSON."""

import json
from datetime import date
from decimal import Decimal, InvalidOperation

from commission_app.errors import RefusedError
from commission_app.exchange.json_reader import Fields, fields, items, parsed
from commission_app.i18n import Language
from commission_app.rules.funding import Funding, FundingInput, FundingLine
from commission_app.rules.quantities import parse_cents
from commission_app.rules.vocabulary.funding import FundingKind
from commission_app.wording.funding import line_text

KEYS = frozenset({"kind", "hours", "unit_cost", "date"})


def read(data: bytes, file: str) -> FundingInput:
    """What the file asks.

    Refused: a key nobody knows, an unknown kind, hours or a date that are none; each with its place.
    """
    given = fields(parsed(data, file), file, "$")
    for key in given:
        if key not in KEYS:
            raise RefusedError("funding_file.unknown_key", file=file, key=key[:40], known=sorted(KEYS))
    hours = tuple(_hours(value, file, number) for number, value in enumerate(items(given, "hours", file, "$"), 1))
    return FundingInput(_kind(given, file), hours, _day(given, file), _unit_cost(given, file))


def answer(funding: Funding, language: Language) -> str:
    """What is payable, in euro, with every step in words and figures."""
    told = {
        "payable": euro(funding.payable),
        "lines": [_line(line, language) for line in funding.lines],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def euro(cents: int) -> str:
    """Cents as euro with a point, for other programs."""
    return f"{cents // 100}.{cents % 100:02d}"


def _line(line: FundingLine, language: Language) -> dict[str, object]:
    return {
        "step": line.step.value,
        "number": line.number,
        "hours": str(line.hours),
        "rate": euro(line.rate) if line.rate else None,
        "counted": euro(line.counted),
        "cap": None if line.cap is None else euro(line.cap),
        "payable": euro(line.payable),
        "rule": line.legal.text_lv if language.code == "lv" else line.legal.text_en,
        "in_force_from": line.legal.in_force_from.isoformat(),
        "why": line_text(language, line),
    }


def _kind(given: Fields, file: str) -> FundingKind:
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in set(FundingKind):
        raise RefusedError(
            "funding_file.kind", file=file, kind=str(kind)[:40], known=[one.value for one in FundingKind]
        )
    return FundingKind(kind)


def _day(given: Fields, file: str) -> date:
    text = given.get("date")
    try:
        return date.fromisoformat(text if isinstance(text, str) else "")
    except ValueError:
        raise RefusedError("funding_file.date", file=file, text=str(text)[:40]) from None


def _hours(value: object, file: str, number: int) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise RefusedError("funding_file.hours", file=file, number=number, text=str(value)[:40])
    try:
        return Decimal(value)
    except InvalidOperation:
        raise RefusedError("funding_file.hours", file=file, number=number, text=str(value)[:40]) from None


def _unit_cost(given: Fields, file: str) -> int | None:
    value = given.get("unit_cost")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise RefusedError("funding_file.unit_cost", file=file, text=str(value)[:40])
    try:
        return parse_cents(str(value))
    except RefusedError:
        raise RefusedError("funding_file.unit_cost", file=file, text=str(value)[:40]) from None
