"""The papers of a sitting: which, of which item, in which language; shown to be printed or saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import LANGUAGES
from commission_app.services import papers, sitting_bundle, sitting_papers
from commission_app.services.sitting_papers import PaperItem
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.paper_buttons import show_when_made

Made = Callable[..., bytes]


class SittingPapersDialog(FormDialog):
    """One paper after another can be shown; what cannot be made yet says why."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Papers of the sitting"), say("Show"), parent)
        self._sitting_id = sitting_id
        self._items: dict[int, PaperItem] = {}
        self.whole: dict[str, tuple[str, Made]] = {
            "minutes": (say("Minutes of the sitting"), papers.minutes),
            "attendance": (say("Attendance sheet"), sitting_papers.attendance),
            "incidents": (say("Incident report"), sitting_papers.incidents),
            "study": (say("Extract for the study department"), sitting_papers.study_department),
            "note": (say("Note of corrections to the minutes"), sitting_papers.correction_note),
            "all": (say("Minutes and every decision in one file"), sitting_bundle.all_papers),
        }
        self.single: dict[str, tuple[str, Made]] = {
            "extract": (say("Extract of the minutes"), sitting_papers.extract),
            "ballots": (say("Ballots for a secret vote"), sitting_papers.ballot_papers),
            "count": (say("Protocol of the count of votes"), sitting_papers.count_protocol),
        }
        self.paper = self.form.add("paper", say("Paper"), Choice(self), required=True)
        self.paper.offer((key, name) for key, (name, _) in {**self.whole, **self.single}.items())
        self.item = self.form.add("item", say("Item"), Choice(self), required=True)
        self.addressee = self.form.add(
            "addressee",
            say("Addressee"),
            TextInput(self),
            help_text=say("The name is proposed in the dative; correct it where it is declined otherwise."),
        )
        self.tongue = self.form.add("language", say("Language"), Choice(self), required=True)
        names = {"lv": say("in Latvian"), "en": say("in English")}
        self.tongue.offer((language.code, names[language.code]) for language in LANGUAGES)
        self.tongue.set_value("lv")
        self.paper.set_value("minutes")
        self.paper.currentIndexChanged.connect(lambda _: self._turn())
        self.item.currentIndexChanged.connect(lambda _: self._address())
        self.tongue.currentIndexChanged.connect(lambda _: self._address())
        self._turn()
        desk.jobs.ask(self, sitting_papers.items, sitting_id).then(self._offer)

    def submit(self) -> None:
        """Shows the paper chosen; the dialog stays for the next."""
        language = next(one for one in LANGUAGES if one.code == self.tongue.value())
        key = str(self.paper.value())
        if key in self.whole:
            name, made = self.whole[key]
            self._show(name, made, self._sitting_id, language)
            return
        name, made = self.single[key]
        given: tuple[Any, ...] = (self.item.value(),)
        if key == "extract":
            given += (self.addressee.value(),)
        self._show(name, made, *given, language)

    def _show(self, name: str, made: Made, *given: Any) -> None:
        show_when_made(self, self.desk, name, self.desk.jobs.ask(self, made, *given).resting(self.deed))

    def _offer(self, items: tuple[PaperItem, ...]) -> None:
        self._items = {one.item_id: one for one in items}
        self.item.offer((one.item_id, f"{one.position}. {one.applicant}, {one.case_number}") for one in items)
        if items:
            self.item.set_value(items[0].item_id)
        self._address()

    def _turn(self) -> None:
        key = self.paper.value()
        self.form.field("item").setVisible(key in self.single)
        self.form.field("addressee").setVisible(key == "extract")
        self.banner.hide()
        self.fit()

    def _address(self) -> None:
        """Proposes the addressee: declined in Latvian, as it is in English."""
        key = self.item.value()
        chosen = self._items.get(key) if isinstance(key, int) else None
        if chosen is not None:
            self.addressee.set_value(chosen.addressee if self.tongue.value() == "lv" else chosen.applicant)
