"""What the counter offers: every procedure whose rules are settled for what is approved."""

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.standard import StandardKind
from commission_app.services import intake
from commission_app.services.office import Office
from tests import make


def test_every_procedure_of_a_study_programme_is_offered(sqlite_office: Office) -> None:
    make.institution(sqlite_office)
    edition = make.standard(sqlite_office)
    offer = sqlite_office.ask(intake.offer)
    assert offer.procedures == (Procedure.HIGHER_EDUCATION, Procedure.LATER_STAGES, Procedure.MOBILITY)
    assert make.case(sqlite_office, edition, procedure=Procedure.LATER_STAGES).number.endswith("/001")
    assert make.case(sqlite_office, edition, procedure=Procedure.MOBILITY, serial=1).number.endswith("/002")


def test_a_module_set_is_offered_for_vocational_assessment(sqlite_office: Office) -> None:
    make.institution(sqlite_office)
    make.standard(sqlite_office, make.standard_facts(kind=StandardKind.MODULE_SET))
    assert Procedure.VOCATIONAL in sqlite_office.ask(intake.offer).procedures
