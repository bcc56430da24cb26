"""What the keys of the matrix mean, in the letters of the window's language: a slim line, and the whole guide."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from commission_app.i18n import Language
from commission_app.rules.scales import Scale
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.ui.cases.tabs import matrix_entry, matrix_marks
from commission_app.ui.cases.tabs.matrix_sheet import Part
from commission_app.ui.theme import STEP, palette_now
from commission_app.wording.words import word


def hint(language: Language, part: Part | None, scale: Scale) -> str:
    """The keys for the cell under the keyboard, in one line."""
    say = language.say
    if part is Part.ITEM:
        return say(
            "Space: link · 1 2 3: judge all four · {letters}: one of them · + −: weight · F2: place and note · "
            "Ctrl+G: next gap · Ctrl+Z: undo",
            letters=_qualities(language),
        )
    if part is not None and scale.takes_values:
        return say(
            "Figures: score · {letter}: to be tested · Delete: clear · Ctrl+D: fill down · Ctrl+C, Ctrl+V: copy, "
            "paste · F2: reason · Ctrl+G: next gap · Ctrl+Z: undo",
            letter=_shown(matrix_entry.letter(language, OutcomeResult.TO_TEST)),
        )
    if part is not None:
        return say(
            "{letters} or 1–4: score · Delete: clear · Ctrl+D: fill down · Ctrl+C, Ctrl+V: copy, paste · "
            "F2: reason · Ctrl+G: next gap · Ctrl+Z: undo",
            letters=_results(language),
        )
    return say("Arrows: move · Space on a course or module: fold · Ctrl+1, Ctrl+2: who scores · F6: to the next part")


def guide(language: Language) -> str:
    """What the marks mean and which keys there are, while no cell is chosen."""
    meanings = ", ".join(
        f"{_shown(matrix_entry.letter(language, result))} – {word(language, result)}" for result in matrix_entry.RESULTS
    )
    qualities = ", ".join(
        f"{_shown(matrix_entry.quality_letter(language, quality))} – {word(language, quality)}" for quality in Quality
    )
    return language.say(
        "Rows are learning outcomes, columns P1, P2 … the pieces of evidence. The number beside a mark is its "
        "weight; a pale mark is out of date.\n\n"
        "Arrows, Tab, Enter: move · Space: link or unlink · F2: edit beside the matrix\n"
        "On a link – 1, 2, 3: all four judgements yes, partly, no; {qualities}; +, −: weight\n"
        "In a column of scores – {results}; or 1, 2, 3, 4; on a scale of numbers type the number\n"
        "Delete: clear · Ctrl+D: as in the row above · Ctrl+C, Ctrl+V: copy and paste · Shift+arrows: choose several\n"
        "Ctrl+Z: undo · Ctrl+G: next gap · Ctrl+H: history · Ctrl+1, Ctrl+2: who scores · F6: to the next part",
        qualities=qualities,
        results=meanings,
    )


def _qualities(language: Language) -> str:
    return " ".join(_shown(matrix_entry.quality_letter(language, quality)) for quality in Quality)


def _results(language: Language) -> str:
    return " ".join(_shown(matrix_entry.letter(language, result)) for result in matrix_entry.RESULTS)


def _shown(letter: str) -> str:
    return letter.upper()


class Legend(QFrame):
    """What the marks of the heat map mean: shape and colour for the judgement, a number for the weight."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        worn = palette_now()
        for judgement in (Judgement.YES, Judgement.PARTLY, Judgement.NOT_JUDGED, Judgement.NO):
            self._add(row, judgement, word(language, judgement), worn.tone(matrix_marks.TONES[judgement]).ink)
        self._add(row, Judgement.YES, language.say("out of date"), worn.good.ink, faint=True)
        told = QLabel(language.say("number: weight"), self)
        told.setProperty("role", "small")
        row.addWidget(told)
        row.addStretch(1)

    def _add(self, row: QHBoxLayout, judgement: Judgement, text: str, ink: str, *, faint: bool = False) -> None:
        from PySide6.QtGui import QColor

        mark, said = QLabel(self), QLabel(text, self)
        mark.setPixmap(matrix_marks.picture(judgement, QColor(ink), faint=faint))
        said.setProperty("role", "small")
        row.addWidget(mark)
        row.addWidget(said)
        row.addSpacing(2 * STEP)
