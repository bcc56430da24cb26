"""The front desk: who works here, and the answers of the one search box."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from commission_app.i18n import Language, marked
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.register import Book
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.register_pages import PAGES
from commission_app.ui.screens import stands
from commission_app.ui.stage import Stage
from commission_app.ui.who_works import WhoWorks
from commission_app.ui.widgets.header import Header, Worker
from commission_app.ui.widgets.rail import PLACES
from commission_app.ui.widgets.search_box import Found
from commission_app.wording.words import word

if TYPE_CHECKING:
    from commission_app.services.office import Actor
    from commission_app.services.searching import Hit
    from commission_app.services.users import UserRow

LAST_WORKER = "window/worker"
WATCHED = frozenset({"user"})
LEAST_LETTERS = 3
"""From so many letters on, a book of the registers is found by its name."""
NOUNS = {
    "case": (marked("Cases"), "cases", "case"),
    "person": (marked("People"), "person", "person"),
    "decision": (marked("Decisions"), "scale", "decision"),
    "certificate": (marked("Certificates"), "certificate", "certificate"),
    "entry": (marked("Registers"), "registers", "registers"),
    "sitting": (marked("Sittings"), "sittings", "sitting"),
    "standard": (marked("Standards"), "standards", "standard"),
    "commission": (marked("Commissions"), "sittings", "commission"),
}
"""noun → heading, icon and kind of place; where no screen shows the noun, the list of cases looks for its title."""


class FrontDesk(QObject):
    """Admits a person by name, keeps the header's names, and asks the office for what is searched."""

    admitted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._header: Header | None = None
        self._stage: Stage | None = None
        self._page: WhoWorks | None = None
        self._workers: tuple[Worker, ...] = ()

    def serve(self, header: Header, stage: Stage) -> None:
        """Serves this header and stage from now on."""
        self._header, self._stage = header, stage
        header.signed.connect(self._sign_in)
        header.search.asked.connect(self._search)
        stage.reopened.connect(lambda: self.admit(None))
        self._show_names()

    def speak(self, desk: Desk) -> None:
        """Speaks the language of another desk."""
        self._desk = desk
        self._ask_workers()

    def admit(self, uid: UUID | None) -> None:
        """Signs in the person named, the only one there is, or the one who answers."""
        if uid is not None:
            self._sign_in(uid)
            return
        from commission_app.services import users

        self._desk.jobs.ask(self, users.users).then(self._who_works)

    def heard(self, nouns: frozenset[str]) -> None:
        """The people of the office changed."""
        if nouns & WATCHED:
            self._ask_workers()

    def _ask_workers(self) -> None:
        from commission_app.services import users

        self._desk.jobs.ask(self, users.users).then(self._know)

    def _know(self, rows: "Sequence[UserRow]") -> None:
        self._workers = tuple(_worker(self._desk.language, row) for row in rows)
        self._show_names()

    def _who_works(self, rows: "Sequence[UserRow]") -> None:
        self._know(rows)
        if not self._workers:
            self.admitted.emit()
        elif len(self._workers) == 1:
            self._sign_in(self._workers[0].uid)
        elif self._stage is not None:
            self._page = WhoWorks(self._desk.language, self._workers, self._last())
            self._page.answered.connect(self._sign_in)
            self._stage.show_page(self._page)
            self._page.focus_first()

    def _sign_in(self, uid: UUID) -> None:
        office = self._desk.jobs.office
        self._desk.jobs.work(self, lambda _: office.sign_in(uid)).then(self._signed_in)

    def _signed_in(self, actor: "Actor") -> None:
        self._desk.memory.keep(LAST_WORKER, str(actor.uid))
        if self._page is not None and self._stage is not None:
            self._stage.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
        self._show_names()
        if not self._workers:
            self._ask_workers()
        self.admitted.emit()

    def _show_names(self) -> None:
        if self._header is None:
            return
        actor = self._desk.jobs.office.actor
        say = self._desk.language.say
        if actor.uid is None:
            self._header.show_worker("")
        elif actor.stands_in_for:
            self._header.show_worker(say("{name} (stands in for {other})", name=actor.name, other=actor.stands_in_for))
        else:
            self._header.show_worker(actor.name)
        self._header.show_workers(self._workers)

    def _last(self) -> UUID | None:
        try:
            return UUID(self._desk.memory.text(LAST_WORKER))
        except ValueError:
            return None

    def _search(self, words: str) -> None:
        from commission_app.services import searching

        self._desk.jobs.ask(self, searching.find, words).then(lambda found: self._found(words, found))

    def _found(self, words: str, found: "Sequence[Hit]") -> None:
        if self._header is not None:
            self._header.search.show_answers(words, (*self._places(words), *(self._answer(row) for row in found)))

    def _answer(self, row: "Hit") -> Found:
        group, picture, kind = NOUNS.get(row.noun, NOUNS["case"])
        place = Place(kind, row.key, row.part or None) if stands(kind) else Place("cases", row.title)
        return Found(self._desk.language.say(group), row.title, row.detail, place, picture)

    def _places(self, words: str) -> list[Found]:
        language, say = self._desk.language, self._desk.language.say
        places = [
            Found(say("Places"), say(text), "", Place(kind), kind)
            for kind, text in PLACES.items()
            if stands(kind) and say(text).casefold().startswith(words.casefold())
        ]
        named = ((book, word(language, book)) for book in Book)
        books = [
            Found(say("Registers"), text, "", Place("registers", book.value), "registers")
            for book, text in named
            if stands("registers") and len(words) >= LEAST_LETTERS and _begin(words, text)
        ]
        pages = [
            Found(say("Registers"), say(text), "", Place(kind), "registers")
            for kind, text in PAGES.items()
            if stands(kind) and fold(say(text)).startswith(fold(words))
        ]
        return [*places, *books, *pages]


def _begin(words: str, name: str) -> bool:
    """Whether each of the words begins a word of the name."""
    there = fold(name).split()
    return all(any(one.startswith(word) for one in there) for word in fold(words).split())


def _worker(language: Language, row: "UserRow") -> Worker:
    return Worker(row.uid, row.name, row.post_lv if language.code == "lv" else row.post_en or row.post_lv)
