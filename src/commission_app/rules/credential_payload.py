"""What the code on a certificate says: the record as a compact map of numbered facts, and read back from it.

The numbers are a format for other programs too (docs/keys.md): none is ever given another meaning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from commission_app.errors import RefusedError
from commission_app.rules import certificate_record
from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordHolder,
    RecordIssuer,
    RecordUnit,
)
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.key import PayloadDetail
from commission_app.rules.vocabulary.standard import CreditUnit

FORMAT = 1
DETAILS = (PayloadDetail.FULL, PayloadDetail.ONE_LANGUAGE, PayloadDetail.CODES, PayloadDetail.SUMMARY)
"""From all there is to the least that a code may hold."""
_UNITS = (None, CreditUnit.ECTS, CreditUnit.KP, CreditUnit.ECVET, CreditUnit.HOURS)
_MOST_UNITS = 2000

Compact = dict[int, Any]


@dataclass(frozen=True, slots=True)
class Signed:
    """The facts as a code holds them: a record without what was left out, and the hash of the whole record."""

    record: CertificateRecord
    detail: PayloadDetail
    units: int
    record_sha256: str
    signed_on: date


def record_hash(record: CertificateRecord) -> str:
    """The fingerprint of everything the record says, outcomes and annex included."""
    return text_hash(certificate_record.text(record))


def text_hash(text: str) -> str:
    """The fingerprint of a record that was kept as text."""
    return sha256(text.encode()).hexdigest()


def packed(record: CertificateRecord, detail: PayloadDetail, signed_on: date) -> Compact:
    """The record as numbered facts, with the day of signing; what is empty is left out."""
    both = detail is PayloadDetail.FULL
    units = record.units if detail is not PayloadDetail.SUMMARY else ()
    holder, issuer, basis = record.holder, record.issuer, record.basis
    facts: Compact = {
        1: FORMAT,
        2: DETAILS.index(detail),
        3: record.kind.value,
        4: record.number,
        5: _day(record.issued_on),
        7: _trimmed([holder.given, holder.family, holder.original, _day(holder.born), holder.code]),
        8: _trimmed([issuer.name.lv, issuer.name.en if both else "", issuer.reg_no, issuer.country]),
        9: _pair(record.title, both),
        10: _pair(record.programme, both) if record.programme != record.title else [],
        11: record.programme_code,
        12: _trimmed([basis.number, _day(basis.day), basis.exam, *_pair(basis.commission, both)]),
        13: record.credits,
        14: _unit_number(record.credit_unit),
        15: record.level,
        16: record.pkl,
        17: record.isced_f,
        18: _pair(record.mark, both=True),
        19: _trimmed([record.form_series, record.form_number]),
        20: _trimmed([record.duplicate_of, _day(record.duplicate_on)]),
        21: record.accreditation,
        22: _packed_units(units, record.credit_unit, detail),
        23: len(record.units),
        24: bytes.fromhex(record_hash(record)),
        25: _pair(record.part, both),
        26: _day(signed_on),
    }
    return {key: value for key, value in facts.items() if value not in ("", None, [], {}, 0) or key == 2}


def unpacked(facts: Mapping[int, Any]) -> Signed:
    """The facts of a code.

    Refused: what is no such map, a fact of the wrong kind, a format of a later program.
    """
    if not isinstance(facts, Mapping) or type(facts.get(1)) is not int:
        raise RefusedError("payload.unreadable")
    if facts[1] > FORMAT:
        raise RefusedError("payload.newer")
    try:
        return _unpacked(facts)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise RefusedError("payload.unreadable") from error


def _unpacked(facts: Mapping[int, Any]) -> Signed:
    given, family, original, born, code = _filled(facts.get(7), 5)
    name_lv, name_en, reg_no, country = _filled(facts.get(8), 4)
    number, day, exam, commission_lv, commission_en = _filled(facts.get(12), 5)
    duplicate_of, duplicate_on = _filled(facts.get(20), 2)
    series, form = _filled(facts.get(19), 2)
    title = _said(facts.get(9))
    unit_of_all = _credit_unit(facts.get(14))
    count = _whole(facts.get(23)) or 0
    units = _units(facts[22], count, unit_of_all) if 22 in facts else ()
    record = CertificateRecord(
        uid="",
        kind=CertificateKind(facts[3]),
        number=_text(facts[4]),
        issued_on=_date(facts[5]),
        holder=RecordHolder(
            "", _text(given), _text(family), _text(original), _date(born) if born else None, _text(code)
        ),
        issuer=RecordIssuer(Said(_text(name_lv), _text(name_en)), _text(reg_no), country=_text(country)),
        title=title,
        programme=_said(facts[10]) if 10 in facts else title,
        programme_code=_text(facts.get(11)),
        basis=RecordBasis(
            _text(number), _date(day), Said(_text(commission_lv), _text(commission_en)), exam=exam is True
        ),
        units=units,
        credits=_whole(facts.get(13)),
        credit_unit=unit_of_all,
        level=_whole(facts.get(15)),
        pkl=_whole(facts.get(16)),
        isced_f=_text(facts.get(17)),
        mark=_said(facts.get(18)),
        form_series=_text(series),
        form_number=_text(form),
        duplicate_of=_text(duplicate_of),
        duplicate_on=_date(duplicate_on) if duplicate_on else None,
        accreditation=_text(facts.get(21)),
        part=_said(facts.get(25)),
    )
    return Signed(record, DETAILS[facts.get(2, 0)], count, bytes(facts[24]).hex(), _date(facts[26]))


def _packed_units(units: tuple[RecordUnit, ...], unit_of_all: CreditUnit | None, detail: PayloadDetail) -> Compact:
    """The units column by column: alike beside alike packs tighter than unit after unit."""
    both = detail is PayloadDetail.FULL
    titled = detail in (PayloadDetail.FULL, PayloadDetail.ONE_LANGUAGE)
    columns: Compact = {
        1: _column(unit.code for unit in units),
        2: [unit.credits for unit in units],
        3: [_unit_number(unit.credit_unit) if unit.credit_unit is not unit_of_all else 0 for unit in units],
        4: [unit.hours for unit in units],
        5: _column(unit.mark.lv for unit in units),
        6: _column(unit.mark.en if both and unit.mark.en != unit.mark.lv else "" for unit in units),
        7: _column(unit.title.lv if both else unit.title.lv or unit.title.en for unit in units) if titled else "",
        8: _column(unit.title.en for unit in units) if both else "",
    }
    return {key: value for key, value in columns.items() if (value.strip() if isinstance(value, str) else any(value))}


def _column(texts: Iterable[str]) -> str:
    """Texts as lines of one text."""
    return "\n".join(" ".join(text.split()) for text in texts)


def _units(columns: Any, count: int, unit_of_all: CreditUnit | None) -> tuple[RecordUnit, ...]:
    if not isinstance(columns, Mapping) or not 0 < count <= _MOST_UNITS:
        raise ValueError(count)

    def texts(key: int) -> list[str]:
        return _text(columns[key]).split("\n") if key in columns else [""] * count

    def numbers(key: int) -> list[Any]:
        return _list(columns[key]) if key in columns else [None] * count

    rows = zip(*map(numbers, (2, 3, 4)), *map(texts, (1, 5, 6, 7, 8)), strict=True)
    units = tuple(
        RecordUnit(
            uid="",
            code=code,
            title=Said(title_lv, title_en),
            credits=_whole(credits),
            credit_unit=_credit_unit(own) if own else unit_of_all,
            hours=_whole(hours),
            mark=Said(mark_lv, mark_en or mark_lv),
        )
        for credits, own, hours, code, mark_lv, mark_en, title_lv, title_en in rows
    )
    if len(units) != count:
        raise ValueError(count)
    return units


def _pair(said: Said, both: bool) -> list[Any]:
    return _trimmed([said.lv, said.en]) if both else _trimmed([said.lv or said.en])


def _said(given: Any) -> Said:
    lv, en = _filled(given, 2)
    return Said(_text(lv), _text(en))


def _trimmed(values: list[Any]) -> list[Any]:
    """The values without the empty ones at the end."""
    kept = list(values)
    while kept and kept[-1] in ("", None, 0):
        kept.pop()
    return kept


def _filled(given: Any, wanted: int) -> list[Any]:
    values = _list(given)
    if len(values) > wanted:
        raise ValueError(len(values))
    return values + [None] * (wanted - len(values))


def _list(given: Any) -> list[Any]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise TypeError(type(given))
    return given


def _day(day: date | None) -> int:
    """A day as the number its digits make: 20261121."""
    return day.year * 10000 + day.month * 100 + day.day if day else 0


def _date(number: Any) -> date:
    if type(number) is not int:
        raise TypeError(type(number))
    return date(number // 10000, number // 100 % 100, number % 100)


def _text(given: Any) -> str:
    if given is None or given == 0:
        return ""
    if not isinstance(given, str):
        raise TypeError(type(given))
    return given


def _whole(given: Any) -> int | None:
    if given is not None and type(given) is not int:
        raise TypeError(type(given))
    return given


def _unit_number(unit: CreditUnit | None) -> int:
    return _UNITS.index(unit)


def _credit_unit(number: Any) -> CreditUnit | None:
    if number is not None and (type(number) is not int or number < 0):
        raise TypeError(type(number))
    return _UNITS[number or 0]
