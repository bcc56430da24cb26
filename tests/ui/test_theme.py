"""The look: every text can be read on every ground it meets, light and dark."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commission_app.ui import lasting
from commission_app.ui.theme import apply_theme, palette_now, type_points
from commission_app.ui.theme_palette import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Palette, contrast, tone_names
from commission_app.ui.theme_sheet import sheet
from commission_app.ui.widgets.chip import TONE_ICONS, Chip

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def test_contrast_is_computed_as_the_guideline_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_outlines_and_the_focus_ring_are_visible(palette: Palette, shape: str, ground: str) -> None:
    assert contrast(getattr(palette, shape), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tone", tone_names())
def test_a_state_is_readable_on_its_ground_and_on_the_page(palette: Palette, tone: str) -> None:
    colours = palette.tone(tone)
    for ground in (colours.ground, palette.surface, palette.canvas):
        assert contrast(colours.ink, ground) >= 4.5


def test_every_tone_has_an_icon_of_its_own() -> None:
    assert set(TONE_ICONS) == set(tone_names())
    assert len(set(TONE_ICONS.values())) == len(TONE_ICONS)


def test_the_sheet_names_no_colour_that_is_not_a_token() -> None:
    points = {"small": 9.0, "body": 10.0, "title": 12.5, "display": 16.5}
    light, dark = sheet(LIGHT, points), sheet(DARK, points)
    for colour in ("#FFFFFF", LIGHT.canvas, LIGHT.ink, LIGHT.line):
        assert colour in light
    assert LIGHT.canvas not in dark
    assert LIGHT.ink not in dark


def test_a_chip_says_its_state_in_colour_icon_and_word(qtbot: QtBot) -> None:
    chip = Chip("Nokavēts", "bad")
    qtbot.addWidget(chip)
    assert chip.text() == "Nokavēts"
    assert chip.property("tone") == "bad"
    assert chip.accessibleName() == "Nokavēts"


def test_the_chosen_theme_is_worn(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    assert palette_now() is DARK
    apply_theme(qapp, "light")
    assert palette_now() is LIGHT
    assert type_points("small") < type_points("body") < type_points("title") < type_points("display")


class Bell(QObject):
    """Rings."""

    rung = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from 3.12 on None and True cannot die")
def test_a_long_day_of_signals_does_not_use_up_true_and_none() -> None:
    lasting.last()
    bell = Bell()
    for _ in range(5000):
        bell.rung.emit()
        assert bell.parent() is None
    assert sys.getrefcount(True) > 1_000_000
    assert sys.getrefcount(None) > 1_000_000
