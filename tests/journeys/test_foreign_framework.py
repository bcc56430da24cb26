"""A framework nobody here wrote, and the program's own form: imported at the command line, then decided upon."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from commission_app import cli
from commission_app.cli.surroundings import Doors
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, RefusalGround
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.services import checks, commissions, credits, decisions, papers, provisions, sittings, votes
from commission_app.services import standards as library_of_standards
from commission_app.services.office import Office
from commission_app.services.opening import open_office
from tests import empty, make
from tests.documents.reading import words
from tests.hearings import TAKER
from tests.journeys import library

SAMPLE = Path(__file__).parents[2].parent / "shared/samples/mahara/nz_teaching_standards_english.matrix"
Import = Callable[..., str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A college with a commission of five, founded at the command line's own kind of database."""
    path = tmp_path / "office" / "commission.db"
    office = open_office(empty.lay(path))
    make.institution(office)
    office.do(provisions.word, "appeal", None, make.LONG_AGO, "Var apstrīdēt.", "May be contested.")
    make.commission(office)
    office.close()
    return path


@pytest.fixture
def take_in(database: Path, capsys: pytest.CaptureFixture[str]) -> Import:
    """`import-standard` as an administrator types it; gives what it said."""

    def run(file: Path, *more: str) -> str:
        doors = Doors(lambda *_: 0, lambda *_: None)
        code = cli.run(["--language", "en", "--database", str(database), "import-standard", str(file), *more], doors)
        said = capsys.readouterr()
        assert code == 0, said.err
        return said.out

    return run


@contextmanager
def at_work(database: Path) -> Iterator[Office]:
    """The office with its secretary at the desk."""
    from commission_app.services import users

    office = open_office(database)
    try:
        office.sign_in(office.ask(users.users)[0].uid)
        yield office
    finally:
        office.close()


def decide(office: Office, case_id: int) -> None:
    """A sitting of all five adopts the proposal; the decision is signed and registered."""
    commission = office.ask(commissions.commissions)[0]
    sitting = office.do(sittings.plan, commission.id, make.today(office), "14.00", "101. telpa")
    item = office.do(sittings.put_on_agenda, sitting, case_id)
    office.do(sittings.open_sitting, sitting)
    members = [line.id for line in office.ask(commissions.card, commission.id).members]
    for member in members:
        office.do(sittings.arrive, sitting, member)
    office.do(votes.take_up, item)
    for member in members:
        office.do(votes.vote, item, member, Choice.FOR)
    office.do(votes.decide, item)
    office.do(sittings.close, sitting, TAKER)
    held = office.ask(decisions.of_case, case_id)
    assert held is not None
    ground = RefusalGround.NOT_RECOGNISABLE if held.verdict is DecisionVerdict.REFUSED else None
    office.do(decisions.edit_draft, held.id, held.version, "Pierādījumi neaptver visus rezultātus.", ground)
    office.do(decisions.sign, held.id, held.version + 1, make.today(office))
    office.do(decisions.register, held.id, held.version + 2)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample framework is not beside the project")
def test_a_case_is_decided_against_the_framework_of_another_country(take_in: Import, database: Path) -> None:
    said = take_in(SAMPLE, "--text-language", "en", "--approve")
    assert "Standards for the teaching profession" in said and "6 learning outcomes" in said
    with at_work(database) as office:
        (edition,) = office.ask(library_of_standards.editions)
        commission = office.ask(commissions.commissions)[0]
        case = make.scored_case(
            office,
            edition.id,
            procedure=Procedure.HIGHER_EDUCATION,
            commission_id=commission.id,
        )
        award = office.ask(credits.proposal, case.id)
        assert award.scored == award.outcomes == 6
        decide(office, case.id)
        held = office.ask(decisions.of_case, case.id)
        assert held is not None and held.state is DecisionState.REGISTERED
        text = words(office.ask(papers.decision, held.id, ENGLISH))
        assert "Standards for the teaching profession" in text and "Ģirts Ķēniņš-Āboļš" in text
        with pytest.raises(RefusedError, match=r"paper\.missing_translation"):
            office.ask(papers.decision, held.id, LATVIAN)
        assert office.ask(checks.findings) == ()


def test_a_case_is_decided_against_the_programs_own_form_filled_in(
    take_in: Import, database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "datorzinātnes.xlsx"
    file.write_bytes(library.study_programme())
    assert "2 units, 4 learning outcomes" in take_in(file, "--approve")
    with at_work(database) as office:
        (edition,) = office.ask(library_of_standards.editions)
        commission = office.ask(commissions.commissions)[0]
        lacking = {"DatZ1020.2": OutcomeResult.NOT_MET}
        case = make.scored_case(office, edition.id, results=lacking, commission_id=commission.id)
        decide(office, case.id)
        held = office.ask(decisions.of_case, case.id)
        assert held is not None
        assert (held.verdict, held.state) == (DecisionVerdict.PARTIAL, DecisionState.REGISTERED)
        text = words(office.ask(papers.decision, held.id, LATVIAN))
        assert "Datortīkli" in text and "Ģirts Ķēniņš-Āboļš" in text
        assert office.ask(checks.findings) == ()
