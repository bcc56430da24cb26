"""The style sheet of the window, made from the tokens of a palette; widgets name their part by `role` or `tone`."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from commission_app.ui.theme_palette import Palette, tone_names

_SHEET = """
* {{ outline: 0; }}
QMainWindow, QDialog {{ background: {canvas}; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 4px 8px; }}
QLabel[role="display"] {{ font-size: {display}pt; font-weight: 600; color: {ink}; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; color: {ink}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="soft"] {{ color: {ink_soft}; }}
QLabel[role="small"] {{ font-size: {small}pt; color: {ink_soft}; }}
QLabel[role="label"] {{ font-size: {small}pt; font-weight: 600; color: {ink_soft}; }}
QLabel[role="error"] {{ font-size: {small}pt; color: {bad_ink}; }}
QFrame[role="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="tile"] {{ background: {surface}; border: 2px solid {line}; border-radius: 8px; }}
QFrame[role="tile"]:hover {{ background: {raised}; }}
QFrame[role="tile"]:focus {{ border-color: {focus}; }}
QFrame[role="line"] {{ background: {line}; max-height: 1px; min-height: 1px; border: 0; }}
QWidget[role="surface"] {{ background: {surface}; }}

QFrame#rail {{ background: {rail}; border: 0; }}
QToolButton[role="rail"] {{ background: transparent; color: {on_rail}; border: 2px solid transparent;
  border-left: 4px solid transparent; border-radius: 0; padding: 8px 12px 8px 8px; text-align: left; }}
QToolButton[role="rail"]:hover {{ background: {rail_hover}; }}
QToolButton[role="rail"]:checked {{ background: {rail_active}; color: {on_rail_active};
  border-left: 4px solid {rail_mark}; font-weight: 600; }}
QToolButton[role="rail"]:focus {{ border-color: {rail_mark}; }}

QFrame#header {{ background: {surface}; border: 0; border-bottom: 1px solid {line}; }}
QFrame#strip {{ background: {surface}; border: 0; border-top: 1px solid {line}; }}
QToolButton[role="crumb"] {{ background: transparent; border: 2px solid transparent; border-radius: 4px;
  padding: 2px 4px; color: {ink_soft}; }}
QToolButton[role="crumb"]:hover {{ color: {link}; }}
QToolButton[role="crumb"]:focus {{ border-color: {focus}; }}
QLabel[role="crumb"] {{ font-weight: 600; padding: 2px 4px; }}

QPushButton, QToolButton[role="plain"] {{ background: {surface}; color: {ink}; border: 1px solid {edge};
  border-radius: 6px; padding: 6px 14px; min-height: 20px; }}
QPushButton:hover, QToolButton[role="plain"]:hover {{ background: {raised}; }}
QToolButton[role="plain"]:checked {{ background: {selected}; color: {on_selected}; border-color: {accent}; }}
QPushButton:pressed, QToolButton[role="plain"]:pressed {{ background: {line}; }}
QPushButton:focus, QToolButton[role="plain"]:focus {{ border: 2px solid {focus}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {ink_soft}; background: {raised}; border-color: {line}; }}
QPushButton[role="prominent"], QPushButton:default {{ background: {accent}; color: {on_accent};
  border: 1px solid {accent}; font-weight: 600; }}
QPushButton[role="prominent"]:hover, QPushButton:default:hover {{ background: {accent_hover};
  border-color: {accent_hover}; }}
QPushButton[role="prominent"]:pressed, QPushButton:default:pressed {{ background: {accent_pressed}; }}
QPushButton[role="prominent"]:focus, QPushButton:default:focus {{ border: 2px solid {ink}; }}
QPushButton[role="prominent"]:disabled {{ color: {ink_soft}; background: {raised}; border-color: {line}; }}
QPushButton[role="link"], QToolButton[role="link"] {{ background: transparent;
  border: 2px solid transparent; color: {link};
  padding: 2px 6px; min-height: 16px; border-radius: 4px; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus {{ border-color: {focus}; }}
QToolButton[role="icon"] {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 4px; }}
QToolButton[role="icon"]:hover {{ background: {raised}; }}
QToolButton[role="icon"]:focus {{ border-color: {focus}; }}
QToolButton[role="icon"]::menu-indicator, QPushButton[role="prominent"]::menu-indicator {{ image: none; }}
QToolButton[role="pill"] {{ background: {surface}; color: {ink}; border: 1px solid {edge}; border-radius: 14px;
  padding: 3px 12px; min-height: 20px; }}
QToolButton[role="pill"][active="true"] {{ background: {selected}; color: {on_selected};
  border-color: {accent}; }}
QToolButton[role="pill"]:hover {{ background: {raised}; }}
QToolButton[role="pill"]:focus {{ border: 2px solid {focus}; padding: 2px 11px; }}
QToolButton[role="pill"]::menu-indicator {{ image: none; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {{ background: {surface}; color: {ink};
  border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px; min-height: 20px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
  border: 2px solid {focus}; padding: 4px 7px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QFrame[wrong="true"] {{
  border: 2px solid {bad_ink}; padding: 4px 7px; }}
QLineEdit:read-only {{ background: {raised}; border-color: {line}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {raised}; color: {ink_soft};
  border-color: {line}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line}; padding: 4px;
  selection-background-color: {selected}; selection-color: {on_selected}; }}
QComboBox::down-arrow {{ image: url("{pictures}/down.svg"); width: 16px; height: 16px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; background: {surface};
  border: 1px solid {edge}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{pictures}/check.svg"); }}
QRadioButton::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{pictures}/dot.svg"); }}
QTreeView::indicator, QListView::indicator {{ width: 14px; height: 14px; background: {surface};
  border: 1px solid {edge}; border-radius: 3px; }}
QTreeView::indicator:checked, QListView::indicator:checked {{ background: {accent}; border-color: {accent};
  image: url("{pictures}/check.svg"); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {raised}; border-color: {line}; }}
QDockWidget {{ color: {ink}; font-weight: 600; titlebar-close-icon: url("{pictures}/close.svg"); }}
QDockWidget::close-button {{ border: 0; padding: 0; icon-size: 16px; }}
QDockWidget::title {{ background: {surface}; padding: 12px 16px; border-bottom: 1px solid {line}; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {focus}; }}

QTableView, QTreeView, QListView {{ background: {surface}; alternate-background-color: {surface}; color: {ink};
  border: 1px solid {line}; border-radius: 8px; gridline-color: {line};
  selection-background-color: {selected}; selection-color: {on_selected}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 2px solid {focus}; }}
QTableView::item, QTreeView::item {{ padding: 4px 8px; border: 0; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{ background: {selected};
  color: {on_selected}; }}
QListView::item {{ padding: 6px 8px; border: 0; }}
QHeaderView {{ background: {surface}; border: 0; border-top-left-radius: 8px; }}
QHeaderView::section {{ background: {surface}; color: {ink_soft}; font-weight: 600; border: 0;
  border-bottom: 1px solid {line}; padding: 8px 11px; }}
QHeaderView::section:hover {{ color: {ink}; background: {raised}; }}
QTableCornerButton::section {{ background: {surface}; border: 0; }}

QTabWidget::pane {{ border: 0; border-top: 1px solid {line}; }}
QTabBar::tab {{ background: transparent; color: {ink_soft}; padding: 8px 12px; border: 0;
  border-bottom: 3px solid transparent; }}
QTabBar::tab:hover {{ color: {ink}; }}
QTabBar::tab:selected {{ color: {ink}; font-weight: 600; border-bottom: 3px solid {accent}; }}
QTabBar::tab:focus {{ border: 2px solid {focus}; }}
QMenu {{ background: {surface}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; color: {on_selected}; }}
QMenu::item:disabled {{ color: {ink_soft}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QProgressBar {{ background: {raised}; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {line}; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QGroupBox {{ border: 1px solid {line}; border-radius: 8px; margin-top: 20px; padding: 12px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 4px; padding: 0 4px; color: {ink_soft};
  font-weight: 600; }}
QTextBrowser[role="help"] {{ border: 0; background: {surface}; padding: 8px 16px; }}
QFrame[role="drop"] {{ background: {surface}; border: 2px dashed {edge}; border-radius: 8px; }}
QFrame[role="drop"][over="true"] {{ background: {selected}; border-color: {accent}; }}
"""

_TONE = """
QFrame[tone="{name}"] {{ background: {ground}; border: 0; border-radius: 6px; }}
QFrame[role="chip"][tone="{name}"] {{ border-radius: 10px; }}
QFrame[tone="{name}"] > QLabel {{ color: {ink}; background: transparent; }}
QPushButton[tone="{name}"] {{ color: {ink}; }}
"""


def sheet(palette: Palette, points: Mapping[str, float]) -> str:
    """The style sheet for a palette and the four sizes of type, in points."""
    pictures = files("commission_app.resources").joinpath(f"icons/{'dark' if palette.dark else 'light'}")
    own = {"bad_ink": palette.bad.ink, "pictures": Path(str(pictures)).as_posix()}
    tokens: dict[str, object] = {**vars(palette), **points, **own}
    parts = [_SHEET.format(**tokens)]
    for name in tone_names():
        tone = palette.tone(name)
        parts.append(_TONE.format(name=name, ground=tone.ground, ink=tone.ink))
    return "".join(parts)
