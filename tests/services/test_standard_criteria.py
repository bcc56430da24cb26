"""Individual criteria of an outcome for one case: settled with a reason, changed, withdrawn, closed by scoring."""

from dataclasses import replace

import pytest

from commission_app.errors import ConflictError
from commission_app.services import cases, history, standard_criteria
from commission_app.services.office import Office
from commission_app.services.standard_criteria import CriterionForm
from tests import make
from tests.services.test_standards import card, refused


@pytest.fixture
def office(office: Office) -> Office:
    """An office with a secretary."""
    make.institution(office)
    return office


def test_an_individual_criterion_is_settled_changed_and_withdrawn(office: Office) -> None:
    make.commission(office)
    edition = make.standard(office)
    case = make.case(office, edition).id
    outcome = card(office, edition).units[0].outcomes[0]
    form = CriterionForm("projektē tīklu ar palīgierīci", "Redzes traucējumi", "Komisijas sēde, prot. Nr. 4")
    assert office.ask(standard_criteria.criterion, case, outcome.id).version == 0
    bad = (
        (replace(form, text=" "), "criterion.nothing"),
        (replace(form, text=outcome.text_lv), "criterion.same"),
        (replace(form, reason=""), "criterion.no_reason"),
        (replace(form, settled_by=""), "criterion.nobody"),
        (replace(form, settled_by="x" * 201), "criterion.too_long"),
    )
    for wrong, reason in bad:
        assert refused(office, standard_criteria.settle, case, outcome.id, wrong) == reason
    assert refused(office, standard_criteria.settle, case, 10**9, form) == "evidence.outcome_not_asked"
    office.do(standard_criteria.settle, case, outcome.id, form)
    held = office.ask(standard_criteria.criterion, case, outcome.id)
    assert (held.form, held.version) == (form, 1)
    office.do(standard_criteria.settle, case, outcome.id, replace(form, reason="Cits"), held.version)
    with pytest.raises(ConflictError):
        office.do(standard_criteria.settle, case, outcome.id, form, held.version)
    assert dict(office.ask(standard_criteria.of_case, case))[outcome.id].reason == "Cits"
    office.do(standard_criteria.withdraw, case, outcome.id, 2)
    assert not office.ask(standard_criteria.of_case, case)
    names = [act.name for act in office.ask(history.of_subject, office.ask(cases.card, case).uid)]
    assert names[:3] == ["standard_criteria.withdraw", "standard_criteria.settle", "standard_criteria.settle"]


def test_an_individual_criterion_cannot_change_after_scoring(office: Office) -> None:
    commission = make.commission(office)
    edition = make.standard(office)
    case = make.scored_case(office, edition, commission_id=commission).id
    outcome = card(office, edition).units[0].outcomes[0]
    form = CriterionForm("citādi", "iemesls", "komisija")
    assert refused(office, standard_criteria.settle, case, outcome.id, form) == "criterion.scoring_closed"
    assert office.ask(standard_criteria.criterion, case, outcome.id).against
