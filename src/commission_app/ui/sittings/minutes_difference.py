"""Two versions of the minutes held against each other: words taken out are struck, words put in underlined."""

from collections.abc import Callable
from html import escape

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.rules.minutes_difference import Change, ChangedPassage
from commission_app.services import minutes_versions, papers, sitting_papers
from commission_app.services.minutes_versions import MinutesCard, VersionLine
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.choice import Choice


class MinutesDifferenceDialog(QDialog):
    """The newest version against the one before it first; any two can be chosen, and the changes printed."""

    def __init__(self, desk: Desk, held: MinutesCard, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.desk, self._held = desk, held
        self.setWindowTitle(say("Versions of minutes No. {number}", number=held.number))
        self.banner = Banner(desk.language, self)
        numbers = [line.number for line in held.versions]
        options = [(line.number, self._named(line)) for line in held.versions]
        now = [] if held.kept else [(0, say("as they stand now"))]
        self.older, self.newer = Choice(self), Choice(self)
        self.older.setAccessibleName(say("Older version"))
        self.newer.setAccessibleName(say("Newer version"))
        self.older.offer(options)
        self.newer.offer([*now, *options])
        self.newer.set_value(0 if now else numbers[0])
        self.older.set_value(numbers[0] if now else numbers[min(1, len(numbers) - 1)])
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(say("Changes"))
        self.looking = QPushButton(say("Show this version"), self)
        self.printing = QPushButton(say("Print the changes"), self)
        self.looking.clicked.connect(lambda _: self._look())
        self.printing.clicked.connect(lambda _: self._print())
        for choice in (self.older, self.newer):
            choice.currentIndexChanged.connect(lambda _: self.compare())
        self._lay_out()
        self.compare()

    def compare(self) -> None:
        """Asks what differs between the two versions chosen."""
        self.banner.hide()
        pair = self._pair()
        self.desk.jobs.ask(self, minutes_versions.compared, self._held.sitting_id, *pair, self.desk.language).then(
            self._show
        )

    def show_trouble(self, text: str, _what: Refusal | None, _again: object) -> bool:
        """Shows a refusal above the text."""
        self.banner.say(text)
        return True

    def _pair(self) -> tuple[int, int]:
        older, newer = self.older.value(), self.newer.value()
        return (older if isinstance(older, int) else 0, newer if isinstance(newer, int) else 0)

    def _show(self, changes: tuple[ChangedPassage, ...]) -> None:
        if not changes:
            self.text.setHtml(f"<p>{escape(self.desk.language.say('Both versions say the same.'))}</p>")
            return
        self.text.setHtml("".join(_passage(one) for one in changes))

    def _look(self) -> None:
        number = self._pair()[1]
        language = self.desk.language
        self._paper(
            language.say("Minutes No. {number}", number=self._held.number),
            minutes_versions.version_paper,
            number,
        )

    def _print(self) -> None:
        self._paper(self.desk.language.say("Changes of the minutes"), sitting_papers.changes, *self._pair())

    def _paper(self, name: str, made: Callable[..., bytes], *given: object) -> None:
        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            show_paper(self, self.desk, name, data, papers.file_name(name))

        ask = self.desk.jobs.ask
        ask(self, made, self._held.sitting_id, *given, self.desk.language).then(show)

    def _named(self, line: VersionLine) -> str:
        language = self.desk.language
        made = language.moment(line.made_at) if line.made_at is not None else ""
        text = language.say("version {number}, {made}, {name}", number=line.number, made=made, name=line.made_by)
        if line.final:
            text = language.say("{version} – signed", version=text)
        return f"{text} ({line.remark})" if line.remark else text

    def _lay_out(self) -> None:
        say = self.desk.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.banner)
        for label, choice in ((say("Older version"), self.older), (say("Newer version"), self.newer)):
            named = QLabel(label, self)
            named.setProperty("role", "label")
            named.setBuddy(choice)
            column.addWidget(named)
            column.addWidget(choice)
        column.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.looking)
        buttons.addWidget(self.printing)
        buttons.addStretch(1)
        closing = QPushButton(say("Close"), self)
        closing.clicked.connect(self.reject)
        buttons.addWidget(closing)
        column.addLayout(buttons)
        letters, line, room = (
            self.fontMetrics().averageCharWidth(),
            self.fontMetrics().height(),
            self.screen().availableSize(),
        )
        self.resize(min(letters * 100, room.width()), min(line * 32, room.height() * 9 // 10))


def _passage(one: ChangedPassage) -> str:
    tones = palette_now()
    marks = {
        Change.KEPT: ("", ""),
        Change.REMOVED: (f'<s style="color:{tones.bad.ink};background:{tones.bad.ground}">', "</s>"),
        Change.ADDED: (f'<u style="color:{tones.good.ink};background:{tones.good.ground}">', "</u>"),
    }
    words = "".join(
        f"{marks[run.change][0]}{escape(run.text).replace(chr(10), '<br>')}{marks[run.change][1]}" for run in one.words
    )
    return f"<p><b>{escape(one.place.replace(' | ', ' · '))}</b><br>{words}</p>"
