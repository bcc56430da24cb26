"""What is judged by a person: a table of criteria or principles, and the small window in which one is judged."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import Language, capital, marked
from commission_app.rules.conformity import Measured, Meter
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Conformity
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.conformity import explained, total_text
from commission_app.wording.words import word

TONES = {
    Conformity.FULL: "good",
    Conformity.NEARLY: "info",
    Conformity.PARTLY: "warn",
    Conformity.RARELY: "warn",
    Conformity.NOT: "bad",
}
_SHORT = {
    Conformity.FULL: marked("conforms fully"),
    Conformity.NEARLY: marked("nearly conforms"),
    Conformity.PARTLY: marked("conforms in part"),
    Conformity.RARELY: marked("conforms in some cases only"),
    Conformity.NOT: marked("does not conform"),
}
Keep = Callable[[StrEnum | None, Said], Promise[None]]


class MeterTable(RowsTable):
    """The criteria with their steps and grounds; Enter judges one."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        say = language.say
        columns: Sequence[Column[Measured]] = (
            Column("criterion", say("Criterion"), lambda row: capital(word(language, row.criterion)), width_hint=34),
            Column("step", say("Conformity"), lambda row: step_state(language, row.step), width_hint=30),
            Column(
                "why",
                say("Ground of the judgement"),
                lambda row: explained(language, row),
                width_hint=30,
                stretch=True,
                tooltip=lambda row: explained(language, row),
            ),
        )
        super().__init__(columns, parent)


def step_state(language: Language, step: Conformity | None) -> State:
    """A step as colour, icon and word."""
    return State(short(language, step), TONES[step]) if step else State(language.say("not judged"), "neutral")


def short(language: Language, step: Conformity) -> str:
    """A step in few words, for a cell or a chip; the whole wording stands in the dialog and on paper."""
    return language.say_of("step", _SHORT[step])


def show_total(language: Language, chip: Chip, counted: QLabel, meter: Meter) -> None:
    """The total of a meter: the word in its colour, and below it what it was counted from."""
    step = meter.total
    chip.show_state(short(language, step) if step else language.say("not judged"), TONES[step] if step else "neutral")
    counted.setText(total_text(language, meter))


class JudgeDialog(FormDialog):
    """One criterion or principle: the judgement, and why, in both languages."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        options: Sequence[StrEnum],
        held: tuple[StrEnum | None, Said],
        keep: Keep,
        parent: QWidget,
        *,
        empty: str,
        about: str = "",
    ) -> None:
        say = desk.language.say
        super().__init__(desk, title, say("Store"), parent)
        self._keep, self._name = keep, about
        self.step = self.form.add("step", say("Judgement"), Choice())
        self.step.offer_words(desk.language, options, empty=empty)
        self.lv = self.form.add(f"{about}_lv", say("Why, Latvian"), LongTextInput(lines=3))
        self.en = self.form.add(f"{about}_en", say("Why, English"), LongTextInput(lines=3))
        self.step.set_value(held[0])
        self.lv.set_value(held[1].lv)
        self.en.set_value(held[1].en)
        self.form.mark_clean()

    def submit(self) -> None:
        """Keeps the judgement."""
        chosen = self.step.value()
        note = Said(self.lv.value().strip(), self.en.value().strip())
        self.act(self._keep(chosen if isinstance(chosen, StrEnum) else None, note))
