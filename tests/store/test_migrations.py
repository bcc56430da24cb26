"""A database of an earlier version opens in this one with all it held; the tables are what the models say."""

import tarfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from commission_app import models
from commission_app.errors import RefusedError
from commission_app.i18n import language
from commission_app.models.base import Base
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import (
    case_list,
    cases,
    checks,
    decisions,
    evidence,
    matrix,
    opening,
    papers,
    register_books,
    sittings,
)
from commission_app.services.office import Office
from commission_app.services.register_rows import BookRow
from commission_app.store.database import Database
from commission_app.store.work import Reading
from tests.documents.reading import words

FIRST_HOUSE = Path(__file__).parent / "fixtures" / "house-0001.tar.xz"
"""A college made by the first version: six cases, one of them decided and registered."""
SECOND_HOUSE = Path(__file__).parent / "fixtures" / "house-0002.tar.xz"
"""The sample commission of the second version: sittings with votes, an exam, fees, mobility, engine 2."""
THIRD_HOUSE = Path(__file__).parent / "fixtures" / "house-0003.tar.xz"
"""The sample commission of the third version: substitutes, ballots, letters, versions of the minutes."""


@pytest.fixture
def old_house(tmp_path: Path) -> Path:
    """The database of the first version with its files."""
    return unpacked(FIRST_HOUSE, tmp_path)


def unpacked(house: Path, tmp_path: Path) -> Path:
    """A database of an older version with its files."""
    with tarfile.open(house) as archive:
        # Python 3.11.2, as Debian 12 ships it, knows the attribute but not yet the parameter.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(tmp_path)
    return tmp_path / "o.db"


def test_the_tables_are_what_the_models_say(database: Database) -> None:
    """What the migrations built has every table, column, key and index of the models, and no others."""
    assert models
    with database.reader.connect() as connection:
        known = set(Base.metadata.tables)
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda item, name, kind, *_: kind != "table" or name in known},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_an_older_database_is_not_opened_silently(old_house: Path) -> None:
    """Whoever opens it hears that it is older, and nothing is changed before a backup."""
    with pytest.raises(RefusedError) as refused:
        opening.open_office(old_house)
    assert refused.value.refusal.reason == "database.older"


def test_everything_of_the_first_version_is_still_there(old_house: Path) -> None:
    """Backup first; then the check is silent, stored awards compute again, lists and register read as before."""
    made = opening.bring_up_to_date(old_house)
    assert made is not None and made.path.exists()
    office = opening.open_office(old_house)
    try:
        assert office.ask(checks.findings) == ()
        _read_all(office)
    finally:
        office.database.close()


@pytest.mark.parametrize("packed", [SECOND_HOUSE, THIRD_HOUSE], ids=["second", "third"])
def test_what_a_later_version_decided_still_holds(packed: Path, tmp_path: Path) -> None:
    """Every award computes again, every decided item is lawful by what was kept of it, and its papers print."""
    house = unpacked(packed, tmp_path)
    assert opening.bring_up_to_date(house) is not None
    office = opening.open_office(house)
    try:
        assert office.ask(checks.findings) == ()
        held = [row for row in office.ask(sittings.sitting_list).rows if row.state is SittingState.CLOSED]
        assert held
        for row in held:
            assert row.minutes_number in words(office.ask(papers.minutes, row.id, language("lv")))
        for decided in office.ask(decisions.decision_list).rows:
            assert decided.number in words(office.ask(papers.decision, decided.id, language("lv")))
    finally:
        office.database.close()


def _read_all(office: Office) -> None:
    rows = office.ask(case_list.page).rows
    assert len(rows) == 6
    for row in rows:
        assert office.ask(cases.card, row.id).number == row.number
        card = office.ask(matrix.matrix, row.id)
        assert card.coverage.supported == card.coverage.total
        for item in office.ask(evidence.portfolio, row.id):
            assert item.files
    assert len(list(office.ask(_decisions))) == 1


def _decisions(reading: Reading) -> list[BookRow]:
    return list(register_books.book_rows(reading, Book.DECISIONS, 2026, language("lv")))
