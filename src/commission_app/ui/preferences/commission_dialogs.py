"""What is asked about a commission and about a member of it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole, Side
from commission_app.services import commissions
from commission_app.services.commissions import CommissionCard, CommissionForm, MemberForm, MemberLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class CommissionDialog(FormDialog):
    """The commission and the order that set it up."""

    def __init__(self, desk: Desk, held: CommissionCard | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Commission"), say("Save"), parent)
        self._held = held
        add = self.form.add
        add("name_lv", say("Name in Latvian"), TextInput(), required=True)
        add("name_en", say("Name in English"), TextInput())
        add("kind", say("Kind"), Choice().offer_words(language, CommissionKind), required=True)
        add("thematic_area", say("Thematic area"), TextInput(), beside=True)
        add("order_number", say("Order No."), TextInput())
        add("order_date", say("Order of"), DateEdit(language), beside=True)
        self.form.load({"kind": CommissionKind.RECOGNITION} if held is None else held.form)

    def submit(self) -> None:
        """Stores the commission."""
        values = self.form.values()
        kind, day = values["kind"], values["order_date"]
        asked = CommissionForm(
            kind if isinstance(kind, CommissionKind) else CommissionKind.RECOGNITION,
            str(values["name_lv"]),
            str(values["name_en"]),
            str(values["thematic_area"]),
            str(values["order_number"]),
            day if isinstance(day, date) else None,
        )
        if self._held is None:
            self.act(self.desk.jobs.do(self, commissions.found, asked))
        else:
            self.act(self.desk.jobs.do(self, commissions.edit, self._held.id, self._held.version, asked))


class MemberDialog(FormDialog):
    """A member, whom the person represents, and for which term."""

    def __init__(self, desk: Desk, commission_id: int, held: MemberLine | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Add a member") if held is None else held.form.name, say("Save"), parent)
        self._commission_id, self._held = commission_id, held
        add = self.form.add
        add("name", say("Name and surname"), TextInput(), required=True)
        add("role", say("Role"), Choice().offer_words(language, MemberRole), required=True)
        add("side", say("Represents"), Choice().offer_words(language, Side), required=True, beside=True)
        add("post_lv", say("Post in Latvian"), TextInput())
        add("post_en", say("Post in English"), TextInput(), beside=True)
        add("organisation", say("Organisation"), TextInput())
        add("term_from", say("Term from"), DateEdit(language), required=True)
        add("term_until", say("Term until"), DateEdit(language), help_text=say("empty: without an end"), beside=True)
        start = {"role": MemberRole.MEMBER, "side": Side.SCHOOL, "term_from": today()}
        self.form.load(start if held is None else held.form)

    def submit(self) -> None:
        """The member takes office, or what is said of the member changes."""
        values = self.form.values()
        role, side = values["role"], values["side"]
        since, until = values["term_from"], values["term_until"]
        asked = MemberForm(
            str(values["name"]),
            role if isinstance(role, MemberRole) else MemberRole.MEMBER,
            side if isinstance(side, Side) else Side.SCHOOL,
            str(values["post_lv"]),
            str(values["post_en"]),
            str(values["organisation"]),
            since if isinstance(since, date) else None,
            until if isinstance(until, date) else None,
        )
        if self._held is None:
            self.act(self.desk.jobs.do(self, commissions.appoint, self._commission_id, asked))
        else:
            self.act(self.desk.jobs.do(self, commissions.edit_member, self._held.id, asked))
