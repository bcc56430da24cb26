"""The forms of the ledger: a delivery, words about it, taking it back, writing forms off, destroying them on an act."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.vocabulary.blank import BlankMove
from commission_app.services import blank_destructions, blanks
from commission_app.services.blank_cards import LotLine
from commission_app.services.blank_destructions import DestructionForm
from commission_app.services.blanks import LotForm, LotText
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


class LotDialog(FormDialog):
    """A delivery: what came, with which numbers, by which paper."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Delivery of state forms"), say("Enter the delivery"), parent)
        self.form.add("kind", say("Kind of form"), Choice(), required=True).offer_words(language, FORM_KINDS)
        self.form.add("series", say("Series"), TextInput(capitals=True), required=True)
        self.form.add("number_from", say("First number"), TextInput(), required=True, beside=True)
        self.form.add("number_to", say("Last number"), TextInput(), required=True, beside=True)
        self.form.field("series").say_help(say("As printed on the forms, with all noughts; the program makes up none."))
        self.form.add("received_on", say("Received on"), DateEdit(language), required=True)
        self.form.add(
            "basis",
            say("Waybill or act, number and date"),
            TextInput(placeholder=say("waybill PLU-123, 12.01.2026.")),
            required=True,
            beside=True,
            stretch=2,
        )
        self.form.add("responsible", say("Who answers for the forms"), TextInput(), required=True)
        self.form.add("note", say("Remarks"), TextInput())
        self.form.load({"received_on": today(), "responsible": desk.jobs.office.actor.name})

    def submit(self) -> None:
        """Enters the delivery."""
        values: dict[str, Any] = self.form.values()
        self.act(self.desk.jobs.do(self, blanks.receive, LotForm(**values)))


class LotTextDialog(FormDialog):
    """The words about a delivery; its numbers stay."""

    def __init__(self, desk: Desk, held: LotLine, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Delivery {series} {first}–{last}", series=held.series, first=held.number_from, last=held.number_to)
        super().__init__(desk, title, say("Save"), parent)
        self._held = held
        self.form.add("basis", say("Waybill or act, number and date"), TextInput(), required=True)
        self.form.add("responsible", say("Who answers for the forms"), TextInput(), required=True)
        self.form.add("note", say("Remarks"), TextInput())
        self.form.load(LotText(held.basis, held.responsible, held.note))

    def submit(self) -> None:
        """Corrects the words."""
        values: dict[str, Any] = self.form.values()
        held = self._held
        self.act(self.desk.jobs.do(self, blanks.describe, held.id, held.version, LotText(**values)))


class WithdrawDialog(FormDialog):
    """Why a delivery is taken back."""

    def __init__(self, desk: Desk, held: LotLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Take the delivery back"), say("Take the delivery back"), parent)
        self._held = held
        self.form.add(
            "reason",
            say("Reason"),
            LongTextInput(lines=3),
            required=True,
            help_text=say("The entry stays in the ledger; a line with the figures reversed follows it."),
        )

    def submit(self) -> None:
        """Takes it back."""
        held, reason = self._held, str(self.form.values()["reason"])
        self.act(self.desk.jobs.do(self, blanks.withdraw, held.id, held.version, reason))


class WriteOffDialog(FormDialog):
    """On which day forms were spoiled or annulled, and why."""

    def __init__(self, desk: Desk, move: BlankMove, keys: tuple[int, ...], parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        spoiled = move is BlankMove.SPOILED
        title = say("Spoiled forms") if spoiled else say("Annul forms")
        super().__init__(desk, title, say("Write off"), parent)
        self._move, self._keys = move, keys
        said = say("For forms that were lost, stolen or are out of date: they may never be used.")
        if spoiled:
            said = say("They leave the stock. A form with a certificate on it is exchanged at the certificate.")
        self.form.add("day", say("Day"), DateEdit(language), required=True)
        self.form.add("reason", say("Reason"), LongTextInput(lines=3), required=True, help_text=said)
        self.form.load({"day": today()})

    def submit(self) -> None:
        """Writes them off."""
        values: dict[str, Any] = self.form.values()
        self.act(self.desk.jobs.do(self, blanks.write_off, self._keys, self._move, values["day"], values["reason"]))


class GiveBackDialog(FormDialog):
    """Why forms that were written off stand in stock again."""

    def __init__(self, desk: Desk, keys: tuple[int, ...], parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Put back into stock"), say("Put back"), parent)
        self._keys = keys
        self.form.add("reason", say("Reason"), LongTextInput(lines=3), required=True)

    def submit(self) -> None:
        """Puts them back."""
        reason = str(self.form.values()["reason"])
        self.act(self.desk.jobs.do(self, blanks.give_back, self._keys, reason))


class DestroyDialog(FormDialog):
    """The act: its number and day, why and how, and who signs."""

    def __init__(self, desk: Desk, keys: tuple[int, ...], parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Destruction act"), say("Enter the act"), parent)
        self._keys = keys
        self.form.add("number", say("Number of the act"), TextInput(), required=True)
        self.form.add("day", say("Day"), DateEdit(language), required=True, beside=True)
        self.form.add("reason", say("Reason"), LongTextInput(lines=2), required=True)
        self.form.add("manner", say("Manner of destruction"), TextInput())
        self.form.add(
            "board",
            say("Who signs"),
            LongTextInput(lines=4),
            required=True,
            help_text=say("One a line: name, post. The act is kept as a paper; print it and have it signed."),
        )
        actor = desk.jobs.office.actor
        self.form.load({"day": today(), "board": ", ".join(part for part in (actor.name, actor.post_lv) if part)})

    def submit(self) -> None:
        """Enters the act."""
        values: dict[str, Any] = self.form.values()
        values["board"] = blank_destructions.board_of(cast("str", values["board"]))
        self.act(self.desk.jobs.do(self, blank_destructions.destroy, self._keys, DestructionForm(**values)))
