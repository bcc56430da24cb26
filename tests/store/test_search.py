"""Words find the same cases whether the index is asked or the rows are looked at one by one."""

import pytest

from commission_app.services import case_list
from commission_app.services.office import Office
from commission_app.store import search
from tests import make


@pytest.fixture
def busy_office(office: Office) -> Office:
    """An office with four applicants whose names need folding."""
    make.institution(office)
    edition = make.standard(office)
    for serial in range(4):
        make.case(office, edition, serial=serial)
    return office


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kenins", 1),
        ("ĶĒN", 1),
        ("datorzin", 4),
        ("dat supul", 1),
        ("supul dat-b", 1),
        ("n%", 1),
        ("d_torzin", 0),
        ("eni", 0),
    ],
)
def test_many_hits_are_found_like_few(
    words: str, found: int, busy_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_index = busy_office.ask(case_list.page, words=words)
    monkeypatch.setattr(search, "MANY_HITS", 0)
    by_rows = busy_office.ask(case_list.page, words=words)
    assert by_rows.rows == by_index.rows
    assert len(by_index.rows) == found
    assert busy_office.ask(case_list.count, words=words) == found
