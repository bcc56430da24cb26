"""The commission asks for more: a letter, the term stands still, the portfolio is open, and the case comes again."""

from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Step
from commission_app.rules.vocabulary.evidence import EvidenceKind, SubmissionState
from commission_app.services import (
    cases,
    checks,
    decision_changes,
    decisions,
    evidence,
    letters,
    more_information,
    submissions,
    votes,
)
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.letters import LetterForm
from commission_app.services.office import Office
from tests import hearings, make
from tests.hearings import House

LACKING = "Trūkst darba devēja atsauksmes."


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def letter_of(house: House, case: int, days: int = 10) -> LetterForm:
    """The letter as proposed, with a day for the answer."""
    form = house.office.ask(more_information.proposal, case, LATVIAN)
    return replace(form, answer_until=make.today(house.office) + timedelta(days=days))


def postponed(house: House) -> int:
    """A case that the commission postponed because something is lacking."""
    table = hearings.opened(house)
    house.office.do(votes.postpone, table.items[0], LACKING)
    return table.cases[0]


def test_a_postponed_case_is_asked_about_and_comes_to_a_sitting_again(house: House) -> None:
    office, case = house.office, postponed(house)
    before = office.ask(cases.card, case)
    assert CaseAct.ASK_MORE in {row.act for row in before.acts if row.lawful}
    asked = office.ask(more_information.wanted, case, LATVIAN)
    assert asked == LACKING, "what the commission said when it postponed the case"
    form = letter_of(house, case)
    key = office.do(more_information.ask, case, before.version, asked, form)
    card = office.ask(cases.card, case)
    assert (card.state, card.step) == (CaseState.ADMITTED, Step.DOCUMENTATION)
    assert card.deadline > before.deadline, "the term stands still while the answer is awaited"
    returned = office.ask(submissions.of_case, case)[0]
    assert (returned.state, returned.answer_by) == (SubmissionState.RETURNED, form.answer_until)
    assert [note.text for note in returned.notes] == [LACKING]
    (letter,) = office.ask(letters.of_case, case)
    pages = pypdfium2.PdfDocument(office.ask(letters.paper, key, LATVIAN))
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    assert LACKING in text and LATVIAN.date(letter.answer_until) in text and "{" not in text
    reference = EvidenceForm(EvidenceKind.EMPLOYER_REFERENCE, "Atsauksme", "SIA „Tīkls”", make.today(office))
    office.do(evidence.attach, case, reference, (NewFile("atsauksme.txt", "Strādā labi.".encode()),))
    office.do(letters.answered, letter.id, letter.version, make.today(office))
    assert office.ask(cases.card, case).deadline == before.deadline
    office.do(cases.close_portfolio, case, hearings.version(office, case))
    office.do(cases.close_scoring, case, hearings.version(office, case))
    hearings.decided(house, case)
    hearings.register(office, case)
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    assert office.ask(submissions.of_case, case)[0].state is SubmissionState.ACCEPTED
    assert office.ask(checks.findings) == ()


def test_nothing_is_asked_without_words_a_day_or_at_the_wrong_time(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = house.facts.met
    form, seen = letter_of(house, case), hearings.version(office, case)
    assert refused(office, more_information.ask, case, seen, " ", form).refusal.field == "asked"
    undated = replace(form, answer_until=None)
    assert refused(office, more_information.ask, case, seen, "x", undated).refusal.field == "answer_until"
    past = replace(form, answer_until=make.today(office))
    assert refused(office, more_information.ask, case, seen, "x", past).refusal.field == "answer_until"
    assert office.ask(cases.card, case).state is CaseState.SCORED
    assert not office.ask(letters.of_case, case), "nothing is half stored"
    hearings.planned(house, case)
    seen = hearings.version(office, case)
    assert refused(office, more_information.ask, case, seen, "x", form).reason == "more.not_now"
    assert CaseAct.ASK_MORE not in {row.act for row in office.ask(cases.card, case).acts}


def test_a_case_taken_up_again_may_be_asked_about_and_put_back(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    held = office.ask(decisions.of_case, case)
    assert held is not None
    office.do(decision_changes.reopen, held.id, held.version, "Apstrīdēts.")
    office.do(more_information.ask, case, hearings.version(office, case), LACKING, letter_of(house, case))
    held = office.ask(decisions.of_case, case)
    assert held is not None
    office.do(decision_changes.let_stand, held.id, held.version)
    assert office.ask(cases.card, case).state is CaseState.DECIDED
