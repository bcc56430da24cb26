"""How a book writes its numbers in a year: the pattern, and whether the program gives them."""

from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.rules.vocabulary.register import NumberMode
from commission_app.services import registers
from commission_app.services.series_lines import SeriesLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.words import word


class SeriesDialog(FormDialog):
    """Settled before the year has its first number; afterwards the reason stands instead of the button."""

    def __init__(self, desk: Desk, held: SeriesLine, parent: QWidget) -> None:
        language = desk.language
        say = language.say
        title = say("Numbers of {book}, {year}", book=word(language, held.book), year=held.year)
        super().__init__(desk, title, say("Save"), parent)
        self._held = held
        self.mode = self.form.add("mode", say("Numbers are"), Choice(self), required=True)
        self.mode.offer_words(language, NumberMode)
        self.mode.set_value(held.mode)
        self.pattern = self.form.add(
            "pattern",
            say("Pattern"),
            TextInput(self),
            required=True,
            help_text=say("{year} stands for the year, {n} for the number, {n:03} for a number of three figures."),
        )
        self.pattern.set_value(held.pattern)
        if held.next_number:
            following = QLabel(say("The next number is {number}.", number=held.next_number), self)
            following.setProperty("role", "soft")
            self.form.place(following)

    def submit(self) -> None:
        """Settles the pattern."""
        mode = cast("NumberMode", self.mode.value())
        held = self._held
        self.act(self.desk.jobs.do(self, registers.settle_series, held.book, held.year, self.pattern.value(), mode))
