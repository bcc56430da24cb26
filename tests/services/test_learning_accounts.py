"""What a learning account pays, kept with a case: the check counts it again."""

from datetime import date
from decimal import Decimal

from sqlalchemy import text

from commission_app.rules.funding import FundingInput
from commission_app.rules.vocabulary.funding import FundingKind
from commission_app.services import checks, learning_accounts
from commission_app.services.office import Office
from commission_app.store.work import Work
from tests import make


def test_a_kept_figure_that_was_touched_is_found(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    make.commission(office)
    case = make.case(office, make.standard(office)).id
    asked = FundingInput(FundingKind.MODULE_SET, (Decimal(34), Decimal(136)), date(2024, 10, 1))
    assert office.do(learning_accounts.keep, case, None, asked) == 60899
    assert office.ask(checks.findings) == ()

    def touch(work: Work) -> None:
        work.session.execute(text("UPDATE learning_account SET payable_cents = payable_cents + 1"))

    office.do(touch)
    assert [one.reason for one in office.ask(checks.findings)] == ["check.learning_account"]
