"""Buttons that print a paper in Latvian or in English, and the preview that opens once it is made."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.services import papers
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise


def print_buttons(
    parent: QWidget, language: Language, print_in: Callable[[Language], object]
) -> dict[str, QPushButton]:
    """A button for each language of papers, by its code."""
    says = {"lv": language.say("Print in Latvian"), "en": language.say("Print in English")}
    buttons = {paper.code: QPushButton(says[paper.code], parent) for paper in LANGUAGES}
    for paper in LANGUAGES:
        buttons[paper.code].clicked.connect(lambda _=False, paper=paper: print_in(paper))
    return buttons


def show_when_made(parent: QWidget, desk: Desk, title: str, asked: Promise[bytes]) -> None:
    """Shows a paper, ready for the printer, as soon as it is made; its file bears the title."""

    def show(data: bytes) -> None:
        from commission_app.ui.widgets.paper_preview import show_paper

        show_paper(parent, desk, title, data, papers.file_name(title))

    asked.then(show)
