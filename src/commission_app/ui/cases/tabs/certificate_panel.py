"""The certificate of a case: issued with its numbers, printed, handed over, annulled with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import LATVIAN, Language
from commission_app.rules.vocabulary.case import CaseAct
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.services import certificates, papers, programme_papers
from commission_app.services.cases import CaseCard
from commission_app.services.certificate_cards import CertificateCard
from commission_app.ui.cases.twins_act import twins_act
from commission_app.ui.desk import Desk
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.paper_buttons import print_buttons
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class CertificatePanel(QFrame):
    """One card; its acts are those that the case and the certificate allow now."""

    happened = Signal(object)

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self._language = desk.language
        self._case_id = case_id
        self._case: CaseCard | None = None
        self.held: CertificateCard | None = None
        self._title = QLabel(desk.language.say("Certificate"), self)
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self.chip = Chip(parent=self)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.facts.setProperty("role", "soft")
        self.acts = ActButton(desk.language, self)
        self.prints = print_buttons(self, self._language, self._print)
        self.annex = QPushButton(desk.language.say("Annex …"), self)
        self.annex.setToolTip(desk.language.say("Units and learning outcomes in Latvian and English"))
        self.annex.clicked.connect(lambda _: self._print_annex())
        self.meter = QPushButton(desk.language.say("Conformity …"), self)
        self.meter.setToolTip(desk.language.say("How far this certificate conforms to the microcredential"))
        self.meter.clicked.connect(lambda _: self._print_meter())
        self._build()

    def refresh(self, case: CaseCard) -> None:
        """Asks for the certificate of the case."""
        self._case = case
        self._desk.jobs.ask(self, certificates.of_case, self._case_id).then(self._show)

    def issue(self) -> None:
        """Asks what is needed, then issues the certificate."""
        from commission_app.ui.cases.tabs.certificate_dialogs import IssueDialog

        if self._case is not None:
            dialog = IssueDialog(self._desk, self._case.id, self._case.version, self)
            dialog.stored.connect(lambda _: self._tell(self._language.say("The certificate is issued.")))
            dialog.open()

    def _show(self, held: CertificateCard | None) -> None:
        self.held = held
        say = self._language.say
        for code, button in self.prints.items():
            button.setVisible(held is not None and code in held.languages)
        both_in_one = held is not None and held.kind is CertificateKind.MICROCREDENTIAL
        self.prints["lv"].setText(say("Print") if both_in_one else say("Print in Latvian"))
        self.annex.setVisible(held is not None)
        self.meter.setVisible(held is not None)
        self.chip.setVisible(held is not None)
        if held is None:
            self._title.setText(say("Certificate"))
            self.facts.setText(say("No certificate has been issued."))
        else:
            good = held.state is CertificateState.ISSUED
            self._title.setText(say("Certificate No. {number}", number=held.number))
            tone = "warn" if held.rests_on is not None else "good" if good else "bad"
            self.chip.show_state(word(self._language, held.state), tone)
            self.facts.setText("\n".join(certificate_lines(self._language, held)))
        self.acts.show_acts(self._offered(held))

    def _offered(self, held: CertificateCard | None) -> list[Offered]:
        say = self._language.say
        offered = []
        issuing = (
            next((act for act in self._case.acts if act.act is CaseAct.ISSUE_CERTIFICATE), None) if self._case else None
        )
        if issuing is not None and (held is None or issuing.lawful):
            offered.append(Offered(say("Issue the certificate …"), issuing.refusals, self.issue, "certificate"))
        if held is not None:
            # What rests on a repealed decision is annulled next, not handed over.
            lost = held.rests_on is not None
            handing = Offered(say("Hand over …"), held.against_handing, lambda: self._hand_over(held), aside=lost)
            offered.append(handing)
            offered.append(Offered(say("Annul …"), held.against_annulling, lambda: self._annul(held)))
            offered.append(twins_act(self._desk, held, self))
            if held.on_form:
                printing = say("Print on the state form …")
                offered.append(Offered(printing, held.over, lambda: self._print_on_form(held), "print", aside=True))
            again = say("Lost: duplicate …")
            offered.append(Offered(again, held.against_duplicate, lambda: self._duplicate(held), aside=True))
        return offered

    def _hand_over(self, held: CertificateCard) -> None:
        from commission_app.ui.cases.tabs.certificate_dialogs import HandOverDialog

        dialog = HandOverDialog(self._desk, held, self)
        dialog.stored.connect(lambda _: self._tell(self._language.say("The certificate is handed over.")))
        dialog.open()

    def _annul(self, held: CertificateCard) -> None:
        from commission_app.ui.cases.tabs.certificate_dialogs import AnnulDialog

        dialog = AnnulDialog(self._desk, held, self)
        dialog.stored.connect(lambda _: self._tell(self._language.say("The certificate is annulled.")))
        dialog.open()

    def _print_on_form(self, held: CertificateCard) -> None:
        from commission_app.ui.widgets.blanks_print_dialog import FormPrintDialog

        FormPrintDialog(self._desk, held.id, self).open()

    def _duplicate(self, held: CertificateCard) -> None:
        from commission_app.ui.cases.tabs.duplicate_dialog import DuplicateDialog

        dialog = DuplicateDialog(self._desk, held.id, self)
        dialog.stored.connect(lambda made: self._tell(dialog.told(made)))
        dialog.open()

    def _print(self, language: Language) -> None:
        held = self.held
        if held is None:
            return
        title, name = held.number, papers.file_name(held.number)

        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            show_paper(self, self._desk, title, data, name)

        self._desk.jobs.ask(self, papers.certificate, held.id, language).then(show)

    def _print_annex(self) -> None:
        """The units with their learning outcomes, in both languages."""
        held = self.held
        if held is None:
            return
        title = self._language.say("Annex to {number}", number=held.number)
        asked = self._desk.jobs.ask(self, papers.certificate_annex, held.id, LATVIAN)
        asked.then(lambda data: self._show_paper(title, data))

    def _print_meter(self) -> None:
        """How far this certificate conforms to the microcredential."""
        held = self.held
        if held is None:
            return
        title = self._language.say("Conformity of {number}", number=held.number)
        asked = self._desk.jobs.ask(self, programme_papers.issue, held.id, self._language)
        asked.then(lambda data: self._show_paper(title, data))

    def _show_paper(self, title: str, data: bytes) -> None:
        from commission_app.ui.widgets.paper_preview import show_paper

        show_paper(self, self._desk, title, data, papers.file_name(title))

    def _tell(self, text: str) -> None:
        self.happened.emit(News(text))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        head.addWidget(self._title)
        head.addWidget(self.chip)
        head.addStretch(1)
        buttons = QHBoxLayout()
        for button in (*self.prints.values(), self.annex, self.meter):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addLayout(buttons)


def certificate_lines(language: Language, held: CertificateCard) -> list[str]:
    """What a certificate is, in lines."""
    lines = [word(language, held.kind).capitalize()]
    if held.form_number:
        lines.append(language.say("State form {series} {number}", series=held.form_series, number=held.form_number))
    lines.append(language.say("Issued on {day}", day=language.date(held.issued_on)))
    if held.duplicate_of:
        lines.append(language.say("Duplicate of No. {number}", number=held.duplicate_of))
    if held.handed_on is not None:
        lines.append(language.say("Handed over on {day}", day=language.date(held.handed_on)))
    if held.duplicate_asked_on is not None:
        lines.append(language.say("Duplicate asked for on {day}", day=language.date(held.duplicate_asked_on)))
    if held.state_reason:
        lines.append(language.say("Reason: {reason}", reason=held.state_reason))
    if held.rests_on is not None:
        lines.append(sentence(language, held.rests_on))
    return lines
