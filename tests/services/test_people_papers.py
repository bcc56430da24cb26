"""A person who marries between the decision and the certificate: each paper shows the name of its day."""

from datetime import UTC, datetime, timedelta

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.register import Book
from commission_app.services import cases, certificates, decisions, papers, person_changes, registers
from commission_app.services.office import Office
from commission_app.services.person_changes import NameForm
from tests import hearings, make
from tests.documents.reading import words as text_of
from tests.hearings import House


def test_the_decision_keeps_the_old_name_and_the_certificate_bears_the_new_one(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    before = office.ask(cases.card, case)
    then = Office(office.database, office.actor, clock=lambda: datetime.now(UTC) + timedelta(days=6))
    wedding = make.today(office) + timedelta(days=3)
    then.do(
        person_changes.rename,
        before.person_id,
        before.person_version,
        wedding,
        NameForm(before.person.given_name, "Vītola"),
    )
    key = then.do(certificates.issue, case, hearings.version(then, case), languages=(LATVIAN,))
    card = then.ask(decisions.of_case, case)
    assert card is not None
    decision = text_of(then.ask(papers.decision, card.id, LATVIAN))
    assert before.person.family_name in decision and "Vītola" not in decision
    assert "Vītola" in text_of(then.ask(papers.certificate, key, LATVIAN))
    year = make.today(office).year
    (decided,) = then.ask(registers.entries, Book.DECISIONS, year, LATVIAN).rows
    assert before.applicant in decided.cells
    (issued,) = then.ask(registers.entries, Book.CERTIFICATES, make.today(then).year, LATVIAN).rows
    assert f"{before.person.given_name} Vītola" in issued.cells
