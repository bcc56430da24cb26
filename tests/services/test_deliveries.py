"""Letters and their way: numbered, sent, notified by the days of the law, come back, answered; the term beside it."""

import email
import email.policy
from datetime import date, timedelta
from typing import Any

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.deadlines import add_months
from commission_app.rules.notification import NoticeTerms, notified_on, stays_notified
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.deadline import DayKind
from commission_app.rules.vocabulary.delivery import DeliveryChannel, DeliveryStand, LetterKind, ReturnReason
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    book_files,
    calendar,
    cases,
    checks,
    deadlines,
    deliveries,
    letters,
    provisions,
    register_shelf,
    registers,
    sendables,
)
from commission_app.services.calendar import DayForm
from commission_app.services.deliveries import DeliveryForm
from commission_app.services.letters import LetterForm
from commission_app.services.office import Office
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House

TERMS = NoticeTerms(7, 2)
SENT = date(2026, 11, 19)


def sending(house: House, case: int, **changed: Any) -> DeliveryForm:
    """The decision of a case, registered by post, today."""
    card = house.office.ask(deliveries.of_case, case)
    (paper,) = [one for one in card.papers if one.letter_id is None]
    said: dict[str, Any] = {
        "subject_uid": paper.uid,
        "channel": DeliveryChannel.REGISTERED_POST,
        "recipient": card.addressee.name,
        "address": "Brīvības iela 1, Rīga",
        "sent_on": make.today(house.office),
        "item_number": "RR123456789LV",
    }
    return DeliveryForm(**(said | changed))


def asking(office: Office, case: int, **changed: Any) -> LetterForm:
    """A letter that asks for more within two weeks."""
    form = office.ask(letters.proposal, case, LetterKind.MORE_INFORMATION, LATVIAN)
    until = make.today(office) + timedelta(days=14)
    said = {"text": form.text.replace("{until}", LATVIAN.date(until)), "answer_until": until}
    return LetterForm(**({**vars_of(form)} | said | changed))


def vars_of(form: LetterForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in LetterForm.__dataclass_fields__}


def test_when_a_paper_counts_as_notified() -> None:
    assert notified_on(DeliveryChannel.REGISTERED_POST, SENT, TERMS) == date(2026, 11, 26)
    assert notified_on(DeliveryChannel.IN_PERSON, SENT, TERMS) == SENT
    assert notified_on(DeliveryChannel.EMAIL, SENT, TERMS) == date(2026, 11, 23), "a weekend lies between"
    assert notified_on(DeliveryChannel.E_ADDRESS, SENT, TERMS, {date(2026, 11, 23)}) == date(2026, 11, 24)
    assert stays_notified(DeliveryChannel.REGISTERED_POST, ReturnReason.NOT_COLLECTED)
    assert not stays_notified(DeliveryChannel.REGISTERED_POST, ReturnReason.UNKNOWN_ADDRESS)
    assert not stays_notified(DeliveryChannel.POST, ReturnReason.NOT_COLLECTED)


def test_a_decision_is_sent_once_signed_and_the_contest_term_runs_from_its_notification(house: House) -> None:
    office, today = house.office, make.today(house.office)
    table = hearings.decided(house)
    case = table.cases[0]
    with pytest.raises(RefusedError, match=r"delivery\.unsigned"):
        office.do(deliveries.send, case, sending(house, case))
    hearings.register(office, case)
    for wrong, reason in (
        ({"recipient": " "}, "no_recipient"),
        ({"address": ""}, "no_address"),
        ({"item_number": ""}, "no_item_number"),
        ({"sent_on": today + timedelta(days=1)}, "sent_on"),
        ({"sent_on": today - timedelta(days=400)}, "sent_on"),
    ):
        with pytest.raises(RefusedError, match=rf"delivery\.{reason}"):
            office.do(deliveries.send, case, sending(house, case, **wrong))
    key = office.do(deliveries.send, case, sending(house, case))
    card = office.ask(deliveries.of_case, case)
    (line,) = card.sent
    assert (line.stand, line.notified_on) == (DeliveryStand.UNDER_WAY, today + timedelta(days=7))
    assert card.contest_until is not None and card.contest_until >= add_months(today + timedelta(days=7), 1)
    office.do(deliveries.came_back, key, line.version, today, ReturnReason.UNKNOWN_ADDRESS, "Nepareiza iela")
    card = office.ask(deliveries.of_case, case)
    assert card.sent[0].stand is DeliveryStand.RETURNED and card.contest_until is None
    with pytest.raises(RefusedError, match=r"delivery\.returned"):
        office.do(deliveries.notified, key, card.sent[0].version, today)
    again = sending(house, case, channel=DeliveryChannel.IN_PERSON, address="", item_number="")
    office.do(deliveries.send, case, again)
    card = office.ask(deliveries.of_case, case)
    assert card.sent[0].stand is DeliveryStand.NOTIFIED and card.notified_on == today
    (row,) = office.ask(registers.entries, Book.DECISIONS, today.year, LATVIAN).rows
    assert card.contest_until is not None and LATVIAN.date(card.contest_until) in row.cells
    assert f"{LATVIAN.date(today)}, izsniegts klātienē" in row.cells
    assert office.ask(checks.findings) == ()


def test_an_e_mail_is_a_draft_with_the_paper_and_nothing_smuggled_in(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    uid = sending(house, case).subject_uid
    to = ("Aija Bērziņa", "aija@example.lv")
    draft = office.ask(sendables.mail_draft, case, uid, to, ("Lēmums\nBcc: x@y.lv", "Pielikumā."), LATVIAN)
    mail = email.message_from_bytes(draft.data, policy=email.policy.default)
    assert draft.name.endswith(".eml") and mail["X-Unsent"] == "1" and mail["Bcc"] is None
    assert "Bērziņa" in mail["To"] and mail["Subject"].startswith("Lēmums")
    (attached,) = list(mail.iter_attachments())
    assert attached.get_content().startswith(b"%PDF")
    for address in ("nekas", "a@b.lv\r\nBcc: x@y.lv", "a b@c.lv"):
        with pytest.raises(RefusedError, match=r"delivery\.bad_email"):
            office.ask(sendables.mail_draft, case, uid, ("Aija", address), ("L", "P"), LATVIAN)
    with pytest.raises(RefusedError, match=r"delivery\.no_email"):
        office.ask(sendables.mail_draft, case, uid, ("Aija", ""), ("L", "P"), LATVIAN)


def test_asking_for_more_stops_the_term_and_the_answer_lets_it_run(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case, today = house.facts.met, make.today(house.office)
    before = office.ask(cases.card, case)
    for wrong, reason in (
        ({"text": "Līdz {until}."}, "unfilled"),
        ({"text": " "}, "no_text"),
        ({"title": ""}, "no_title"),
        ({"answer_until": today}, "answer_until"),
        ({"written_on": today + timedelta(days=1)}, "day"),
    ):
        with pytest.raises(RefusedError, match=rf"letter\.{reason}"):
            office.do(letters.write, case, before.version, asking(office, case, **wrong))
    key = office.do(letters.write, case, before.version, asking(office, case, by_head=False))
    asked = office.ask(cases.card, case)
    assert asked.deadline == before.deadline + timedelta(days=14)
    assert asked.term.stands_until == today + timedelta(days=14)
    (letter,) = office.ask(letters.of_case, case)
    assert letter.number == f"V-{today.year}/1"
    printed = words(office.ask(letters.paper, key, ENGLISH))
    assert letter.number in printed and "Ģirtam Ķēniņam-Āboļam" in printed and "apturēts" in printed
    with pytest.raises(RefusedError, match=r"letter\.answered_on"):
        office.do(letters.answered, key, letter.version, today + timedelta(days=1))
    office.do(letters.answered, key, letter.version, today)
    assert office.ask(cases.card, case).deadline == before.deadline
    (letter,) = office.ask(letters.of_case, case)
    with pytest.raises(RefusedError, match=r"letter\.answered"):
        office.do(letters.answered, key, letter.version, today)
    table = register_shelf.BookTable(Book.LETTERS, today.year, LATVIAN)
    (line,) = office.ask(table.page).rows
    assert line.cells[1] == letter.number
    card = office.ask(register_shelf.line, Book.LETTERS, line.id, LATVIAN)
    assert card.case_id == case and card.papers
    assert office.ask(book_files.workbook, Book.LETTERS, today.year, LATVIAN).startswith(b"PK")
    assert office.ask(checks.findings) == ()


def test_a_term_stands_still_only_with_a_reason_and_while_it_runs(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case, today = house.facts.met, make.today(house.office)
    held = office.ask(cases.card, case)
    soon = today + timedelta(days=10)
    for start, until, why, reason in (
        (today, soon, " ", "without_reason"),
        (held.received_on - timedelta(days=1), soon, "Gaida", "from_day"),
        (today, today, "Gaida", "until_day"),
        (today, today + timedelta(days=900), "Gaida", "until_day"),
    ):
        with pytest.raises(RefusedError, match=rf"term\.{reason}"):
            office.do(deadlines.suspend, case, held.version, start, until, why)
    office.do(deadlines.suspend, case, held.version, today, soon, "Gaida atbildi no augstskolas")
    (change,) = office.ask(cases.card, case).term.changes
    office.do(deadlines.resume, change.id, change.version, today)
    assert office.ask(cases.card, case).deadline == held.deadline
    over = hearings.registered(house)
    with pytest.raises(RefusedError, match=r"term\.case_over"):
        office.do(deadlines.suspend, over, office.ask(cases.card, over).version, today, soon, "Gaida")


def test_working_days_count_the_days_of_the_office(paper_house: House) -> None:
    office = paper_house.office
    office.do(provisions.settle, ProvisionKey.DECISION_TERM_DAYS, None, make.LONG_AGO, 20)
    assert office.ask(checks.findings) != ()
    office.do(deadlines.refresh_all)
    assert office.ask(checks.findings) == ()
    case = paper_house.facts.met
    held = office.ask(cases.card, case)
    office.do(calendar.enter, DayForm(held.deadline, DayKind.FREE, "Svētki"))
    later = office.ask(cases.card, case)
    assert later.deadline > held.deadline
    for wrong, reason in (
        (DayForm(held.deadline, DayKind.FREE), "twice"),
        (DayForm(date(2026, 11, 18), DayKind.FREE), "ordinary"),
        (DayForm(date(2026, 11, 21), DayKind.FREE), "ordinary"),
    ):
        with pytest.raises(RefusedError, match=rf"calendar\.{reason}"):
            office.do(calendar.enter, wrong)
    (line,) = [one for one in office.ask(calendar.days, held.deadline.year) if one.id is not None]
    assert line.id is not None
    office.do(calendar.take_out, line.id)
    assert office.ask(cases.card, case).deadline == held.deadline
    assert office.ask(checks.findings) == ()


def test_papers_go_to_whoever_receives_by_the_way_asked_for(paper_house: House) -> None:
    office, case = paper_house.office, paper_house.facts.met
    held = office.ask(cases.card, case)
    office.do(cases.settle_request, case, held.version, cases.RequestForm(answer_channel=Channel.E_ADDRESS))
    to = office.ask(deliveries.of_case, case).addressee
    assert (to.name, to.channel) == (held.applicant, DeliveryChannel.E_ADDRESS)
