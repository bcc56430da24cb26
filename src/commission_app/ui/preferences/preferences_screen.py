"""Preferences: the pages at the left, the chosen one at the right; every page is made when it is first looked at."""

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget

from commission_app.i18n import marked
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Place
from commission_app.ui.preferences.page import Page
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP

_BELOW = "commission_app.ui.preferences."
PAGES = {
    "institution": (marked("Institution"), "file", _BELOW + "institution_page:InstitutionPage"),
    "people": (marked("People of the office"), "person", _BELOW + "people_page:PeoplePage"),
    "commissions": (marked("Commissions"), "sittings", _BELOW + "commissions_page:CommissionsPage"),
    "rules": (marked("Rules in force"), "scale", _BELOW + "rules_page:RulesPage"),
    "calendar": (marked("Calendar"), "calendar", _BELOW + "calendar_page:CalendarPage"),
    "prices": (marked("Price list"), "table", _BELOW + "prices_page:PricesPage"),
    "rates": (marked("Rates of pay"), "scale", _BELOW + "rates_page:RatesPage"),
    "delegations": (marked("Delegations"), "registers", _BELOW + "delegations_page:DelegationsPage"),
    "partners": (marked("Mobility partners"), "globe", _BELOW + "partners_page:PartnersPage"),
    "texts": (marked("Printed texts"), "print", _BELOW + "texts_page:TextsPage"),
    "reasons": (marked("Library of reasons"), "edit", _BELOW + "reasons_page:ReasonsPage"),
    "nomenclature": (marked("Nomenclature of files"), "registers", _BELOW + "nomenclature_page:NomenclaturePage"),
    "numbers": (marked("Numbers"), "registers", _BELOW + "numbers_page:NumbersPage"),
    "signing": (marked("Electronic signature"), "edit", _BELOW + "signing_page:SigningPage"),
    "trust": (marked("Trusted certificates"), "certificate", _BELOW + "trust_page:TrustPage"),
    "keys": (marked("Keys of the codes"), "lock", _BELOW + "keys_page:KeysPage"),
    "data": (marked("Data"), "download", _BELOW + "data_page:DataPage"),
    "appearance": (marked("Appearance"), "eye", _BELOW + "appearance_page:AppearancePage"),
}
"""name → title, icon, and the class that shows it."""

FIRST = "institution"


class PreferencesScreen(Screen):
    """A place may name its page as the tab."""

    watches = frozenset(
        {
            "institution",
            "user",
            "commission",
            "calendar",
            "provision",
            "phrase",
            "reason",
            "register",
            "backup",
            "series",
            "trust",
            "key",
            "price",
            "delegation",
            "mobility",
            "nomenclature",
        }
    )
    help_topic = "preferences"
    tabs = tuple(PAGES)

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk, place)
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget(self)
        self.names = QListWidget(self)
        self.names.setAccessibleName(desk.language.say("Preferences"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, (text, picture, _) in PAGES.items():
            entry = QListWidgetItem(icon(picture), desk.language.say(text), self.names)
            entry.setData(Qt.ItemDataRole.UserRole, name)
        self.names.setFixedWidth(self.names.sizeHintForColumn(0) + 8 * STEP)
        self.names.currentItemChanged.connect(lambda entry, _: self._chosen(entry))
        across = QHBoxLayout()
        across.setSpacing(6 * STEP)
        across.addWidget(self.names)
        across.addWidget(self._stack, 1)
        self.body.addLayout(across, 1)
        self._choose(place.tab or FIRST)

    def title(self) -> str:
        """What the screen is called."""
        return self.language.say("Preferences")

    def page(self) -> Page:
        """The page in sight."""
        return self._pages[self._name()]

    def refresh(self) -> None:
        """Asks for the page in sight again."""
        self.page().refresh()

    def turn_to(self, place: Place) -> None:
        """Shows another page."""
        super().turn_to(place)
        self._choose(place.tab or FIRST)

    def focus_first(self) -> None:
        """Puts the keyboard into the list of pages."""
        self.names.setFocus()

    def new(self) -> None:
        """Begins a new row of the page in sight."""
        self.page().new()

    def save(self) -> None:
        """Stores what the page in sight edits."""
        self.page().save()

    def edit(self) -> None:
        """Edits what is chosen on the page in sight."""
        self.page().edit()

    def _name(self) -> str:
        entry = self.names.currentItem()
        return str(entry.data(Qt.ItemDataRole.UserRole)) if entry is not None else FIRST

    def _choose(self, name: str) -> None:
        at = list(PAGES).index(name) if name in PAGES else 0
        self.names.setCurrentRow(at)

    def _chosen(self, entry: QListWidgetItem | None) -> None:
        if entry is None:
            return
        name = str(entry.data(Qt.ItemDataRole.UserRole))
        fresh = name not in self._pages
        if fresh:
            self._make(name)
        self._stack.setCurrentIndex(list(self._pages).index(name))
        self.place = Place(self.place.kind, self.place.key, name)
        if not fresh or self.isVisible():
            self.page().refresh()

    def _make(self, name: str) -> None:
        module, _, kind = PAGES[name][2].partition(":")
        page: Page = getattr(import_module(module), kind)(self.desk)
        page.told.connect(self.tell)
        page.settings_chosen.connect(self.settings_chosen)
        page.reopened.connect(self.reopened)
        self._pages[name] = page
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self._stack.addWidget(scroll)
