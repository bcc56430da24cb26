"""Checks the ledger of state forms: the stock is what its lines say, certificates and forms name each other."""

from collections.abc import Iterator

from sqlalchemy import func, select

from commission_app.errors import Refusal, refusal
from commission_app.models.blank import Blank
from commission_app.models.certificate import Certificate
from commission_app.rules.vocabulary.blank import BlankState
from commission_app.services import blank_book
from commission_app.services.check_progress import Tally
from commission_app.store.work import Reading


def findings(reading: Reading, _: Tally) -> Iterator[Refusal]:
    """What does not add up, and forms and certificates that do not name each other."""
    yield from _balances(reading)
    yield from _certificates(reading)


def _balances(reading: Reading) -> Iterator[Refusal]:
    counted = select(Blank.kind, Blank.series, func.count()).where(Blank.state == BlankState.IN_STOCK)
    grouped = reading.session.execute(counted.group_by(Blank.kind, Blank.series))
    stock = {(kind, series): count for kind, series, count in grouped}
    for one in blank_book.balances(reading):
        there = stock.pop((one.kind, one.series), 0)
        if there != one.figures.balance:
            yield refusal("check.blank_balance", series=one.series, ledger=one.figures.balance, stock=there)
    for (_, series), there in stock.items():
        yield refusal("check.blank_balance", series=series, ledger=0, stock=there)


def _certificates(reading: Reading) -> Iterator[Refusal]:
    rows = reading.session.execute(
        select(Blank.series, Blank.number, Blank.state, Blank.certificate_uid, Certificate.uid)
        .outerjoin(Certificate, Certificate.blank_id == Blank.id)
        .where((Blank.state == BlankState.USED) | Certificate.id.is_not(None))
    )
    for series, number, state, named, standing in rows:
        if standing is None or named != standing or state is BlankState.IN_STOCK:
            yield refusal("check.blank_certificate", series=series, number=number)
