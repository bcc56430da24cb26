"""The papers of a case that are made when asked for: forms, statements, envelopes; which, in which language."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.errors import Refusal
from commission_app.i18n import LANGUAGES
from commission_app.rules.vocabulary.archive import EnvelopeSize
from commission_app.services import (
    appeal_cover,
    archive_papers,
    assessor_papers,
    mail_papers,
    office_papers,
    papers,
    portfolio_papers,
)
from commission_app.services.office_papers import OfferedPaper
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

Made = Callable[..., bytes]


class CasePapersDialog(FormDialog):
    """One paper after another can be shown; what cannot be made yet says why."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Other papers of the case"), say("Show"), parent)
        self._case_id = case_id
        self._made: dict[str, tuple[str, Made, tuple[Any, ...]]] = {}
        self._against: dict[str, tuple[Refusal, ...]] = {}
        self.paper = self.form.add("paper", say("Paper"), Choice(self), required=True)
        self.tongue = self.form.add("language", say("Language"), Choice(self), required=True)
        names = {"lv": say("in Latvian"), "en": say("in English")}
        self.tongue.offer((language.code, names[language.code]) for language in LANGUAGES)
        self.tongue.set_value("lv")
        self.paper.currentIndexChanged.connect(lambda _: self._turn())
        self._offer_standing()
        desk.jobs.ask(self, office_papers.of_case, case_id).then(self._offer_office)
        desk.jobs.ask(self, appeal_cover.of_case, case_id).then(self._offer_appeals)
        desk.jobs.ask(self, archive_papers.volumes_of, case_id).then(self._offer_volumes)
        desk.jobs.ask(self, assessor_papers.of_case, case_id).then(self._offer_sheets)

    def submit(self) -> None:
        """Shows the chosen paper; the dialog stays for the next."""
        language = next(one for one in LANGUAGES if one.code == self.tongue.value())
        key = str(self.paper.value())
        name, made, given = self._made[key]

        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            kind = key.partition(" ")[0]
            show_paper(self, self.desk, name, data, papers.file_name(name), kind=kind)

        self.desk.jobs.ask(self, made, *given, language).resting(self.deed).then(show)

    def _offer_standing(self) -> None:
        say, language = self.language.say, self.language
        self._add("originals", say("List of compared originals"), portfolio_papers.compared_originals, self._case_id)
        for size in EnvelopeSize:
            self._add(f"envelope {size}", word(language, size), mail_papers.envelope_of_case, self._case_id, size)

    def _offer_office(self, offered: tuple[OfferedPaper, ...]) -> None:
        for one in offered:
            key = f"office-{one.kind}"
            self._against[key] = one.against
            self._add(key, word(self.language, one.kind), office_papers.render, one.kind, self._case_id)
        self._renew()

    def _offer_appeals(self, appeals: tuple[tuple[int, str], ...]) -> None:
        for key, number in appeals:
            name = self.language.say("Cover letter of appeal {number}", number=number)
            self._add(f"appeal {key}", name, appeal_cover.cover, key)
        self._renew()

    def _offer_volumes(self, volumes: tuple[int, ...]) -> None:
        if volumes:
            self._add("volumes", self.language.say("Cover and contents"), archive_papers.for_volumes, volumes)
        self._renew()

    def _offer_sheets(self, seats: tuple[tuple[int, int], ...]) -> None:
        say = self.language.say
        for key, seat in seats:
            self._add(f"sheet {key}", say("Sheet of assessor {seat}", seat=seat), assessor_papers.sheet, key)
        if seats:
            self._add("summary", say("Summary of the assessment"), assessor_papers.summary, self._case_id)
        self._renew()

    def _add(self, key: str, name: str, made: Made, *given: Any) -> None:
        self._made[key] = (name, made, given)

    def _renew(self) -> None:
        office_first = sorted(self._made, key=lambda key: not key.startswith("office-"))
        self.paper.offer((key, self._made[key][0]) for key in office_first)
        self._turn()

    def _turn(self) -> None:
        against = self._against.get(str(self.paper.value()), ())
        self.banner.hide()
        self.deed.setEnabled(not against)
        if against:
            self.banner.say(" ".join(sentence(self.language, reason) for reason in against), "warn")
        self.fit()
