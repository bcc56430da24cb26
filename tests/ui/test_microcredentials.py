"""Microcredentials in the window: written at the standard, judged, issued on a case and for many, measured, printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import (
    Conformity,
    Criterion,
    Participation,
    Principle,
    PrincipleAnswer,
    ProgrammeKind,
    QualityKind,
)
from commission_app.services import cases, certificates, microcredentials, programme_reviews
from commission_app.services.certificate_cards import CertificateCard
from commission_app.services.office import Office
from commission_app.ui.cases.issue_many_dialog import IssueManyDialog
from commission_app.ui.cases.tabs.certificate_dialogs import IssueDialog
from commission_app.ui.cases.tabs.certificate_panel import CertificatePanel
from commission_app.ui.cases.tabs.papers_tab import PapersTab
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.lost_dialog import LostDialog
from commission_app.ui.standards.judging import JudgeDialog
from commission_app.ui.standards.kinds_screen import KindsScreen
from commission_app.ui.standards.standard_screen import CONFORMITY, MICROCREDENTIAL, PRINCIPLES, StandardScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings
from tests.hearings import House
from tests.ui.desks import open_at, press, quiet, type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def settle(desk: Desk, qtbot: QtBot) -> None:
    """Waits until nothing is on its way, nor what follows from it."""
    for _ in range(3):
        quiet(desk, qtbot)
        qtbot.wait(5)


def judged(widget: QWidget, desk: Desk, qtbot: QtBot, step: object, why: tuple[str, str]) -> None:
    """Fills in the small window of one criterion or principle and stores it."""
    dialog = widget.findChildren(JudgeDialog)[-1]
    dialog.step.set_value(step)
    dialog.lv.set_value(why[0])
    dialog.en.set_value("")
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.isVisible() and dialog.en.accessibleName(), "the English half is asked for at its field"
    dialog.en.set_value(why[1])
    dialog.deed.click()
    settle(desk, qtbot)


def test_a_programme_gets_its_microcredential_its_meter_and_its_principles(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    office, edition = paper_house.office, paper_house.facts.edition
    desk.jobs.troubled.connect(desk.problems.show)
    screen = open_at(StandardScreen, desk, qtbot, Place("standard", edition, MICROCREDENTIAL))
    settle(desk, qtbot)
    a_microcredential_is_written(qtbot, desk, office, screen, edition)
    it_is_measured(qtbot, desk, screen)
    its_principles_are_answered(qtbot, desk, office, screen, edition)
    its_kind_is_judged(qtbot, desk)


def a_microcredential_is_written(
    qtbot: QtBot, desk: Desk, office: Office, screen: StandardScreen, edition: int
) -> None:
    """Kept before it is whole, and said to be ready once it is."""
    panel = screen.microcredential
    assert panel.empty.isVisible() and not panel.area.isVisible()
    panel.new()
    assert panel.form.field("title_lv").input.value() == "Datorzinātnes"
    panel.form.field("title_en").input.set_value("")
    type_in(panel.form.field("title_en").input, "Foundations")
    panel.form.countries.set_value("Latvia")
    panel.store()
    settle(desk, qtbot)
    assert not office.ask(microcredentials.of_edition, edition).rows
    panel.form.countries.set_value("lv")
    screen.save()
    settle(desk, qtbot)
    (row,) = office.ask(microcredentials.of_edition, edition).rows
    assert row.profile.countries == ("LV",)
    assert {one.field for one in row.lacks} == {"participation", "quality"}
    panel.form.participation.set_value(Participation.WORK)
    panel.form.quality.set_value(QualityKind.PROGRAMME)
    panel.keep.click()
    settle(desk, qtbot)
    assert panel.chip.accessibleName() == "can be issued" and not panel.lacks.isVisible()
    assert not screen.dirty()


def it_is_measured(qtbot: QtBot, desk: Desk, screen: StandardScreen) -> None:
    """By its data, by its kind, and by a person."""
    screen.show_view(CONFORMITY)
    settle(desk, qtbot)
    meter = screen.conformity
    steps = {row.criterion: row.step for row in meter.table.rows()}
    assert steps[Criterion.SAYS_ASSESSMENT] is Conformity.FULL and steps[Criterion.LABOUR_MARKET] is None
    meter.kind.set_value(ProgrammeKind.COURSES)
    meter.kind.edited.emit()
    settle(desk, qtbot)
    assert {row.criterion: row.step for row in meter.table.rows()}[Criterion.LABOUR_MARKET] is Conformity.PARTLY
    meter.table.setCurrentIndex(meter.table.model().index(list(Criterion).index(Criterion.LABOUR_MARKET), 0))
    press(qtbot, meter.table, Qt.Key.Key_Return)
    judged(meter, desk, qtbot, Conformity.FULL, ("Nozares pasūtījums", "Ordered by the sector"))
    assert "Ordered by the sector" in meter.table.texts()[2][2]
    assert meter.counted.text().endswith("10 criteria)") or "of 10 criteria" in meter.counted.text()


def its_principles_are_answered(qtbot: QtBot, desk: Desk, office: Office, screen: StandardScreen, edition: int) -> None:
    """Line by line, and printed."""
    screen.show_view(PRINCIPLES)
    settle(desk, qtbot)
    press(qtbot, screen.principles.table, Qt.Key.Key_Down)
    screen.principles.answering.click()
    judged(screen.principles, desk, qtbot, PrincipleAnswer.YES, ("Akreditēta", "Accredited"))
    assert office.ask(programme_reviews.principles, edition).sheet.of(Principle.QUALITY).answer is PrincipleAnswer.YES
    for page in (screen.conformity, screen.principles):
        next(one for one in page.findChildren(QPushButton) if one.text() == "Print in Latvian").click()
        settle(desk, qtbot)
        page.findChildren(PaperPreview)[-1].close()


def its_kind_is_judged(qtbot: QtBot, desk: Desk) -> None:
    """The shipped values stand until the institution judges."""
    kinds = open_at(KindsScreen, desk, qtbot, Place("programme_kinds"))
    settle(desk, qtbot)
    kinds.kinds.button(ProgrammeKind.NON_FORMAL).click()
    assert "study of 2022" in kinds.origin.text() and kinds.table.texts()[7][1] == "not judged"
    kinds.table.setCurrentIndex(kinds.table.model().index(7, 0))
    kinds.judging.click()
    judged(kinds, desk, qtbot, Conformity.NOT, ("Līmeni nenorāda", "The level is not stated"))
    assert kinds.table.texts()[7][1] == "does not conform" and kinds.back.isVisible()


def test_a_microcredential_is_chosen_on_the_case_and_issued_for_many(
    qtbot: QtBot, desk: Desk, paper_house: House
) -> None:
    office, facts = paper_house.office, paper_house.facts
    desk.jobs.troubled.connect(desk.problems.show)
    from tests.services.test_microcredentials import WHOLE

    office.do(microcredentials.store, facts.edition, WHOLE)
    table = hearings.decided(paper_house, facts.met, facts.also_met)
    for case in table.cases:
        hearings.register(office, case)
    first, second = table.cases
    panel = it_is_chosen_on_the_case(qtbot, desk, office, first)
    again = it_is_issued_for_many(qtbot, desk, office, (first, second, facts.none_met), panel)
    what_was_annulled_is_listed(qtbot, desk, office, again, panel)


def it_is_chosen_on_the_case(qtbot: QtBot, desk: Desk, office: Office, first: int) -> CertificatePanel:
    """The dialog asks for what the chosen paper needs; then it is printed with its annex and its meter."""
    panel = CertificatePanel(desk, first)
    qtbot.addWidget(panel)
    panel.show()
    panel.refresh(office.ask(cases.card, first))
    settle(desk, qtbot)
    panel.issue()
    settle(desk, qtbot)
    issue = panel.findChildren(IssueDialog)[-1]
    assert issue.kind.value() is CertificateKind.RECOGNITION_STATEMENT and not issue.form.field("profile").isVisible()
    issue.kind.set_value(CertificateKind.MICROCREDENTIAL)
    issue.kind.edited.emit()
    assert issue.form.field("profile").isVisible() and not issue.form.field("languages").isVisible()
    assert not issue.why.isVisible()
    issue.deed.click()
    settle(desk, qtbot)
    panel.refresh(office.ask(cases.card, first))
    settle(desk, qtbot)
    held = panel.held
    assert held is not None and held.kind is CertificateKind.MICROCREDENTIAL
    assert panel.prints["lv"].text() == "Print" and not panel.prints["en"].isVisible()
    for button in (panel.prints["lv"], panel.annex, panel.meter):
        button.click()
        settle(desk, qtbot)
        panel.findChildren(PaperPreview)[-1].close()
    shelf = PapersTab(desk, first)
    qtbot.addWidget(shelf)
    shelf.refresh(office.ask(cases.card, first))
    settle(desk, qtbot)
    shown = {shelf.buttons["certificate", code] for code in ("lv", "en")}
    assert [button.accessibleName() for button in shown] == [f"Microcredential {held.number} LV/EN"], "one paper, once"
    return panel


def it_is_issued_for_many(
    qtbot: QtBot, desk: Desk, office: Office, chosen: tuple[int, int, int], panel: CertificatePanel
) -> CertificateCard:
    """A line says what it gets or why not, and how it went."""
    first, second, refused = chosen
    many = IssueManyDialog(desk, chosen, panel)
    many.open()
    settle(desk, qtbot)
    states = {line.case_id: text[2] for line, text in zip(many.table.rows(), many.table.texts(), strict=True)}
    assert states[second] == "can be issued" and states[first] != "can be issued" != states[refused]
    many.kind.set_value(CertificateKind.MICROCREDENTIAL)
    many.kind.edited.emit()
    with qtbot.waitSignal(many.issued) as told:
        many.deed.click()
    settle(desk, qtbot)
    assert told.args == [1]
    again = office.ask(certificates.of_case, second)
    assert again is not None and again.kind is CertificateKind.MICROCREDENTIAL
    assert many.table.texts()[1][2] == "issued" and not many.deed.isEnabled()
    many.reject()
    return again


def what_was_annulled_is_listed(
    qtbot: QtBot, desk: Desk, office: Office, again: CertificateCard, panel: CertificatePanel
) -> None:
    """By its number and day, and printed."""
    office.do(certificates.annul, again.id, again.version, "kļūda nosaukumā")
    lost = LostDialog(desk, panel)
    lost.open()
    settle(desk, qtbot)
    assert lost.table.texts()[0][:3] == [again.number, ENGLISH.date(again.issued_on), "annulled"]
    next(one for one in lost.findChildren(QPushButton) if one.text() == "Print in English").click()
    settle(desk, qtbot)
    lost.findChildren(PaperPreview)[-1].close()
    lost.reject()
