"""The library of standards as a list: found by words, narrowed by state and kind, in any order."""

from collections.abc import Mapping

from commission_app.rules.collation import sort_key
from commission_app.services.paging import Cursor, Page
from commission_app.services.standards import EditionRow, editions
from commission_app.store.work import Reading


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


def rows(reading: Reading, keys: tuple[int, ...]) -> tuple[EditionRow, ...]:
    """The rows of some keys."""
    wanted = set(keys)
    return tuple(row for row in editions(reading) if row.id in wanted)


def _listed(
    reading: Reading, words: str, filters: Mapping[str, str], sort: str, descending: bool
) -> tuple[EditionRow, ...]:
    found = [row for row in editions(reading, words=words) if _passes(row, filters)]
    return tuple(sorted(found, key=lambda row: _order(row, sort), reverse=descending))


def _passes(row: EditionRow, filters: Mapping[str, str]) -> bool:
    return all(str(getattr(row, name)) == value for name, value in filters.items() if name in ("state", "kind"))


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
        case _:
            return title, newest
