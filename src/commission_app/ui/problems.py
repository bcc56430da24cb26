"""The one place that shows trouble: at the field that is named, in the banner of the screen, or as a bug report."""

import platform
import sys
import traceback
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from commission_app import __version__
from commission_app.errors import CancelledError, ConflictError, Refusal, TroubleError, UnavailableError
from commission_app.i18n import Language
from commission_app.wording.sentences import sentence


@runtime_checkable
class ShowsTrouble(Protocol):
    """A screen or form that shows a trouble itself: at a field, or in its banner."""

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Shows the sentence; False where it has no place for it."""
        ...


class Problems(QObject):
    """Sorts every trouble by its kind and finds the nearest widget that can show it."""

    untold = Signal(str, str)
    """Tone and sentence for the strip, where no screen could show them."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def show(self, owner: QObject | None, trouble: BaseException) -> None:
        """Shows a trouble where the person looks: the form, the screen, the strip; a bug gets its report."""
        if isinstance(trouble, CancelledError):
            return
        if not isinstance(trouble, TroubleError):
            self.report(trouble)
            return
        text = self.text(trouble)
        again = _asking_again(owner) if isinstance(trouble, ConflictError | UnavailableError) else None
        for shower in _upwards(owner):
            if shower.show_trouble(text, trouble.refusal, again):
                return
        self.untold.emit("warn" if isinstance(trouble, UnavailableError) else "bad", text)

    def text(self, trouble: TroubleError) -> str:
        """The trouble in one or two sentences."""
        said = sentence(self.language, trouble.refusal)
        if isinstance(trouble, ConflictError):
            kept = self.language.say("Your draft is kept; read the new state and save again.")
            return f"{said} {kept}"
        return said

    def report(self, trouble: BaseException) -> None:
        """A mistake of ours: a report that can be copied and sent."""
        from commission_app.ui.widgets.bug_report import BugReport

        text = report_text(trouble)
        print(text, file=sys.stderr)  # noqa: T201 - an administrator who started it from a console sees it too
        BugReport.show_once(self.language, text)


def report_text(trouble: BaseException) -> str:
    """What a developer needs to find a mistake, without a word of anybody's data beyond the error's own text."""
    lines = traceback.format_exception(type(trouble), trouble, trouble.__traceback__)
    system = f"Commission App {__version__}, Python {platform.python_version()}, {sys.platform}"
    return f"{system}\n\n{''.join(lines)}"


def _upwards(owner: QObject | None) -> list[ShowsTrouble]:
    found: list[ShowsTrouble] = []
    while owner is not None and isValid(owner):
        if isinstance(owner, ShowsTrouble):
            found.append(owner)
        owner = owner.parent()
    return found


def _asking_again(owner: QObject | None) -> Callable[[], None] | None:
    """The refresh of the nearest screen above the owner."""
    while owner is not None and isValid(owner):
        refresh: Callable[[], None] | None = getattr(owner, "refresh", None)
        if isinstance(owner, QWidget) and refresh is not None:
            return refresh
        owner = owner.parent()
    return None
