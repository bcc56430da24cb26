"""The text of the minutes as the minute taker words it: the sitting as a whole, and each item of its agenda."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from commission_app.rules.minutes_record import Edits, NameForm, speech_lines, speeches_of
from commission_app.services import minutes_versions
from commission_app.services.minutes_versions import ItemText, MinutesCard
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.confirm import confirm_loss
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.ticks import Ticks


class MinutesEditDialog(FormDialog):
    """What is left empty stands as it was taken down at the sitting; saving makes a new version."""

    def __init__(self, desk: Desk, held: MinutesCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Text of the minutes"), say("Save as a new version"), parent)
        self._held, self._edits = held, held.edits
        self._shown: ItemText | None = None
        self.names: dict[str, TextInput] = {}
        self.texts = Form(desk.language, self)
        self.texts.submitted.connect(self._submit)
        self._add_sitting()
        self._add_item()
        self.tabs = QTabWidget(self)
        self.tabs.addTab(_scrolled(self.texts, self), say("Items of the agenda"))
        self.column.removeWidget(self.form)
        self.tabs.addTab(_scrolled(self.form, self), say("The sitting as a whole"))
        self.column.insertWidget(1, self.tabs, 1)
        letters, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumWidth(0)
        room = self.screen().availableSize()
        self.resize(min(letters * 96, room.width()), min(line * 34, room.height() * 9 // 10))
        if held.items:
            self._show(held.items[0])
        else:
            self.tabs.setTabVisible(0, False)

    def submit(self) -> None:
        """Keeps what was written as a new version."""
        self._take()
        annexes = tuple(self.annexes.value().splitlines())
        forms = tuple(NameForm(name, field.value()) for name, field in self.names.items())
        edits = replace(
            self._edits,
            opening=self.opening.value(),
            annexes=annexes,
            also_sign=self.also.value(),
            forms=forms,
        )
        held = self._held
        promise = self.desk.jobs.do(
            self, minutes_versions.edit, held.sitting_id, held.version, edits, self.remark.value()
        )
        self.act(promise, self.texts.mark_clean)

    def reject(self) -> None:
        """Leaves; asks where something would be lost."""
        if not self.changed() or confirm_loss(self, self.language):
            super().reject()

    def changed(self) -> bool:
        """Whether anything was written."""
        return self.form.dirty() or self._words() != self._held.edits

    def _add_sitting(self) -> None:
        say, held = self.language.say, self._held
        self.opening = self.form.add("opening", say("Opening words"), LongTextInput(self, lines=3))
        self.annexes = self.form.add(
            "annexes", say("Annexes"), LongTextInput(self, lines=3), help_text=say("One annex a line.")
        )
        self.also = self.form.add("also_sign", say("Also signed by"), Ticks(self))
        self.also.offer((name, name) for name in held.could_sign)
        self.form.field("also_sign").setVisible(bool(held.could_sign))
        for form in held.forms:
            label = say("{name} in the genitive (… instead of)", name=form.name)
            self.names[form.name] = self.form.add(f"form_{form.name}", label, TextInput(self))
            self.names[form.name].set_value(form.genitive)
        self.remark = self.form.add("remark", say("Remark on this version"), TextInput(self))
        self.opening.set_value(held.edits.opening)
        self.annexes.set_value("\n".join(held.edits.annexes))
        self.also.set_value(held.edits.also_sign)
        self.form.mark_clean()

    def _add_item(self) -> None:
        say = self.language.say
        self.item = self.texts.add("item", say("Item"), Choice(self))
        self.item.offer((one.uid, f"{one.position}. {one.about}") for one in self._held.items)
        self.presenter = self.texts.add("presenter", say("Presented by"), TextInput(self))
        self.heard = self.texts.add("heard", say("Considered"), LongTextInput(self, lines=3))
        self.spoken = self.texts.add(
            "spoken",
            say("Speeches"),
            LongTextInput(self, lines=5),
            help_text=say("One speech a line: who spoke, a colon, what was said."),
        )
        self.added = self.texts.add(
            "added",
            say("What else was decided"),
            LongTextInput(self, lines=3),
            help_text=say("Stands below the decision, which itself is worded in the case."),
        )
        self.item.currentIndexChanged.connect(lambda _: self._turn())

    def _turn(self) -> None:
        self._take()
        wanted = self.item.value()
        found = next((one for one in self._held.items if one.uid == wanted), None)
        if found is not None:
            self._show(found)

    def _show(self, item: ItemText) -> None:
        words = self._edits.of(item.uid)
        self._shown = item
        self.presenter.set_value(words.presenter or item.presenter)
        self.heard.set_value(words.heard)
        self.heard.setPlaceholderText(item.heard_proposed)
        self.spoken.set_value(speech_lines(item.spoken if words.spoken is None else words.spoken))
        self.added.set_value(words.added)
        self.texts.mark_clean()

    def _take(self) -> None:
        """What was written on the item in sight stays while another is looked at."""
        self._edits = self._words()

    def _words(self) -> Edits:
        item = self._shown
        if item is None:
            return self._edits
        words = self._edits.of(item.uid)
        spoken = speeches_of(self.spoken.value())
        as_shown = item.spoken if words.spoken is None else words.spoken
        typed = self.presenter.value()
        now = replace(
            words,
            presenter=words.presenter if typed == (words.presenter or item.presenter) else typed,
            heard=self.heard.value(),
            added=self.added.value(),
            spoken=words.spoken if spoken == as_shown else spoken,
        )
        return self._edits if now == words else self._edits.rewritten(now)


def _scrolled(form: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    form.setContentsMargins(2 * STEP, 3 * STEP, 4 * STEP, 2 * STEP)
    area.setWidget(form)
    return area
