"""The library of reasons: standard wordings in both languages, by kind and ground, from a day."""

from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.decision import ReasonKind, RefusalGround
from commission_app.services import reasons_library
from commission_app.services.reasons_library import ReasonForm, ReasonLine
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.lines_page import LinesPage, LinesSaid
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.words import word


class ReasonsPage(LinesPage[ReasonLine]):
    """A wording is retired, not deleted; F9 inserts one where reasons are typed."""

    watches: ClassVar[frozenset[str]] = frozenset({"reason"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            LinesSaid(
                title=say("Library of reasons"),
                purpose=say("Standard wordings in both languages; F9 inserts one wherever reasons are typed."),
                new=say("New wording …"),
                copy=say("Copy as a new wording …"),
                heading=say("Wordings"),
                none=say("The library is empty: begin with the wordings that come with the program."),
                changed=say("The library of reasons is changed."),
            ),
            reasons_library.lines,
            reasons_library.retire,
        )
        self.shipped = self.button(say("Add the wordings of the program"), self.add_shipped, "plus")
        self.body.addWidget(self.shipped)

    def add_shipped(self) -> None:
        """Enters the wordings that come with the program, where they do not stand yet."""
        self.jobs.do(self, reasons_library.add_shipped).resting(self.shipped).then(lambda _: self._stored())

    def dialog(self, line: ReasonLine | None, *, copy: bool = False) -> FormDialog:
        """The form of a wording."""
        return ReasonDialog(self.desk, line, self, copy=copy)

    def question(self, line: ReasonLine) -> str:
        """Names the wording that is no longer offered."""
        return self.language.say("Offer the wording no longer: {title}?", title=line.form.title)

    def columns(self) -> tuple[Column[ReasonLine], ...]:
        """For what, its name, the words and from when."""
        language, say = self.language, self.language.say
        return (
            Column("kind", say("Meant for"), lambda line: word(language, line.form.kind), width_hint=22),
            Column("title", say("Name"), lambda line: line.form.title, width_hint=26),
            Column(
                "text", say("Wording"), lambda line: half(language, line.form.text_lv, line.form.text_en), stretch=True
            ),
            Column("since", say("In force from"), lambda line: language.date(line.form.in_force_from), width_hint=12),
            self.state_column(),
        )


class ReasonDialog(FormDialog):
    """Both halves of a wording; the ground only where it is for a refusal."""

    def __init__(self, desk: Desk, held: ReasonLine | None, parent: QWidget, *, copy: bool = False) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Standard wording"), say("Save"), parent)
        self._held = None if copy else held
        add = self.form.add
        add("kind", say("Meant for"), Choice().offer_words(language, ReasonKind), required=True)
        grounds = Choice().offer_words(language, RefusalGround, empty=say("no ground"))
        add("ground", say("Ground of the refusal"), grounds, beside=True)
        add("title", say("Name"), TextInput(), required=True)
        add("in_force_from", say("In force from"), DateEdit(language), required=True, beside=True)
        add("text_lv", say("In Latvian"), LongTextInput(lines=5), required=True)
        add("text_en", say("In English"), LongTextInput(lines=5))
        begun = {"kind": ReasonKind.REFUSED, "in_force_from": today()}
        self.form.load(held.form if held is not None else begun)

    def submit(self) -> None:
        """Stores the wording."""
        values: dict[str, Any] = self.form.values()
        since = values["in_force_from"]
        assert isinstance(since, date)
        form = ReasonForm(
            values["kind"], values["title"], values["text_lv"], values["text_en"] or "", since, values["ground"]
        )
        key, seen = (self._held.id, self._held.version) if self._held is not None else (None, None)
        self.act(self.desk.jobs.do(self, reasons_library.store, key, seen, form))
