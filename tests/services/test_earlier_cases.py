"""A person who applies again: the earlier cases are shown with how they were decided."""

from commission_app.rules.vocabulary.decision import DecisionVerdict, RefusalGround
from commission_app.services import cases, decisions, person_matches
from tests import hearings, make
from tests.hearings import House


def test_an_application_after_a_refusal_says_so(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    hearings.decided(paper_house, facts.none_met)
    draft = office.ask(decisions.of_case, facts.none_met)
    assert draft is not None
    office.do(decisions.edit_draft, draft.id, draft.version, "Nav pierādīts.", RefusalGround.NOT_SUFFICIENT)
    hearings.register(office, facts.none_met)
    card = office.ask(cases.card, facts.none_met)
    (known,) = office.ask(person_matches.alike, card.person)
    assert [(row.id, row.verdict) for row in known.cases] == [(facts.none_met, DecisionVerdict.REFUSED)]
    again = make.case(office, card.edition_id, person_id=known.id)
    (earlier,) = office.ask(cases.card, again.id).earlier
    assert earlier.verdict is DecisionVerdict.REFUSED
    assert (earlier.standard_title, earlier.standard_en) == ("Datorzinātnes", "Computer Science")
