"""What stands behind an application: experience and education, motive, statements, consultations."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.experience import Length
from commission_app.services import consultations, evidence_reuse, experience, statements
from commission_app.services.cases import CaseCard
from commission_app.services.consultations import ConsultationCard, ConsultationRow
from commission_app.services.evidence_reuse import EarlierItem
from commission_app.services.experience import ExperienceCard, ExperienceRow
from commission_app.services.statements import StatementsCard
from commission_app.ui.cases.background_dialogs import (
    ConsultationDialog,
    ExperienceDialog,
    RequestDialog,
    StatementsDialog,
)
from commission_app.ui.cases.consultation_print import ConsultationPrint
from commission_app.ui.cases.tabs.interview_panel import InterviewPanel
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class BackgroundTab(CaseTab):
    """Cards one below the other, each with its own deeds."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "application", "consultation", "evidence"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self._card: CaseCard | None = None
        self._statements: StatementsCard | None = None
        self._consultations: ConsultationCard | None = None
        held = QWidget(self)
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 2 * STEP, 0)
        self._column.setSpacing(3 * STEP)
        self._experience()
        self._request()
        self._states()
        self.interview = InterviewPanel(desk, case_id, self)
        self._column.addWidget(self.interview)
        self._consults()
        self._reuses()
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        self.body.addWidget(area, 1)

    def refresh(self, card: CaseCard) -> None:
        """Asks for everything that stands behind the application."""
        self._card = card
        self.facts.show_facts(request_facts(self.language, card))
        self.jobs.ask(self, experience.of_case, self.case_id).then(self._show_experience)
        self.jobs.ask(self, statements.of_case, self.case_id).then(self._show_statements)
        self.interview.refresh()
        self.jobs.ask(self, consultations.of_case, self.case_id).then(self._show_consultations)
        self.jobs.ask(self, evidence_reuse.offered, self.case_id).then(self._show_earlier)

    def _experience(self) -> None:
        say, say_of = self.language.say, self.language.say_of
        self.rows = RowsTable(
            [
                Column("kind", say_of("experience", "Kind"), lambda row: word(self.language, row.form.kind)),
                Column("organisation", say_of("experience", "Where"), lambda row: row.form.organisation, stretch=True),
                Column("title", say_of("experience", "Post or programme"), lambda row: row.form.title),
                Column("period", say_of("experience", "Period"), lambda row: period(self.language, row)),
                Column("courses", say_of("experience", "Courses"), lambda row: str(len(row.form.courses) or ""), RIGHT),
            ],
            self,
        )
        self.rows.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.rows.opened.connect(self._edit_row)
        self.add_row = QPushButton(icon("plus"), say("Add …"), self)
        self.add_row.clicked.connect(lambda _: self._open(lambda card: ExperienceDialog(self.desk, card, self)))
        self.edit_row = QPushButton(icon("edit"), say("Edit …"), self)
        self.edit_row.clicked.connect(lambda _: self._edit_row(self.rows.current()))
        self.drop_row = QPushButton(icon("trash"), say("Take out"), self)
        self.drop_row.clicked.connect(lambda _: self._drop_row())
        self.lengths = _label()
        card = self._box(say("Experience and education"), self.add_row, self.edit_row, self.drop_row)
        card.addWidget(self.rows)
        card.addWidget(self.lengths)

    def _request(self) -> None:
        say = self.language.say
        self.edit_request = QPushButton(icon("edit"), say("Edit …"), self)
        self.edit_request.clicked.connect(lambda _: self._open(lambda card: RequestDialog(self.desk, card, self)))
        self.facts = FactList(self)
        self._box(say("Motive and answer"), self.edit_request).addWidget(self.facts)

    def _states(self) -> None:
        say = self.language.say
        self.edit_statements = QPushButton(icon("edit"), say("Edit …"), self)
        self.edit_statements.clicked.connect(lambda _: self._open_statements())
        self.states = FactList(self)
        self.no_states = _label(say("No statement is signed yet."))
        card = self._box(say("Statements"), self.edit_statements)
        card.addWidget(self.no_states)
        card.addWidget(self.states)

    def _consults(self) -> None:
        say, say_of, language = self.language.say, self.language.say_of, self.language
        self.talks = RowsTable(
            [
                Column("held", say_of("consultation", "Date"), lambda row: language.date(row.form.held_on)),
                Column("minutes", say_of("consultation", "Minutes"), lambda row: str(row.form.minutes), RIGHT),
                Column("form", say_of("consultation", "Form"), lambda row: word(language, row.form.form)),
                Column("who", say_of("consultation", "Consultant"), lambda row: row.form.consultant),
                Column("topic", say_of("consultation", "Topic"), lambda row: row.form.topic, stretch=True),
            ],
            self,
        )
        self.talks.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.talks.opened.connect(self._edit_talk)
        self.add_talk = QPushButton(icon("plus"), say("Record a consultation …"), self)
        self.add_talk.clicked.connect(lambda _: self._talk(None))
        self.counted = _label()
        self.print_talk = ConsultationPrint(self.desk, self.talks.current, self)
        card = self._box(say("Consultations"), self.print_talk, self.add_talk)
        card.addWidget(self.talks)
        card.addWidget(self.counted)

    def _reuses(self) -> None:
        say = self.language.say
        self.reuse = QPushButton(say("Lay in evidence of earlier cases …"), self)
        self.reuse.clicked.connect(lambda _: self._lay_in())
        self.earlier = _label()
        card = self._box(say("Evidence of earlier cases"), self.reuse)
        card.addWidget(self.earlier)

    def _box(self, title: str, *deeds: QPushButton) -> QVBoxLayout:
        frame = QFrame(self)
        frame.setProperty("role", "card")
        heading = QLabel(title, frame)
        heading.setProperty("role", "title")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        for deed in deeds:
            deed.setAccessibleName(f"{deed.text()} {title}")
            top.addWidget(deed)
        column = QVBoxLayout(frame)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        self._column.addWidget(frame)
        return column

    def _show_experience(self, found: ExperienceCard) -> None:
        language = self.language
        self.rows.show_rows(found.rows)
        for button in (self.edit_row, self.drop_row):
            button.setEnabled(bool(found.rows))
        said = [f"{word(language, kind)}: {length_text(language, length)}" for kind, length in found.lengths]
        said += [sentence(language, remark) for remark in found.remarks]
        self.lengths.setText("\n".join(said) if said else language.say("Nothing is entered yet."))

    def _show_statements(self, card: StatementsCard) -> None:
        self._statements = card
        language = self.language
        facts = [(word(language, row.kind), f"{language.date(row.given_on)} · {row.given_by}") for row in card.rows]
        if card.no_document_reason:
            facts.append((language.say("Why there is no document"), card.no_document_reason))
        self.states.show_facts(facts)
        self.no_states.setVisible(not facts)

    def _show_consultations(self, card: ConsultationCard) -> None:
        self._consultations = card
        self.talks.show_rows(card.rows)
        for part in (self.talks, self.print_talk):
            part.setVisible(bool(card.rows))
        say = self.language.say
        self.counted.setText(
            say(
                "Together {minutes} min. Free consultations left: {left} of {allowed}.",
                minutes=card.minutes,
                left=card.free_left,
                allowed=card.free_allowed,
            )
        )

    def _show_earlier(self, items: tuple[EarlierItem, ...]) -> None:
        self._earlier_items = items
        language = self.language
        fresh = [item for item in items if not item.here]
        self.reuse.setEnabled(bool(fresh))
        if fresh:
            text = language.count(
                "{n} item of earlier cases could be laid in.",
                "{n} items of earlier cases could be laid in.",
                len(fresh),
            )
        else:
            text = language.say("There is nothing in earlier cases of this person that is not here already.")
        self.earlier.setText(text)

    def _edit_row(self, row: object) -> None:
        if isinstance(row, ExperienceRow):
            self._open(lambda card: ExperienceDialog(self.desk, card, self, row))

    def _drop_row(self) -> None:
        row, say = self.rows.current(), self.language.say
        if isinstance(row, ExperienceRow) and confirm(
            self,
            self.language,
            say("Take “{title}” out of the application?", title=row.form.organisation),
            say("Take out"),
        ):
            self.jobs.do(self, experience.remove, row.id, row.version).then(lambda _: self._again())

    def _open_statements(self) -> None:
        card = self._statements
        if card is not None:
            self._open(lambda case: StatementsDialog(self.desk, case.id, card, self))

    def _edit_talk(self, row: object) -> None:
        if isinstance(row, ConsultationRow):
            self._talk(row)

    def _talk(self, row: ConsultationRow | None) -> None:
        self._open(lambda case: ConsultationDialog(self.desk, case.id, self, row, self._consultations))

    def _lay_in(self) -> None:
        from commission_app.ui.cases.reuse_dialog import ReuseDialog

        self._open(lambda case: ReuseDialog(self.desk, case.id, self._earlier_items, self))

    def _open(self, make: Callable[[CaseCard], FormDialog]) -> None:
        if self._card is not None:
            dialog = make(self._card)
            dialog.stored.connect(lambda _: self._again())
            dialog.open()

    def _again(self) -> None:
        """What was just stored is shown without waiting to be told of it."""
        if self._card is not None:
            self.refresh(self._card)


def request_facts(language: Language, card: CaseCard) -> list[tuple[str, str]]:
    """Motive, answer and studies in words; what nobody said is left out."""
    say = language.say
    motive = word(language, card.motive_kind) if card.motive_kind is not None else say("not said")
    if card.trade_rule:
        motive = f"{motive}: {card.trade_rule}"
    facts = [
        (say("Why the person applies"), motive),
        (say("In the applicant's words"), card.motive),
        (say("How the decision is wanted"), word(language, card.answer_channel) if card.answer_channel else ""),
        (say("Preferred time of the assessment"), card.preferred_period),
        (say("Where the person studies"), card.study_place),
        (say("Matriculation number"), card.matriculation_number),
        (say("Year of study"), str(card.study_year) if card.study_year else ""),
        (say("Group"), card.cohort),
        (say("Admission valid until"), language.date(card.admitted_until) if card.admitted_until else ""),
    ]
    return [facts[0], *(fact for fact in facts[1:] if fact[1])]


def period(language: Language, row: ExperienceRow) -> str:
    """From when to when."""
    form = row.form
    if form.began_on is None:
        return ""
    until = language.date(form.ended_on) if form.ended_on is not None else language.say("still going on")
    return f"{language.date(form.began_on)} – {until}"


def length_text(language: Language, length: Length) -> str:
    """Years and months."""
    years = language.count("{n} year", "{n} years", length.years) if length.years else ""
    months = language.count("{n} month", "{n} months", length.months) if length.months else ""
    return " ".join(part for part in (years, months) if part)


def _label(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "soft")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
