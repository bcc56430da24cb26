"""Blind scoring guards who is asking: a sheet bound to somebody is theirs alone, a paper sheet is entered by others."""

from uuid import UUID

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import assessor_load, cases, matrix, score_history, score_sheets, scoring, users
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from commission_app.services.users import UserForm
from tests import make

MET = OutcomeResult.MET


class Room:
    """A case with a bound seat and a paper seat, and the three who sit at the desks."""

    def __init__(self, office: Office) -> None:
        self.office = office
        make.institution(office)
        assert office.actor.uid is not None
        self.secretary: UUID = office.actor.uid
        self.assessor, self.other = (
            office.do(users.hire, UserForm(name, OfficeRole.ASSESSOR)) for name in ("Ilze Asne", "Juris Bērzs")
        )
        opened = make.case(office, make.standard(office, make.standard_facts(units=1)))
        self.case = opened.id
        self.outcomes = [row.outcome_id for row in make.documented(office, opened.id)]
        make.move(office, opened.id, cases.close_portfolio)
        self.bound = office.do(scoring.seat, self.case, AssessorForm("Ilze Asne", user_uid=self.assessor))
        self.paper = office.do(scoring.seat, self.case, AssessorForm("Ārējais Vērtētājs", Side.EMPLOYERS))

    def sees(self, seat: int | None = None) -> list[OutcomeResult | None]:
        """The first outcome's scores as who works now sees them."""
        return [cell.result for cell in self.office.ask(matrix.matrix, self.case, seat).units[0].rows[0].scores]

    def fill(self, assessor: int) -> None:
        """Scores everything in a sheet and finishes it."""
        for outcome in self.outcomes:
            self.office.do(scoring.score, assessor, outcome, MET)
        self.office.do(scoring.finish, assessor)


@pytest.fixture
def room(office: Office) -> Room:
    return Room(office)


def refused(office: Office, *asked: object, **named: object) -> str:
    with pytest.raises(RefusedError) as error:
        office.do(*asked, **named)  # type: ignore[arg-type]
    return error.value.reason


def test_a_bound_sheet_is_read_and_written_by_its_person_alone(room: Room) -> None:
    office = room.office
    office.sign_in(room.assessor)
    office.do(scoring.score, room.bound, room.outcomes[0], MET)
    card = office.ask(matrix.matrix, room.case)
    assert (card.seat, card.assessors[0].bound, card.assessors[0].hidden) == (1, True, False), "one's own is shown"
    assert room.sees() == [MET, None]
    for stranger in (room.secretary, room.other):
        office.sign_in(stranger)
        assert room.sees(1) == [None, None], "choosing the seat opens nothing"
        assert office.ask(matrix.matrix, room.case, 1).assessors[0].hidden
        assert office.ask(score_history.history_of, room.case, room.outcomes[0], 1) == ()
        assert refused(office, scoring.score, room.bound, room.outcomes[1], MET) == "scoring.not_your_sheet"
        assert refused(office, scoring.finish, room.bound, without="Nav.") == "scoring.not_your_sheet"
        with pytest.raises(RefusedError) as error:
            office.ask(score_sheets.workbook, (room.bound,), LATVIAN)
        assert error.value.reason == "scoring.not_your_sheet"
        assert office.ask(score_sheets.seats_of, [room.case]) == (room.paper,)


def test_the_secretary_enters_the_paper_sheet_and_its_rival_does_not_see_it(room: Room) -> None:
    office = room.office
    office.do(scoring.score, room.paper, room.outcomes[0], MET)
    assert room.sees() == [None, None]
    assert room.sees(2) == [None, MET]
    office.sign_in(room.assessor)
    assert room.sees(2) == [None, None], "who still scores may not look into the paper sheet"
    assert refused(office, scoring.score, room.paper, room.outcomes[1], MET) == "scoring.own_sheet_first"
    room.fill(room.bound)
    assert room.sees(2) == [None, MET], "after one's own sheet the paper one may be entered"
    office.sign_in(room.secretary)
    room.fill(room.paper)
    assert room.sees() == [MET, MET]
    assert refused(office, scoring.finish, room.bound, finished=False) == "scoring.not_your_sheet"


def test_a_sheet_changes_hands_until_it_is_begun(room: Room) -> None:
    office = room.office
    assert refused(office, scoring.bind, room.paper, room.assessor) == "assessor.user_twice"
    assert refused(office, scoring.bind, room.paper, UUID(int=1)) == "user.absent"
    office.do(scoring.bind, room.paper, room.other)
    assert [one.user_uid for one in office.ask(assessor_load.holders, room.case)] == [room.assessor, room.other]
    office.sign_in(room.other)
    office.do(scoring.score, room.paper, room.outcomes[0], MET)
    office.sign_in(room.secretary)
    assert refused(office, scoring.bind, room.paper, None) == "scoring.sheet_begun"
    office.sign_in(room.other)
    office.do(scoring.bind, room.paper, None)
    office.sign_in(room.secretary)
    assert room.sees(2) == [None, MET]


def test_a_returned_workbook_of_a_bound_sheet_is_refused(room: Room) -> None:
    office = room.office
    office.sign_in(room.assessor)
    data = office.ask(score_sheets.workbook, (room.bound,), LATVIAN)
    office.sign_in(room.secretary)
    (found,) = office.ask(score_sheets.foresee, data, "lapa.xlsx").refused
    assert found.refusal.facts["why"].reason == "scoring.not_your_sheet"  # type: ignore[attr-defined]
