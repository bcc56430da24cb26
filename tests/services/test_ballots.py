"""Secret votes, votes on several cases at once, and notes: what is stored of them, and what never is."""

import pytest
from sqlalchemy import select, text

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.models.act import Act
from commission_app.models.sitting import Vote
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, NoteKind
from commission_app.services import ballots, batches, checks, decisions, papers, sitting_notes, sittings, users, votes
from commission_app.services.ballots import Totals
from commission_app.services.item_cards import ItemCard
from commission_app.services.office import Office
from commission_app.services.users import UserForm
from commission_app.store.work import Reading
from tests import hearings
from tests.documents.reading import words
from tests.hearings import House, Table

COUNTED = Totals(3, 1, 1, 0, "Anna Ozola, Jānis Kalns")


def item(office: Office, table: Table, place: int = 0) -> ItemCard:
    card = office.ask(sittings.sitting_card, table.id, table.items[place]).item
    assert card is not None
    return card


def refused(office: Office, act: object, *args: object) -> str:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value.reason


def secret(house: House) -> Table:
    """A secret vote with the ballots of all five taken."""
    table = hearings.opened(house)
    house.office.do(ballots.choose, table.items[0], BallotKind.SECRET)
    for member in house.facts.members:
        house.office.do(ballots.take, table.items[0], member)
    return table


def test_a_secret_vote_stores_who_took_part_and_the_totals_never_who_chose_what(house: House) -> None:
    office = house.office
    table = secret(house)
    assert refused(office, votes.vote, table.items[0], house.facts.members[0], Choice.FOR) == "ballot.secret"
    assert refused(office, votes.decide, table.items[0]) == "ballot.not_counted"
    office.do(ballots.count, table.items[0], COUNTED)
    card = item(office, table)
    assert (card.tally.for_, card.tally.against, card.tally.abstained, card.tally.adopted) == (3, 1, 1, True)
    assert all(line.took_ballot and line.choice is None for line in card.roll)
    office.do(votes.decide, table.items[0])
    office.do(sittings.close, table.id, hearings.TAKER)

    def what_is_kept(reading: Reading) -> tuple[int, str]:
        acts = "".join(reading.session.scalars(select(Act.text).where(Act.name.startswith("ballots."))))
        return len(reading.session.scalars(select(Vote)).all()), acts

    named, told = office.ask(what_is_kept)
    assert named == 0
    assert "choice" not in told and "in_favour" in told
    minutes = words(office.ask(papers.minutes, table.id, LATVIAN))
    assert "aizklāt" in minutes.casefold(), minutes
    assert office.ask(checks.findings) == ()


@pytest.mark.parametrize(
    ("totals", "reason"),
    [
        (Totals(4, 0, 0, 0, "A. Ozola"), "ballot.sum"),
        (Totals(6, 0, 0, 0, "A. Ozola"), "ballot.sum"),
        (Totals(6, -1, 0, 0, "A. Ozola"), "ballot.below_zero"),
        (Totals(5, 0, 0, 0, "  "), "ballot.tellers"),
    ],
)
def test_totals_that_cannot_be_are_refused(paper_house: House, totals: Totals, reason: str) -> None:
    table = secret(paper_house)
    assert refused(paper_house.office, ballots.count, table.items[0], totals) == reason
    assert item(paper_house.office, table).totals is None


def test_ballots_go_with_who_leaves_steps_aside_or_when_the_item_goes_back(paper_house: House) -> None:
    office, members = paper_house.office, paper_house.facts.members
    table = secret(paper_house)
    assert refused(office, ballots.take, table.items[0], members[0]) == "ballot.taken"
    assert refused(office, ballots.choose, table.items[0], BallotKind.NAMED) == "item.votes_cast"
    office.do(sittings.leave, table.id, members[4])
    office.do(votes.recuse, table.items[0], members[3], "radinieks")
    assert item(office, table).papers == 3
    office.do(ballots.count, table.items[0], Totals(2, 0, 0, 1, "A. Ozola"))
    assert refused(office, ballots.give_back, table.items[0], members[0]) == "ballot.counted"
    office.do(ballots.recount, table.items[0])
    office.do(ballots.give_back, table.items[0], members[0])
    office.do(votes.put_back, table.items[0])
    card = item(office, table)
    assert (card.papers, card.totals, card.state) == (0, None, ItemState.WAITING)


def test_a_vote_by_name_takes_no_ballots(paper_house: House) -> None:
    table = hearings.opened(paper_house)
    member = paper_house.facts.members[0]
    assert refused(paper_house.office, ballots.take, table.items[0], member) == "ballot.by_name"
    assert refused(paper_house.office, ballots.count, table.items[0], COUNTED) == "ballot.by_name"


def test_alike_cases_are_decided_in_one_vote_each_with_its_own_count(house: House) -> None:
    office, facts = house.office, house.facts
    table = hearings.planned(house, facts.met, facts.also_met, facts.none_met)
    office.do(sittings.open_sitting, table.id)
    for member in facts.members[:4]:
        office.do(sittings.arrive, table.id, member)
    assert refused(office, batches.bind, table.id, table.items) == "batch.verdict", "one of them is to be refused"
    assert refused(office, batches.bind, table.id, table.items[:1]) == "batch.one"
    assert all(line.state is ItemState.WAITING for line in office.ask(sittings.sitting_card, table.id).agenda)
    office.do(batches.bind, table.id, table.items[:2])
    assert len(item(office, table).batch) == 2
    for member in facts.members[:4]:
        office.do(batches.vote, table.items[0], member, Choice.FOR)
    office.do(batches.undo_vote, table.items[1], facts.members[3])
    assert refused(office, batches.decide, table.items[0]) == "item.votes_missing"
    office.do(batches.vote, table.items[1], facts.members[3], Choice.AGAINST)
    office.do(batches.decide, table.items[1])
    for place in (0, 1):
        card = item(office, table, place)
        assert (card.state, card.tally.for_, card.tally.against) == (ItemState.DECIDED, 3, 1)
    office.do(votes.postpone, table.items[2], "Trūkst tulkojuma.")
    office.do(sittings.close, table.id, hearings.TAKER)
    assert len(office.ask(decisions.decision_list).rows) == 2
    assert office.ask(checks.findings) == ()


def test_where_somebody_steps_aside_the_case_gets_a_vote_of_its_own(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.planned(paper_house, facts.met, facts.also_met)
    office.do(sittings.open_sitting, table.id)
    for member in facts.members:
        office.do(sittings.arrive, table.id, member)
    office.do(batches.bind, table.id, table.items)
    for member in facts.members:
        office.do(batches.vote, table.items[0], member, Choice.FOR)
    office.do(votes.recuse, table.items[1], facts.members[0], "radinieks")
    assert item(office, table, 1).state is ItemState.WAITING
    assert [line.choice for line in item(office, table, 1).roll] == [None] * len(facts.members)
    left = item(office, table, 0)
    assert left.batch == () and {line.choice for line in left.roll} == {Choice.FOR}, "left alone, with its votes"
    office.do(votes.put_back, table.items[0])
    assert refused(office, batches.bind, table.id, table.items) == "batch.recused"
    assert refused(office, batches.dissolve, table.items[0]) == "batch.none"


def test_private_notes_are_for_their_writer_alone_and_never_on_paper(house: House) -> None:
    office = house.office
    table = hearings.opened(house, house.facts.met)
    key = table.items[0]
    office.do(sitting_notes.write, table.id, key, NoteKind.SPOKEN, "Portfolio ir pārliecinošs.", "Loceklis Nr. 2")
    mine = office.do(sitting_notes.write, table.id, key, NoteKind.PRIVATE, "Pajautāt par tulkojumu.")
    assert refused(office, sitting_notes.write, table.id, key, NoteKind.SPOKEN, "  ") == "note.empty"
    other = office.do(users.hire, UserForm("Jana Liepa"))
    office.sign_in(other)
    assert [note.kind for note in office.ask(sitting_notes.notes, table.id)] == [NoteKind.SPOKEN]
    assert refused(office, sitting_notes.remove, mine) == "note.foreign"
    draft = words(office.ask(papers.minutes, table.id, LATVIAN))
    assert "Portfolio ir pārliecinošs." in draft and "Pajautāt" not in draft

    def tables(reading: Reading) -> str:
        return str(reading.session.execute(text("SELECT text FROM act ORDER BY position DESC LIMIT 3")).all())

    assert "Pajautāt" not in office.ask(tables), "the chain keeps it sealed"
