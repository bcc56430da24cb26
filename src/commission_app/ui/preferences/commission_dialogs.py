"""What is asked about a commission and about a member of it."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole, Side
from commission_app.rules.vocabulary.person import Sex
from commission_app.services import commissions, users
from commission_app.services.commissions import CommissionCard, CommissionForm, MemberForm, MemberLine
from commission_app.services.users import UserRow
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
    """A member, whom the person represents, what the person knows, and for which term; a substitute for whom."""

    def __init__(self, desk: Desk, card: CommissionCard, held: MemberLine | None, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Add a member") if held is None else held.form.name, say("Save"), parent)
        self._card, self._held = card, held
        self._known = False
        self._add_fields()
        start = {"role": MemberRole.MEMBER, "side": Side.SCHOOL, "term_from": today(), "sex": Sex.NOT_SAID}
        self.form.load(start if held is None else held.form)
        self.form.edited.connect(self._suit)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self._suit()
        desk.jobs.ask(self, users.users).then(self._offer_users)

    def submit(self) -> None:
        """The member takes office, or what is said of the member changes."""
        asked = self.asked()
        if self._held is None:
            self.act(self.desk.jobs.do(self, commissions.appoint, self._card.id, asked))
        else:
            self.act(self.desk.jobs.do(self, commissions.edit_member, self._held.id, asked))

    def asked(self) -> MemberForm:
        """What the form says now."""
        values = self.form.values()
        role, side, sex, instead = values["role"], values["side"], values["sex"], values["substitute_for"]
        since, until = values["term_from"], values["term_until"]
        return MemberForm(
            str(values["name"]),
            role if isinstance(role, MemberRole) else MemberRole.MEMBER,
            side if isinstance(side, Side) else Side.SCHOOL,
            str(values["post_lv"]),
            str(values["post_en"]),
            str(values["organisation"]),
            since if isinstance(since, date) else None,
            until if isinstance(until, date) else None,
            instead if isinstance(instead, int) else None,
            str(values["fields"]),
            sex if isinstance(sex, Sex) else Sex.NOT_SAID,
            str(values["email"]),
            str(values["address"]),
            self._user_uid(),
        )

    def _user_uid(self) -> UUID | None:
        """Who the member is in the program; what stood before while the users are not offered yet."""
        if not self._known:
            return self._held.form.user_uid if self._held is not None else None
        chosen = self.user.value()
        return chosen if isinstance(chosen, UUID) else None

    def _offer_users(self, rows: tuple[UserRow, ...]) -> None:
        touched = self.form.dirty()
        self.user.offer(((row.uid, row.name) for row in rows), empty=self.language.say("does not work in the program"))
        self.user.set_value(self._held.form.user_uid if self._held is not None else None)
        self._known = True
        if not touched:
            self.form.mark_clean()

    def _suit(self) -> None:
        """Whom somebody replaces is asked of substitutes alone."""
        self.form.field("substitute_for").setVisible(self.form.values()["role"] is MemberRole.SUBSTITUTE)
        self.fit()

    def _add_fields(self) -> None:
        language, say, add = self.language, self.language.say, self.form.add
        add("name", say("Name and surname"), TextInput(), required=True)
        add("organisation", say("Organisation"), TextInput(), beside=True)
        add("role", say("Role"), Choice().offer_words(language, MemberRole), required=True)
        add("side", say("Represents"), Choice().offer_words(language, Side), required=True, beside=True)
        seats = Choice().offer(self._seats(), empty=say("any member"))
        seats.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        add("substitute_for", say("Replaces"), seats, beside=True)
        add("post_lv", say("Post in Latvian"), TextInput())
        add("post_en", say("Post in English"), TextInput(), beside=True)
        told = say("several with commas between")
        add("fields", say("Fields the member represents"), TextInput(), help_text=told, stretch=2)
        told = say("only where the by-law counts it")
        add("sex", say("Sex"), Choice().offer_words(language, Sex), help_text=told, beside=True)
        add("term_from", say("Term from"), DateEdit(language), required=True)
        add("term_until", say("Term until"), DateEdit(language), help_text=say("empty: without an end"), beside=True)
        add("email", say("E-mail"), TextInput())
        add("address", say("Address"), TextInput(), beside=True)
        told = say("with a conflict of interest this person does not see the papers of the case")
        self.user = add("user", say("Works in the program as"), Choice(), help_text=told)
        self.user.offer((), empty=say("does not work in the program"))

    def _seats(self) -> list[tuple[object, str]]:
        """The members who can be replaced."""
        return [(line.id, line.form.name) for line in self._card.members if line.form.role is not MemberRole.SUBSTITUTE]
