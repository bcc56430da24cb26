"""The sheet for points under the keyboard: type, Enter, type: theory, practice, the next examinee."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from commission_app.i18n import Language
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.ui.sittings.examinee_model import (
    PRACTICE,
    REMARKS,
    STATUS,
    THEORY,
    TROUBLE_ROLE,
    ExamineeModel,
)
from commission_app.ui.table_delegate import ROW_PADDING, CellDelegate
from commission_app.ui.theme import palette_now, tabular
from commission_app.wording.words import word

Index = QModelIndex | QPersistentModelIndex
_ROOM = 8
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem


class ExamineeTable(QTableView):
    """A table whose Enter and Tab go from points to points."""

    def __init__(self, language: Language, model: ExamineeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_PointsDelegate(language, self))
        self.setFont(tabular(self.font()))
        # The cell under the keyboard has its own ring.
        self.setStyleSheet(f"QTableView:focus {{ border: 1px solid {palette_now().line}; }}")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(language.say("Examinees"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(48)
        model.modelReset.connect(self.fit)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def fit(self) -> None:
        """Makes the columns as wide as their words; the remarks get the rest."""
        self.resizeColumnsToContents()
        head = self.horizontalHeader()
        for at in range(head.count()):
            head.resizeSection(at, head.sectionSize(at) + _ROOM)
        head.resizeSection(REMARKS, self.fontMetrics().averageCharWidth() * 14)
        head.setStretchLastSection(True)

    def begin(self) -> None:
        """Puts the keyboard on the first points that are missing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        model = self.model()
        for row in range(model.rowCount()):
            for column in (THEORY, PRACTICE):
                index = model.index(row, column)
                if not index.data() and not self.currentIndex().isValid():
                    self.setCurrentIndex(index)
        if not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, THEORY))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Tab goes from points to points; the arrows as in every table."""
        actions = QAbstractItemView.CursorAction
        steps = {actions.MoveNext: 1, actions.MovePrevious: -1}
        if action not in steps:
            return super().moveCursor(action, modifiers)
        return self._beside(self.currentIndex(), steps[action])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell; Delete empties points."""
        key, index = Qt.Key(event.key()), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        elif key is Qt.Key.Key_Delete and index.column() in (THEORY, PRACTICE, REMARKS):
            self.model().setData(index, "")
        else:
            super().keyPressEvent(event)

    def _beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next cell for points before or after this one."""
        many = 2 * self.model().rowCount()
        at = 2 * index.row() + (1 if index.column() >= PRACTICE else 0)
        inside = index.column() in (THEORY, PRACTICE)
        at = at + step if inside else (at if step > 0 and index.column() < THEORY else at + step)
        at = min(max(at, 0), max(many - 1, 0))
        return self.model().index(at // 2, PRACTICE if at % 2 else THEORY)


class _PointsDelegate(CellDelegate):
    """Editors: points at the right, the status from a list; a trouble has a red frame."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field, or the list of what can become of an examinee."""
        if index.column() == STATUS:
            box = QComboBox(parent)
            for status in ExamStatus:
                box.addItem(word(self._language, status), status)
            box.activated.connect(lambda _: self._chosen(box))
            return box
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setStyleSheet("padding: 0 6px; border-radius: 0; min-height: 0;")
        if index.column() in (THEORY, PRACTICE):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Shows what stands in the cell; an answer that comes while somebody types does not take the typed away."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(value))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Gives the model what was typed."""
        value = editor.currentData() if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            value = editor.text()
        if isinstance(model, ExamineeModel) and str(value) != str(index.data(Qt.ItemDataRole.EditRole)):
            model.setData(index, value)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter stores and goes on to the next points."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(editor, QLineEdit):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, _NEXT)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the cell; what is wrong and where the keyboard stands have a frame."""
        super().paint(painter, option, index)
        worn = palette_now()
        wrong = bool(index.data(TROUBLE_ROLE))
        view = option.widget
        here = isinstance(view, QTableView) and view.currentIndex() == index and view.hasFocus()
        if wrong or here:
            painter.save()
            painter.setPen(QPen(QColor(worn.bad.ink if wrong else worn.focus), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
