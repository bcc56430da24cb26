"""Builders for tests of sittings and exams: a house with scored cases, built once and copied for each test."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from commission_app.exchange.standard_facts import OutcomeFacts, StandardFacts, UnitFacts
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.commission import CommissionKind
from commission_app.rules.vocabulary.scoring import ExamStatus, OutcomeResult
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.rules.vocabulary.standard import StandardKind, UnitKind
from commission_app.services import cases, commissions, decisions, exams, provisions, sittings, users, votes
from commission_app.services.exams import ExamForm
from commission_app.services.office import Office
from commission_app.services.sittings import MinuteTaker
from commission_app.store.database import Database, open_database
from tests import make
from tests.shared import built_once

TAKER = MinuteTaker("Anna Ozola", "Sekretāre", "Secretary")
APPEAL = ("Lēmumu var apstrīdēt viena mēneša laikā.", "The decision may be contested within one month.")
ONE_NOT_MET = {"DatZ1010.1": OutcomeResult.NOT_MET}
NONE_MET = {f"DatZ{unit}.{number}": OutcomeResult.NOT_MET for unit in (1010, 1020, 1030) for number in (1, 2)}
SCALE = {1: 0, 4: 40, 5: 50, 7: 70, 9: 90, 10: 96}


@dataclass(frozen=True)
class Facts:
    """The keys of what stands in every house: two cases with all outcomes met, one lacking one, one lacking all."""

    commission: int
    members: tuple[int, ...]
    edition: int
    met: int
    also_met: int
    one_not_met: int
    none_met: int
    exam_commission: int
    exam_edition: int
    examinees: tuple[int, int]


@dataclass(frozen=True)
class House:
    """An office with scored cases, and the keys of what stands in it."""

    office: Office
    facts: Facts


@dataclass(frozen=True)
class Table:
    """A sitting with its items and cases."""

    id: int
    items: tuple[int, ...]
    cases: tuple[int, ...]


def furnish(office: Office) -> Facts:
    """A college with two commissions, scored cases of both tracks, and the text on contesting."""
    make.institution(office)
    office.do(provisions.word, "appeal", None, make.LONG_AGO, *APPEAL)
    commission = make.commission(office)
    edition = make.standard(office)
    met, also_met, one_not_met, none_met = (
        make.scored_case(office, edition, serial=serial, results=results, commission_id=commission).id
        for serial, results in enumerate((None, None, ONE_NOT_MET, NONE_MET))
    )
    board = make.commission(office, kind=CommissionKind.EXAMINATION)
    qualification = make.standard(office, vocational_standard())
    first, second = (
        make.scored_case(office, qualification, serial=serial, procedure=Procedure.VOCATIONAL, commission_id=board).id
        for serial in (4, 5)
    )
    members = tuple(member.id for member in office.ask(commissions.card, commission).members)
    scored = (met, also_met, one_not_met, none_met)
    return Facts(commission, members, edition, *scored, board, qualification, (first, second))


@pytest.fixture(scope="session")
def sqlite_house(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Facts]:
    """The furnished house in a SQLite file, to copy from."""

    def build(folder: Path) -> tuple[Path, Facts]:
        path = folder / "house.db"
        shutil.copyfile(empty_sqlite, path)
        database = open_database(path)
        facts = furnish(Office(database))
        database.close()
        return path, facts

    return built_once(tmp_path_factory, "furnished-house", build)


@pytest.fixture(scope="session")
def postgres_house(postgres_databases: Callable[..., str], empty_postgres: str) -> tuple[str, Facts]:
    """The furnished house on PostgreSQL, to copy from."""
    address = postgres_databases(template=empty_postgres)
    database = open_database(address)
    facts = furnish(Office(database))
    database.close()
    return address, facts


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A furnished house of its own on either kind of database."""
    if request.param == "sqlite":
        path, facts = request.getfixturevalue("sqlite_house")
        yield from _lived_in(_copied(path, tmp_path), facts)
    else:
        address, facts = request.getfixturevalue("postgres_house")
        make_database: Callable[..., str] = request.getfixturevalue("postgres_database")
        yield from _lived_in(open_database(make_database(template=address)), facts)


@pytest.fixture
def paper_house(sqlite_house: tuple[Path, Facts], tmp_path: Path) -> Iterator[House]:
    """A furnished house on SQLite, for what does not depend on the kind of database."""
    path, facts = sqlite_house
    yield from _lived_in(_copied(path, tmp_path), facts)


def _copied(path: Path, folder: Path) -> Database:
    copy = folder / "office.db"
    shutil.copyfile(path, copy)
    files = path.with_name(path.name + ".files")
    shutil.copytree(files, copy.with_name(copy.name + ".files"))
    return open_database(copy)


def _lived_in(database: Database, facts: Facts) -> Iterator[House]:
    office = Office(database)
    office.sign_in(office.ask(users.users)[0].uid)
    yield House(office, facts)
    database.close()


def planned(house: House, *wanted: int) -> Table:
    """A sitting of today with the cases wanted on its agenda."""
    office, heard = house.office, wanted or (house.facts.met,)
    sitting = office.do(sittings.plan, house.facts.commission, make.today(office), "14.00", "101. telpa")
    return Table(sitting, tuple(office.do(sittings.put_on_agenda, sitting, case) for case in heard), heard)


def opened(house: House, *wanted: int, present: int = 5) -> Table:
    """The same sitting, open, with so many members present and the first item on the table."""
    table = planned(house, *wanted)
    house.office.do(sittings.open_sitting, table.id)
    for member in house.facts.members[:present]:
        house.office.do(sittings.arrive, table.id, member)
    house.office.do(votes.take_up, table.items[0])
    return table


def vote_all(office: Office, item: int, members: Iterable[int], choice: Choice = Choice.FOR) -> None:
    """Every member named votes alike."""
    for member in members:
        office.do(votes.vote, item, member, choice)


def decided(house: House, *wanted: int) -> Table:
    """A closed sitting of three members that adopted every proposal on its agenda."""
    table = opened(house, *wanted, present=3)
    for place, item in enumerate(table.items):
        if place:
            house.office.do(votes.take_up, item)
        vote_all(house.office, item, house.facts.members[:3])
        house.office.do(votes.decide, item)
    house.office.do(sittings.close, table.id, TAKER)
    return table


def registered(house: House, *wanted: int) -> int:
    """The key of the first case; its decision is signed and registered."""
    table = decided(house, *wanted)
    register(house.office, table.cases[0])
    return table.cases[0]


def register(office: Office, case_id: int) -> None:
    """The decision on a case is signed today and registered."""
    card = office.ask(decisions.of_case, case_id)
    assert card is not None
    office.do(decisions.sign, card.id, card.version, make.today(office))
    office.do(decisions.register, card.id, card.version + 1)


def vocational_standard() -> StandardFacts:
    """A qualification of one module, without credits."""
    outcome = OutcomeFacts(code="M1.1", text_lv="raksta programmas", text_en="writes programs")
    return StandardFacts(
        code="PK-4",
        kind=StandardKind.PROFESSION_STANDARD,
        title_lv="Programmēšanas tehniķis",
        title_en="Programming technician",
        edition_label="2022",
        valid_from=make.LONG_AGO,
        lki=4,
        pkl=4,
        accredited=True,
        accreditation_number="P-1",
        units=(
            UnitFacts(
                code="M1",
                title_lv="Programmēšana",
                title_en="Programming",
                kind=UnitKind.MODULE,
                hours=Decimal(120),
                outcomes=(outcome,),
            ),
        ),
    )


def exam_form(house: House) -> ExamForm:
    """An exam of today: 40 points of theory, 60 of practice."""
    return ExamForm(make.today(house.office), 40, 60, SCALE, room="2. darbnīca")


def exam(house: House) -> tuple[int, tuple[int, int]]:
    """An exam of today with its board and two examinees entered."""
    office, facts = house.office, house.facts
    key = office.do(exams.plan_exam, facts.exam_edition, facts.exam_commission, exam_form(house))
    board = office.ask(exams.exam_card, key).board
    office.do(exams.set_board, key, [line.member_id for line in board[:3]])
    first, second = (office.do(exams.enter_case, key, case) for case in facts.examinees)
    return key, (first, second)


def record(office: Office, exam_id: int, points: dict[int, tuple[int, int] | ExamStatus]) -> None:
    """Points of both parts, or a status, are recorded for examinees by key."""
    rows = {row.id: row for row in office.ask(exams.exam_card, exam_id).examinees}
    for key, given in points.items():
        if isinstance(given, ExamStatus):
            office.do(exams.record, key, rows[key].version, None, None, given)
        else:
            office.do(exams.record, key, rows[key].version, *given)


def version(office: Office, case_id: int) -> int:
    """The version of a case as it stands now."""
    return office.ask(cases.card, case_id).version
