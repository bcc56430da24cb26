"""One member in the roll call: the name, where the member stands towards the item, and the three votes."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.services.item_cards import RollLine
from commission_app.ui.icons import icon, pixmap
from commission_app.ui.theme import STEP, palette_now
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

KEYS = {Choice.FOR: "1", Choice.AGAINST: "2", Choice.ABSTAIN: "3"}


class RollRow(QFrame):
    """Shows a member; what is pressed is told with the member's key, the roll call decides what it means."""

    pressed = Signal(int)
    voted = Signal(int, object)
    asked = Signal(int, str)
    """The member's key and a deed: arrive, arrive remotely, leave, recuse, unrecuse, undo, opine."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.line: RollLine | None = None
        self._live = self._secret = self._attends = False
        self._shown: object = None
        self._ground = ""
        self._picture = QLabel(self)
        self._name = QLabel(self)
        self._name.setWordWrap(True)
        self._note = QLabel(self)
        self._note.setProperty("role", "small")
        self._note.setWordWrap(True)
        self.votes = {choice: self._vote_button(choice) for choice in Choice}
        self.paper = self._button(language.say("Took a ballot"), "ballot")
        self.paper.setCheckable(True)
        self.enters = self._button(language.say("Takes part"), "arrive")
        self.more = QToolButton(self)
        self.more.setProperty("role", "icon")
        self.more.setIcon(icon("more"))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setAccessibleName(language.say("Other acts"))
        self.more.setToolTip(language.say("Other acts"))
        self.more.clicked.connect(lambda _: self.open_menu())
        self._lay_out()

    def show_line(self, line: RollLine, *, live: bool, attends: bool, secret: bool = False) -> None:
        """Shows how the member stands; `live` while the item can be voted on, `attends` while the sitting is open."""
        shown = (line, live, attends, secret)
        self._press(line)
        if shown == self._shown:
            return  # dressing forty rows anew for one vote would be felt at every key
        self._shown = shown
        self.line, self._live, self._secret = line, live, secret
        office = f" ({word(self._language, line.role)})" if line.role is not MemberRole.MEMBER else ""
        self._name.setText(line.name + office)
        self._picture.setPixmap(pixmap("person", 20, palette_now().ink if line.present else palette_now().edge))
        note = self._standing(line)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for choice, button in self.votes.items():
            stands = live or line.choice is choice
            button.setVisible(not secret and line.present and line.barred is None and stands)
        self.paper.setVisible(secret and line.present and line.barred is None and (live or line.took_ballot))
        self.enters.setVisible(attends and not line.present and not line.replaced_by)
        self._attends = attends
        self.more.setVisible(attends or line.opines)

    def may_vote(self) -> bool:
        """Whether a vote of this member can be asked for now."""
        line = self.line
        return self._live and line is not None and line.present and line.barred is None

    def waits(self) -> bool:
        """Whether this member may vote and has not."""
        if self.line is None or not self.may_vote():
            return False
        return not self.line.took_ballot if self._secret else self.line.choice is None

    def mark_current(self, current: bool, focused: bool) -> None:
        """Shows where the keyboard stands."""
        worn = palette_now()
        edge = worn.focus if current and focused else "transparent"
        ground = worn.selected if current else "transparent"
        worn_now = f"RollRow {{ background: {ground}; border: 2px solid {edge}; border-radius: 6px; }}"
        if worn_now != self._ground:
            self._ground = worn_now
            self.setStyleSheet(worn_now)

    def said(self) -> str:
        """The member as read aloud."""
        line = self.line
        vote = word(self._language, line.choice) if line is not None and line.choice is not None else ""
        return ", ".join(part for part in (self._name.text(), vote, self._note.text()) if part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes this member the current one."""
        if self.line is not None:
            self.pressed.emit(self.line.member_id)
        super().mousePressEvent(event)

    def menu(self) -> QMenu:
        """What else can be done with this member now."""
        say, line = self._language.say, self.line
        menu = QMenu(self)
        if line is None:
            return menu
        deeds = [("leave", say("Leaves (I)"), line.present), ("arrive", say("Takes part (I)"), not line.present)]
        deeds.append(("arrive remotely", say("Takes part remotely"), not line.present and not line.asks_whom))
        deeds.append(("recuse", say("Takes no part in this item (conflict of interest) …"), line.recused is None))
        deeds.append(("unrecuse", say("Take the recusal back"), line.recused is not None))
        deeds.append(("give back", say("Take the ballot back (Delete)"), self._live and line.took_ballot))
        deeds.append(("undo", say("Take the vote back (Delete)"), self._live and line.choice is not None))
        if not self._attends:
            deeds = []
        deeds.append(("opine", say("Dissenting opinion …"), line.opines))
        for deed, text, offered in deeds:
            if offered:
                entry = QAction(text, menu)
                entry.triggered.connect(lambda _=False, deed=deed: self._ask(deed))
                menu.addAction(entry)
        return menu

    def open_menu(self) -> None:
        """Opens what else can be done with this member."""
        self._ask_focus()
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _standing(self, line: RollLine) -> str:
        say, told = self._language.say, []
        if line.instead_of:
            told.append(say("replaces {name}", name=line.instead_of))
        if line.order_number:
            told.append(say("order No. {number}", number=line.order_number))
        if line.recused is not None:
            told.append(say("takes no part (conflict of interest: {reason})", reason=line.recused))
        elif line.present and line.barred is not None:
            told.append(sentence(self._language, line.barred))
        elif line.replaced_by:
            told.append(say("not here, replaced by {name}", name=line.replaced_by))
        elif not line.present:
            told.append(say("not here"))
        if line.opinion:
            told.append(say("has a dissenting opinion"))
        if line.namesake and line.recused is None:
            told.append(say("Has the applicant's surname."))
        return " · ".join(told)

    def _vote_button(self, choice: Choice) -> QToolButton:
        button = QToolButton(self)
        button.setText(word(self._language, choice))
        button.setToolTip(f"{word(self._language, choice)} ({KEYS[choice]})")
        button.setCheckable(True)
        button.setProperty("role", "pill")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _: self._vote(choice))
        return button

    def _vote(self, choice: Choice) -> None:
        if self.line is not None:
            self.voted.emit(self.line.member_id, choice)
            self._press(self.line)  # pressed once more, or refused: it stays as it is

    def _press(self, line: RollLine) -> None:
        for choice, button in self.votes.items():
            _press(button, line.choice is choice)
        _press(self.paper, line.took_ballot)

    def _button(self, text: str, deed: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("role", "pill")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _: self._ask(deed))
        return button

    def _ask(self, deed: str) -> None:
        if self.line is not None:
            self.asked.emit(self.line.member_id, deed)

    def _ask_focus(self) -> None:
        if self.line is not None:
            self.pressed.emit(self.line.member_id)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.enters, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        votes = QHBoxLayout()
        votes.setContentsMargins(7 * STEP, 0, 0, 0)
        votes.setSpacing(STEP)
        for button in (*self.votes.values(), self.paper):
            votes.addWidget(button)
        votes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addLayout(row)
        column.addLayout(votes)


def _press(button: QToolButton, chosen: bool) -> None:
    """Shows whether a pill is chosen; it is dressed anew only where that changed."""
    button.setChecked(chosen)
    told = "true" if chosen else "false"
    if button.property("active") != told:
        button.setProperty("active", told)
        button.style().unpolish(button)
        button.style().polish(button)
