"""The cells of the measured register: 100,000 rows of 20 columns, made as they are asked for; money in cents."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

ROWS = 100_000
TEXT, CODE, DATE, COUNT, NUMBER, MONEY = "text", "code", "date", "count", "number", "money"
KINDS = (
    *(COUNT, CODE, DATE, TEXT, TEXT, CODE, TEXT, TEXT, TEXT, TEXT),
    *(COUNT, COUNT, NUMBER, NUMBER, TEXT, TEXT, DATE, DATE, MONEY, TEXT),
)
SURNAMES = ("Bērziņa", "Ķēniņš", "Žņaugs", "Šūpulīte", "Čakste", "Ģirģensone", "Ūdris", "Liepiņš")
FORMATS = {CODE: "@", DATE: "dd.mm.yyyy.", COUNT: "0", NUMBER: "#,##0.##", MONEY: "0.00"}

Cell = str | int | Decimal | date | None


def rows(count: int = ROWS) -> Iterator[tuple[Cell, ...]]:
    """Row after row."""
    first = date(2026, 1, 2)
    for n in range(1, count + 1):
        name = f"{SURNAMES[n % 8]} {SURNAMES[n // 8 % 8]}"
        yield (
            *(n, f"L-2026/{n}", first + timedelta(n % 360), f"Protokols Nr. {n // 9}", "Komisija Nr. 1, 12.01.2026."),
            *(f"2026/{n:06d}", f"Iesniegums Nr. {n}", name, "Datorzinātnes, 41483, LKI 6", "Informātika"),
            *(n % 17, n % 13, Decimal(n % 240) / 4, Decimal(n % 60) / 2, "ECTS", "atzīt daļēji"),
            *(first + timedelta(n % 300), first + timedelta(n % 330), 19275 + n % 100, f"1-{n}"),
        )


def headings() -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(f"Aile {n}" for n in range(1, len(KINDS) + 1))
