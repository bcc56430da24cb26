"""The fields about an applicant as a person, with the code read while it is typed; intake and correction share them."""

from dataclasses import replace
from datetime import date

from commission_app.errors import RefusedError
from commission_app.i18n import today
from commission_app.rules.identity import CodeFinding, check_personal_code
from commission_app.services.people import PersonForm
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.wording.sentences import sentence

LATVIAN_CODE_LENGTH = 11


class PersonFields:
    """Adds the fields to a form; a doubtful code opens the field for the reason why it is right all the same."""

    def __init__(self, desk: Desk, form: Form) -> None:
        self._language = desk.language
        self._form = form
        self._filled: date | None = None
        say = desk.language.say
        self.given = form.add("given_name", say("Given name"), TextInput(form), required=True)
        self.family = form.add("family_name", say("Surname"), TextInput(form), required=True, beside=True)
        self.code = form.add(
            "personal_code",
            say("Personal code"),
            TextInput(form, placeholder="000000-00000"),
            help_text=say("Leave empty for a person without one."),
        )
        self.born = form.add("birth_date", say("Date of birth"), DateEdit(desk.language, form), beside=True)
        self.reason = form.add(
            "code_override_reason",
            say("Why this code is right all the same"),
            TextInput(form, placeholder=say("for example: seen in the passport")),
        )
        form.add(
            "original_name",
            say("Name in the original spelling"),
            TextInput(form),
            help_text=say("As in the foreign document, if it differs."),
        )
        form.add("citizenship", say("Citizenship"), TextInput(form), beside=True)
        form.add(
            "document_kind", say("Identity document"), TextInput(form, placeholder=say("passport, identity card …"))
        )
        form.add("document_number", say("Number of the document"), TextInput(form), beside=True)
        form.add("document_country", say("Issued in"), TextInput(form))
        form.add("document_valid_until", say("Valid until"), DateEdit(desk.language, form), beside=True)
        form.add("email", say("E-mail"), TextInput(form))
        form.add("phone", say("Telephone"), TextInput(form), beside=True)
        form.add("address", say("Declared address"), TextInput(form))
        form.add("actual_address", say("Actual address, if another"), TextInput(form))
        form.add("uses_e_address", "", TickInput(say("Uses the official e-address"), form))
        self.code.on_edit(self.look)
        self.look()

    def look(self) -> None:
        """Reads the code as it stands: what it says of the birth date, and what is doubtful in it."""
        field = self._form.field("personal_code")
        text = str(self.code.value())
        finding = self._finding(text)
        doubtful = finding is not None and bool(finding.warnings)
        self._form.field("code_override_reason").setVisible(doubtful or bool(self.reason.value()))
        if finding is None:
            return
        field.clear_error()
        if finding.warnings:
            field.show_error(sentence(self._language, finding.warnings[0]))
        if self.code.text() != finding.normal and len(text) >= LATVIAN_CODE_LENGTH:
            self.code.setText(finding.normal)
        if finding.birth_date is not None and self.born.value() in (None, self._filled):
            self._filled = finding.birth_date
            self.born.set_value(finding.birth_date)

    def form_value(self) -> PersonForm:
        """The person as entered."""
        values = {name: value for name, value in self._form.values().items() if name in _NAMES}
        return replace(PersonForm(), **values)  # type: ignore[arg-type]

    def _finding(self, text: str) -> CodeFinding | None:
        """What the code says; None while it is empty or being typed. One that is impossible says so at the field."""
        if sum(char.isdigit() for char in text) < LATVIAN_CODE_LENGTH:
            return None
        try:
            return check_personal_code(text, today())
        except RefusedError as error:
            self._form.field("personal_code").show_error(sentence(self._language, error.refusal))
            return None


_NAMES = frozenset(PersonForm.__dataclass_fields__)
