"""The library of reasons: dated standard wordings in both languages, entered, worded anew, retired, searched."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.decision import ReasonText
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.decision import ReasonKind, RefusalGround
from commission_app.store.work import Reading, Work
from commission_app.wording.shipped_reasons import SHIPPED


@dataclass(frozen=True)
class ReasonForm:
    """What is asked about a standard wording."""

    kind: ReasonKind
    title: str
    text_lv: str
    text_en: str
    in_force_from: date
    ground: RefusalGround | None = None


@dataclass(frozen=True)
class ReasonLine:
    """A standard wording as the library shows it."""

    id: int
    version: int
    form: ReasonForm
    retired_on: date | None
    in_force: bool


def lines(reading: Reading, words: str = "", kinds: tuple[ReasonKind, ...] = ()) -> tuple[ReasonLine, ...]:
    """The wordings that hold all the words, by kind and title; retired ones stay for what was written with them."""
    wanted = [fold(part) for part in words.split()]
    found = [_line(row, reading.today) for row in reading.session.scalars(select(ReasonText))]
    order = list(ReasonKind)
    chosen = (
        one for one in found if (not kinds or one.form.kind in kinds) and all(part in _searched(one) for part in wanted)
    )
    return tuple(sorted(chosen, key=lambda one: (order.index(one.form.kind), fold(one.form.title), one.id)))


def offered(reading: Reading, kinds: tuple[ReasonKind, ...] = (), words: str = "") -> tuple[ReasonLine, ...]:
    """The wordings in force today that hold all the words."""
    return tuple(one for one in lines(reading, words, kinds) if one.in_force)


def store(work: Work, key: int | None, seen: int | None, form: ReasonForm) -> int:
    """A wording is entered or worded anew. Refused: without a title or a Latvian text."""
    if not form.title.strip():
        raise RefusedError("reason.no_title", at="title")
    if not form.text_lv.strip():
        raise RefusedError("reason.no_text", at="text_lv", title=form.title.strip())
    row = work.lock(ReasonText, key, seen) if key is not None else None
    if row is None:
        row = ReasonText()
        work.add(row)
    row.kind, row.ground, row.title = form.kind, form.ground, form.title.strip()
    row.text_lv, row.text_en, row.in_force_from = form.text_lv.strip(), form.text_en.strip(), form.in_force_from
    work.session.flush()
    work.about(row.uid)
    return row.id


def retire(work: Work, key: int, seen: int) -> None:
    """A wording is no longer offered from today. Refused: twice."""
    row = work.lock(ReasonText, key, seen)
    if row.retired_on is not None:
        raise RefusedError("reason.retired", title=row.title, day=row.retired_on)
    row.retired_on = work.today


def add_shipped(work: Work) -> int:
    """The wordings that come with the program are entered where none of that kind and title stands; says how many."""
    there = {(row.kind, fold(row.title)) for row in work.session.scalars(select(ReasonText))}
    new = [one for one in SHIPPED if (one.kind, fold(one.title)) not in there]
    for one in new:
        form = ReasonForm(one.kind, one.title, one.text_lv, one.text_en, work.today, one.ground)
        store(work, None, None, form)
    return len(new)


def _searched(line: ReasonLine) -> str:
    return fold(f"{line.form.title} {line.form.text_lv} {line.form.text_en}")


def _line(row: ReasonText, today: date) -> ReasonLine:
    form = ReasonForm(row.kind, row.title, row.text_lv, row.text_en, row.in_force_from, row.ground)
    ended = row.retired_on is not None and row.retired_on <= today
    return ReasonLine(row.id, row.version, form, row.retired_on, row.in_force_from <= today and not ended)
