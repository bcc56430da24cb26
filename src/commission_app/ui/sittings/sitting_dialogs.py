"""What is asked while the commission sits: cases for the agenda, a reason, another verdict, who took the minutes."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.rules.vocabulary.decision import ReasonKind
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import sitting_end, sittings, votes
from commission_app.services.item_cards import UnitProposal
from commission_app.services.sitting_cards import AgendaLine, SittingCard
from commission_app.services.sitting_end import Closing
from commission_app.services.sittings import MinuteTaker
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.reason_picker import offer_reasons
from commission_app.wording.words import word


class AddCasesDialog(FormDialog):
    """Cases of the commission that wait for a sitting; those ticked are put on the agenda."""

    def __init__(self, desk: Desk, held: SittingCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Add cases to the agenda"), say("Put on the agenda"), parent)
        self._held = held
        self.cases = QListWidget(self)
        self.cases.setAccessibleName(say("Cases that wait for a sitting"))
        self.cases.setMinimumHeight(8 * (self.fontMetrics().height() + 12))
        self.none = QLabel(say("No case of this commission waits for a sitting."), self)
        self.none.setWordWrap(True)
        self.none.hide()
        self.form.place(self.none)
        self.form.place(self.cases)
        self.reason = self.form.add(
            "reason",
            say("Why the case is added to a frozen agenda"),
            LongTextInput(self, lines=2),
            required=True,
            help_text=say("The minutes print the reason."),
        )
        self.form.field("reason").setVisible(held.frozen)
        self.deed.setEnabled(False)
        self.cases.itemChanged.connect(lambda _: self.deed.setEnabled(bool(self.ticked())))
        desk.jobs.ask(self, sittings.cases_to_hear, held.commission_id, held.id).then(self._offer)

    def submit(self) -> None:
        """Puts the ticked cases on the agenda, in the order of the list."""
        self.act(self.desk.jobs.do(self, sittings.put_all_on_agenda, self._held.id, self.ticked(), self.reason.value()))

    def ticked(self) -> tuple[int, ...]:
        """The keys of the ticked cases."""
        items = (self.cases.item(at) for at in range(self.cases.count()))
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _offer(self, rows: tuple[AgendaLine, ...]) -> None:
        for row in rows:
            title = half(self.language, row.title_lv, row.title_en)
            item = QListWidgetItem(f"{row.case_number} · {row.applicant} · {title}", self.cases)
            item.setToolTip(f"{item.text()} · {word(self.language, row.case_state)}")
            item.setData(Qt.ItemDataRole.UserRole, row.case_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.none.setVisible(not rows)
        self.cases.setVisible(bool(rows))
        self.deed.setEnabled(bool(rows))
        self.cases.setFocus()


class TakeOffDialog(FormDialog):
    """Why an item is taken off a frozen agenda."""

    def __init__(self, desk: Desk, item_id: int, number: str, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Take case {number} off the agenda", number=number), say("Take off"), parent)
        self._item = item_id
        told = QLabel(say("The agenda is frozen: the item keeps its number and is postponed, with the reason."), self)
        told.setWordWrap(True)
        told.setProperty("role", "soft")
        self.form.place(told)
        self.reason = self.form.add("reason", say("Reason"), LongTextInput(self, lines=3), required=True)

    def submit(self) -> None:
        """Takes the item off."""
        self.act(self.desk.jobs.do(self, sittings.take_off, self._item, self.reason.value()))


class RecuseDialog(FormDialog):
    """Why a member takes no part in an item."""

    def __init__(self, desk: Desk, item_id: int, member_id: int, name: str, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("{name} takes no part in this item", name=name), say("Takes no part"), parent)
        self._item, self._member = item_id, member_id
        self.kind = self.form.add("kind", say("Which conflict"), Choice(self), required=True)
        self.kind.offer_words(desk.language, ConflictKind)
        self.kind.set_value(ConflictKind.OTHER)
        self.form.mark_clean()
        self.reason = self.form.add("reason", say("Conflict of interest"), LongTextInput(self, lines=2), required=True)

    def submit(self) -> None:
        """Records the recusal."""
        kind = cast("ConflictKind", self.kind.value())
        self.act(self.desk.jobs.do(self, votes.recuse, self._item, self._member, self.reason.value(), kind))


class PostponeDialog(FormDialog):
    """Why an item is postponed."""

    def __init__(self, desk: Desk, item_id: int, number: str, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Postpone case {number}", number=number), say("Postpone the item"), parent)
        self._item = item_id
        box = offer_reasons(desk, LongTextInput(self, lines=3), ReasonKind.POSTPONED)
        self.reason = self.form.add("reason", say("Reason"), box, required=True)

    def submit(self) -> None:
        """Postpones the item."""
        self.act(self.desk.jobs.do(self, votes.postpone, self._item, self.reason.value()))


class DepartDialog(FormDialog):
    """Another verdict on a unit than the rules propose, with the commission's reason."""

    def __init__(self, desk: Desk, item_id: int, unit: UnitProposal, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Decide otherwise on {unit}", unit=unit.line.unit_code), say("Save"), parent)
        self._item, self._unit = item_id, unit
        if unit.proposed is not None:
            told = QLabel(say("The rules propose: {verdict}", verdict=word(desk.language, unit.proposed)), self)
            told.setProperty("role", "soft")
            self.form.place(told)
        self.verdict = self.form.add("verdict", say("Verdict of the commission"), Choice(self), required=True)
        self.verdict.offer_words(desk.language, UnitVerdict)
        self.verdict.set_value(unit.line.verdict)
        box = offer_reasons(desk, LongTextInput(self, lines=3))
        self.reason = self.form.add("reason", say("Reason"), box, required=True)
        self.reason.set_value(unit.reason)

    def submit(self) -> None:
        """Puts the other verdict to the vote."""
        verdict = cast("UnitVerdict", self.verdict.value())
        self.act(
            self.desk.jobs.do(self, votes.set_verdict, self._item, self._unit.unit_id, verdict, self.reason.value())
        )


class CloseSittingDialog(FormDialog):
    """Closing gives the minutes their number and drafts the decisions; typed numbers are asked for."""

    def __init__(self, desk: Desk, held: SittingCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Close the sitting"), say("Close the sitting"), parent)
        self._held = held
        self._numbers: dict[int, TextInput] = {}
        told = QLabel(
            say("The minutes get their number, and every decided item gets a draft decision with its own number."), self
        )
        told.setWordWrap(True)
        told.setProperty("role", "soft")
        self.form.place(told)
        self.taker = self.form.add("minute_taker", say("Minutes taken by"), TextInput(self), required=True)
        self.post_lv = self.form.add("post_lv", say("Post, in Latvian"), TextInput(self))
        self.post_en = self.form.add("post_en", say("Post, in English"), TextInput(self), beside=True)
        self.number = self.form.add("number", say("Minutes No."), TextInput(self))
        self.form.field("number").hide()
        self._proposed: MinuteTaker | None = None
        self.taker.textEdited.connect(self._name_posts)
        desk.jobs.ask(self, sitting_end.closing, held.id).then(self._offer)

    def submit(self) -> None:
        """Closes the sitting."""
        taker = MinuteTaker(self.taker.value(), self.post_lv.value(), self.post_en.value())
        typed = {item: number.value() for item, number in self._numbers.items()}
        promise = self.desk.jobs.do(
            self, sittings.close, self._held.id, taker, self._held.version, self.number.value() or None, typed
        )
        self.act(promise)

    def _name_posts(self, name: str) -> None:
        """Another person has another post: the proposed one goes with its name and comes back with it."""
        proposed = self._proposed
        if proposed is None:
            return
        theirs = (proposed.post_lv, proposed.post_en)
        if name.strip() == proposed.name:
            shown = theirs
        elif (self.post_lv.value(), self.post_en.value()) == theirs:
            shown = ("", "")
        else:
            return
        self.post_lv.set_value(shown[0])
        self.post_en.set_value(shown[1])

    def _offer(self, closing: Closing) -> None:
        self._proposed = closing.taker
        if not self.form.dirty():
            self.form.load(
                {
                    "minute_taker": closing.taker.name,
                    "post_lv": closing.taker.post_lv,
                    "post_en": closing.taker.post_en,
                }
            )
        self.form.field("number").setVisible(closing.minutes_typed)
        for item, case in closing.decided if closing.decisions_typed else ():
            label = self.language.say("Decision No. for case {number}", number=case)
            self._numbers[item] = self.form.add(f"decision_{item}", label, TextInput(self), required=True)
        self.form.focus_first()
