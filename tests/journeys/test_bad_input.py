"""What bad input gets: a sentence that says what and where, nothing stored by halves, nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from commission_app import cli
from commission_app.cli.surroundings import Doors
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.standard import StandardKind, UnitKind
from commission_app.services import checks, evidence, standards
from commission_app.services.opening import open_office
from commission_app.ui.places import Place
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.wording.words import word
from tests import empty, make
from tests.exchange.test_evidence_file import encrypted_pdf, pdf
from tests.journeys import forms
from tests.journeys.desks import AtWork
from tests.journeys.steps import begin_the_day

MANY = 300 * 1024 * 1024
BAD = {
    "tukšs.pdf": b"",
    "slēgts.pdf": encrypted_pdf("parole"),
    "aprauts.pdf": pdf()[:-200],
    "nav attēls.png": b"Sveiki",
    "program.exe": b"MZ\x90\0",
}


def test_of_a_handful_of_files_the_bad_are_named_and_the_good_are_kept(at_work: AtWork, tmp_path: Path) -> None:
    hands, office = at_work.hands, at_work.office
    begin_the_day(at_work)
    case = make.case(office, make.standard(office))
    hands.window.go(Place("case", case.id, "portfolio"))
    paths = []
    for name, data in {**BAD, "Diploms.pdf": pdf()}.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    paths.append(tmp_path / "video.mp4")
    with paths[-1].open("wb") as huge:
        huge.truncate(MANY)
    hands.drop(hands.one(FileDrop), paths)
    hands.until(lambda: "video.mp4" in hands.reads(), "nothing was said")
    said = hands.reads()
    for name in (*BAD, "video.mp4"):
        assert name in said, name
    items = office.ask(evidence.portfolio, case.id)
    assert [file.name for item in items for file in item.files] == ["Diploms.pdf"]
    assert office.ask(checks.findings) == ()


def standard(units: list[tuple[str, str]]) -> bytes:
    """The form filled in: units with what each asks for before it."""
    return forms.filled(
        {"Code": "RIŅĶIS", "Kind": word(LATVIAN, StandardKind.MODULE_SET), "Title in Latvian": "Riņķis"},
        [
            {
                "Code": code,
                "Title in Latvian": f"Modulis {code}",
                "Kind": word(LATVIAN, UnitKind.MODULE),
                "Prerequisites": before,
            }
            for code, before in units
        ],
        [
            {"Unit code": code, "Outcome code": f"{code}.1", "Text in Latvian": "Prot."}
            for code in dict.fromkeys(code for code, _ in units)
        ],
    )


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[bytes], str]:
    """The one sentence a workbook gets at the command line, where the library must stay as it was."""
    database = tmp_path / "commission.db"
    office = open_office(empty.lay(database))
    make.institution(office)
    office.close()

    def run(data: bytes) -> str:
        file = tmp_path / "riņķis.xlsx"
        file.write_bytes(data)
        doors = Doors(lambda *_: 0, lambda *_: None)
        code = cli.run(["--language", "lv", "--database", str(database), "import-standard", str(file)], doors)
        said = capsys.readouterr().err
        assert code == 2 and len(said.splitlines()) == 1, said
        office = open_office(database)
        assert office.ask(standards.editions) == () and office.ask(checks.findings) == ()
        office.close()
        return said

    return run


@pytest.mark.parametrize(
    ("units", "named"),
    [
        ([("M1", "M2"), ("M2", "M3"), ("M3", "M1")], ("RIŅĶIS", "M1 → M2 → M3 → M1")),
        ([("M1", ""), ("M1", "")], ("M1", "Vienības", "3. rinda")),
        ([("M1", "M9")], ("M9", "Vienības", "2. rinda")),
    ],
    ids=["a circle", "a doubled code", "a unit that is not there"],
)
def test_a_standard_that_cannot_be_leaves_the_library_as_it_was(
    units: list[tuple[str, str]], named: tuple[str, ...], refused: Callable[[bytes], str]
) -> None:
    sentence = refused(standard(units))
    assert all(code in sentence for code in named), sentence
