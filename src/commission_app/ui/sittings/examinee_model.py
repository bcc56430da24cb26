"""The examinees of an exam as a sheet: what is typed shows its mark at once, and is stored when it is whole."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import Language
from commission_app.rules.exam import ExamScale, exam_result
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services.exam_cards import ExamCard, ExamineeCard
from commission_app.ui.columns import State
from commission_app.ui.table_model import STATE_ROLE
from commission_app.ui.widgets.number_edit import read_number
from commission_app.wording.marks import mark_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NUMBER, NAME, STATUS, THEORY, PRACTICE, TOTAL, MARK, RESULT, REMARKS = range(9)
TYPED = (STATUS, THEORY, PRACTICE, REMARKS)
FIGURES = (THEORY, PRACTICE, TOTAL)
STATUS_TONES = {
    ExamStatus.ENTERED: "neutral",
    ExamStatus.SAT: "info",
    ExamStatus.ABSENT: "warn",
    ExamStatus.EXCUSED: "warn",
    ExamStatus.EXPELLED: "bad",
}
FIELDS = {"theory": THEORY, "practice": PRACTICE, "remarks": REMARKS}
TROUBLE_ROLE = int(ROLE.UserRole) + 40


@dataclass(frozen=True)
class Written:
    """What stands in a line, stored or just typed; `stored_as` is the version the office gave it."""

    status: ExamStatus
    theory: int | None
    practice: int | None
    remarks: str
    stored_as: int | None = None

    @property
    def whole(self) -> bool:
        """Whether it can be stored: points of both parts, or a reason why there are none."""
        return self.status is not ExamStatus.SAT or None not in (self.theory, self.practice)


class ExamineeModel(QAbstractTableModel):
    """One line an examinee."""

    written = Signal(int)
    """The key of an examinee whose line is whole and differs from what is stored."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.card: ExamCard | None = None
        self.rows: tuple[ExamineeCard, ...] = ()
        self._typed: dict[int, Written] = {}
        self._troubles: dict[tuple[int, int], str] = {}
        self._seen: dict[int, int] = {}

    def take(self, card: ExamCard) -> None:
        """Shows the exam as the office has it now; lines typed and not stored yet stay."""
        same = [row.id for row in card.examinees] == [row.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self.card, self.rows = card, card.examinees
        versions = {row.id: row.version for row in self.rows}
        self._typed = {
            key: typed
            for key, typed in self._typed.items()
            if typed.stored_as is None or typed.stored_as > versions.get(key, typed.stored_as)
        }
        if same:
            self._changed()
        else:
            self.endResetModel()

    def line(self, key: int) -> Written:
        """What stands in the line of an examinee."""
        row = next(row for row in self.rows if row.id == key)
        return self._typed.get(key) or Written(row.status, row.theory, row.practice, row.remarks)

    def version(self, key: int) -> int:
        """The version that was seen of a line."""
        typed = self._typed.get(key)
        stored = next(row.version for row in self.rows if row.id == key)
        known = typed.stored_as if typed is not None and typed.stored_as is not None else 0
        return max(stored, known, self._seen.get(key, 0))

    def settle(self, key: int, version: int) -> None:
        """The office has stored a line."""
        self._seen[key] = version
        typed = self._typed.get(key)
        if typed is not None:
            self._typed[key] = replace(typed, stored_as=version)

    def seen(self, key: int, version: int) -> None:
        """A line was stored while more was typed into it: what follows is typed upon this version."""
        self._seen[key] = version

    def complain(self, key: int, what: Refusal) -> None:
        """Says at a cell what the office has against it."""
        column = FIELDS.get(what.field or "", STATUS)
        self._troubles[key, column] = sentence(self._language, what)
        self._changed()

    def forget(self, key: int) -> None:
        """Takes back what was typed into a line (somebody else wrote into it meanwhile)."""
        self._typed.pop(key, None)
        self._changed()

    def unfinished(self) -> bool:
        """Whether something is typed that could not be stored yet."""
        return any(typed.stored_as is None for typed in self._typed.values())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many examinees there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number, name, what became of them, points, mark, remarks."""
        return 0 if parent.isValid() else len(self._heads())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Points, status and remarks are typed while the protocol is open."""
        flags = super().flags(index)
        typed = index.column() in TYPED and self.card is not None and not self.card.closed
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """The headings; those of the points say how many there are at most."""
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self._heads()[section]
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """A cell as it reads, is edited, and what is wrong in it."""
        row, column = self.rows[index.row()], index.column()
        if role == ROLE.DisplayRole:
            return self._text(row, column)
        if role == ROLE.EditRole:
            return self._edited(row, column)
        if role == STATE_ROLE:
            return self._state(row, column)
        if role == TROUBLE_ROLE:
            return (row.id, column) in self._troubles
        if role == ROLE.ToolTipRole:
            return self._troubles.get((row.id, column)) or self._text(row, column)
        if role == ROLE.TextAlignmentRole and column in FIGURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        """Takes what was typed; a line that is whole goes to the office."""
        if role != ROLE.EditRole:
            return False
        key, column = self.rows[index.row()].id, index.column()
        held = self.line(key)
        self._troubles = {place: text for place, text in self._troubles.items() if place[0] != key}
        if column in (THEORY, PRACTICE):
            made = self._pointed(key, column, str(value), held)
        elif column == STATUS:
            status = ExamStatus(value)
            made = (
                replace(held, status=status) if status is ExamStatus.SAT else Written(status, None, None, held.remarks)
            )
        else:
            made = replace(held, remarks=" ".join(str(value).split()))
        if made is not None and made != held:
            self._typed[key] = replace(made, stored_as=None)
            if made.whole:
                self.written.emit(key)
        self._changed()
        return made is not None

    def _pointed(self, key: int, column: int, text: str, held: Written) -> Written | None:
        """The line with the points typed; only whole points are read."""
        points: int | None = None
        if text.strip():
            number = read_number(text)
            if number is None:
                self._troubles[key, column] = sentence(self._language, refusal("ui.number_unreadable", typed=text))
                return None
            if number != int(number):
                wrong = refusal("ui.number_too_fine", typed=text, decimals=0)
                self._troubles[key, column] = sentence(self._language, wrong)
                return None
            points = int(number)
        status = ExamStatus.SAT if points is not None else held.status
        theory, practice = (points, held.practice) if column == THEORY else (held.theory, points)
        return replace(held, status=status, theory=theory, practice=practice)

    def _edited(self, row: ExamineeCard, column: int) -> Any:
        held = self.line(row.id)
        values: Mapping[int, Any] = {
            STATUS: held.status,
            THEORY: "" if held.theory is None else str(held.theory),
            PRACTICE: "" if held.practice is None else str(held.practice),
            REMARKS: held.remarks,
        }
        return values.get(column, "")

    def _text(self, row: ExamineeCard, column: int) -> str:
        held = self.line(row.id)
        total, mark, _ = self._result(row)
        texts: Mapping[int, str] = {
            NUMBER: row.case_number,
            NAME: " · ".join((row.name, *self._notes(row))),
            STATUS: word(self._language, held.status),
            THEORY: "" if held.theory is None else str(held.theory),
            PRACTICE: "" if held.practice is None else str(held.practice),
            TOTAL: "" if total is None else str(total),
            MARK: "" if mark is None else mark_text(self._language, mark),
            RESULT: self._result_word(row),
            REMARKS: held.remarks,
        }
        return texts[column]

    def _notes(self, row: ExamineeCard) -> list[str]:
        """What the examiner must know of a person beside the name."""
        say, found = self._language.say, []
        if row.attempt > 1:
            found.append(say("attempt No. {number}", number=row.attempt))
        if row.carried is not None:
            part = word(self._language, row.carried)
            found.append(say("{part} counts from the attempt before", part=part))
        if row.adjusted:
            found.append(say("adjustments granted"))
        return found

    def _state(self, row: ExamineeCard, column: int) -> State | None:
        if column == STATUS:
            status = self.line(row.id).status
            return State(word(self._language, status), STATUS_TONES[status])
        text = self._result_word(row) if column == RESULT else ""
        return State(text, "good" if self._result(row)[2] else "bad") if text else None

    def _result_word(self, row: ExamineeCard) -> str:
        passed = self._result(row)[2]
        if passed is None:
            return ""
        return self._language.say("passed") if passed else self._language.say("not passed")

    def _result(self, row: ExamineeCard) -> tuple[int | None, int | None, bool | None]:
        """Sum, mark and whether it is passed: as stored, or by the rule from what is just typed."""
        typed, card = self._typed.get(row.id), self.card
        if typed is None or card is None:
            return row.total, row.mark, row.passed
        try:
            scale = ExamScale.of(dict(card.scale))
            points = (typed.theory, typed.practice, card.theory_max, card.practice_max)
            least = (card.theory_least, card.practice_least)
            result = exam_result(*points, scale, card.pass_mark, typed.status, least)
        except RefusedError:
            return None, None, None
        total = None if result.total is None else int(result.total)
        return total, result.mark, None if typed.status is ExamStatus.ENTERED else result.passed

    def _heads(self) -> tuple[str, ...]:
        say, card = self._language.say, self.card
        theory, practice = (card.theory_max, card.practice_max) if card is not None else (0, 0)
        return (
            say("Case No."),
            say("Examinee"),
            say("Presence"),
            say("Theory (of {most})", most=theory),
            say("Practice (of {most})", most=practice),
            say("Together"),
            say("Mark"),
            say("Result"),
            say("Remarks"),
        )

    def _changed(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, REMARKS))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, REMARKS)
