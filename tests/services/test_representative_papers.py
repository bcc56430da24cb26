"""Whoever acts for the applicant is named on the receipt, the decision and in registers, while the document holds."""

from datetime import timedelta

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.person import RepresentativeKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services import cases, certificates, decisions, papers, registers, representatives
from commission_app.services.representatives import RepresentativeForm
from tests import hearings, make
from tests.documents.reading import words as text_of
from tests.hearings import House


def test_the_representative_stands_on_papers_of_the_days_the_document_holds(paper_house: House) -> None:
    office = paper_house.office
    case = hearings.registered(paper_house)
    today = make.today(office)
    start = office.ask(cases.card, case).received_on
    proxy = RepresentativeForm(
        RepresentativeKind.POWER_OF_ATTORNEY,
        "Rasa Ķēniņa",
        document="Pilnvara Nr. 12",
        document_date=start - timedelta(days=3),
    )
    past = RepresentativeForm(
        RepresentativeKind.EMPLOYER,
        "SIA Bijusī",
        document="Līgums",
        document_date=start - timedelta(days=90),
        valid_until=start - timedelta(days=30),
    )
    for form in (past, proxy):
        office.do(representatives.name, case, form)
    card = office.ask(decisions.of_case, case)
    assert card is not None
    receipt = text_of(office.ask(papers.receipt, case, LATVIAN))
    assert "Rasa Ķēniņa (" in receipt and "pamats: Pilnvara Nr. 12," in receipt and "SIA Bijusī" not in receipt
    assert "basis: Pilnvara Nr. 12," in text_of(office.ask(papers.receipt, case, ENGLISH))
    key = office.do(certificates.issue, case, hearings.version(office, case), languages=(LATVIAN,))
    made = office.ask(certificates.card, key)
    office.do(certificates.hand_over, key, made.version, today)
    for book in (Book.APPLICATIONS, Book.CERTIFICATES):
        rows = office.ask(registers.entries, book, today.year, LATVIAN).rows
        assert sum("Rasa Ķēniņa" in str(row.cells) for row in rows) == 1, book


def test_a_draft_decision_names_the_representative(paper_house: House) -> None:
    office = paper_house.office
    table = hearings.decided(paper_house, paper_house.facts.one_not_met)
    office.do(representatives.name, table.cases[0], RepresentativeForm(RepresentativeKind.PARENT, "Ģirts Ķēniņš"))
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    assert "Ģirts Ķēniņš" in text_of(office.ask(papers.decision, card.id, LATVIAN))
