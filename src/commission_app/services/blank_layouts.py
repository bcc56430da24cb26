"""Where the data stand on each kind of state form, by the day from which the form looks so."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.blank import BlankLayout
from commission_app.rules import blank_layout
from commission_app.rules.blank_layout import FormLayout
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class LayoutCard:
    """A layout of the office; without a key it is the program's neutral starting point, which no form looks like."""

    kind: CertificateKind
    layout: FormLayout
    id: int | None = None
    version: int = 0
    valid_from: date | None = None


def layouts(reading: Reading, kind: CertificateKind) -> tuple[LayoutCard, ...]:
    """The layouts of a kind, the newest first, and after them the starting point."""
    query = select(BlankLayout).where(BlankLayout.kind == kind).order_by(BlankLayout.valid_from.desc())
    own = [_card(row) for row in reading.session.scalars(query)]
    return (*own, LayoutCard(kind, blank_layout.shipped(kind)))


def in_force(session: Session, kind: CertificateKind, day: date) -> LayoutCard:
    """The layout of a kind on a day: the office's own, else the starting point."""
    query = (
        select(BlankLayout)
        .where(BlankLayout.kind == kind, BlankLayout.valid_from <= day)
        .order_by(BlankLayout.valid_from.desc())
        .limit(1)
    )
    row = session.scalars(query).first()
    return _card(row) if row is not None else LayoutCard(kind, blank_layout.shipped(kind))


def keep(work: Work, kind: CertificateKind, valid_from: date, layout: FormLayout) -> int:
    """A layout is kept from a day; forms issued before it are printed by the layout of their day.

    Refused: a layout that cannot be printed, or a day that has one already.
    """
    checked = blank_layout.check(layout)
    taken = select(BlankLayout.id).where(BlankLayout.kind == kind, BlankLayout.valid_from == valid_from)
    if work.session.scalar(taken) is not None:
        raise RefusedError("blank.layout_day", at="valid_from", day=valid_from)
    row = BlankLayout(kind=kind, valid_from=valid_from, text=blank_layout.text(checked))
    work.add(row)
    work.session.flush()
    work.about(row.uid)
    return row.id


def change(work: Work, layout_id: int, seen: int, layout: FormLayout) -> None:
    """The fields of a layout are moved; refused where it cannot be printed."""
    row = work.lock(BlankLayout, layout_id, seen)
    row.text = blank_layout.text(blank_layout.check(layout))


def _card(row: BlankLayout) -> LayoutCard:
    return LayoutCard(row.kind, blank_layout.read(row.text), row.id, row.version, row.valid_from)
