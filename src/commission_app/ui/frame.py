"""How the parts of the window stand: the rail at the left; header, stage and strip one above the other beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def arrange(middle: QWidget, rail: QWidget, header: QWidget, strip: QWidget) -> QVBoxLayout:
    """Puts the parts into the middle of the window; gives the column whose stage can be exchanged."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header)
    column.addWidget(QWidget(middle), 1)
    column.addWidget(strip)
    across = QHBoxLayout(middle)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(rail)
    across.addLayout(column, 1)
    return column


def exchange_stage(column: QVBoxLayout, widget: QWidget) -> None:
    """Puts a widget between header and strip; the one that stood there goes."""
    standing = column.takeAt(1)
    if standing is not None and (old := standing.widget()) is not None:
        old.hide()
        old.deleteLater()
    column.insertWidget(1, widget, 1)
