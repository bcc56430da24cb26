"""Which tabs a case page has, in their order, each imported when it is first opened."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.case import Procedure
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk

_BELOW = "commission_app.ui.cases.tabs."
_BY_SITTING = frozenset(Procedure) - {Procedure.VOCATIONAL}
_BY_EXAM = frozenset({Procedure.VOCATIONAL})


@dataclass(frozen=True)
class TabEntry:
    """A tab: its name in a Place, its word, its module and class, and the procedures it serves."""

    name: str
    word: str
    module: str
    made: str
    procedures: frozenset[Procedure] = frozenset(Procedure)

    def title(self, language: Language) -> str:
        """What stands on the tab."""
        return language.say_of("tab", self.word)

    def open(self, desk: Desk, case_id: int) -> CaseTab:
        """Imports the tab and makes it."""
        made = getattr(import_module(_BELOW + self.module), self.made)(desk, case_id)
        if not isinstance(made, CaseTab):
            raise TypeError(f"{self.module}.{self.made} is not a tab of a case")
        return made


_ALL = (
    TabEntry("application", marked("Application"), "application_tab", "ApplicationTab"),
    TabEntry("background", marked("Background"), "background_tab", "BackgroundTab"),
    TabEntry("portfolio", marked("Portfolio"), "portfolio_tab", "PortfolioTab"),
    TabEntry("matrix", marked("Matrix"), "matrix_tab", "MatrixTab"),
    TabEntry("reviews", marked("Verification"), "reviews_tab", "ReviewsTab"),
    TabEntry("credits", marked("Credit points"), "credits_tab", "CreditsTab", _BY_SITTING),
    TabEntry("mobility", marked("Mobility"), "mobility_tab", "MobilityTab", frozenset({Procedure.MOBILITY})),
    TabEntry("exam", marked("Exam"), "exam_tab", "ExamTab", _BY_EXAM),
    TabEntry("acquired", marked("Acquired"), "acquired_tab", "AcquiredTab"),
    TabEntry("decision", marked("Decision"), "decision_tab", "DecisionTab", _BY_SITTING),
    TabEntry("appeals", marked("Appeals"), "appeals_tab", "AppealsTab"),
    TabEntry("fees", marked("Payments"), "fees_tab", "FeesTab"),
    TabEntry("papers", marked("Papers"), "papers_tab", "PapersTab"),
    TabEntry("history", marked("History"), "history_tab", "HistoryTab"),
)
TABS = tuple(entry for entry in _ALL if find_spec(_BELOW + entry.module) is not None)


def tabs_for(procedure: Procedure) -> tuple[TabEntry, ...]:
    """The tabs of a case of this procedure."""
    return tuple(entry for entry in TABS if procedure in entry.procedures)
