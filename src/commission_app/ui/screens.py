"""Which class shows which kind of place, by dotted name: screens are imported after the first paint."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from commission_app.ui.places import Place

if TYPE_CHECKING:
    from commission_app.ui.desk import Desk
    from commission_app.ui.screen import Screen

_BELOW = "commission_app.ui."
SCREENS: dict[str, str] = {
    "today": _BELOW + "today.today_screen:TodayScreen",
    "cases": _BELOW + "cases.cases_screen:CasesScreen",
    "intake": _BELOW + "cases.intake_screen:IntakeScreen",
    "case": _BELOW + "cases.case_screen:CaseScreen",
    "fees": _BELOW + "cases.fees_screen:FeesScreen",
    "people": _BELOW + "cases.people_screen:PeopleScreen",
    "consultations": _BELOW + "cases.consultations_screen:ConsultationsScreen",
    "person": _BELOW + "cases.person_screen:PersonScreen",
    "sittings": _BELOW + "sittings.sittings_screen:SittingsScreen",
    "sitting": _BELOW + "sittings.sitting_screen:SittingScreen",
    "reviews": _BELOW + "cases.reviews_screen:ReviewsScreen",
    "exams": _BELOW + "sittings.exams_screen:ExamsScreen",
    "exam": _BELOW + "sittings.exam_screen:ExamScreen",
    "registers": _BELOW + "registers.registers_screen:RegistersScreen",
    "blanks": _BELOW + "registers.blanks_screen:BlanksScreen",
    "archive": _BELOW + "registers.archive_screen:ArchiveScreen",
    "verification": _BELOW + "registers.verification_screen:VerificationScreen",
    "signing": _BELOW + "registers.signing_screen:SigningScreen",
    "standards": _BELOW + "standards.standards_screen:StandardsScreen",
    "standard": _BELOW + "standards.standard_screen:StandardScreen",
    "programme_kinds": _BELOW + "standards.kinds_screen:KindsScreen",
    "offers": _BELOW + "offers.offers_screen:OffersScreen",
    "reports": _BELOW + "reports.reports_screen:ReportsScreen",
    "preferences": _BELOW + "preferences.preferences_screen:PreferencesScreen",
}
"""kind → module and the class in it."""


def stands(kind: str) -> bool:
    """Whether the screen of this kind is part of the program as installed; the rail shows no dead entry."""
    if kind not in SCREENS:
        return False
    module = _module(kind)
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def open_screen(desk: "Desk", place: Place) -> "Screen":
    """Imports the screen of a place and makes it."""
    from commission_app.ui.screen import Screen

    made = getattr(import_module(_module(place.kind)), SCREENS[place.kind].partition(":")[2])(desk, place)
    if not isinstance(made, Screen):
        raise TypeError(f"{SCREENS[place.kind]} is not a screen")
    return made


def _module(kind: str) -> str:
    return SCREENS[kind].partition(":")[0]
