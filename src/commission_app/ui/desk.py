"""What every screen is given: the jobs, the language, the problems and the memory of the window; nothing is global."""

from dataclasses import dataclass

from commission_app.config import Settings
from commission_app.i18n import Language
from commission_app.ui.jobs import Jobs
from commission_app.ui.memory import Memory
from commission_app.ui.problems import Problems


@dataclass(frozen=True)
class Desk:
    """The desk one works at; changing the language or the theme makes a new one and rebuilds the window."""

    jobs: Jobs
    language: Language
    problems: Problems
    memory: Memory
    settings: Settings
