"""What a digital credential says of itself, with what to look at before it is believed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from commission_app.services.file_contents import CredentialFacts, FileContents
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.fact_list import FactList
from commission_app.wording.quantities import hours_text
from commission_app.wording.sentences import sentence


class CredentialPanel(QScrollArea):
    """Reads like a printed form; it shows claims, and says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        told = QLabel(desk.language.say("The credential says this of itself; reading it proves nothing."), inside)
        told.setProperty("role", "soft")
        told.setWordWrap(True)
        self.remarks = Banner(desk.language, inside)
        self.facts = FactList(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.remarks)
        column.addWidget(told)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.setWidget(inside)
        self.hide()

    def show_contents(self, found: FileContents | None) -> None:
        """Shows the facts of a credential; nothing for any other file."""
        facts = found.credential if found is not None else None
        self.setVisible(facts is not None)
        if found is None or facts is None:
            return
        self.facts.show_facts(self._lines(facts))
        if found.remarks:
            self.remarks.say("\n".join(sentence(self._language, one) for one in found.remarks), "warn")
        else:
            self.remarks.hide()

    def _lines(self, facts: CredentialFacts) -> list[tuple[str, str]]:
        language, say = self._language, self._language.say
        day = language.date
        always = [
            (say("Title"), facts.title),
            (say("Issued by"), facts.issuer),
            (say("Holder"), facts.holder),
            (say("Issued on"), day(facts.issued_on) if facts.issued_on else ""),
        ]
        further = [
            (say("Valid until"), day(facts.expires_on) if facts.expires_on else ""),
            (say("Learning outcomes"), "\n".join(one for one in facts.outcomes if one)),
            (say("Credits"), facts.credits),
            (say("Hours"), hours_text(language, facts.hours) if facts.hours is not None else ""),
            (say("Level"), facts.level),
            (say("How it was assessed"), facts.assessment),
            (say("Result"), facts.result),
            (say("Identity check"), facts.identity_check),
            (say("Criteria"), facts.criteria),
            (say("Description"), facts.description),
            (say("Language"), facts.language),
            (say("Links"), "\n".join(facts.links)),
            (say("Format"), facts.format),
        ]
        return always + [line for line in further if line[1]]
