"""Euro as typed and whole cents as stored; never a binary float between them."""

from decimal import Decimal


def cents(euro: Decimal | None) -> int | None:
    """Whole cents of an amount with at most two decimals."""
    return None if euro is None else int(euro * 100)


def euro(cents: int | None) -> Decimal | None:
    """The amount in euro."""
    return None if cents is None else Decimal(cents) / 100
