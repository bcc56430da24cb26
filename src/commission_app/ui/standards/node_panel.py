"""Beside the tree: the form of what the keyboard stands on, or its facts where the edition cannot be changed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import drafts, standard_edit, standards
from commission_app.services.standard_content import OutcomeLine, PartLine, UnitLine
from commission_app.services.standard_forms import NodeForm, NodeKey, NodeKind
from commission_app.services.standards import EditionCard, UnitStanding
from commission_app.ui.desk import Desk
from commission_app.ui.form_drafts import keep_draft
from commission_app.ui.promises import Promise
from commission_app.ui.standards import edition_facts, node_forms
from commission_app.ui.standards.node_forms import NodeEntry
from commission_app.ui.standards.stands_in import StandsIn
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.fact_list import FactList
from commission_app.wording.sentences import sentence

CHANGE = {
    NodeKind.HEAD: standard_edit.change_head,
    NodeKind.PART: standard_edit.change_part,
    NodeKind.UNIT: standard_edit.change_unit,
    NodeKind.OUTCOME: standard_edit.change_outcome,
}
ADD = {
    NodeKind.PART: standard_edit.add_part,
    NodeKind.UNIT: standard_edit.add_unit,
    NodeKind.OUTCOME: standard_edit.add_outcome,
}


@dataclass(frozen=True)
class Shown:
    """What the panel shows: something that stands, or (new) what is to stand in `key`, as the kind says."""

    key: NodeKey
    kind: NodeKind
    uid: str
    was: NodeForm
    new: bool = False


class NodePanel(QFrame):
    """What was typed is kept as a draft, and stored by the button, by Ctrl+S, or when one goes on to another line."""

    stored = Signal(object)
    """The key of what was added, or of what was changed."""
    go = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self._card: EditionCard | None = None
        self.shown: Shown | None = None
        self.form: NodeEntry | None = None
        self._storing = False
        say = desk.language.say
        self.banner = Banner(desk.language, self)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = FactList(self)
        self.stands_in = StandsIn(desk.language, self)
        self.stands_in.go.connect(self.go)
        self.store_button = QPushButton(say("Store"), self)
        self.store_button.setToolTip(say("Store (Ctrl+S)"))
        self.store_button.clicked.connect(lambda _: self.store())
        self.another = QPushButton(say("Store and add another"), self)
        self.another.clicked.connect(lambda _: self.store(again=True))
        self.undo = QPushButton(say("Undo the changes"), self)
        self.undo.clicked.connect(lambda _: self.take_back())
        self._lay_out()

    def show_node(self, card: EditionCard, key: NodeKey) -> None:
        """Shows something of an edition; what is being typed about the same stays."""
        line = line_of(card, key)
        if line is None:
            key = NodeKey(NodeKind.HEAD, card.row.id)
            shown = Shown(key, NodeKind.HEAD, str(card.uid), card.head)
        else:
            shown = Shown(key, key.kind, line.uid, line.form())
        was = shown.was
        same = self.shown is not None and not self.shown.new and self.shown.key == key
        editable, typed = not card.acts.editing, self.form is not None and self.form.dirty()
        context = _context(card, key.kind)
        if same and editable and typed:
            if self.shown is not None and self.shown.was != was:
                self.banner.say(
                    self._desk.language.say("This was changed meanwhile; storing replaces what stands there.")
                )
            self._card, self.shown = card, shown
            return
        if same and editable and self.form is not None and self._card is not None:
            unchanged = context == _context(self._card, key.kind)
            if unchanged and self.shown is not None:
                if self.shown.was != was:
                    self.form.load(was)
                self._card, self.shown = card, shown
                return
        if same and not editable and self.form is None and self._card is not None and card.row == self._card.row:
            self._card, self.shown = card, shown
            return
        self._card, self.shown = card, shown
        self._fill(editable)

    def begin(self, card: EditionCard, above: NodeKey, blank: NodeForm, kind: NodeKind) -> None:
        """An empty form for what is to stand in a unit or the edition."""
        line = line_of(card, above)
        uid = str(card.uid) if above.kind is NodeKind.HEAD else getattr(line, "uid", "")
        self._card, self.shown = card, Shown(above, kind, uid, blank, new=True)
        self._fill(True)
        self.focus_form()

    def focus_form(self) -> None:
        """Puts the keyboard into the form; for something new where the text belongs."""
        if self.form is None:
            return
        if self.shown is not None and self.shown.new:
            first = "text_lv" if self.shown.kind is NodeKind.OUTCOME else "title_lv"
            self.form.field(first).focus()
        else:
            self.form.focus_first()

    def dirty(self) -> bool:
        """Whether something is typed that is not stored."""
        return self.form is not None and self.form.dirty()

    def settle(self, then: Callable[[], object], stay: Callable[[], object]) -> None:
        """Goes on once what was typed is stored; stays where it cannot be."""
        if not self.dirty():
            then()
        else:
            self.store(then=then, stay=stay)

    def store(
        self,
        then: Callable[[], object] | None = None,
        stay: Callable[[], object] | None = None,
        *,
        again: bool = False,
    ) -> None:
        """Stores what the form says."""
        self.banner.hide()
        if self._storing or self.form is None or self.shown is None or not self.form.check():
            if stay is not None:
                stay()
            return
        shown, entered = self.shown, self.form.entered()
        self._storing = True

        def done(answer: object) -> None:
            if self.form is not None and self.shown is not None and self.shown.key == shown.key:
                self.form.mark_clean()
                self.shown = Shown(shown.key, shown.kind, shown.uid, entered, shown.new)
            if then is None or not shown.new:
                self.stored.emit(answer if isinstance(answer, NodeKey) else shown.key)
            if again:
                self.added.emit(shown.kind, entered.code)
            if then is not None:
                then()

        def failed(trouble: Exception) -> None:
            self._desk.problems.show(self, trouble)
            if stay is not None:
                stay()

        promise = self._act(shown, entered).resting(self.store_button, self.another)
        promise.always(self._stored).then(done).failed(failed)

    added = Signal(object, str)
    """Something of a kind was added under a code, and another of its kind is wanted."""

    def take_back(self) -> None:
        """What was typed is given up; what is stored stands there again."""
        if self.shown is not None and self._card is not None:
            shown = self.shown
            self._desk.jobs.do(self, drafts.drop, _draft_name(shown), shown.uid)
            self.banner.hide()
            if shown.new:
                self.show_node(self._card, shown.key)
            elif self.form is not None:
                self.form.load(shown.was)
                self._mark()

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """At the field it names, else above the form."""
        if self.form is None or not self.form.show_trouble(text, what, again):
            self.banner.say(text)
        return True

    def _begun_earlier(self, _seen: int) -> None:
        self.banner.say(self._desk.language.say("What you began earlier stands here; it is not stored yet."), "info")
        self._mark()

    def _stored(self) -> None:
        self._storing = False

    def _act(self, shown: Shown, entered: NodeForm) -> "Promise[object]":
        if shown.new:
            return self._desk.jobs.do(self, ADD[shown.kind], shown.key.id, entered)  # type: ignore[arg-type]
        return self._desk.jobs.do(self, CHANGE[shown.kind], shown.key.id, shown.was, entered)  # type: ignore[arg-type]

    def _fill(self, editable: bool) -> None:
        shown, card = self.shown, self._card
        if shown is None or card is None:
            return
        self.banner.hide()
        if self.form is not None:
            self.form.keep_typed()
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._title.setText(self._name(card, shown))
        if editable:
            self.form = self._made(card, shown)
            self._place.insertWidget(0, self.form)
            self.form.submitted.connect(lambda: self.store(again=shown.new))
            self.form.edited.connect(self._mark)
            name = _draft_name(shown)
            begun, jobs = self._begun_earlier, self._desk.jobs
            keep_draft(jobs, self.form, self.form, name, subject=shown.uid, seen=card.row.version, shown=begun)
        else:
            self.facts.show_facts(self._facts(card, shown))
        self.facts.setVisible(not editable)
        for button in (self.store_button, self.undo):
            button.setVisible(editable)
        self.another.setVisible(editable and shown.new)
        self._ask_standings(shown)
        self._mark()
        self._area.verticalScrollBar().setValue(0)

    def _made(self, card: EditionCard, shown: Shown) -> NodeEntry:
        language = self._desk.language
        match shown.kind:
            case NodeKind.HEAD:
                locked = " ".join(sentence(language, reason) for reason in card.acts.naming)
                form = node_forms.head_form(language, self._inside, name_locked=locked)
            case NodeKind.PART:
                form = node_forms.part_form(language, self._inside)
            case NodeKind.UNIT:
                form = node_forms.unit_form(language, self._inside, card.parts)
            case _:
                form = node_forms.outcome_form(language, self._inside)
        form.load(shown.was)
        return form

    def _facts(self, card: EditionCard, shown: Shown) -> edition_facts.Facts:
        line, language = line_of(card, shown.key), self._desk.language
        if isinstance(line, UnitLine):
            return edition_facts.unit_facts(language, line)
        if isinstance(line, OutcomeLine):
            return edition_facts.outcome_facts(language, line)
        if isinstance(line, PartLine):
            return edition_facts.part_facts(language, line)
        return edition_facts.head_facts(language, card)

    def _name(self, card: EditionCard, shown: Shown) -> str:
        say = self._desk.language.say
        if shown.new:
            names = {
                NodeKind.PART: say("New part of the qualification"),
                NodeKind.UNIT: say("New unit"),
                NodeKind.OUTCOME: say("New learning outcome"),
            }
            return names[shown.kind]
        line = line_of(card, shown.key)
        return say("The edition as a whole") if shown.kind is NodeKind.HEAD else getattr(line, "code", "")

    def _ask_standings(self, shown: Shown) -> None:
        self.stands_in.show_standings(())
        if shown.kind is NodeKind.UNIT and not shown.new:
            key = shown.key

            def told(found: tuple[UnitStanding, ...]) -> None:
                if self.shown is not None and self.shown.key == key:
                    self.stands_in.show_standings(found)

            self._desk.jobs.ask(self, standards.stands_in, key.id).then(told)

    def _mark(self) -> None:
        dirty = self.dirty()
        self.undo.setEnabled(dirty or (self.shown is not None and self.shown.new))
        self.store_button.setProperty("role", "prominent" if dirty else "")
        self.store_button.style().unpolish(self.store_button)
        self.store_button.style().polish(self.store_button)

    def _lay_out(self) -> None:
        self._inside = QWidget(self)
        self._place = QVBoxLayout(self._inside)
        self._place.setContentsMargins(0, 0, 2 * STEP, 0)
        self._place.setSpacing(3 * STEP)
        self._place.addWidget(self.facts)
        self._place.addWidget(self.stands_in)
        self._place.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._inside)
        for part in (self._inside, self._area.viewport()):
            part.setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        for button in (self.store_button, self.another, self.undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 4 * STEP, 3 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self._title)
        column.addWidget(self.banner)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)


def line_of(card: EditionCard, key: NodeKey) -> "PartLine | UnitLine | OutcomeLine | None":
    """The line of a part, unit or outcome; None for the head, or what is no longer there."""
    match key.kind:
        case NodeKind.PART:
            return next((part for part in card.parts if part.id == key.id), None)
        case NodeKind.UNIT:
            return next((unit for unit in card.units if unit.id == key.id), None)
        case NodeKind.OUTCOME:
            return next((row for unit in card.units for row in unit.outcomes if row.id == key.id), None)
        case _:
            return None


def _context(card: EditionCard, kind: NodeKind) -> tuple[object, ...]:
    """What a form shows besides its own values."""
    if kind is NodeKind.UNIT:
        return (card.parts,)
    return (card.acts.naming,) if kind is NodeKind.HEAD else ()


def _draft_name(shown: Shown) -> str:
    return f"{standard_edit.DRAFT}_new_{shown.kind.value}" if shown.new else standard_edit.DRAFT
