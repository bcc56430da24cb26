"""What the counter offers: only procedures whose rules the institution has settled."""

from datetime import date

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import intake, provisions
from commission_app.services.office import Office
from tests import make


def test_a_procedure_without_rules_is_not_offered_until_they_are_settled(sqlite_office: Office) -> None:
    make.institution(sqlite_office)
    edition = make.standard(sqlite_office)
    offer = sqlite_office.ask(intake.offer)
    assert offer.procedures == (Procedure.HIGHER_EDUCATION,)
    for key, value in ((ProvisionKey.DECISION_TERM_MONTHS, 1), (ProvisionKey.LEGAL_BASIS, "")):
        sqlite_office.do(provisions.settle, key, Procedure.LATER_STAGES, date(2023, 2, 21), value)
    settled = sqlite_office.ask(intake.offer)
    assert settled.procedures == (Procedure.HIGHER_EDUCATION, Procedure.LATER_STAGES)
    assert make.case(sqlite_office, edition, procedure=Procedure.LATER_STAGES).number.endswith("/001")
