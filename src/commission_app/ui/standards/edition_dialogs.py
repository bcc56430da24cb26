"""The small windows of an edition's life: begun, followed by a new one, approved, sent back, ended."""

from datetime import date

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.services import standard_life
from commission_app.services.standard_forms import HeadForm
from commission_app.services.standards import EditionCard
from commission_app.ui.desk import Desk
from commission_app.ui.standards import node_forms
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


class BeginDialog(FormDialog):
    """A new standard: what it must have; everything else is written on its page. `stored` brings its edition."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("New standard"), say("Begin the standard"), parent)
        entry = node_forms.head_form(desk.language, self, brief=True)
        self.column.replaceWidget(self.form, entry)
        self.form.deleteLater()
        self.form = entry
        self.form.submitted.connect(self._submit)
        entry.load({"label": str(today().year), "valid_from": today()})

    def submit(self) -> None:
        """A draft begins in the library."""
        entry = self.form
        assert isinstance(entry, node_forms.NodeEntry)
        form = entry.entered()
        assert isinstance(form, HeadForm)
        self.act(self.desk.jobs.do(self, standard_life.begin, form))


class NewEditionDialog(FormDialog):
    """A new edition of a standard: its name and its first day. `stored` brings its key."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("New edition after {label}", label=held.row.label), say("Begin the draft"), parent)
        self._held = held
        told = say(
            "Everything is copied into a draft; the cases of edition {label} stay with it.", label=held.row.label
        )
        self.label = self.form.add("label", say("Edition"), TextInput(), required=True, help_text=told)
        self.since = self.form.add("valid_from", say("In force from"), DateEdit(desk.language), required=True)
        day = max(today(), held.row.valid_from.replace(day=1, month=1))
        self.label.set_value(str(_year_after(held, day)))
        self.since.set_value(day if day > held.row.valid_from else None)

    def submit(self) -> None:
        """The draft begins."""
        day = self.since.value()
        assert day is not None
        self.act(self.desk.jobs.do(self, standard_life.new_edition, self._held.row.id, self.label.value(), day))


class ApproveDialog(FormDialog):
    """The document that approves the edition; it may be left out."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Approve edition {label}", label=held.row.label), say("Approve"), parent)
        self._held = held
        told = say("Cases may be opened against it from now on; its content can no longer change.")
        self.reason = self.form.add("reason", say("Approved by (document, date, number)"), TextInput(), help_text=told)

    def submit(self) -> None:
        """The edition is approved."""
        row = self._held.row
        self.act(self.desk.jobs.do(self, standard_life.approve, row.id, row.version, self.reason.value()))


class SendBackDialog(FormDialog):
    """What is to be changed."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Back to draft"), say("Return to draft"), parent)
        self._held = held
        self.note = self.form.add("note", say("What is to be changed"), LongTextInput(lines=4), required=True)

    def submit(self) -> None:
        """The edition becomes a draft again."""
        row = self._held.row
        self.act(self.desk.jobs.do(self, standard_life.send_back, row.id, row.version, self.note.value()))


class EndDialog(FormDialog):
    """Until when applications are taken, and until when the edition is in force; both may stay open."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("End of edition {label}", label=held.row.label), say("Store"), parent)
        self._held = held
        told = say("Cases that rest on the edition go on.")
        self.last = self.form.add("last", say("Applications accepted until"), DateEdit(desk.language), help_text=told)
        self.until = self.form.add("until", say("In force until"), DateEdit(desk.language))
        self.form.load({"last": held.head.last_applications_on, "until": held.valid_until})

    def submit(self) -> None:
        """Both days are stored."""
        row, last, until = self._held.row, self.last.value(), self.until.value()
        self.act(self.desk.jobs.do(self, standard_life.settle_end, row.id, row.version, last, until))


class RetireDialog(FormDialog):
    """The last day and the reason; its cases stay, no new one is opened."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Retire edition {label}", label=held.row.label), say("Retire"), parent)
        self._held = held
        told = say("Cases that rest on the edition go on; no new case is opened against it.")
        self.until = self.form.add(
            "until", say("In force until"), DateEdit(desk.language), required=True, help_text=told
        )
        self.reason = self.form.add("reason", say("Reason"), TextInput())
        self.until.set_value(held.valid_until or today())

    def submit(self) -> None:
        """The edition is retired."""
        day, row = self.until.value(), self._held.row
        assert day is not None
        self.act(self.desk.jobs.do(self, standard_life.retire, row.id, row.version, day, self.reason.value()))


def _year_after(held: EditionCard, day: date) -> str:
    """The year, or with a number behind it where an edition bears the year already."""
    taken, label, n = {step.label for step in held.line}, str(day.year), 1
    while label in taken:
        n += 1
        label = f"{day.year}-{n}"
    return label
