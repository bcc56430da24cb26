"""State forms: no number twice, a certificate takes its form from stock, and the ledger always adds up."""

from contextlib import suppress
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.book_closing import BookYear
from commission_app.rules.vocabulary.blank import BlankMove, BlankState, LossReason
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    blank_book,
    blank_cards,
    blank_destructions,
    blank_printing,
    blank_use,
    blanks,
    book_closings,
    certificates,
    checks,
    duplicates,
    exams,
    papers,
    plain_books,
    registers,
    searching,
)
from commission_app.services.blank_destructions import BoardMember, DestructionForm
from commission_app.services.blanks import LotForm, LotText
from commission_app.services.duplicates import IssueForm, RequestForm
from commission_app.services.office import Office
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House

BOARD = (BoardMember("Zaiga Ozola", "direktore"), BoardMember("Anna Ozola", "sekretāre"))


def lot(day: date, first: str = "0098", last: str = "0102", **other: object) -> LotForm:
    """A delivery of five forms."""
    return LotForm(CertificateKind.QUALIFICATION, "pk a", first, last, day, "Pavadzīme PLU-1", "Anna Ozola", **other)  # type: ignore[arg-type]


def refused(office: Office, act: object, *args: object, **kwargs: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args, **kwargs)  # type: ignore[arg-type]
    return why.value


def forms(office: Office) -> dict[str, tuple[int, BlankState]]:
    """The forms by number: key and state."""
    return {line.number: (line.id, line.state) for line in office.ask(blank_cards.page).rows}


def stock(office: Office) -> int:
    """What the ledger says is left."""
    return sum(one.figures.balance for one in office.ask(blank_book.balances))


def examined(house: House) -> int:
    """A case whose exam is passed and closed."""
    key, (first, second) = hearings.exam(house)
    hearings.record(house.office, key, {first: (30, 45), second: (10, 10)})
    house.office.do(exams.close_exam, key)
    return house.facts.examinees[0]


def test_the_life_of_forms_from_the_delivery_to_the_fire(house: House) -> None:
    key = issued_on_the_second(house, examined(house))
    written_off_and_burnt(house.office)
    annulled_and_counted(house.office, key)


def issued_on_the_second(house: House, case: int) -> int:
    """A certificate takes the first form from stock, which is spoiled in the printer, and stands on the second."""
    office, today = house.office, make.today(house.office)
    first = office.do(blanks.receive, lot(today))
    assert refused(office, blanks.receive, lot(today, "0102", "0110")).reason == "blank.received_before"
    assert list(forms(office)) == ["0098", "0099", "0100", "0101", "0102"], "leading zeros stay"
    seen = hearings.version(office, case)
    assert office.ask(certificates.to_issue, case).next_form == blank_use.FormNumber("PK A", "0098")
    why = refused(office, certificates.issue, case, seen, form_series="PK A", form_number="5000")
    assert why.reason == "blank.not_in_ledger"
    key = office.do(certificates.issue, case, seen, form_series="pk a", form_number="98")
    card = office.ask(certificates.card, key)
    assert (card.form_series, card.form_number) == ("PK A", "0098"), "written as it is printed on the form"
    # Spoiled in the printer: the next form, a further line of the register, the sheet anew.
    office.do(blank_printing.exchange_form, key, card.version, "iestrēga printerī", "PK A", "0099")
    assert [state for _, state in forms(office).values()][:3] == [
        BlankState.SPOILED,
        BlankState.USED,
        BlankState.IN_STOCK,
    ]
    assert stock(office) == 3
    assert [hit.title for hit in office.ask(searching.find, "0099")], "found by its new form"
    (held,) = office.ask(blank_cards.lots)
    assert refused(office, blanks.withdraw, first, held.version, "kļūda").reason == "blank.lot_begun"
    assert held.against_withdrawing[0].reason == "blank.lot_moved"
    return key


def written_off_and_burnt(office: Office) -> None:
    """Lost forms are annulled, one is found again, the useless ones are destroyed; a used one is left alone."""
    today = make.today(office)
    third, fourth = forms(office)["0100"][0], forms(office)["0101"][0]
    used = forms(office)["0099"][0]
    assert (
        refused(office, blanks.write_off, [used], BlankMove.SPOILED, today, "x").reason == "blank.used_by_certificate"
    )
    office.do(blanks.write_off, [third, fourth], BlankMove.ANNULLED, today, "nozaudētas")
    office.do(blanks.give_back, [fourth], "atrasta")
    assert stock(office) == 2
    act = DestructionForm("V-1", today, "sabojātas", "sagriežot", BOARD)
    spoiled = forms(office)["0098"][0]
    assert refused(office, blank_destructions.destroy, [used], act).reason == "blank.used_by_certificate"
    key_of_act = office.do(blank_destructions.destroy, [spoiled, third], act)
    assert refused(office, blank_destructions.destroy, [fourth], act).reason == "blank.act_number_given"
    paper = words(office.ask(blank_destructions.paper, key_of_act, LATVIAN))
    assert "0098" in paper and "Zaiga Ozola" in paper and "sagriežot" in paper


def annulled_and_counted(office: Office, key: int) -> None:
    """Annulling the certificate annuls its form; the book adds up, and the next year begins with what is left."""
    today = make.today(office)
    certificate = office.ask(certificates.card, key)
    office.do(certificates.annul, key, certificate.version, "kļūda vārdā")
    assert forms(office)["0099"][1] is BlankState.ANNULLED
    assert stock(office) == 2
    lines = office.ask(plain_books.table, blank_book.BOOK, today.year, LATVIAN)
    assert [line.cells[6:11] for line in lines][:3] == [
        ("5", "", "", "", "5"),
        ("", "1", "", "", "4"),
        ("", "-1", "1", "", "4"),
    ]
    assert lines[-1].cells[10] == "2"
    following = office.ask(plain_books.table, blank_book.BOOK, today.year + 1, LATVIAN)
    assert [(line.cells[1], line.cells[10]) for line in following] == [("Atlikums gada sākumā", "2")]
    assert office.ask(checks.findings) == ()


def test_a_lost_certificate_gets_a_duplicate_of_its_own_day_and_number(house: House) -> None:
    office, today = house.office, make.today(house.office)
    case = examined(house)
    office.do(blanks.receive, lot(today))
    seen = hearings.version(office, case)
    key = office.do(certificates.issue, case, seen, form_series="PK A", form_number="0098")
    original = office.ask(certificates.card, key)
    request = RequestForm(today, LossReason.LOST, today)
    given = IssueForm(today, "PK A", "0099")
    office.do(duplicates.ask, key, original.version, request)
    held = office.ask(duplicates.lost_card, key)
    assert held.request == request
    assert refused(office, duplicates.issue, key, held.version, request, given).reason == "duplicate.not_announced"
    half = RequestForm(today, LossReason.LOST, None, "Latvijas Vēstnesis, 2026/231")
    assert refused(office, duplicates.ask, key, held.version, half).refusal.field == "announced_on"
    early = RequestForm(original.issued_on - timedelta(days=1), LossReason.LOST)
    assert refused(office, duplicates.ask, key, held.version, early).reason == "duplicate.asked_day"
    whole = RequestForm(today, LossReason.LOST, today, "Latvijas Vēstnesis, 2026/231", today)
    new = office.do(duplicates.issue, key, held.version, whole, given)
    duplicate, old = office.ask(certificates.card, new), office.ask(certificates.card, key)
    assert (duplicate.state, old.state) == (CertificateState.ISSUED, CertificateState.SUPERSEDED)
    assert duplicate.number != old.number
    assert old.against_annulling[0].reason == "certificate.superseded"
    assert refused(office, duplicates.issue, key, old.version, whole, given).reason == "certificate.superseded"
    rows = office.ask(registers.entries, Book.CERTIFICATES, today.year, LATVIAN).rows
    told = " ".join(rows[1].cells)
    assert old.number in told and "nozaudēta" in told and "2026/231" in told
    values = dict(office.ask(blank_printing.form_card, new).values)
    assert "DUBLIKĀTS" in values.values()
    assert forms(office)["0099"][1] is BlankState.USED
    office.do(certificates.annul, new, duplicate.version, "atcelts")
    assert refused(office, duplicates.issue, new, duplicate.version + 1, whole, given).reason == "certificate.annulled"
    assert office.ask(checks.findings) == ()


def test_a_paper_of_the_institution_is_replaced_without_form_or_announcement(paper_house: House) -> None:
    office, today = paper_house.office, make.today(paper_house.office)
    case = hearings.registered(paper_house)
    key = office.do(certificates.issue, case, hearings.version(office, case))
    original = office.ask(certificates.card, key)
    request = RequestForm(today, LossReason.LOST)
    new = office.do(duplicates.issue, key, original.version, request, IssueForm(today))
    duplicate = office.ask(certificates.card, new)
    assert (duplicate.form_number, duplicate.duplicate_of) == ("", original.number)
    paper = words(office.ask(papers.certificate, new, LATVIAN))
    assert original.number in paper and duplicate.number in paper
    assert (
        refused(office, blank_printing.exchange_form, new, duplicate.version, "x", "A", "1").reason == "blank.no_form"
    )
    assert office.ask(checks.findings) == ()


def test_deliveries_that_cannot_be_are_refused_and_nothing_is_stored(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    today = make.today(office)
    for first, last, reason in (
        ("12a", "13", "blank.number_figures"),
        ("099", "0101", "blank.number_lengths"),
        ("0101", "0100", "blank.number_order"),
        ("000001", "900000", "blank.lot_too_large"),
    ):
        assert refused(office, blanks.receive, lot(today, first, last)).reason == reason
    assert refused(office, blanks.receive, lot(today + timedelta(days=1))).reason == "blank.day"
    assert office.ask(blank_cards.lots) == ()
    key = office.do(blanks.receive, lot(today))
    (line,) = office.ask(blank_cards.lots)
    office.do(blanks.withdraw, key, line.version, "nepareizi numuri")
    (line,) = office.ask(blank_cards.lots)
    assert line.against_withdrawing
    assert stock(office) == 0
    office.do(blanks.receive, lot(today))
    assert stock(office) == 5


def test_the_ledger_of_a_closed_year_stays_as_it_was(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    today = make.today(office)
    last_year = today.replace(year=today.year - 1, day=1)
    key = office.do(blanks.receive, lot(last_year))
    office.do(book_closings.close, BookYear(Book.BLANKS, last_year.year))
    assert refused(office, blanks.receive, lot(last_year, "0200", "0201")).reason == "register.year_closed"
    (held,) = office.ask(blank_cards.lots)
    words_of = LotText("Cita pavadzīme", "Anna Ozola")
    assert refused(office, blanks.describe, key, held.version, words_of).reason == "register.year_closed"
    first = forms(office)["0098"][0]
    spoiled = (blanks.write_off, [first], BlankMove.SPOILED)
    assert refused(office, *spoiled, last_year, "samirkusi").reason == "register.year_closed"
    office.do(*spoiled, today, "samirkusi")
    lines = office.ask(plain_books.table, blank_book.BOOK, today.year, LATVIAN)
    assert [line.cells[10] for line in lines] == ["5", "4"], "brought forward, and what is left after this year's line"
    assert office.ask(checks.findings) == ()


STEPS = st.lists(
    st.tuples(st.sampled_from("use spoil annul back destroy withdraw receive".split()), st.integers(0, 6)), max_size=7
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_no_number_is_twice_and_the_book_adds_up(
    sqlite_office: Office, steps: list[tuple[str, int]]
) -> None:
    office = sqlite_office
    if not office.ask(blank_cards.lots):
        make.institution(office)
    today, series = make.today(office), f"S{len(office.ask(blank_cards.lots))}"
    kind = CertificateKind.MODULE
    office.do(blanks.receive, LotForm(kind, series, "07", "12", today, "Pavadzīme", "Anna Ozola"))
    for number, (step, at) in enumerate(steps):
        line = next((line for line in office.ask(blank_cards.page, words=f"{series} {at + 6}-{at + 6}").rows), None)
        act = DestructionForm(f"{series}-{number}", today, "x", "y", BOARD)
        keys = [line.id] if line else []
        deeds: dict[str, tuple[object, ...]] = {
            "use": (blank_use.take, kind, series, str(at + 6), uuid4(), today),
            "spoil": (blanks.write_off, keys, BlankMove.SPOILED, today, "x"),
            "annul": (blanks.write_off, keys, BlankMove.ANNULLED, today, "x"),
            "back": (blanks.give_back, keys, "x"),
            "destroy": (blank_destructions.destroy, keys, act),
            "withdraw": (blanks.withdraw, lot_of(office, series).id, lot_of(office, series).version, "x"),
            "receive": (blanks.receive, LotForm(kind, series, str(at + 6), "", today, "Pavadzīme", "Anna Ozola")),
        }
        with suppress(RefusedError):
            office.do(*deeds[step])  # type: ignore[arg-type]
    book = office.ask(plain_books.table, blank_book.BOOK, today.year, LATVIAN)
    lines = [line for line in book if series in line.cells]
    assert all(int(line.cells[10]) >= 0 for line in lines)
    held = office.ask(blank_cards.page, words=series).rows
    assert len({line.number.lstrip("0") for line in held}) == len(held)
    assert int(lines[-1].cells[10]) == sum(line.state is BlankState.IN_STOCK for line in held)


def lot_of(office: Office, series: str) -> blank_cards.LotLine:
    """The first delivery of a series."""
    return next(line for line in reversed(office.ask(blank_cards.lots)) if line.series == series)
