"""The archive: nomenclature, volumes bound and certified, deeds of handover and destruction, the package of a case."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from commission_app.errors import CancelledError, RefusedError
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN
from commission_app.rules.archive import Contents, HeldPaper
from commission_app.rules.vocabulary.archive import DeedKind, DeedState, Holding, KeptSince, Retention, VolumeState
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    archive_deeds,
    archive_lists,
    archive_nomenclature,
    archive_papers,
    archive_volumes,
    case_package,
    checks,
    register_shelf,
)
from commission_app.services.archive_deeds import DeedForm
from commission_app.services.archive_nomenclature import EntryForm
from commission_app.services.office import Office, Progress
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House

CASES = EntryForm(
    "12-5/31",
    "Iesniegumu lietas",
    "Case files",
    Holding.CASE_FILES,
    Retention.SHORT,
    5,
    KeptSince.NEXT_YEAR,
    make.LONG_AGO,
)
BOARD = "Anna Ozola, sekretāre\nIlze Kalniņa, arhīva pārzine"
HANDOVER = DeedForm("2026/1", date(2026, 1, 1), receiver="Amatas koledžas arhīvs", receiver_name="Ilze Kalniņa")


def refused(reason: str, doing: Callable[[], object]) -> RefusedError:
    with pytest.raises(RefusedError) as said:
        doing()
    assert said.value.reason == reason
    return said.value


def bound(house: House) -> tuple[Office, int, archive_volumes.VolumeCard]:
    """A decided case whose file is bound; gives the office, the case and its volume."""
    office, case = house.office, hearings.registered(house)
    office.do(archive_nomenclature.store, None, None, CASES)
    (key,) = office.do(archive_volumes.bind_case, case)
    return office, case, office.ask(archive_volumes.card, key)


def certified(office: Office, card: archive_volumes.VolumeCard) -> archive_volumes.VolumeCard:
    day = make.today(office)
    office.do(archive_volumes.certify, card.id, card.version, day, "Anna Ozola", "Sekretāre", "Secretary")
    return office.ask(archive_volumes.card, card.id)


def aged(office: Office, card: archive_volumes.VolumeCard) -> None:
    """The volume as it will be when its term has ended: only the day of the test's clock cannot be waited for."""
    office.do(_age, card.id)


def _age(work: "object", key: int) -> None:
    from commission_app.models.archive import Volume
    from commission_app.store.work import Work

    assert isinstance(work, Work)
    work.lock(Volume, key).keep_until = work.today - timedelta(days=1)


def test_an_index_is_entered_with_years_that_fit_its_class(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)

    def store(form: EntryForm) -> Callable[[], object]:
        return lambda: office.do(archive_nomenclature.store, None, None, form)

    assert refused("archive.years_short", store(replace(CASES, years=11))).refusal.field == "years"
    refused("archive.years_long", store(replace(CASES, retention=Retention.LONG, years=10)))
    refused("archive.years_permanent", store(replace(CASES, retention=Retention.PERMANENT)))
    refused("archive.years_missing", store(replace(CASES, years=None)))
    refused("archive.no_index", store(replace(CASES, index_no=" ")))
    refused("archive.no_book", store(replace(CASES, holds=Holding.REGISTER)))
    key = office.do(archive_nomenclature.store, None, None, CASES)
    refused("archive.index_twice", store(replace(CASES, title_lv="Cits")))
    (line,) = office.ask(archive_nomenclature.lines)
    assert (line.form, line.in_force, line.volumes, line.against_removal) == (CASES, True, 0, ())
    for language, said in ((LATVIAN, "LIETU NOMENKLATŪRA"), (ENGLISH, "NOMENCLATURE OF FILES")):
        paper = words(office.ask(archive_nomenclature.paper, language))
        assert said in paper and "12-5/31" in paper
    office.do(archive_nomenclature.remove, key, line.version)
    assert office.ask(archive_nomenclature.lines) == ()


def test_a_case_is_bound_corrected_certified_and_its_papers_say_so(house: House) -> None:
    office, case, card = bound(house)
    assert card.form.contents.sheets == sum(paper.sheets for paper in card.form.contents.papers) >= 5
    assert not office.ask(archive_lists.unbound).cases or case not in [
        one.id for one in office.ask(archive_lists.unbound).cases
    ]
    refused("archive.case_bound", lambda: office.do(archive_volumes.bind_case, case))
    refused("archive.case_open", lambda: office.do(archive_volumes.bind_case, house.facts.none_met))
    extra = HeldPaper("", "Pasta kvīts", "Postal receipt", make.today(office), 21 - card.form.contents.sheets)
    longer = replace(card.form, contents=Contents((*card.form.contents.papers, extra)), place="3. plaukts")
    office.do(archive_volumes.edit, card.id, card.version, longer)
    draft = words(office.ask(archive_papers.contents, card.id, LATVIAN))
    assert "PROJEKTS" in draft
    card = certified(office, office.ask(archive_volumes.card, card.id))
    assert card.keep_until == date(make.today(office).year + 5, 12, 31)
    paper = words(office.ask(archive_papers.contents, card.id, LATVIAN))
    assert "cauršūta un sanumurēta 21 (divdesmit viena) lapa" in paper and "PROJEKTS" not in paper
    assert "21 (twenty-one) sheets" in words(office.ask(archive_papers.contents, card.id, ENGLISH))
    for language, said in ((LATVIAN, "21 lapa"), (ENGLISH, "21 sheets")):
        cover = words(office.ask(archive_papers.cover, card.id, language))
        assert said in cover and "12-5/31" in cover and "010190" not in cover
    refused("archive.volume_state", lambda: office.do(archive_volumes.edit, card.id, card.version, longer))
    office.do(archive_volumes.open_again, card.id, card.version)
    office.do(archive_volumes.take_apart, card.id, card.version + 1)
    assert case in [one.id for one in office.ask(archive_lists.unbound).cases]
    assert office.ask(checks.findings) == ()


def test_without_an_index_nothing_is_bound(paper_house: House) -> None:
    office, case = paper_house.office, hearings.registered(paper_house)
    reason = office.ask(archive_volumes.against_binding, case)[0].reason
    assert reason == "archive.no_index_for_case"
    refused(reason, lambda: office.do(archive_volumes.bind_case, case))
    year = make.today(office).year
    refused("archive.no_index_for_book", lambda: office.do(archive_volumes.bind_book, Book.DECISIONS, year - 1, 3))
    of_book = replace(CASES, index_no="12-6", holds=Holding.REGISTER, book=Book.DECISIONS)
    office.do(archive_nomenclature.store, None, None, of_book)
    refused("archive.year_open", lambda: office.do(archive_volumes.bind_book, Book.DECISIONS, year, 3))
    refused("archive.book_empty", lambda: office.do(archive_volumes.bind_book, Book.DECISIONS, year - 1, 0))
    pages = office.ask(archive_volumes.book_pages, Book.DECISIONS, year, LATVIAN)
    key = office.do(archive_volumes.bind_book, Book.DECISIONS, year - 1, pages)
    assert office.ask(archive_volumes.card, key).form.contents.sheets == pages
    refused("archive.book_bound", lambda: office.do(archive_volumes.bind_book, Book.DECISIONS, year - 1, 3))


def test_volumes_are_handed_over_by_a_deed(paper_house: House) -> None:
    office, _, card = bound(paper_house)
    form = replace(HANDOVER, made_on=make.today(office))
    draft = archive_deeds.draft
    refused("archive.volume_state", lambda: office.do(draft, DeedKind.HANDOVER, (card.id,), form))
    card = certified(office, card)
    refused("archive.no_volumes", lambda: office.do(draft, DeedKind.HANDOVER, (), form))
    refused("archive.no_receiver", lambda: office.do(draft, DeedKind.HANDOVER, (card.id,), replace(form, receiver="")))
    office.do(draft, DeedKind.HANDOVER, (card.id,), form)
    refused("archive.in_deed", lambda: office.do(archive_volumes.open_again, card.id, card.version))
    (line,) = office.ask(archive_deeds.lines)
    assert (line.volumes, line.sheets, line.against_doing) == (1, card.form.contents.sheets, ())
    for language in LANGUAGES:
        assert card.index_no in words(office.ask(archive_papers.deed, line.id, language))
    office.do(archive_deeds.carry_out, line.id, line.version, make.today(office))
    assert office.ask(archive_volumes.card, card.id).state is VolumeState.HANDED_OVER


def test_nothing_is_destroyed_before_its_term_and_the_approval(paper_house: House) -> None:
    office, _, card = bound(paper_house)
    card, today = certified(office, card), make.today(office)
    form = DeedForm("2026/1", today, board=BOARD, grounds="Glabāšanas termiņš beidzies")
    draft = archive_deeds.draft
    assert office.ask(archive_lists.to_destroy) == ()
    refused("archive.still_kept", lambda: office.do(draft, DeedKind.DESTRUCTION, (card.id,), form))
    aged(office, card)
    assert [row.id for row in office.ask(archive_lists.to_destroy)] == [card.id]
    refused(
        "archive.no_board", lambda: office.do(draft, DeedKind.DESTRUCTION, (card.id,), replace(form, board="Viens"))
    )
    key = office.do(draft, DeedKind.DESTRUCTION, (card.id,), form)
    (line,) = office.ask(archive_deeds.lines)
    assert "PROJEKTS" in words(office.ask(archive_papers.deed, key, LATVIAN))
    done = archive_deeds.carry_out
    refused("archive.not_approved", lambda: office.do(done, key, line.version, today, "sasmalcināti"))
    refused("archive.no_approval_number", lambda: office.do(archive_deeds.approve, key, line.version, " ", today))
    office.do(archive_deeds.approve, key, line.version, "LNA-17", today)
    refused("archive.no_way", lambda: office.do(done, key, line.version + 1, today, ""))
    office.do(done, key, line.version + 1, today, "sasmalcināti")
    (line,) = office.ask(archive_deeds.lines)
    assert (line.state, line.approval_number) == (DeedState.DONE, "LNA-17")
    assert office.ask(archive_volumes.card, card.id).state is VolumeState.DESTROYED
    paper = words(office.ask(archive_papers.deed, key, LATVIAN))
    assert "LNA-17" in paper and "PROJEKTS" not in paper and "sasmalcināti" in paper
    assert office.ask(checks.findings) == ()


def test_the_package_of_a_case_proves_itself(paper_house: House) -> None:
    office, case = paper_house.office, hearings.registered(paper_house)
    made = office.ask(case_package.package, case, LATVIAN)
    assert office.ask(case_package.package, case, LATVIAN).data == made.data, "the same facts give the same bytes"
    archive = zipfile.ZipFile(io.BytesIO(made.data))
    sums = dict(line.split("  ", 1)[::-1] for line in archive.read(case_package.SUMS).decode().splitlines())
    assert set(archive.namelist()) == {*sums, case_package.INDEX, case_package.SUMS}
    assert all(hashlib.sha256(archive.read(name)).hexdigest() == control for name, control in sums.items())
    index = archive.read(case_package.INDEX).decode("utf-8-sig").splitlines()
    rows = list(csv.DictReader(index, delimiter=";"))
    assert len(rows) == made.papers and all(sums[row["file"]] == row["sha256"] for row in rows)
    progress = Progress()
    progress.cancelled = True
    with pytest.raises(CancelledError):
        office.ask_with(progress, case_package.package, case, LATVIAN)


def test_a_new_application_takes_the_index_of_its_procedure(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    make.commission(office)
    edition = make.standard(office)
    office.do(archive_nomenclature.store, None, None, CASES)
    office.do(
        archive_nomenclature.store, None, None, replace(CASES, index_no="12-5/32", procedure=Procedure.VOCATIONAL)
    )
    table = register_shelf.BookTable(Book.APPLICATIONS, make.today(office).year, LATVIAN)
    make.case(office, edition)
    make.case(office, edition, serial=1, procedure=Procedure.VOCATIONAL)
    rows = office.ask(table.page).rows
    assert [next(cell for cell in row.cells if cell.startswith("12-5")) for row in rows] == ["12-5/31", "12-5/32"]
