"""The institution as its papers name it: names, address and head from a day, and the picture at the head of papers."""

from dataclasses import fields
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from commission_app.errors import RefusedError, UnavailableError
from commission_app.rules.vocabulary.institution import InstitutionKind
from commission_app.services import institution
from commission_app.services.institution import InstitutionCard, InstitutionForm
from commission_app.services.office import Progress
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.preferences.page import Page
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.inputs import TextInput

LOGO_HEIGHT = 72


class InstitutionPage(Page):
    """One form; the day in it says from when a new name, address or head counts."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(desk, say("Institution"), say("What the papers say of the institution."))
        self._card: InstitutionCard | None = None
        self._save = self.prominent(say("Save"), self.save)
        self.form = institution_form(desk, self)
        self.form.submitted.connect(self.save)
        self.body.addWidget(self.form)
        self._logo = QLabel(self)
        self._drop = FileDrop(
            desk.language,
            say("Drop a PNG or JPEG picture here; it stands at the head of every paper."),
            kinds=f"{say('Pictures')} (*.png *.jpg *.jpeg)",
            many=False,
            parent=self,
        )
        self._drop.dropped.connect(lambda paths: self.take_logo(paths[0]))
        self._away = self.button(say("Remove the picture"), lambda: self._set_logo(None), "trash")
        self._lay_out_logo()

    def refresh(self) -> None:
        """Asks for the institution; what is being typed stays."""
        self.jobs.ask(self, institution.card).then(self._show)

    def save(self) -> None:
        """Stores what is said of the institution."""
        if self._card is None or not self.form.check():
            return
        done = self.jobs.do(self.form, institution.edit, self._card.version, form_of(self.form))
        done.resting(self._save).then(lambda _: self._saved())

    def take_logo(self, path: Path) -> None:
        """Takes a picture for the head of the papers; what is no picture is refused."""

        def read(_progress: Progress) -> bytes:
            try:
                data = path.read_bytes()
            except OSError as error:
                why = error.strerror or str(error)
                raise UnavailableError("ui.file_unreadable", file=path.name, why=why) from error
            if QImage.fromData(data).isNull():
                raise RefusedError("ui.not_a_picture", file=path.name)
            return data

        self.jobs.work(self, read).then(self._set_logo)

    def _set_logo(self, data: bytes | None) -> None:
        if self._card is not None:
            done = self.jobs.do(self, institution.set_logo, self._card.version, data)
            done.then(lambda _: self._logo_set())

    def _logo_set(self) -> None:
        """What is being typed in the form meanwhile stays, and can be saved after it."""
        self.told.emit(self.language.say("Institution saved"))
        self.jobs.ask_each(self, institution.card).then(self._know_logo)

    def _know_logo(self, card: InstitutionCard | None) -> None:
        if card is not None:
            self._card = card
            self._show_logo(card.logo)

    def _saved(self) -> None:
        self.form.mark_clean()
        self.told.emit(self.language.say("Institution saved"))
        self.refresh()

    def _show(self, card: InstitutionCard | None) -> None:
        if card is None:
            return
        if not self.form.dirty():
            self._card = card
            self.form.load(card.form)
        self._show_logo(card.logo)

    def _show_logo(self, data: bytes | None) -> None:
        self._away.setVisible(data is not None)
        self._logo.setVisible(data is not None)
        if data is not None:
            picture = QPixmap()
            picture.loadFromData(data)
            high = Qt.TransformationMode.SmoothTransformation
            self._logo.setPixmap(picture.scaledToHeight(LOGO_HEIGHT, high))

    def _lay_out_logo(self) -> None:
        self.heading(self.language.say("Picture at the head of the papers"))
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        row.addWidget(self._logo)
        row.addWidget(self._drop, 1)
        row.addWidget(self._away)
        self.body.addLayout(row)
        self.body.addStretch(1)


def institution_form(desk: Desk, parent: QWidget) -> Form:
    """The fields of an institution."""
    language, say = desk.language, desk.language.say
    form = Form(language, parent)
    form.add("name_lv", say("Name in Latvian"), TextInput(), required=True)
    form.add("name_en", say("Name in English"), TextInput(), beside=True)
    form.add("kind", say("Kind"), Choice().offer_words(language, InstitutionKind))
    form.add("registration_number", say("Registration number"), TextInput(), beside=True)
    form.add("address_lv", say("Address"), TextInput())
    form.add("address_en", say("Address in English"), TextInput(), beside=True)
    where = say("as a decision begins: “Rīgā”")
    form.add("place_locative_lv", say("Place, in the locative"), TextInput(), help_text=where)
    form.add("place_en", say("Place in English"), TextInput(), beside=True)
    form.add("email", say("E-mail"), TextInput())
    form.add("phone", say("Telephone"), TextInput(), beside=True)
    form.heading(say("Head of the institution"))
    form.add("head_name", say("Name and surname"), TextInput())
    form.add("head_post_lv", say("Post in Latvian"), TextInput(), beside=True)
    form.add("head_post_en", say("Post in English"), TextInput(), beside=True)
    told = say("Leave the day to correct a mistake; type a new one when the name, the address or the head changes.")
    form.add("valid_from", say("Name, address and head are so from"), DateEdit(language), help_text=told)
    return form


def form_of(form: Form) -> InstitutionForm:
    """What was entered, as the office wants it."""
    values = form.values()
    kind, since = values["kind"], values["valid_from"]
    texts = {
        field.name: str(values[field.name])
        for field in fields(InstitutionForm)
        if field.name not in ("kind", "valid_from")
    }
    return InstitutionForm(
        **texts,
        kind=kind if isinstance(kind, InstitutionKind) else InstitutionKind.COLLEGE,
        valid_from=since if isinstance(since, date) else None,
    )
