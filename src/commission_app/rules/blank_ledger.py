"""The ledger of state forms: which numbers a lot has, what may happen to a form, how a line moves the balance."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind

FORM_KINDS = (
    CertificateKind.QUALIFICATION,
    CertificateKind.QUALIFICATION_PART,
    CertificateKind.MODULE,
    CertificateKind.PROFESSIONAL_DEVELOPMENT,
    CertificateKind.INTEREST_EDUCATION,
    CertificateKind.TRANSCRIPT,
)
"""The papers that are written on numbered state forms (Cabinet Regulation No. 52 of 7 February 2023)."""

MOST_IN_A_LOT = 5000
LONGEST = 12
_FIGURES = re.compile(rf"[0-9]{{1,{LONGEST}}}")


@dataclass(frozen=True)
class Span:
    """Numbers in a row as they are printed on the forms; `width` keeps their leading zeros."""

    first: int
    last: int
    width: int

    @property
    def count(self) -> int:
        """How many forms."""
        return self.last - self.first + 1

    def text(self, value: int) -> str:
        """A number as it is printed on its form."""
        return str(value).zfill(self.width)

    def values(self) -> range:
        """The numbers one after the other."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Figures:
    """What the columns of the ledger say of one line, or summed up; `balance` is how the stock moves."""

    received: int = 0
    used: int = 0
    spoiled: int = 0
    destroyed: int = 0
    balance: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.received + other.received,
            self.used + other.used,
            self.spoiled + other.spoiled,
            self.destroyed + other.destroyed,
            self.balance + other.balance,
        )


def span(number_from: str, number_to: str) -> Span:
    """The numbers of a lot from its first to its last form.

    Refused: what is no number of figures only, a last before the first, different lengths with leading zeros, or
    more forms than a delivery has.
    """
    first, last = number_from.strip(), number_to.strip() or number_from.strip()
    for text, field in ((first, "number_from"), (last, "number_to")):
        if not _FIGURES.fullmatch(text):
            raise RefusedError("blank.number_figures", at=field, number=text, most=LONGEST)
    if len(first) != len(last) and (first.startswith("0") or last.startswith("0")):
        raise RefusedError("blank.number_lengths", at="number_to", first=first, last=last)
    if int(last) < int(first):
        raise RefusedError("blank.number_order", at="number_to", first=first, last=last)
    found = Span(int(first), int(last), len(first) if len(first) == len(last) else 0)
    if found.count > MOST_IN_A_LOT:
        raise RefusedError("blank.lot_too_large", at="number_to", count=found.count, most=MOST_IN_A_LOT)
    return found


def series_text(series: str) -> str:
    """The series as it is kept: capitals, single spaces.

    Refused: an empty one.
    """
    found = " ".join(series.split()).upper()
    if not found:
        raise RefusedError("blank.series_missing", at="series")
    return found


def runs(values: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in rows without a gap, each by its first and last."""
    begun: int | None = None
    before = 0
    for value in sorted(values):
        if begun is None:
            begun = value
        elif value != before + 1:
            yield begun, before
            begun = value
        before = value
    if begun is not None:
        yield begun, before


_FROM: dict[BlankMove, frozenset[BlankState]] = {
    BlankMove.RECEIVED: frozenset(),
    BlankMove.USED: frozenset({BlankState.IN_STOCK}),
    BlankMove.SPOILED: frozenset({BlankState.IN_STOCK, BlankState.USED}),
    BlankMove.ANNULLED: frozenset({BlankState.IN_STOCK, BlankState.USED}),
    BlankMove.DESTROYED: frozenset({BlankState.IN_STOCK, BlankState.SPOILED, BlankState.ANNULLED}),
}
_TO = {
    BlankMove.RECEIVED: BlankState.IN_STOCK,
    BlankMove.USED: BlankState.USED,
    BlankMove.SPOILED: BlankState.SPOILED,
    BlankMove.ANNULLED: BlankState.ANNULLED,
    BlankMove.DESTROYED: BlankState.DESTROYED,
}


def after(move: BlankMove) -> BlankState:
    """Where a form stands after a move."""
    return _TO[move]


def against(move: BlankMove, state: BlankState, series: str, number: str) -> Refusal | None:
    """What stands against moving a form that stands where it stands; nothing where it may."""
    if state in _FROM[move]:
        return None
    return refusal("blank.not_so", series=series, number=number, state=state, move=move)


def against_by_hand(move: BlankMove, state: BlankState, series: str, number: str) -> Refusal | None:
    """Likewise where a person says so by hand: a used form is spoiled or annulled with its certificate."""
    if state is BlankState.USED:
        return refusal("blank.used_by_certificate", series=series, number=number)
    return against(move, state, series, number)


def against_return(state: BlankState, certified: bool, series: str, number: str) -> Refusal | None:
    """What stands against putting a form back into stock; only one that was written off unused can go back."""
    if state in (BlankState.SPOILED, BlankState.ANNULLED) and not certified:
        return None
    return refusal("blank.not_back", series=series, number=number, state=state)


def figures(move: BlankMove, was: BlankState | None, count: int) -> Figures:
    """What a line puts into the columns of the ledger.

    A form that was counted as used and is spoiled after all goes from the one column to the other; one written off
    before leaves the balance as it is when it is destroyed; a form annulled unused is written off like a spoiled one.
    A line taken back (a negative count) takes its figures back.
    """
    match move:
        case BlankMove.RECEIVED:
            return Figures(received=count, balance=count)
        case BlankMove.USED:
            return Figures(used=count, balance=-count)
        case BlankMove.SPOILED if was is BlankState.USED:
            return Figures(used=-count, spoiled=count)
        case BlankMove.ANNULLED if was is BlankState.USED:
            return Figures()
        case BlankMove.SPOILED | BlankMove.ANNULLED:
            return Figures(spoiled=count, balance=-count)
        case BlankMove.DESTROYED:
            return Figures(destroyed=count, balance=-count if was is BlankState.IN_STOCK else 0)
    raise AssertionError(move)
