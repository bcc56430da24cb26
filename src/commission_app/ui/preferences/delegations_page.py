"""The delegations of the institution: which qualifications, by whom, on which contract, from when to when."""

from dataclasses import replace
from typing import ClassVar

from commission_app.services import delegations
from commission_app.services.delegations import DelegationLine
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.delegation_dialog import DelegationDialog
from commission_app.ui.preferences.lines_page import LinesPage, LinesSaid
from commission_app.ui.two_languages import half


class DelegationsPage(LinesPage[DelegationLine]):
    """Cases and exams are held against these dates; what a missing one does is settled under the rules in force."""

    watches: ClassVar[frozenset[str]] = frozenset({"delegation", "standard"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            LinesSaid(
                title=say("Delegations"),
                purpose=say(
                    "A qualification must be delegated on the day of the application and on the day of the exam. "
                    "What happens where it is not is settled under “Rules in force”."
                ),
                new=say("New delegation …"),
                copy=say("Same contract, another qualification …"),
                heading=say("Delegated qualifications"),
                none=say("No delegation is entered yet; cases and exams are not held against one."),
                changed=say("The delegations are changed."),
            ),
            delegations.lines,
            delegations.remove,
        )

    def dialog(self, line: DelegationLine | None, *, copy: bool = False) -> DelegationDialog:
        """The form of a delegation; a copy keeps the contract for another qualification."""
        if line is not None and copy:
            return DelegationDialog(self.desk, None, self, copy=replace(line.form, parts=(), note=""))
        return DelegationDialog(self.desk, line, self)

    def question(self, line: DelegationLine) -> str:
        """Names the qualification whose delegation would go."""
        return self.language.say("Take the delegation of {code} out?", code=line.code)

    def columns(self) -> tuple[Column[DelegationLine], ...]:
        """The qualification, its parts, the contract and its dates."""
        language, say = self.language, self.language.say

        def name(line: DelegationLine) -> str:
            return f"{line.code} {half(language, line.title_lv, line.title_en)}"

        return (
            Column("name", say("Qualification"), name, stretch=True),
            Column("parts", say("Parts"), lambda line: ", ".join(line.form.parts) or say("the whole")),
            Column(
                "number",
                say("Contract or order No."),
                lambda line: line.form.number,
                tooltip=lambda line: f"{line.form.body}, {line.form.number}",
            ),
            self.dates_column(lambda line: line.form),
            self.state_column(),
        )
