"""The base of every screen: it says where it stands, what it watches, and how it is asked again."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.places import Crumb, News, Place
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner


class Screen(QWidget):
    """A page of the window; it knows its desk and its place, and no other screen. Widgets go into `body`."""

    go = Signal(object)
    """A Place to go to."""
    happened = Signal(object)
    """News for the strip below."""
    renamed = Signal()
    """The title, the breadcrumb or the draft's state changed."""

    settings_chosen = Signal(object)
    """Settings with another language or theme; the window is built anew at the same place."""

    reopened = Signal()
    """Other data stand behind the window now: who works here is asked again."""

    watches: ClassVar[frozenset[str]] = frozenset()
    """The nouns whose change makes the screen ask again."""
    help_topic: ClassVar[str] = "shell"
    tabs: ClassVar[tuple[str, ...]] = ()
    """The tabs a place of this kind can name."""
    rail: ClassVar[str] = ""
    """The kind of the rail place this screen belongs to (its own kind where empty)."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.place = place
        self.language = desk.language
        self.jobs = desk.jobs
        self.banner = Banner(desk.language, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        column.addWidget(self.banner)
        self.body = QVBoxLayout()
        self.body.setSpacing(4 * STEP)
        column.addLayout(self.body, 1)

    def title(self) -> str:
        """What the screen is called in the header and in the window's title."""
        return ""

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The places above this one; the title stands after them."""
        return ()

    def tabs_shown(self) -> tuple[str, ...]:
        """The tabs that this page has now; some nouns have fewer."""
        return self.tabs

    def refresh(self) -> None:
        """Asks the office again; called when the screen opens, on F5 and when a watched noun changed."""

    def turn_to(self, place: Place) -> None:
        """Shows another tab of the same noun."""
        self.place = place

    def focus_first(self) -> None:
        """Puts the keyboard where work begins."""
        self.setFocus()

    def dirty(self) -> bool:
        """Whether leaving would lose something that is not kept as a draft."""
        return any(form.would_lose() for form in self.findChildren(Form))

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Shows a trouble at the field of a form it names, else in the banner, with a way to ask again."""
        for form in self.findChildren(Form):
            if form.isVisible() and form.show_trouble(text, what, again):
                return True
        if again is None:
            self.banner.say(text)
        else:
            self.banner.say(text, "warn", self.language.say("Ask again"), again)
        return True

    def leave(self, leaving: Callable[[], None]) -> None:
        """Leaves the screen: at once, or after asking where something would be lost."""
        if not self.dirty():
            leaving()
            return
        from commission_app.ui.widgets.confirm import confirm_loss

        if confirm_loss(self, self.language):
            leaving()

    def new(self) -> None:
        """Begins a new one of what this screen lists (Ctrl+N)."""

    def save(self) -> None:
        """Stores what is being edited (Ctrl+S)."""

    def print_paper(self) -> None:
        """Prints what this screen shows (Ctrl+P)."""

    def edit(self) -> None:
        """Edits what is chosen (F2)."""

    def tell(self, text: str, place: Place | None = None) -> None:
        """Says in the strip what just happened, and where it can be seen."""
        self.happened.emit(News(text, place))
