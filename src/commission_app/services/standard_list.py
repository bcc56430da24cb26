"""The library of standards as a list: found by words, narrowed by what an edition is, in any order."""

from collections.abc import Mapping
from datetime import date

from commission_app.rules.collation import sort_key
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services.paging import Cursor, Page
from commission_app.services.standards import EditionRow, editions
from commission_app.store.work import Reading

TODAY = "today"
"""The day of whoever asks, so that a saved view stays true."""
_IN_FORCE = (EditionState.APPROVED, EditionState.RETIRED)


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "title",
    descending: bool = False,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[EditionRow]:
    """The editions from the cursor on; a library is some hundred rows, so it is put in order here."""
    found = _listed(reading, words, filters or {}, sort, descending)
    start = 0 if after is None else next((at + 1 for at, row in enumerate(found) if row.id == after.key), len(found))
    rows = found[start : start + limit]
    more = start + limit < len(found)
    return Page(rows, Cursor(_order(rows[-1], sort), rows[-1].id) if more else None)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "title",
    descending: bool = False,
) -> tuple[int, ...]:
    """The keys of the whole list, hence its count."""
    return tuple(row.id for row in _listed(reading, words, filters or {}, sort, descending))


def rows(reading: Reading, keys: tuple[int, ...], words: str = "") -> tuple[EditionRow, ...]:
    """The rows of some keys; under words that are searched they say where these were met."""
    wanted = set(keys)
    return tuple(row for row in editions(reading, words=words) if row.id in wanted)


def _listed(
    reading: Reading, words: str, filters: Mapping[str, str], sort: str, descending: bool
) -> tuple[EditionRow, ...]:
    found = [row for row in editions(reading, words=words) if _passes(row, filters, reading.today)]
    return tuple(sorted(found, key=lambda row: _order(row, sort), reverse=descending))


def _passes(row: EditionRow, filters: Mapping[str, str], today: date) -> bool:
    return all(_fits(row, name, value, today) for name, value in filters.items())


def _fits(row: EditionRow, name: str, value: str, today: date) -> bool:
    match name:
        case "state" | "kind":
            return str(getattr(row, name)) == value
        case "lki":
            return str(row.lki or "") == value
        case "field":
            return row.isced_f.startswith(value)
        case "accredited":
            return row.accredited is (value == "yes")
        case "in_force":
            return _in_force(row, _day(value, today))
        case _:
            return True


def _in_force(row: EditionRow, day: date | None) -> bool:
    """Whether the edition was in force on a day: approved by now, begun by then, and not ended before."""
    if day is None:
        return True
    return row.state in _IN_FORCE and row.valid_from <= day and (row.valid_until is None or row.valid_until >= day)


def _day(value: str, today: date) -> date | None:
    if value == TODAY:
        return today
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _order(row: EditionRow, sort: str) -> tuple[str | bytes | int, ...]:
    title, newest = sort_key(row.title_lv or row.title_en), -row.valid_from.toordinal()
    match sort:
        case "code":
            return sort_key(row.code), newest
        case "kind":
            return row.kind, title, newest
        case "label":
            return -newest, title
        case "state":
            return row.state, title, newest
        case "lki":
            return row.lki or 0, title, newest
        case "units":
            return row.units, title, newest
        case "outcomes":
            return row.outcomes, title, newest
        case "used":
            return row.cases, title, newest
        case _:
            return title, newest
