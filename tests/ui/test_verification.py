"""Keys made and verification done in the window, from the preferences to the report."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commission_app.exchange import key_file
from commission_app.exchange.key_file import PublicKey
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.vocabulary.key import FactMatch, KeyState, Outcome
from commission_app.services import keys, payloads
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.key_dialogs import KeyDialog, NewKeyDialog, TrustKeyDialog
from commission_app.ui.preferences.keys_page import KeysPage
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.registers.verification_screen import VerificationScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from commission_app.ui.widgets.unlock_dialog import UnlockDialog
from tests import make
from tests.certificates_on_paper import code, printed, signer, with_name
from tests.records import record
from tests.ui.desks import open_at, press, quiet

PASSPHRASE = "zirgs upe maize logs"


def test_a_key_is_made_unlocked_and_given_up_in_the_window(
    office: Office, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    make.institution(office)
    screen = open_at(PreferencesScreen, desk, qtbot, Place("preferences", None, "keys"))
    page = screen.page()
    assert isinstance(page, KeysPage)
    assert "without a code" in page.state.text()
    _make(screen, page, desk, qtbot)
    _unlock(screen, page, desk, qtbot)
    assert office.ask(payloads.payload, record()) is not None
    page.lock()
    quiet(desk, qtbot)
    assert not page.unlock_button.isHidden()
    _give_up(screen, page, desk, qtbot, tmp_path / "own.cakey")
    assert office.ask(keys.lines)[0].state is KeyState.COMPROMISED
    _trust(screen, page, desk, qtbot, tmp_path / "theirs.cakey")
    assert [row.name for row in page.table.rows() if not row.own] == ["Liepāja"]


def _make(screen: PreferencesScreen, page: KeysPage, desk: Desk, qtbot: QtBot) -> None:
    page.new()
    made = screen.findChild(NewKeyDialog)
    made.passphrase.setText("too short")
    made.again.setText("too short")
    made.deed.click()
    quiet(desk, qtbot)
    assert made.isVisible(), "a short passphrase is said at its field"
    made.passphrase.setText(PASSPHRASE)
    made.again.setText(PASSPHRASE)
    made.deed.click()
    quiet(desk, qtbot)
    assert "locked" in page.state.text()


def _unlock(screen: PreferencesScreen, page: KeysPage, desk: Desk, qtbot: QtBot) -> None:
    page.unlock()
    quiet(desk, qtbot)
    opening = screen.findChild(UnlockDialog)
    opening.passphrase.setText("wrong passphrase")
    press(qtbot, opening.passphrase, Qt.Key.Key_Return)
    quiet(desk, qtbot)
    assert opening.isVisible()
    opening.passphrase.setText(PASSPHRASE)
    press(qtbot, opening.passphrase, Qt.Key.Key_Return)
    quiet(desk, qtbot)
    assert "unlocked" in page.state.text()


def _give_up(screen: PreferencesScreen, page: KeysPage, desk: Desk, qtbot: QtBot, file: Path) -> None:
    page.table.selectRow(0)
    page.edit()
    one = screen.findChild(KeyDialog)
    one.save_to(keys.exported, file)
    quiet(desk, qtbot)
    assert key_file.read("x", file.read_bytes()).fingerprint
    one.sheet.click()
    quiet(desk, qtbot)
    preview = screen.findChild(PaperPreview)
    assert preview is not None
    preview.close()
    one.deed_chosen.set_value("compromise")
    one.deed_chosen.edited.emit()
    one.reason.setText("stick stolen")
    one.deed.click()
    quiet(desk, qtbot)


def _trust(screen: PreferencesScreen, page: KeysPage, desk: Desk, qtbot: QtBot, file: Path) -> None:
    theirs = key_file.new(PASSPHRASE).public
    file.write_bytes(key_file.written(PublicKey(theirs.fingerprint, theirs.pem, "Liepāja")))
    page.take(file)
    quiet(desk, qtbot)
    trusting = screen.findChild(TrustKeyDialog)
    assert trusting.name.value() == "Liepāja"
    trusting.deed.click()
    quiet(desk, qtbot)
    assert trusting.isVisible(), "nothing is trusted without a word of how it was compared"
    trusting.source.setText("by telephone")
    trusting.deed.click()
    quiet(desk, qtbot)


def test_papers_are_verified_shown_copied_and_reported(
    office: Office, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    make.institution(office)
    known = signer()[0]
    office.do(keys.trust, PublicKey(known.fingerprint, known.pem), known.name, "by telephone")
    screen = open_at(VerificationScreen, desk, qtbot, Place("verification"))
    assert not screen.panel.none.isHidden()
    assert screen.table.isHidden()
    facts = record(2)
    (tmp_path / "fine.pdf").write_bytes(printed(facts))
    (tmp_path / "forged.pdf").write_bytes(printed(facts, says=with_name(facts, "Ķēniņš-Ābols")))
    (tmp_path / "note.txt").write_text("nothing", encoding="utf-8")
    screen.take(tuple(tmp_path / name for name in ("forged.pdf", "fine.pdf", "note.txt", "absent.pdf")))
    quiet(desk, qtbot)
    assert [one.outcome for one in screen.found] == [Outcome.WRONG, Outcome.FINE, Outcome.UNJUDGED, Outcome.UNJUDGED]
    assert "Do not rely on this paper" in screen.panel.headline.text()
    texts = screen.panel.facts.texts()
    assert ["Name, surname", "Žņaugs Ķēniņš-Āboļš", "differs: Žņaugs Ķēniņš-Ābols"] in texts
    screen.copy_text()
    assert "Žņaugs Ķēniņš-Ābols" in QApplication.clipboard().text()

    screen.table.selectRow(1)
    assert "Nothing speaks against" in screen.panel.headline.text()
    assert "only the institution knows" in screen.panel.findings.text()
    screen.table.selectRow(3)
    assert screen.panel.facts.isHidden()
    assert "absent.pdf" in screen.panel.headline.text()

    screen.typed.setText(code(_with_two_blanks()).decode())
    press(qtbot, screen.typed, Qt.Key.Key_Return)
    quiet(desk, qtbot)
    assert screen.found[0].outcome is Outcome.FINE
    assert all(line.match is FactMatch.UNREAD for line in screen.found[0].facts)
    _report(screen, desk, qtbot)


def _with_two_blanks() -> CertificateRecord:
    """A record whose code has two blanks in a row, as every third has: both are letters of it."""
    numbered = (replace(record(2), number=f"A-2026/{at}") for at in range(1, 500))
    return next(one for one in numbered if b"  " in code(one))


def _report(screen: VerificationScreen, desk: Desk, qtbot: QtBot) -> None:
    screen.print_paper()
    quiet(desk, qtbot)
    preview = screen.findChild(PaperPreview)
    assert preview is not None
    preview.close()
    screen.forget()
    assert screen.found == ()
