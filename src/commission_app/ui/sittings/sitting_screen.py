"""The sitting itself, on the whole screen: agenda, the case on the table, legality and the roll call."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.errors import Refusal
from commission_app.rules.agenda import ItemAct, SittingAct
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState
from commission_app.services import batches, papers, sittings, votes
from commission_app.services.item_cards import ItemCard, UnitProposal
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.sittings.agenda_panel import AgendaPanel
from commission_app.ui.sittings.balloting import balloted, count, recuse, suppose
from commission_app.ui.sittings.before_strip import BeforeStrip, check_readiness, nothing_text
from commission_app.ui.sittings.case_panel import CasePanel
from commission_app.ui.sittings.closed_panel import ClosedPanel
from commission_app.ui.sittings.lights_bar import LightsBar
from commission_app.ui.sittings.notes_panel import NotesPanel
from commission_app.ui.sittings.roll_call import RollCall
from commission_app.ui.sittings.seating import enter_order, seated
from commission_app.ui.sittings.sitting_acts import against, offered
from commission_app.ui.sittings.sitting_head import SittingHead
from commission_app.ui.sittings.sitting_layout import lay_out
from commission_app.ui.sittings.votes_given import VotesGiven
from commission_app.ui.sittings.written_panel import WrittenPanel
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.in_sight import InSight

if TYPE_CHECKING:
    from commission_app.ui.promises import Promise

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SittingScreen(Screen):
    """Everything that is said is stored at once; whoever opens it again stands where the sitting stood."""

    watches: ClassVar[frozenset[str]] = frozenset("sitting case decision commission score evidence conflict".split())
    help_topic: ClassVar[str] = "sitting"
    rail: ClassVar[str] = "sittings"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.sitting_id = int(place.key or 0)
        self.card: SittingCard | None = None
        self._wanted: int | None = None
        self._in_sight: int | None = None
        self.given = VotesGiven(self)
        self._doing: list[object] = []
        self.head = SittingHead(desk.language, self)
        self.before = BeforeStrip(desk, self.refresh, self)
        self.agenda = AgendaPanel(desk.language, self)
        self.case = CasePanel(desk.language, self)
        self.closed = ClosedPanel(desk, self.sitting_id, self)
        self.lights = LightsBar(desk.language, self)
        self.roll = RollCall(desk.language, self)
        self.notes = NotesPanel(desk, self.sitting_id, self)
        self.empty = EmptyState(say("The agenda is empty."), say("Add cases …"), self.new, "sittings", self)
        self.to_end = QPushButton(say("Minutes and decisions"), self)
        self.to_end.clicked.connect(lambda _: self.look_at(None))
        self.written = WrittenPanel(self)
        self.middle = InSight(self)
        for page in (self.case, self.closed, self.empty, self.written):
            self.middle.addWidget(page)
        self.right = lay_out(self)
        self._connect()

    def title(self) -> str:
        """The day and the commission."""
        if self.card is None:
            return ""
        name = half(self.language, self.card.commission_lv, self.card.commission_en)
        return f"{self.language.date(self.card.held_on)} {name}"

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The list of sittings stands above."""
        return ((self.language.say("Sittings"), Place("sittings")),)

    def refresh(self) -> None:
        """Asks for the sitting as it stands now."""
        self.jobs.ask(self, sittings.sitting_card, self.sitting_id, self._wanted).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard into the roll call while votes are given, else on the agenda."""
        live = self.card is not None and self.card.item is not None and self.card.item.state is ItemState.ON_TABLE
        (self.roll if live else self.agenda.items).setFocus(Qt.FocusReason.OtherFocusReason)

    def new(self) -> None:
        """Adds cases to the agenda."""
        from commission_app.ui.sittings.sitting_dialogs import AddCasesDialog

        if self.card is not None and not against(self.card.acts, SittingAct.PREPARE):
            dialog = AddCasesDialog(self.desk, self.card, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def edit(self) -> None:
        """Changes the plan."""
        from commission_app.ui.sittings.plan_sitting_dialog import PlanSittingDialog

        if self.card is not None:
            dialog = PlanSittingDialog(self.desk, self.card, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def print_paper(self) -> None:
        """Shows the minutes in the window's language; before the sitting is closed they are a draft."""
        self.closed.show_minutes(self.language.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N next item, I arrives or leaves, Ctrl+Enter closes the item, Ctrl+Z takes the last vote back, F11."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        deeds = {Qt.Key.Key_N: self.take_next, Qt.Key.Key_I: self._in_or_out, Qt.Key.Key_F11: self.whole_screen}
        deeds[Qt.Key.Key_F4] = self.notes.begin
        deeds |= {Qt.Key.Key_Escape: self.whole_screen} if self.window().isFullScreen() else {}
        if control and key in ENTER:
            self.decide()
        elif control and key is Qt.Key.Key_Z:
            self.given.take_back_last(self._in_sight or 0)
        elif not control and key in deeds:
            deeds[key]()
        else:
            super().keyPressEvent(event)

    def whole_screen(self) -> None:
        """Gives the sitting the whole screen, or the window back."""
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_sitting(self) -> None:
        """Opens the sitting."""
        if self.card is not None:
            self._once(sittings.open_sitting, self.card.id, self.card.version)

    def take_up(self) -> None:
        """Puts the item in sight on the table."""
        if self._in_sight is not None:
            self._wanted = self._in_sight
            self._once(votes.take_up, self._in_sight)
            self.roll.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_next(self) -> None:
        """Puts the next item that waits on the table: the one in sight, where that waits itself."""
        if self.card is None:
            return
        waiting = [line.item_id for line in self.card.agenda if line.state is ItemState.WAITING]
        shown = [line.item_id for line in self.card.agenda]
        after = shown[shown.index(self._in_sight) :] if self._in_sight in shown else shown
        following = next((key for key in after if key in waiting), next(iter(waiting), None))
        if following is not None:
            self.look_at(following)
            if not against(self.card.acts, SittingAct.ATTEND):
                self.take_up()

    def decide(self) -> None:
        """Closes the item by the votes given."""
        if self._in_sight is not None:
            self._once(batches.decide, self._in_sight)

    def postpone(self) -> None:
        """Postpones the item, with a reason."""
        from commission_app.ui.sittings.sitting_dialogs import PostponeDialog

        if self.card is not None and self.card.item is not None:
            dialog = PostponeDialog(self.desk, self.card.item.id, self.card.item.case_number, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def put_back(self) -> None:
        """The item on the table waits again."""
        if self._in_sight is not None:
            self._once(votes.put_back, self._in_sight)

    def close_sitting(self) -> None:
        """Closes the sitting: minutes and drafts get their numbers."""
        from commission_app.ui.sittings.sitting_dialogs import CloseSittingDialog

        if self.card is not None:
            dialog = CloseSittingDialog(self.desk, self.card, self)
            dialog.stored.connect(lambda _: self._ended())
            dialog.open()

    def issue_minutes(self) -> None:
        """Keeps the minutes as they are issued, in the window's language."""
        promise = self.jobs.do(self, papers.issue_minutes, self.sitting_id, self.language)
        promise.then(lambda _: self.tell(self.language.say("The minutes are issued and kept."), self.place))

    def _ended(self) -> None:
        self.tell(self.language.say("The sitting is closed."), self.place)
        self.look_at(None)

    def _show(self, card: SittingCard) -> None:
        if self.given.flying:
            return
        opened, self.card = self.card is None, card
        item = card.item
        ended = not self._wanted and card.minutes_number != ""
        self._in_sight = None if ended or item is None else item.id
        prepares = not against(card.acts, SittingAct.PREPARE)
        takes_off = item is not None and not against(item.acts, ItemAct.TAKE_OFF)
        attends = not against(card.acts, SittingAct.ATTEND)
        orders = prepares and not attends and takes_off
        self.agenda.show_agenda(card, self._in_sight, prepares=prepares, orders=orders)
        self.to_end.setVisible(bool(card.minutes_number) and not ended)
        writes = card.in_writing and attends
        self.right.setVisible(item is not None and not ended and not writes)
        if item is None or ended:
            self.notes.put_away()
        if ended:
            self.closed.show_card(card)
        elif item is not None:
            self._show_item(item, card, attends)
        if writes:
            self.written.refresh(self._in_sight)
        page = self.closed if ended else self.written if writes else self.case if item is not None else self.empty
        self.middle.setCurrentWidget(page)
        self.empty.say(nothing_text(self.language, card), with_button=prepares and card.barred is None)
        self.head.show_card(card)
        self.before.show_card(card)
        self.head.acts.show_acts(offered(self, card, ended=ended))
        if opened and self.focusWidget() is self.agenda.items:
            self.focus_first()  # only now is it known whether votes are given
        self.renamed.emit()

    def _show_item(self, item: ItemCard, card: SittingCard, attends: bool) -> None:
        self.case.show_item(item, self.case_refusals())
        self.lights.show_lights(item.lights, item.taking_part, item.in_office)
        self.lights.show_presiding(card.presiding, item.presiding, attends=attends)
        live = item.state is ItemState.ON_TABLE
        counted = item.tally if live or item.state is ItemState.DECIDED else None
        secret = item.ballot is BallotKind.SECRET
        self.roll.show_roll(item.roll, counted, live=live, attends=attends, secret=secret, item_id=item.id)
        speakers = tuple(line.name for line in item.roll if line.present)
        self.notes.show_item(item.id, speakers, takes=attends)

    def look_at(self, item_id: int | None) -> None:
        """Looks at an item, or at what the sitting itself shows."""
        self._wanted = self._in_sight = item_id
        self.refresh()

    def _vote(self, member_id: int, choice: Choice) -> None:
        if self._in_sight is not None:
            self.given.vote(self._in_sight, member_id, choice)

    def _asked(self, member_id: int, deed: str) -> None:
        item = self._in_sight
        if seated(self, member_id, deed) or (item is not None and balloted(self, item, member_id, deed)):
            return
        if item is not None and deed == "undo":
            self.given.take_back(item, member_id)
        elif item is not None and deed == "unrecuse":
            self._after(self.jobs.do(self, votes.unrecuse, item, member_id))
        elif item is not None:
            recuse(self, item, member_id)

    def _in_or_out(self) -> None:
        row = self.roll.rows.get(self.roll.current() or 0)
        if row is not None and row.line is not None and self.right.isVisible():
            self._asked(row.line.member_id, "leave" if row.line.present else "arrive")

    def _depart(self, unit: UnitProposal) -> None:
        from commission_app.ui.sittings.sitting_dialogs import DepartDialog

        if self._in_sight is not None:
            dialog = DepartDialog(self.desk, self._in_sight, unit, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def _after(self, promise: "Promise[Any]") -> None:
        """What stands after an act is asked for, whether it was done or refused."""
        self.banner.hide()
        promise.always(self.refresh)

    def _once(self, act: Callable[..., Any], *given: object) -> None:
        """Does an act; a key or a button pressed twice in a hurry does it once."""
        wanted = (act, given)
        if wanted in self._doing:
            return
        self._doing.append(wanted)

        def ended() -> None:
            self._doing.remove(wanted)
            self.refresh()

        self.banner.hide()
        self.jobs.do(self, act, *given).always(ended)

    def case_refusals(self) -> tuple[Refusal, ...]:
        """What stands against deciding otherwise on a unit now."""
        item = self.card.item if self.card is not None else None
        return () if item is None else against(item.acts, ItemAct.DEPART)

    def _registered(self, many: int) -> None:
        text = self.language.count("{n} decision is registered.", "{n} decisions are registered.", many)
        self.tell(text, Place("registers"))
        self.refresh()

    def _connect(self) -> None:
        self.agenda.chosen.connect(self.look_at)
        self.agenda.adding.connect(self.new)
        self.agenda.taking_off.connect(self._take_off)
        self.agenda.reordered.connect(self._reorder)
        self.agenda.readiness_wanted.connect(lambda: check_readiness(self))
        self.case.departing.connect(self._depart)
        self.case.keeping.connect(self._keep)
        self.case.case_wanted.connect(lambda key: self.go.emit(Place("case", key)))
        self.case.supposing.connect(lambda key: suppose(self, key))
        self.closed.case_wanted.connect(lambda key: self.go.emit(Place("case", key, "decision")))
        self.closed.registered.connect(self._registered)
        self.written.moved.connect(self.look_at)
        self.roll.voted.connect(self._vote)
        self.roll.asked.connect(self._asked)
        self.roll.counting.connect(lambda: count(self))
        self.notes.left.connect(self.focus_first)
        self.lights.order_wanted.connect(lambda: enter_order(self))
        self.head.full.clicked.connect(lambda _: self.whole_screen())

    def _keep(self, unit_id: int) -> None:
        if self._in_sight is not None:
            self._after(self.jobs.do(self, votes.keep_proposal, self._in_sight, unit_id))

    def _reorder(self, keys: tuple[int, ...]) -> None:
        self._after(self.jobs.do(self, sittings.reorder, self.sitting_id, keys))

    def _take_off(self, item_id: int) -> None:
        self._wanted = None
        if self.card is not None and self.card.frozen:
            self.before.take_off(item_id)
        else:
            self._after(self.jobs.do(self, sittings.take_off, item_id))
