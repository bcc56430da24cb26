"""The dated rules and printed phrases of this office: the shipped ones and the institution's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.institution import Phrase, ProvisionRow
from commission_app.rules.provision_values import check_value
from commission_app.rules.provisions import SHIPPED, LegalReference, Provision, Value, canonical, in_force, value_of
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.institution import Origin
from commission_app.store.at_hand import once
from commission_app.store.work import Reading, Work

_READ = "provisions.rules"


@dataclass(frozen=True)
class ProvisionLine:
    """A dated rule as preferences list it."""

    id: int
    key: str
    procedure: Procedure | None
    in_force_from: date
    value: Value
    legal_lv: str
    legal_en: str
    origin: Origin
    in_force: bool


@dataclass(frozen=True)
class PhraseLine:
    """A printed text as preferences list it."""

    id: int
    key: str
    procedure: Procedure | None
    in_force_from: date
    text_lv: str
    text_en: str
    origin: Origin
    in_force: bool


def ship(work: Work) -> None:
    """Puts in place the rules the program is delivered with; those that stand already are left alone."""
    _forget(work.session)
    standing = {(p.key, p.procedure, p.in_force_from) for p in _rules(work.session) if p.origin is Origin.SHIPPED}
    for rule in SHIPPED:
        if (rule.key, rule.procedure, rule.in_force_from) not in standing:
            work.add(_row_of(rule))
    _forget(work.session)


def settle(
    work: Work,
    key: str,
    procedure: Procedure | None,
    in_force_from: date,
    value: Value,
    legal: tuple[str, str] = ("", ""),
) -> None:
    """The institution settles a rule of its own from a date; the one before it stays for cases of its time.

    Refused: a value the rule cannot have.
    """
    check_value(key, value)
    _forget(work.session)
    text = canonical(value)
    value_of(text)
    standing = work.session.scalars(
        select(ProvisionRow).where(
            ProvisionRow.key == key,
            ProvisionRow.procedure.is_(None) if procedure is None else ProvisionRow.procedure == procedure,
            ProvisionRow.in_force_from == in_force_from,
            ProvisionRow.origin == Origin.OWN,
        )
    ).one_or_none()
    if standing is None:
        work.add(_row_of(Provision(key, procedure, in_force_from, text, *legal, Origin.OWN)))
    else:
        standing.value, standing.legal_lv, standing.legal_en = text, *legal


def word(
    work: Work,
    key: str,
    procedure: Procedure | None,
    in_force_from: date,
    lv: str,
    en: str,
    origin: Origin = Origin.OWN,
) -> None:
    """A printed text in both languages from a date; a missing half is named when a paper needs it."""
    if not lv.strip():
        raise RefusedError("phrase.without_latvian", at="text_lv")
    standing = work.session.scalars(
        select(Phrase).where(
            Phrase.key == key,
            Phrase.procedure.is_(None) if procedure is None else Phrase.procedure == procedure,
            Phrase.in_force_from == in_force_from,
            Phrase.origin == origin,
        )
    ).one_or_none()
    if standing is None:
        standing = Phrase(key=key, procedure=procedure, in_force_from=in_force_from, origin=origin)
        work.add(standing)
    standing.text_lv, standing.text_en = lv.strip(), en.strip()


def provision(session: Session, key: str, procedure: Procedure, day: date) -> Provision:
    """The rule in force for a procedure on a day; refused when there is none."""
    return in_force(rules(session), key, procedure, day)


def number(session: Session, key: str, procedure: Procedure, day: date) -> int:
    """A rule whose value is a whole number (months, years, a mark)."""
    value = provision(session, key, procedure, day).reading
    if not isinstance(value, int):
        raise RefusedError("provision.not_a_number", key=key)
    return value


def legal(session: Session, key: str, procedure: Procedure, day: date) -> LegalReference | None:
    """The legal reference of the rule in force."""
    return provision(session, key, procedure, day).legal


def phrase(session: Session, key: str, procedure: Procedure | None, day: date) -> tuple[str, str]:
    """The printed text in Latvian and English in force for a procedure on a day; empty when there is none."""
    rows = once(session, (Phrase, key, day), lambda: _phrases(session, key, day))
    lawful = [row for row in rows if row.procedure in (None, procedure)]
    if not lawful:
        return "", ""
    best = max(lawful, key=lambda row: (row.procedure is not None, row.in_force_from, row.origin is Origin.OWN))
    return best.text_lv, best.text_en


def _phrases(session: Session, key: str, day: date) -> Sequence[Phrase]:
    return session.scalars(select(Phrase).where(Phrase.key == key, Phrase.in_force_from <= day)).all()


def rules(session: Session) -> tuple[Provision, ...]:
    """Every rule of the office with its dates."""
    return tuple(_rules(session))


def provision_lines(reading: Reading) -> tuple[ProvisionLine, ...]:
    """Every dated rule, newest first within its key, with those in force today marked."""
    rows = reading.session.scalars(
        select(ProvisionRow).order_by(ProvisionRow.key, ProvisionRow.procedure, ProvisionRow.in_force_from.desc())
    ).all()
    standing = _standing(reading, rows)
    return tuple(
        ProvisionLine(
            row.id,
            row.key,
            row.procedure,
            row.in_force_from,
            value_of(row.value),
            row.legal_lv,
            row.legal_en,
            row.origin,
            row.id in standing,
        )
        for row in rows
    )


def phrase_lines(reading: Reading) -> tuple[PhraseLine, ...]:
    """Every printed text, newest first within its key, with those in force today marked."""
    rows = reading.session.scalars(
        select(Phrase).order_by(Phrase.key, Phrase.procedure, Phrase.in_force_from.desc())
    ).all()
    standing = _standing(reading, rows)
    return tuple(
        PhraseLine(
            row.id, row.key, row.procedure, row.in_force_from, row.text_lv, row.text_en, row.origin, row.id in standing
        )
        for row in rows
    )


def _standing(reading: Reading, rows: Sequence[ProvisionRow] | Sequence[Phrase]) -> set[int]:
    """Keys of the rows in force today: the newest of each key and procedure, the institution's own before ours."""
    best: dict[tuple[str, Procedure | None], tuple[tuple[date, bool], int]] = {}
    for row in rows:
        if row.in_force_from > reading.today:
            continue
        rank = (row.in_force_from, row.origin is Origin.OWN)
        place = (row.key, row.procedure)
        if place not in best or best[place][0] < rank:
            best[place] = (rank, row.id)
    return {key for _, key in best.values()}


def _rules(session: Session) -> list[Provision]:
    """What stands in the tables, read once in an act or a question: one act asks for a dozen rules."""
    if _READ not in session.info:
        session.info[_READ] = _read(session)
    found: list[Provision] = session.info[_READ]
    return found


def _forget(session: Session) -> None:
    """Whoever settles a rule reads them anew."""
    session.info.pop(_READ, None)


def _read(session: Session) -> list[Provision]:
    """What stands in the tables; a rule that came with a later program than the office takes its shipped values."""
    standing = [
        Provision(row.key, row.procedure, row.in_force_from, row.value, row.legal_lv, row.legal_en, row.origin)
        for row in session.scalars(select(ProvisionRow))
    ]
    known = {rule.key for rule in standing}
    return standing + [rule for rule in SHIPPED if rule.key not in known] if standing else standing


def _row_of(rule: Provision) -> ProvisionRow:
    return ProvisionRow(
        key=str(rule.key),
        procedure=rule.procedure,
        in_force_from=rule.in_force_from,
        value=rule.value,
        legal_lv=rule.legal_lv,
        legal_en=rule.legal_en,
        origin=rule.origin,
    )
