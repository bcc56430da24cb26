"""The rules in force: what the law says from which day, and what the institution has settled itself."""

from PySide6.QtWidgets import QCheckBox

from commission_app.i18n import Language
from commission_app.rules.provision_values import spoken
from commission_app.rules.provisions import Value
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import provisions
from commission_app.services.provisions import ProvisionLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.preferences.rule_dialog import RuleDialog
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import fact_text
from commission_app.wording.words import word


def value_text(language: Language, key: str, value: Value) -> str:
    """The value of a rule in words."""
    if value is None:
        return language.say("no limit")
    if isinstance(value, bool):
        return language.say("yes") if value else language.say("no")
    return fact_text(language, spoken(key, value))


def rule_name(language: Language, key: str) -> str:
    """The name of a rule; one of a newer program stands as it is."""
    return word(language, ProvisionKey(key)) if key in set(ProvisionKey) else key


def procedure_name(language: Language, procedure: Procedure | None) -> str:
    """For which procedure a rule or a text holds."""
    return language.say("both procedures") if procedure is None else word(language, procedure)


class RulesPage(Page):
    """A rule is never changed: a new value counts from its day, and cases of before keep the old one."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("Every rule counts from a day; earlier cases keep the rule of their time.")
        super().__init__(desk, say("Rules in force"), purpose)
        self.prominent(say("Settle a value of one's own …"), self.new, "plus")
        self._lines: tuple[ProvisionLine, ...] = ()
        self.only_now = QCheckBox(say("Only those in force today"), self)
        self.only_now.setChecked(True)
        self.only_now.toggled.connect(lambda _: self._show())
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(lambda row: self._ask(row if isinstance(row, ProvisionLine) else None))
        self.body.addWidget(self.only_now)
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Asks for every rule."""
        self.jobs.ask(self, provisions.provision_lines).then(self._know)

    def new(self) -> None:
        """Settles a value, beginning with the chosen rule."""
        self._ask(self.table.current() if isinstance(self.table.current(), ProvisionLine) else None)

    def edit(self) -> None:
        """Settles another value of the chosen rule."""
        self.new()

    def _ask(self, held: ProvisionLine | None) -> None:
        dialog = RuleDialog(self.desk, held, self)
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("Rule settled"))
        self.refresh()

    def _know(self, lines: tuple[ProvisionLine, ...]) -> None:
        self._lines = lines
        self._show()

    def _show(self) -> None:
        wanted = [line for line in self._lines if line.in_force or not self.only_now.isChecked()]
        self.table.show_rows(sorted(wanted, key=lambda line: rule_name(self.language, line.key)))

    def _columns(self) -> tuple[Column[ProvisionLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")
        return (
            Column("key", say("Rule"), lambda row: rule_name(language, row.key), width_hint=34),
            Column("value", say("Value"), lambda row: value_text(language, row.key, row.value), width_hint=18),
            Column("procedure", say("Procedure"), lambda row: procedure_name(language, row.procedure), width_hint=22),
            Column("since", say("In force from"), lambda row: language.date(row.in_force_from), width_hint=12),
            Column(
                "legal", say("Legal reference"), lambda row: half(language, row.legal_lv, row.legal_en), stretch=True
            ),
            Column("origin", say("Origin"), lambda row: word(language, row.origin), width_hint=24),
            Column("state", say("State"), lambda row: now if row.in_force else other, width_hint=14),
        )
