"""A page of several lists, one in sight: what it offers stands above, in one line with the choice of the list."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.registers.register_pages import RegisterPages
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.segments import Segments


class ListsScreen(Screen):
    """Its lists are those of `tabs`, the first of them shown where no other is asked for."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        self.switch = Segments(self)
        self.switch.chosen.connect(lambda name: self.show_part(str(name)))
        self.acts = ActButton(desk.language, self)
        self._parts: dict[str, ListPart] = {}
        self._stack = QStackedWidget(self)

    def lay_out(self, page: str, parts: Iterable[tuple[str, ListPart]]) -> None:
        """Puts the lists, each with its name, on a page of the registers, in the order of `tabs`."""
        named = tuple(zip(self.tabs, parts, strict=True))
        self.switch.offer(tuple((tab, name, "") for tab, (name, _) in named))
        self._parts = {tab: part for tab, (_, part) in named}
        for part in self._parts.values():
            self._stack.addWidget(part)
            part.told.connect(self.tell)
            part.changed.connect(self.offer)
            part.go.connect(self.go)
        pages = RegisterPages(self.language, page, self)
        pages.go.connect(self.go)
        self.body.addWidget(pages)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.switch)
        top.addWidget(self.acts, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)
        self.show_part(self.place.tab or "")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """It stands among the registers."""
        return ((self.language.say("Registers"), Place("registers")),)

    def part(self) -> ListPart:
        """The list in sight."""
        return self._parts[str(self.switch.value())]

    def show_part(self, name: str) -> None:
        """Shows one of the lists."""
        name = name if name in self._parts else self.tabs[0]
        self.switch.set_value(name)
        self._stack.setCurrentWidget(self._parts[name])
        self.place = Place(self.place.kind, self.place.key, name)
        self.offer()

    def turn_to(self, place: Place) -> None:
        """Shows another of the lists."""
        super().turn_to(place)
        self.show_part(place.tab or "")

    def focus_first(self) -> None:
        """Puts the keyboard into the list in sight."""
        self.part().focus_first()

    def print_paper(self) -> None:
        """Prints what is chosen (Ctrl+P)."""
        self.part().print_paper()

    def edit(self) -> None:
        """Opens what is chosen (F2)."""
        self.part().edit()

    def offer(self) -> None:
        """Shows what can be done with what is chosen, and what the page itself can do."""
        self.acts.show_acts([*self.part().offered(), *self.common()])

    def common(self) -> list[Offered]:
        """What the page can do whatever is chosen."""
        return []
