"""Pictures of the main screens, taken from the real window, for whoever looks them over before a release."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from commission_app.ui.main_window import MainWindow
from commission_app.ui.places import Place
from commission_app.ui.screens import stands

if TYPE_CHECKING:
    from commission_app.services.office import Reading
    from commission_app.ui.jobs import Jobs

PATIENCE_SECONDS = 20.0
SIZE = (1360, 860)
_QUIET_SECONDS = 0.12


@dataclass(frozen=True)
class Sight:
    """A place worth a picture, and the picture's name."""

    name: str
    place: Place


def sights(reading: "Reading") -> tuple[Sight, ...]:
    """The places of the rail, and one of each noun that has a page of its own."""
    from commission_app.rules.vocabulary.case import CaseState
    from commission_app.services import case_list, sitting_cards, standards

    found = [Sight(kind, Place(kind)) for kind in ("today", "cases", "intake", "sittings", "registers", "standards")]
    decided = (CaseState.DECIDED, CaseState.CERTIFIED)
    rows = case_list.page(reading, sort="number", limit=200).rows
    telling = [row for row in rows if row.state in decided] or list(rows)
    seen: set[object] = set()
    for row in telling:
        if row.procedure not in seen:
            seen.add(row.procedure)
            found.append(Sight(f"case-{row.procedure}", Place("case", row.id)))
    found += [Sight("sitting", Place("sitting", row.id)) for row in sitting_cards.sitting_list(reading).rows[:1]]
    found += [Sight("standard", Place("standard", row.id)) for row in standards.editions(reading)[:1]]
    return (*found, Sight("preferences", Place("preferences")))


def take(window: MainWindow, jobs: "Jobs", out: Path, mark: str, wanted: tuple[Sight, ...]) -> tuple[Path, ...]:
    """Goes from sight to sight, waits until each is filled, and keeps a picture of it and of each of its tabs."""
    out.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    for sight in wanted:
        if not stands(sight.place.kind):
            continue
        window.go(sight.place)
        settle(jobs)
        screen = window.screen_shown()
        for tab in (screen.tabs_shown() if screen is not None else ()) or ("",):
            if tab:
                window.go(Place(sight.place.kind, sight.place.key, tab))
                settle(jobs)
            path = out / f"{'-'.join(part for part in (sight.name, tab, mark) if part)}.png"
            window.grab().save(str(path))
            taken.append(path)
    return tuple(taken)


def settle(jobs: "Jobs") -> None:
    """Waits until nothing that was asked for is on its way any more, and what came is painted."""
    until, quiet = time.monotonic() + PATIENCE_SECONDS, 0.0
    while time.monotonic() < until and quiet < _QUIET_SECONDS:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.01)
        quiet = 0.0 if jobs.busy else quiet + 0.01
