"""The form of one evidence item: what it is, who issued it and when, and what its kind asks besides."""

from dataclasses import fields
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFrame, QScrollArea, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.rules.vocabulary.evidence import EvidenceKind, Translation
from commission_app.services import attempts, evidence, file_contents
from commission_app.services.evidence import EvidenceForm, FileLine, ItemLine, NewFile
from commission_app.ui.cases.tabs.evidence_details_form import DetailsForm
from commission_app.ui.cases.tabs.portfolio_draft import DialogDraft
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.wording.sentences import sentence

LETTERS, LINES, MARGIN = 88, 34, 90
"""How wide and high the form grows before it is scrolled, and what the screen keeps for itself."""


EMPTY = EvidenceForm(EvidenceKind.OTHER, "")


def form_fields(form: EvidenceForm) -> dict[str, object]:
    """What the form asks of every kind, by the names of its fields."""
    return {field.name: getattr(form, field.name) for field in fields(form) if field.name != "details"}


class ItemDialog(FormDialog):
    """A new item without a file (a testimony, a paper seen), or a correction of one that is there."""

    DRAFT = "evidence"

    def __init__(self, desk: Desk, case_id: int, item: ItemLine | None, parent: QWidget | None = None) -> None:
        say = desk.language.say
        title = say("Evidence P{position}", position=item.position) if item else say("New evidence")
        super().__init__(desk, title, say("Save"), parent)
        self._case_id = case_id
        self._item = item
        self.restored, self.advice = Banner(desk.language, self), Banner(desk.language, self)
        self._ask()
        self.details = DetailsForm(desk, case_id, self)
        self.kind.on_edit(self._turned)
        self._scroll()
        if item is not None:
            self.form.load(form_fields(item.form))
        self._turned()
        if item is not None:
            self.details.load(item.form.details)
            asked = desk.jobs.ask(self, file_contents.credential_remarks, item.id)
            asked.then(self._advise)
        desk.jobs.ask(self, evidence.subjects).then(self._offer_subjects)
        self._begin_draft()

    def reject(self) -> None:
        """Escape loses nothing: what was typed is kept as a draft and shown again."""
        self.form.keep_typed()
        self.details.keep_typed()
        super().reject()

    def begin_anew(self) -> None:
        """The draft is given up: what the office knows is shown, or an empty form."""
        self.draft.drop()
        self.restored.hide()
        form = self._item.form if self._item is not None else EMPTY
        self.form.load(form_fields(form))
        self.details.clear()
        self._turned()
        self.details.load(form.details)

    def form_value(self) -> EvidenceForm:
        """What the form says."""
        return EvidenceForm(
            cast(EvidenceKind, self.kind.value()),
            self.title_input.value(),
            self.issuer.value(),
            self.issued.value(),
            self.spoken.value(),
            self.note.value(),
            self.subject.value(),
            cast(Translation, self.translation.value()),
            self.translator.value(),
            self.details.value(),
        )

    def submit(self) -> None:
        """Stores the item."""
        if not self.details.check():
            return
        jobs, form = self.desk.jobs, self.form_value()
        if self._item is None:
            self.act(jobs.do(self, evidence.attach, self._case_id, form))
        else:
            self.act(jobs.do(self, evidence.edit, self._item.id, self._item.version, form))

    def show_trouble(self, text: str, what: Refusal | None, again: object) -> bool:
        """Shows a refusal at the field it names, among the details too."""
        return self.details.show_trouble(text, what) or super().show_trouble(text, what, None)

    def _begin_draft(self) -> None:
        item = self._item
        subject = str(item.uid) if item is not None else f"case {self._case_id}"
        seen = item.version if item is not None else 0
        self.draft = DialogDraft(self.desk.jobs, self, self.DRAFT, subject, seen)
        self.draft.follow("form", self.form)
        self.details.keep_drafts(self.draft)
        self.stored.connect(lambda _: self.draft.drop())
        self.draft.begin(self._found_draft)

    def _found_draft(self) -> None:
        self._turned()
        say = self.language.say
        text = say("What was begun here and not stored is shown again.")
        self.restored.say(text, "info", say("Begin anew"), self.begin_anew)
        self.fit()

    def _advise(self, remarks: tuple[Refusal, ...]) -> None:
        if remarks:
            self.advice.say("\n".join(sentence(self.language, one) for one in remarks), "warn")
            self.fit()

    def _ask(self) -> None:
        say, form = self.language.say, self.form
        kinds = Choice(self, searchable=True).offer_words(self.language, EvidenceKind)
        self.kind = form.add("kind", say("Kind"), kinds, required=True)
        self.title_input = form.add("title", say("Title"), TextInput(self), required=True)
        self.issuer = form.add("issuer", say("Issued by"), TextInput(self))
        self.issued = form.add("issued_on", say("Issued on"), DateEdit(self.language, self), beside=True)
        self.subject = form.add(
            "subject",
            say("Course, occupation or training it is about"),
            TextInput(self),
            help_text=say("Written alike each time, so that earlier decisions about the same are found."),
        )
        self.spoken = form.add(
            "language", say("Language of the document"), TextInput(self, placeholder=say("lv, en, uk …"))
        )
        words = Choice(self).offer_words(self.language, Translation)
        self.translation = form.add("translation", say("Translation"), words, beside=True)
        self.translator = form.add("translator", say("Translator"), TextInput(self), beside=True)
        self.note = form.add("note", say("Note"), LongTextInput(self, lines=3))

    def _scroll(self) -> None:
        """A long form is scrolled; the buttons stay in sight."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(4 * STEP)
        for part in (self.restored, self.advice, self.form, self.details):
            column.addWidget(part)
        column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.column.insertWidget(1, self.area, 1)
        self.setMinimumWidth(
            min(self.fontMetrics().averageCharWidth() * LETTERS, self.screen().size().width() - MARGIN)
        )

    def _turned(self) -> None:
        self.details.turn_to(cast(EvidenceKind, self.kind.value()))
        inside = self.area.widget()
        wanted = inside.sizeHint().height() if inside is not None else 0
        most = min(self.fontMetrics().lineSpacing() * LINES, self.screen().size().height() - 3 * MARGIN)
        self.area.setMinimumHeight(min(wanted + STEP, most))
        self.fit()

    def _offer_subjects(self, known: tuple[str, ...]) -> None:
        finder = QCompleter(list(known), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.subject.setCompleter(finder)


class ReplaceDialog(ItemDialog):
    """A newer item takes the place of an older one, with the files it brings; the older is kept."""

    DRAFT = "evidence_replaced"

    def __init__(
        self, desk: Desk, case_id: int, item: ItemLine, files: tuple[NewFile, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, case_id, item, parent)
        say = desk.language.say
        self._old, self._files = item, files
        self.setWindowTitle(say("Newer evidence in place of P{position}", position=item.position))
        self.deed.setText(say("Replace"))
        self.carry = self.form.add("carry", "", TickInput(say("The links to learning outcomes go over"), self))
        self.carry.set_value(True)
        self.form.mark_clean()
        self._turned()

    def submit(self) -> None:
        """Stores the newer item."""
        if self.details.check():
            act, old = self.desk.jobs.do, self._old
            form, carry = self.form_value(), self.carry.value()
            self.act(act(self, attempts.replace, old.id, old.version, form, self._files, carry_links=carry))


class TakeOutDialog(FormDialog):
    """An item, or one file of it, is taken out: the reason is asked, the history keeps both."""

    def __init__(self, desk: Desk, item: ItemLine, file: FileLine | None = None, parent: QWidget | None = None) -> None:
        say = desk.language.say
        title = file.name if file is not None else item.form.title
        super().__init__(desk, say("Take out “{title}”", title=title), say("Take out"), parent)
        self._item, self._file = item, file
        self.reason = self.form.add(
            "reason",
            say("Reason"),
            LongTextInput(self, lines=2),
            required=True,
            help_text=say("The history keeps that it was there."),
        )

    def submit(self) -> None:
        """Takes it out."""
        jobs, item, reason = self.desk.jobs, self._item, self.reason.value()
        if self._file is not None:
            self.act(jobs.do(self, attempts.take_out_file, self._file.id, reason))
        else:
            self.act(jobs.do(self, attempts.take_back, item.id, item.version, reason))
