"""The window's start and end: paints first, opens the office after, and leaves everything in order."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from commission_app import config
from commission_app.config import Settings
from commission_app.ui.main_window import MainWindow
from commission_app.ui.memory import Memory
from commission_app.ui.places import Place
from commission_app.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QTranslator

    from commission_app.i18n import Language
    from commission_app.services.office import Office
    from commission_app.ui.collecting import Collecting
    from commission_app.ui.jobs import Jobs

FirstRun = Callable[[], Settings | None]
_IMPORTED_AT = time.monotonic()


def open_window(settings: Settings | None = None, *, probe: bool = False, first_run: FirstRun | None = None) -> int:
    """Opens the window on a database and stays until it is closed; a second start brings the first one forward.

    Without settings those of this computer are used; where there are none, the first-run pages ask for them.
    """
    app = application()
    settings = settings or config.load()
    if settings is None:
        from commission_app.ui import theme

        theme.apply_theme(app, theme.FOLLOW_SYSTEM)
        settings = (first_run or _ask_first_run)()
        if settings is None:
            return 0
    alone = SingleInstance(config.user_folder(), settings.database_url)
    if not probe and not alone.first() and alone.call_first():
        return 0
    session = Session(app, settings, alone, probe=probe)
    session.start()
    code = app.exec()
    session.end()
    return code


def application() -> QApplication:
    """The Qt application, made once."""
    standing = QApplication.instance()
    if isinstance(standing, QApplication):
        return standing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("commission-app")
    app.setApplicationDisplayName("Commission App")
    app.setDesktopFileName("commission-app")
    return app


class Session(QObject):
    """One window from its first paint to the closing of the office."""

    _opened = Signal(object)
    _failed = Signal(object)
    _raised = Signal(object)

    def __init__(self, app: QApplication, settings: Settings, alone: SingleInstance, *, probe: bool = False) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._alone = alone
        self._probe = _Probe(self) if probe else None
        self._memory = Memory(config.user_folder(), self)
        self._translator: QTranslator | None = None
        self._office: Office | None = None
        self.jobs: Jobs | None = None
        self._collecting: Collecting | None = None
        self.window = MainWindow(settings, self._memory)
        self.window.settled.connect(self._settle)
        self.window.painted.connect(self._painted)
        self._opened.connect(self._sit_down)
        self._failed.connect(self._could_not_open)
        self._raised.connect(self._report)

    def start(self) -> None:
        """Shows the window, and opens the office once it is painted."""
        sys.excepthook = lambda _kind, error, _trace: self._report(error)
        threading.excepthook = lambda told: self._raised.emit(told.exc_value)
        self._alone.called.connect(self._come_forward)
        self.window.show()

    def end(self) -> None:
        """Waits for the last act, makes the copy that is made on exit, and closes the office."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self.jobs is not None:
            self.jobs.close()
        if self._office is not None:
            if self._probe is None:
                _copy_on_exit(self._office)
            self._office.close()
        if self._collecting is not None:
            self._collecting.end()
        self._memory.save()
        self._alone.release()

    def _painted(self) -> None:
        from commission_app.ui import theme
        from commission_app.ui.collecting import Collecting

        if self._probe is not None:
            self._probe.painted()
        # The thread that opens the office imports much and must free no widget either.
        self._collecting = Collecting(self, resting=True)
        self._open()
        theme.apply_theme(self._app, self._settings.theme)
        self._speak()
        self.window.build()
        if self._probe is None:
            self._alone.listen()
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self._follow_system())

    def _open(self) -> None:
        threading.Thread(target=self._open_office, name="opening", daemon=True).start()

    def _open_office(self) -> None:
        try:
            from importlib import import_module

            office = open_office(self._settings)
            import_module("commission_app.ui.front_desk")
        except Exception as trouble:  # carried to the window, which says it
            self._failed.emit(trouble)
        else:
            self._opened.emit(office)

    def _sit_down(self, office: "Office") -> None:
        from commission_app.i18n import language
        from commission_app.ui.desk import Desk
        from commission_app.ui.jobs import Jobs
        from commission_app.ui.problems import Problems

        if self._collecting is not None:
            self._collecting.wake()
        spoken = language(self._settings.language)
        self._office, self.jobs = office, Jobs(office, self)
        self.window.sit_down(Desk(self.jobs, spoken, Problems(spoken, self), self._memory, self._settings))
        if self._probe is not None:
            self._probe.wait_for_list(self.window, self.jobs)
        else:
            self.window.admit(None)

    def _could_not_open(self, trouble: Exception) -> None:
        from commission_app.errors import TroubleError
        from commission_app.i18n import language
        from commission_app.wording.sentences import sentence

        if self._collecting is not None:
            self._collecting.wake()
        if isinstance(trouble, TroubleError):
            text = sentence(language(self._settings.language), trouble.refusal)
            if self._probe is not None:
                self._probe.give_up(text)
            else:
                self.window.show_closed(text, self._open)
        else:
            self._report(trouble)

    def _report(self, error: BaseException) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._app.quit()
            return
        if self._probe is not None:
            self._probe.give_up(repr(error))
            return
        from commission_app.i18n import language
        from commission_app.ui.problems import Problems

        Problems(language(self._settings.language)).show(self.window, error)

    def _settle(self, settings: Settings) -> None:
        """The language or the theme was chosen."""
        from commission_app.ui import theme

        self._settings = settings
        config.save_choices(settings)
        theme.apply_theme(self._app, settings.theme)
        self._speak()

    def _follow_system(self) -> None:
        from commission_app.ui import theme

        if self._settings.theme == theme.FOLLOW_SYSTEM and theme.follows(self._app):
            theme.apply_theme(self._app, self._settings.theme)
            self.window.rebuild()

    def _speak(self) -> None:
        """Qt's own dialogs speak the language too."""
        from PySide6.QtCore import QLibraryInfo, QTranslator

        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._settings.language != "en" and self._translator.load(f"qtbase_{self._settings.language}", folder):
            self._app.installTranslator(self._translator)

    def _come_forward(self) -> None:
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()


class _Probe(QObject):
    """Measures a start and prints it: the first paint, and the first list filled, in milliseconds of the process."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._times: dict[str, int] = {}

    def painted(self) -> None:
        """The first paint."""
        self._times["first_paint_ms"] = process_age_ms()

    def give_up(self, why: str) -> None:
        """There is nothing to measure: says why and ends with 2, for nobody sits here to try again."""
        import json

        print(json.dumps({"error": why}, ensure_ascii=False), file=sys.stderr)  # noqa: T201 - the answer of --probe
        QApplication.exit(2)

    def wait_for_list(self, window: MainWindow, jobs: "Jobs") -> None:
        """Goes to the cases and waits until nothing is on its way any more."""
        window.go(Place("cases"))

        def look() -> None:
            if jobs.busy:
                QTimer.singleShot(2, self, look)
                return
            window.repaint()
            self._times["first_list_ms"] = process_age_ms()
            import json

            print(json.dumps(self._times))  # noqa: T201 - the answer of --probe
            window.close()

        QTimer.singleShot(0, self, look)


def open_office(settings: Settings) -> "Office":
    """Opens the office of the settings; an older database is brought up to date first, after a backup."""
    from commission_app.errors import RefusedError
    from commission_app.services import opening

    try:
        return opening.open_office(settings.database_url)
    except RefusedError as refused:
        if refused.reason != "database.older":
            raise
    opening.bring_up_to_date(settings.database_url)
    return opening.open_office(settings.database_url)


def pictures(database: Path, out: Path, spoken: "Language") -> tuple[Path, ...]:
    """Pictures of the main screens of a database, light and dark, in one language."""
    from commission_app.services.opening import open_office as opened
    from commission_app.ui.jobs import Jobs

    app = application()
    office = opened(database)
    jobs = Jobs(office)
    try:
        light = _pictures(app, jobs, Settings(database.parent, str(database), spoken.code, "light"), out)
        return light + _pictures(app, jobs, Settings(database.parent, str(database), spoken.code, "dark"), out)
    finally:
        jobs.close()
        office.close()


def _pictures(app: QApplication, jobs: "Jobs", settings: Settings, out: Path) -> tuple[Path, ...]:
    import tempfile

    from commission_app.i18n import language
    from commission_app.ui import gallery, theme
    from commission_app.ui.desk import Desk
    from commission_app.ui.problems import Problems

    theme.apply_theme(app, settings.theme)
    spoken = language(settings.language)
    with tempfile.TemporaryDirectory() as notes:
        memory = Memory(Path(notes))
        window = MainWindow(settings, memory)
        try:
            window.resize(*gallery.SIZE)
            window.show()
            window.sit_down(Desk(jobs, spoken, Problems(spoken), memory, settings))
            window.admit(_first_worker(jobs.office))
            gallery.settle(jobs)
            wanted = jobs.office.ask(gallery.sights)
            return gallery.take(window, jobs, out, f"{spoken.code}-{settings.theme}", wanted)
        finally:
            window.hide()
            window.deleteLater()


def _first_worker(office: "Office") -> "UUID | None":
    from commission_app.services import users

    return next((row.uid for row in office.ask(users.users)), None)


def process_age_ms() -> int:
    """How long the process lives; counted from the import of this module where the system does not tell."""
    try:
        ticks = int(Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()[19])
        uptime = time.clock_gettime(time.CLOCK_BOOTTIME)
        import os

        return round((uptime - ticks / os.sysconf("SC_CLK_TCK")) * 1000)
    except (OSError, AttributeError, ValueError):
        return round((time.monotonic() - _IMPORTED_AT) * 1000)


def _ask_first_run() -> Settings | None:
    """The first-run pages; they make the database and store the settings."""
    from importlib import import_module

    chosen: Settings | None = import_module("commission_app.ui.first_run").ask()
    return chosen


def _copy_on_exit(office: "Office") -> None:
    from commission_app.errors import RefusedError, TroubleError
    from commission_app.services import backups

    try:
        backups.copy_on_exit(office)
    except RefusedError:
        return  # an office without an institution has nothing to copy
    except TroubleError as trouble:
        print(trouble, file=sys.stderr)  # noqa: T201 - the window is gone; an administrator may read it


__all__ = ["Session", "application", "open_office", "open_window", "pictures"]
