"""The short page of help for the screen one looks at; it lies in the program and needs no network."""

from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTextBrowser, QWidget

from commission_app.i18n import Language
from commission_app.ui.theme import palette_now


def help_text(language: Language, topic: str) -> str:
    """The page of a topic in Markdown; the page about the window itself where the topic has none."""
    folder = files("commission_app.resources").joinpath(f"help/{language.code}")
    page = folder.joinpath(f"{topic}.md")
    if not page.is_file():
        page = folder.joinpath("shell.md")
    return page.read_text("utf-8")


class HelpPanel(QDockWidget):
    """A page at the right side; F1 opens and closes it, and it follows from screen to screen."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.say("Help"), parent)
        self.setObjectName("help")
        self._language = language
        self._page = QTextBrowser(self)
        self._page.setProperty("role", "help")
        self._page.setOpenLinks(False)
        self._page.document().setDefaultStyleSheet(f"a {{ color: {palette_now().link}; }}")
        self.setWidget(self._page)
        self.setMinimumWidth(320)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.hide()

    @classmethod
    def exchanged(cls, window: QMainWindow, language: Language) -> "HelpPanel":
        """A panel in this language in place of the one the window has; open if that one was."""
        held = window.findChild(HelpPanel)
        was_open = held is not None and held.isVisible()
        if held is not None:
            window.removeDockWidget(held)
            held.setParent(None)
            held.deleteLater()
        made = cls(language, window)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
        made.setVisible(was_open)
        return made

    def show_topic(self, topic: str) -> None:
        """Shows the page of a topic."""
        self._page.setMarkdown(help_text(self._language, topic))

    def text(self) -> str:
        """The page as it reads."""
        return self._page.toPlainText()
