"""Certificates for those who passed an exam, in one go: each with the series and number of its state form."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from commission_app.errors import TroubleError
from commission_app.i18n import ENGLISH, LATVIAN, today
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.services import certificates, exam_lists
from commission_app.services.exam_cards import ExamCard
from commission_app.services.exam_lists import PassedLine, ToCertify
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.words import word


class CertifyDialog(FormDialog):
    """One line a person; a line left empty waits, a line refused says why and can be tried again."""

    def __init__(self, desk: Desk, held: ExamCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Certificates for those who passed"), say("Issue the certificates"), parent)
        self._held = held
        self.lines: dict[int, tuple[PassedLine, TextInput, TextInput, TextInput, QLabel]] = {}
        self.kinds: dict[int, Choice] = {}
        self._waiting = 0
        self._typed = False
        self.day = self.form.add("issued_on", say("Day of issue"), DateEdit(desk.language), required=True)
        self.languages = self.form.add("languages", say("Language of the certificate"), Choice(), beside=True)
        both = (LATVIAN, ENGLISH)
        self.languages.offer(
            (((LATVIAN,), say("in Latvian")), (both, say("in Latvian and English")), ((ENGLISH,), say("in English")))
        )
        self.languages.setCurrentIndex(0)
        self.day.set_value(today())
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * STEP)
        inside = QWidget(self)
        inside.setLayout(self._grid)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(10 * (self.fontMetrics().height() + 10))
        self.form.place(area)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 96)
        desk.jobs.ask(self, exam_lists.to_certify, held.id).then(self._offer)

    def submit(self) -> None:
        """Issues a certificate for every line that is filled in and has none yet."""
        chosen = self.languages.value()
        languages = chosen if isinstance(chosen, tuple) else (LATVIAN,)
        filled = [one for one in self.lines.values() if one[1].isEnabled() and (one[1].value() or one[2].value())]
        for line, series, number, typed, said in filled:
            self._waiting += 1
            said.setText("")
            promise = self.desk.jobs.do(
                self,
                certificates.issue,
                line.case_id,
                line.case_version,
                self.day.value(),
                series.value(),
                number.value(),
                typed.value() or None,
                languages,
                whole=self._whole(line.case_id),
            )
            promise.then(partial(self._issued, line.case_id)).failed(partial(self._refused, line.case_id))
        self.deed.setEnabled(not self._waiting)

    def _whole(self, key: int) -> bool:
        """Whether the whole qualification is certified, where this part completes it."""
        chosen = self.kinds.get(key)
        return chosen is not None and chosen.value() is CertificateKind.QUALIFICATION

    def _issued(self, key: int, _certificate: int) -> None:
        _, series, number, typed, said = self.lines[key]
        for field in (series, number, typed):
            field.setEnabled(False)
        said.setText(word(self.language, CertificateState.ISSUED))
        self._landed()

    def _refused(self, key: int, trouble: Exception) -> None:
        if isinstance(trouble, TroubleError):
            self.lines[key][4].setText(self.desk.problems.text(trouble))
        else:
            self.desk.problems.show(self, trouble)
        self._landed()

    def _landed(self) -> None:
        """Closes once every line has its certificate."""
        self._waiting -= 1
        self.deed.setEnabled(not self._waiting)
        if not self._waiting and all(not one[1].isEnabled() for one in self.lines.values()):
            self.stored.emit(None)
            self.accept()

    def _offer(self, asked: ToCertify) -> None:
        say = self.language.say
        heads = (
            say("Examinee"),
            say("Series of the state form"),
            say("Number of the state form"),
            say("Number in the register"),
            "",
        )
        for column, head in enumerate(heads):
            label = QLabel(head)
            label.setProperty("role", "label")
            label.setVisible(column != 3 or asked.number_typed)
            self._grid.addWidget(label, 0, column)
        for row, line in enumerate(asked.lines, 1):
            self._line(row, line, asked.number_typed)
        self._grid.setColumnStretch(4, 1)
        self._grid.setRowStretch(len(asked.lines) + 1, 1)
        self.fit()
        first = next((one[1] for one in self.lines.values() if one[1].isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _line(self, row: int, line: PassedLine, number_typed: bool) -> None:
        say = self.language.say
        series, number, typed = TextInput(capitals=True), TextInput(), TextInput()
        said = QLabel(say("issued: {number}", number=line.certificate) if line.certificate else "")
        said.setWordWrap(True)
        said.setProperty("role", "small")
        series.setAccessibleName(say("Series of the state form, {name}", name=line.name))
        number.setAccessibleName(say("Number of the state form, {name}", name=line.name))
        typed.setVisible(number_typed)
        for at, widget in enumerate((QLabel(f"{line.name}\n{line.case_number}"), series, number, typed, said)):
            self._grid.addWidget(widget, row, at)
            if at in (1, 2, 3):
                widget.setEnabled(not line.certificate)
        if line.whole_too and not line.certificate:
            both = (CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART)
            self.kinds[line.case_id] = Choice().offer_words(self.language, both)
            self.kinds[line.case_id].setAccessibleName(say("What is certified, {name}", name=line.name))
            self._grid.addWidget(self.kinds[line.case_id], row, 5)
        if not number_typed:
            typed.hide()
        self.lines[line.case_id] = (line, series, number, typed, said)
