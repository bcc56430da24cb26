"""Signed and packed evidence in the window: checked when it comes in, looked into, checked elsewhere, trusted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.evidence import CheckSource, EvidenceKind, Judgement, SignatureVerdict
from commission_app.services import evidence, signature_checks, trust
from commission_app.services.evidence import FileLine, NewFile
from commission_app.services.office import Office
from commission_app.services.signature_checks import PersonCheck
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.tabs.portfolio_tab import PortfolioTab
from commission_app.ui.cases.tabs.signature_panel import PersonCheckDialog
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.preferences_screen import PreferencesScreen
from commission_app.ui.preferences.trust_page import AnchorDialog, TrustPage
from tests import make
from tests.documents.test_signing_check import foreign, root
from tests.exchange.containers import container, identity, packed
from tests.exchange.test_credentials import BADGE, token
from tests.ui.case_pages import college, open_case, settle, tab_of
from tests.ui.desks import open_at, quiet

SIGNER = identity()


@pytest.fixture
def case_id(office: Office) -> int:
    """A case that was just received."""
    return make.case(office, college(office)).id


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot, case_id: int) -> PortfolioTab:
    """Its portfolio."""
    screen: CaseScreen = open_case(desk, qtbot, case_id, "portfolio")
    found = tab_of(screen, "portfolio")
    assert isinstance(found, PortfolioTab)
    return found


@pytest.fixture
def take(tab: PortfolioTab, desk: Desk, qtbot: QtBot, tmp_path: Path) -> Callable[[str, bytes], FileLine]:
    """Drops one file into the portfolio and waits until it was looked at."""

    def taken(name: str, data: bytes) -> FileLine:
        (tmp_path / name).write_bytes(data)
        tab.take((tmp_path / name,))
        for _ in range(5):
            settle(desk, qtbot)
        (item,) = desk.jobs.office.ask(evidence.portfolio, tab.case_id)
        return item.files[0]

    return taken


def test_a_signed_pdf_is_checked_as_it_comes_in_and_again_once_its_issuer_is_trusted(
    tab: PortfolioTab, take: Callable[[str, bytes], FileLine], office: Office, desk: Desk, qtbot: QtBot
) -> None:
    file = take("izziņa.pdf", foreign())
    panel = tab.preview.signatures
    assert panel.isVisible()
    assert panel.chip.text() == "intact, signer not known"
    assert "Žanete Šūpulīte" in panel.texts()[0]
    office.do(trust.add, "root.pem", root().encode())
    panel.again.click()
    for _ in range(3):
        settle(desk, qtbot)
    assert panel.chip.text() == "valid, signer trusted"
    lines = office.ask(signature_checks.checks_of, file.id)
    assert [line.verdict for line in lines] == [SignatureVerdict.TRUSTED, SignatureVerdict.UNKNOWN_SIGNER]


def test_a_scan_without_signatures_shows_no_panel(
    tab: PortfolioTab, take: Callable[[str, bytes], FileLine], office: Office
) -> None:
    file = take("CV.txt", b"Sveiki")
    assert not tab.preview.signatures.isVisible()
    assert office.ask(signature_checks.checks_of, file.id) == ()


def test_a_container_lists_its_documents_shows_them_and_saves_one(
    tab: PortfolioTab,
    take: Callable[[str, bytes], FileLine],
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take("darbs.edoc", container(SIGNER, {"izziņa.txt": "Strādāja.".encode(), "b.txt": b"Otrs"}))
    preview = tab.preview
    assert [name.partition(" ")[0] for name in preview.inside.names()] == ["izziņa.txt", "b.txt"]
    assert preview.view.text.toPlainText() == "Strādāja."
    assert preview.signatures.chip.text() == "intact, signer not known"
    preview.inside.list.setCurrentRow(1)
    settle(desk, qtbot)
    assert preview.view.text.toPlainText() == "Otrs"
    target = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    preview.extract.click()
    settle(desk, qtbot)
    assert target.read_bytes() == b"Otrs"


def test_a_container_that_leads_outside_is_refused_in_one_sentence(
    tab: PortfolioTab, desk: Desk, qtbot: QtBot, tmp_path: Path, office: Office, case_id: int
) -> None:
    (tmp_path / "slikts.edoc").write_bytes(packed({"../a.txt": b"x"}))
    tab.take((tmp_path / "slikts.edoc",))
    for _ in range(3):
        settle(desk, qtbot)
    assert "slikts.edoc" in tab.notice.text()
    assert "../a.txt" in tab.notice.text()
    assert office.ask(evidence.portfolio, case_id) == ()


def test_a_credential_becomes_an_item_with_its_facts_and_what_to_look_at(
    tab: PortfolioTab, take: Callable[[str, bytes], FileLine], office: Office, case_id: int
) -> None:
    take("badge.jwt", token(BADGE))
    (item,) = office.ask(evidence.portfolio, case_id)
    assert (item.form.kind, item.form.title) == (EvidenceKind.DIGITAL_CREDENTIAL, "Ēdienu gatavošana")
    assert item.form.issued_on == date(2024, 8, 30)
    panel = tab.preview.credential
    assert panel.isVisible()
    assert panel.facts.text("Title") == "Ēdienu gatavošana"
    assert "does not name its holder" in panel.remarks.text()
    assert "nobody vouches" in tab.preview.signatures.texts()[0]


def test_a_check_made_elsewhere_is_recorded_with_its_report(
    tab: PortfolioTab,
    take: Callable[[str, bytes], FileLine],
    office: Office,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    file = take("vecs.edoc", packed({"a.txt": b"x", "META-INF/signature.p7s": b"0"}))
    panel = tab.preview.signatures
    assert panel.chip.text() == "signature not checked"
    panel.elsewhere.click()
    dialog = next(one for one in panel.findChildren(PersonCheckDialog) if one.isVisible())
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.isVisible()
    dialog.signers.set_value("Žanete Šūpulīte 020290-00003")
    (tmp_path / "atskaite.txt").write_text("Derīgs", "utf-8")
    dialog.take_report(tmp_path / "atskaite.txt")
    settle(desk, qtbot)
    dialog.deed.click()
    for _ in range(3):
        settle(desk, qtbot)
    line = office.ask(signature_checks.checks_of, file.id)[0]
    assert (line.source, line.verdict) == (CheckSource.PERSON, SignatureVerdict.TRUSTED)
    assert line.found[0].signer == "Žanete Šūpulīte"
    assert office.ask(signature_checks.report_bytes, line.id) == "Derīgs".encode()
    assert panel.chip.text() == "valid, signer trusted"
    (item,) = office.ask(evidence.portfolio, tab.case_id)
    hint = office.ask(signature_checks.authenticity_hint, item.id)
    assert hint is not None
    assert (hint.suggested, hint.reason.reason) == (Judgement.YES, "authenticity.person")


def test_a_check_of_the_future_and_one_without_signers_are_refused(office: Office, case_id: int) -> None:
    form = evidence.EvidenceForm(EvidenceKind.OTHER, "Izziņa")
    office.do(evidence.attach, case_id, form, (NewFile("a.edoc", packed({"a.txt": b"x"})),))
    (item,) = office.ask(evidence.portfolio, case_id)
    for check, reason in (
        (PersonCheck(SignatureVerdict.TRUSTED, date(2999, 1, 1), "", "Anna"), "signature_check.future"),
        (PersonCheck(SignatureVerdict.TRUSTED, make.today(office), "", " "), "signature_check.without_signers"),
        (PersonCheck(SignatureVerdict.NOT_CHECKED, make.today(office), "", ""), "signature_check.nothing"),
    ):
        with pytest.raises(Exception, match=reason):
            office.do(signature_checks.record_person_check, item.files[0].id, check)
    assert office.ask(signature_checks.checks_of, item.files[0].id) == ()


def test_certificates_are_added_from_a_file_once_and_removed_with_a_reason(
    office: Office, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    make.institution(office)
    desk.jobs.troubled.connect(desk.problems.show)
    screen = open_at(PreferencesScreen, desk, qtbot, Place("preferences", None, "trust"))
    page = screen.page()
    assert isinstance(page, TrustPage)
    (tmp_path / "root.pem").write_text(root(), "ascii")
    (tmp_path / "no.pem").write_text("nothing", "ascii")
    for name in ("root.pem", "root.pem", "no.pem"):
        page.take(tmp_path / name)
        for _ in range(3):
            quiet(desk, qtbot)
            qtbot.wait(5)
    (line,) = office.ask(trust.anchors)
    assert line.name == "Test Root of Nowhere"
    assert page.table.texts()[0][0] == "Test Root of Nowhere"
    page.table.selectRow(0)
    page.edit()
    dialog = next(one for one in page.findChildren(AnchorDialog) if one.isVisible())
    dialog.reason.set_value("Atsaukts")
    dialog.deed.click()
    for _ in range(3):
        quiet(desk, qtbot)
        qtbot.wait(5)
    (line,) = office.ask(trust.anchors)
    assert line.removed_reason == "Atsaukts"
    assert page.table.texts()[0][-1] == "no longer trusted"
