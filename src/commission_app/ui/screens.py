"""Which class shows which kind of place, by dotted name: screens are imported after the first paint."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from commission_app.ui.places import Place

if TYPE_CHECKING:
    from commission_app.ui.desk import Desk
    from commission_app.ui.screen import Screen

SCREENS: dict[str, str] = {
    "today": "today.today_screen:TodayScreen",
    "cases": "cases.cases_screen:CasesScreen",
    "intake": "cases.intake_screen:IntakeScreen",
    "case": "cases.case_screen:CaseScreen",
    "person": "cases.person_screen:PersonScreen",
    "sittings": "sittings.sittings_screen:SittingsScreen",
    "sitting": "sittings.sitting_screen:SittingScreen",
    "registers": "registers.registers_screen:RegistersScreen",
    "standards": "standards.standards_screen:StandardsScreen",
    "standard": "standards.standard_screen:StandardScreen",
    "offers": "offers.offers_screen:OffersScreen",
    "reports": "reports.reports_screen:ReportsScreen",
    "preferences": "preferences.preferences_screen:PreferencesScreen",
}
"""kind → module below commission_app.ui, and the class in it."""


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
    return f"commission_app.ui.{SCREENS[kind].partition(':')[0]}"
