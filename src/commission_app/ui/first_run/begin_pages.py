"""The second and the third page: the institution, who works here, and the head of the commission."""

from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole
from commission_app.rules.vocabulary.institution import InstitutionKind, OfficeRole
from commission_app.services.commissions import CommissionForm, MemberForm
from commission_app.services.institution import InstitutionForm
from commission_app.services.users import UserForm
from commission_app.ui.forms import Form
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import TextInput


class _FormPage(QWidget):
    """A heading, a sentence and a form."""

    def __init__(self, language: Language, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(language, self)
        title = QLabel(heading, self)
        title.setProperty("role", "display")
        soft = QLabel(sentence, self)
        soft.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        for label in (title, soft):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.form)
        column.addStretch(1)

    def _text(self, name: str) -> str:
        return str(self.form.values()[name])


class InstitutionStart(_FormPage):
    """What the first paper cannot do without."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        say = language.say
        soft = say("As the papers name it. Everything can be changed later in Preferences.")
        super().__init__(language, say("Which institution is it?"), soft, parent)
        add = self.form.add
        add("name_lv", say("Name in Latvian"), TextInput(), required=True)
        add("name_en", say("Name in English"), TextInput())
        add("kind", say("Kind"), Choice().offer_words(language, InstitutionKind))
        add("registration_number", say("Registration number"), TextInput(), beside=True)
        add("address_lv", say("Address"), TextInput())
        where = TextInput(placeholder=say("Rīgā"))
        add("place_locative_lv", say("Place, in the locative"), where, beside=True)
        add("head_name", say("Head of the institution"), TextInput())
        add("head_post_lv", say("Post in Latvian"), TextInput(), beside=True)
        self.form.load({"kind": InstitutionKind.COLLEGE})

    def asked(self) -> InstitutionForm:
        """The institution as it was entered."""
        kind = self.form.values()["kind"]
        return InstitutionForm(
            self._text("name_lv"),
            self._text("name_en"),
            kind if isinstance(kind, InstitutionKind) else InstitutionKind.COLLEGE,
            self._text("registration_number"),
            self._text("place_locative_lv"),
            address_lv=self._text("address_lv"),
            head_name=self._text("head_name"),
            head_post_lv=self._text("head_post_lv"),
        )


class PeopleStart(_FormPage):
    """Who works here first, and, where it is known already, the commission and its chair."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        say = language.say
        soft = say("Your name stands in every act. The commission may be set up later.")
        super().__init__(language, say("Who works here?"), soft, parent)
        add = self.form.add
        add("name", say("Your name and surname"), TextInput(), required=True)
        add("post_lv", say("Post in Latvian"), TextInput(), beside=True)
        self.form.heading(say("Commission"))
        add("commission", say("Name in Latvian"), TextInput())
        add("kind", say("Kind"), Choice().offer_words(language, CommissionKind), beside=True)
        add("order_number", say("Order No."), TextInput())
        add("order_date", say("Order of"), DateEdit(language), beside=True)
        add("chair", say("Chair of the commission"), TextInput())
        self.form.load({"kind": CommissionKind.RECOGNITION})

    def first(self) -> UserForm:
        """The first person of the office, who may do everything."""
        return UserForm(self._text("name"), OfficeRole.ADMINISTRATOR, self._text("post_lv"))

    def commission(self) -> CommissionForm | None:
        """The commission, if one was named."""
        values = self.form.values()
        name, kind, day = self._text("commission"), values["kind"], values["order_date"]
        if not name:
            return None
        return CommissionForm(
            kind if isinstance(kind, CommissionKind) else CommissionKind.RECOGNITION,
            name,
            order_number=self._text("order_number"),
            order_date=day if isinstance(day, date) else None,
        )

    def chair(self) -> MemberForm | None:
        """The chair, if one was named; in office since the order."""
        name, day = self._text("chair"), self.form.values()["order_date"]
        if not name:
            return None
        return MemberForm(name, MemberRole.CHAIR, term_from=day if isinstance(day, date) else None)
