"""The second door: every verb on real databases, every trouble one sentence and exit code 2."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from commission_app import cli, config
from commission_app.cli.surroundings import Doors
from commission_app.config import Settings
from commission_app.exchange import cases_workbook, standard_workbook
from commission_app.i18n import LATVIAN, Language, today
from commission_app.services import checks, institution, standards, users
from commission_app.services.demo import Played
from commission_app.services.opening import open_office
from tests import make
from tests.house import ROOT


class Roof:
    """What the roof would open, noted."""

    def __init__(self) -> None:
        self.windows: list[tuple[Settings | None, bool]] = []
        self.pictured: list[Path] = []

    def window(self, settings: Settings | None, probe: bool) -> int:
        self.windows.append((settings, probe))
        return 0

    def pictures(self, database: Path, out: Path, language: Language) -> None:
        self.pictured.append(database)
        out.mkdir(parents=True)
        (out / f"{language.code}.png").write_bytes(b"")


class Desk:
    """The command line as somebody types at it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys, self.roof = capsys, Roof()

    def __call__(self, *words: object) -> tuple[int, str, str]:
        """Exit code, what was said, and what stands against it."""
        code = cli.run([str(word) for word in words], Doors(self.roof.window, self.roof.pictures))
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    def refused(self, *words: object) -> str:
        """The one sentence a refused command gets."""
        code, _, complaint = self(*words)
        assert code == 2 and len(complaint.splitlines()) == 1, complaint
        return complaint.strip()


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """A command line on a computer of its own."""
    monkeypatch.setenv(config.FOLDER_VARIABLE, str(tmp_path / "settings"))
    return Desk(capsys)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address of nothing yet, of either kind."""
    if request.param == "sqlite":
        return str(tmp_path / "new" / "commission.db")
    fresh: Callable[[], str] = request.getfixturevalue("postgres_database")
    return fresh()


def test_an_office_begins_is_backed_up_restored_and_checked(desk: Desk, where: str, tmp_path: Path) -> None:
    on = ("--language", "lv", "--database", where)
    assert desk(*on, "init", "--institution", "Ķīļu koledža", "--user", "Anna Ozola")[0] == 0
    assert desk.refused(*on, "init", "--institution", "Cita")
    assert desk(*on, "check") == (0, "", "")
    code, said, _ = desk(*on, "backup", tmp_path)
    assert code == 0 and ".zip" in said
    zipped = next(tmp_path.glob("kilu-koledza-backup-*.zip"))
    assert "pārraksta" in desk.refused(*on, "backup", zipped)
    if where.startswith("postgresql"):
        assert "--replace" in desk.refused(*on, "restore", zipped)
    code, said, _ = desk(*on, "restore", zipped, "--replace")
    assert code == 0 and "Ķīļu koledža" in said
    assert desk(*on, "check") == (0, "", "")
    assert desk(*on, "migrate")[0] == 0
    office = open_office(where)
    card = office.ask(institution.card)
    assert card is not None and card.form.name_lv == "Ķīļu koledža"
    assert [user.name for user in office.ask(users.users)] == ["Anna Ozola"]
    office.close()


def test_what_the_check_finds_is_said_with_exit_code_1(desk: Desk, sample: Path) -> None:
    stored = next(path for path in Path(f"{sample}.files").rglob("*") if path.is_file())
    stored.unlink()
    code, said, complaint = desk("--language", "en", "--database", sample, "check")
    assert code == 1 and "is missing or cannot be read" in said and len(said.splitlines()) == 1 and not complaint


@pytest.mark.parametrize("book", ["applications", "decisions", "certificates", "exams"])
def test_a_register_leaves_as_workbook_and_book(book: str, desk: Desk, played: Played, tmp_path: Path) -> None:
    on = ("--database", played.database, "export", book, "--year", today().year, "--out")
    assert desk(*on, tmp_path / "book.xlsx")[0] == 0
    sheet = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert sheet.max_row >= 3 and sheet["A3"].value == 1
    assert desk(*on, tmp_path / "book.pdf")[0] == 0
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")
    assert ".xlsx" in desk.refused(*on, tmp_path / "book.doc")
    assert str(tmp_path / "no" / "book.pdf") in desk.refused(*on, tmp_path / "no" / "book.pdf")
    assert not list(tmp_path.glob(".book*"))


def test_a_standard_is_taken_in_by_its_workbook(desk: Desk, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "standarts.xlsx"
    file.write_bytes(standard_workbook.write(make.standard_facts("DAT-X"), LATVIAN))
    on = ("--language", "en", "--database", sample)
    code, said, _ = desk(*on, "import-standard", file, "--dry-run")
    assert code == 0 and "3 units, 6 learning outcomes" in said and "Nothing was stored" in said
    assert desk(*on, "import-standard", file, "--approve")[0] == 0
    code, said, _ = desk(*on, "import-standard", file)
    assert code == 0 and "Nothing has changed." in said
    office = open_office(sample)
    assert "DAT-X" in {row.code for row in office.ask(standards.editions)}
    office.close()
    file.write_bytes(b"no workbook")
    assert "standarts.xlsx" in desk.refused(*on, "import-standard", file)
    assert "standarts2.xlsx" in desk.refused(*on, "import-standard", tmp_path / "standarts2.xlsx")


def filled(tmp_path: Path, **values: object) -> Path:
    """The template of applications with one row."""
    file = tmp_path / "iesniegumi.xlsx"
    file.write_bytes(cases_workbook.template(LATVIAN))
    book = load_workbook(file)
    sheet = book.worksheets[0]
    from commission_app.exchange.cases_layout import APPLICATIONS

    for place, column in enumerate(APPLICATIONS.columns, 1):
        sheet.cell(2, place, values.get(column.key))
    book.save(file)
    return file


def test_applications_of_a_workbook_are_received_or_none_is(desk: Desk, sample: Path, tmp_path: Path) -> None:
    row: dict[str, object] = {
        "given_name": "Čaks", "surname": "Ļaudaks", "personal_code": make.code(336 * 80), "standard_code": "PDT-2026",
        "procedure": "augstākā izglītība", "received": today(), "email": "caks@example.invalid",
    }  # fmt: skip
    on = ("--language", "lv", "--database", sample, "import-cases")
    from commission_app.rules.vocabulary.case import Procedure
    from commission_app.wording.words import word

    row["procedure"] = word(LATVIAN, Procedure.HIGHER_EDUCATION)
    code, said, complaint = desk(*on, filled(tmp_path, **row), "--dry-run")
    assert (code, complaint) == (0, "") and "1 iesniegumu" in said
    code, said, complaint = desk(*on, filled(tmp_path, **row))
    assert not complaint
    assert code == 0 and f"{today().year}/009" in said
    code, said, complaint = desk(*on, filled(tmp_path, **{**row, "received": "rīt"}))
    assert code == 2 and "iesniegumi.xlsx" in complaint and not said
    code, said, complaint = desk(*on, filled(tmp_path, **{**row, "standard_code": "NAV"}))
    assert code == 2 and "NAV" in complaint
    office = open_office(sample)
    assert office.ask(checks.findings) == ()
    office.close()


def test_the_sample_is_played_with_pictures(desk: Desk, tmp_path: Path) -> None:
    code, said, _ = desk("--language", "en", "demo", "--out", tmp_path / "out")
    assert code == 0 and "minutes-P-" in said
    assert desk.roof.pictured == [tmp_path / "out" / "sample.db"]
    assert (tmp_path / "out" / "screens" / "en.png").exists()
    assert desk("--database", tmp_path / "out" / "sample.db", "check") == (0, "", "")
    assert "Amatas koledža" not in desk("--database", tmp_path / "out" / "sample.db", "migrate")[2]


def test_the_window_opens_on_the_database_named(desk: Desk, tmp_path: Path) -> None:
    assert desk("--language", "en", "--database", tmp_path / "x.db", "window", "--probe")[0] == 0
    settings, probe = desk.roof.windows[0]
    assert probe and settings is not None and settings.language == "en"
    assert settings.data_dir == tmp_path and settings.database_url.endswith("x.db")
    assert desk("window")[0] == 0 and desk.roof.windows[1] == (None, False)


def test_the_database_of_the_computer_is_used_when_none_is_named(desk: Desk, tmp_path: Path) -> None:
    assert "--database" in desk.refused("check")
    config.save(config.settings_for(tmp_path / "data"))
    assert desk("init", "--institution", "Koledža")[0] == 0
    assert desk("check") == (0, "", "")
    assert (tmp_path / "data" / config.DATABASE_FILE).exists()


@pytest.mark.parametrize(
    "words",
    [
        (), ("sing",), ("export", "decisions"), ("export", "songs", "--year", "2026", "--out", "a.pdf"),
        ("export", "decisions", "--year", "soon", "--out", "a.pdf"), ("backup",), ("check", "--loudly"),
        ("demo", "--out"), ("init",), ("--database", "nowhere.db", "check"), ("--database", "oracle://x", "check"),
        ("--database", "postgresql://nobody@127.0.0.1:9/none", "check"), ("restore", "nowhere.zip"),
        ("--database", str(Path(__file__)), "check"), ("--language", "de", "check"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("code", ["lv", "en"])
def test_every_mistake_gets_one_sentence(
    words: tuple[str, ...], code: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    config.save(Settings(tmp_path / "d", str(tmp_path / "d" / "c.db"), code))
    complaint = desk.refused(*words)
    assert complaint.endswith((".", "…")) and "{" not in complaint


def test_an_unknown_failure_leaves_a_report_and_no_traceback(desk: Desk, tmp_path: Path) -> None:
    def broken(settings: Settings | None, probe: bool) -> int:
        raise ZeroDivisionError("a bug of ours")

    desk.roof.window = broken  # type: ignore[method-assign]
    complaint = desk.refused("--language", "en", "window")
    report = next((tmp_path / "settings" / "reports").glob("report-*.txt"))
    assert str(report) in complaint and "a bug of ours" in report.read_text("utf-8")


def test_cancelling_is_no_failure(desk: Desk) -> None:
    def interrupted(settings: Settings | None, probe: bool) -> int:
        raise KeyboardInterrupt

    desk.roof.window = interrupted  # type: ignore[method-assign]
    assert desk("window")[0] == cli.CANCELLED


def test_the_installed_program_answers_without_a_window_library(tmp_path: Path) -> None:
    script = (
        "import sys, json; sys.argv = ['commission-app', '--language', 'en', '--database', sys.argv[1], 'check'];"
        "from commission_app.__main__ import main; code = main();"
        "print(json.dumps([code, [name for name in sys.modules if name.startswith('PySide6')]]))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "nowhere.db")],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(answer.stdout) == [2, []]
    assert answer.stderr == f"There is no database at {tmp_path / 'nowhere.db'}.\n"
