"""The small forms of a person's page: a new name, another code, a document, contacts."""

from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.person import CodeChange, IdentityDocumentKind
from commission_app.services import person_changes
from commission_app.services.person_cards import DocumentRow, PersonCard
from commission_app.services.person_changes import CodeForm, ContactForm, DocumentForm, NameForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.wording.person import document_word
from commission_app.wording.words import word


class NameDialog(FormDialog):
    """A new name from a day, or a slip in the present one mended."""

    def __init__(self, desk: Desk, card: PersonCard, parent: QWidget | None = None, *, slip: bool = False) -> None:
        say = desk.language.say
        super().__init__(desk, say("Correct the name") if slip else say("New name"), say("Save"), parent)
        self._card = card
        self._slip = slip
        self.given = self.form.add("given_name", say("Given name"), TextInput(self.form), required=True)
        self.family = self.form.add("family_name", say("Surname"), TextInput(self.form), required=True, beside=True)
        self.original = self.form.add(
            "original_name",
            say("Name in the original spelling"),
            TextInput(self.form),
            help_text=say("As in the foreign document, if it differs."),
        )
        self.since: DateEdit | None = None
        if not slip:
            self.since = self.form.add(
                "since",
                say("Since"),
                DateEdit(desk.language, self.form),
                required=True,
                help_text=say("Papers of earlier days keep the name of their day."),
            )
        now = card.names[0]
        self.form.load(now)
        if self.since is not None:
            self.since.set_value(today())
            self.form.mark_clean()
        self.fit()

    def submit(self) -> None:
        """Stores the name."""
        form = NameForm(self.given.value(), self.family.value(), self.original.value())
        jobs, card = self.desk.jobs, self._card
        if self.since is None:
            self.act(jobs.do(self, person_changes.correct_name, card.id, card.version, form))
        else:
            since = cast(date, self.since.value())
            self.act(jobs.do(self, person_changes.rename, card.id, card.version, since, form))


class CodeDialog(FormDialog):
    """Another personal code, and why; the first code asks for no reason."""

    def __init__(self, desk: Desk, card: PersonCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Personal code"), say("Save"), parent)
        self._card = card
        add = self.form.add
        self.code = add(
            "personal_code", say("Personal code"), TextInput(self.form, placeholder="000000-00000"), required=True
        )
        self.since = add("since", say("Since"), DateEdit(desk.language, self.form), required=True, beside=True)
        self.why = add("why", say("Why it is another"), Choice(self.form).offer_words(desk.language, CodeChange))
        self.form.field("why").setVisible(bool(card.codes))
        self.reason = add(
            "reason",
            say("Document or reason"),
            TextInput(self.form, placeholder=say("for example: seen in the passport")),
        )
        self.since.set_value(today())
        self.why.set_value(CodeChange.REPLACED)
        self.form.mark_clean()
        self.fit()

    def submit(self) -> None:
        """Stores the code."""
        since, why = cast(date, self.since.value()), cast(CodeChange, self.why.value())
        form = CodeForm(self.code.value(), since, why, self.reason.value())
        self.act(self.desk.jobs.do(self, person_changes.change_code, self._card.id, self._card.version, form))


class DocumentDialog(FormDialog):
    """An identity document, a new one or one that is corrected."""

    def __init__(
        self, desk: Desk, card: PersonCard, parent: QWidget | None = None, *, row: DocumentRow | None = None
    ) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Identity document"), say("Save"), parent)
        self._card, self._row = card, row
        kinds = [(kind.value, word(language, kind)) for kind in IdentityDocumentKind]
        if row is not None and row.kind not in [kind for kind, _ in kinds]:
            kinds.append((row.kind, document_word(language, row.kind)))  # written before there was a list of kinds
        add = self.form.add
        self.kind = add("kind", say("Kind of document"), Choice(self.form).offer(kinds))
        self.number = add(
            "number", say("Number of the document"), TextInput(self.form, capitals=True), required=True, beside=True
        )
        self.country = add("country", say("Issued in"), TextInput(self.form))
        self.until = add("valid_until", say("Valid until"), DateEdit(language, self.form), beside=True)
        if row is not None:
            self.form.load(row)
        self.form.mark_clean()
        self.fit()

    def submit(self) -> None:
        """Stores the document."""
        until = self.until.value()
        form = DocumentForm(str(self.kind.value() or ""), self.number.value(), self.country.value(), until)
        row = self._row.id if self._row is not None else None
        done = self.desk.jobs.do(self, person_changes.enter_document, self._card.id, self._card.version, form, row)
        self.act(done)


class ContactsDialog(FormDialog):
    """Where the person lives and is reached, the citizenship and the birth date."""

    def __init__(self, desk: Desk, card: PersonCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Personal data and contacts"), say("Save"), parent)
        self._card = card
        add = self.form.add
        add("birth_date", say("Date of birth"), DateEdit(desk.language, self.form))
        add("citizenship", say("Citizenship"), TextInput(self.form), beside=True)
        add("address", say("Declared address"), TextInput(self.form))
        add("actual_address", say("Actual address, if another"), TextInput(self.form))
        add("email", say("E-mail"), TextInput(self.form))
        add("phone", say("Telephone"), TextInput(self.form), beside=True)
        add("uses_e_address", "", TickInput(say("Uses the official e-address"), self.form))
        self.form.load(card.contacts)
        self.fit()

    def submit(self) -> None:
        """Stores what was entered."""
        form = ContactForm(**self.form.values())  # type: ignore[arg-type]
        self.act(self.desk.jobs.do(self, person_changes.settle_contacts, self._card.id, self._card.version, form))
