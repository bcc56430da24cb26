"""The colours of the window, light and dark, as named tokens; a test computes the contrast of every pair that meets."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Tone:
    """The colours of one meaning: a soft ground and the ink of its icon and word."""

    ground: str
    ink: str


@dataclass(frozen=True)
class Palette:
    """Every colour the window may use, by what it is for."""

    dark: bool
    canvas: str
    surface: str
    raised: str
    line: str
    edge: str
    ink: str
    ink_soft: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    link: str
    selected: str
    on_selected: str
    focus: str
    rail: str
    on_rail: str
    rail_hover: str
    rail_active: str
    on_rail_active: str
    rail_mark: str
    neutral: Tone
    info: Tone
    good: Tone
    warn: Tone
    bad: Tone

    def tone(self, name: str) -> Tone:
        """The tone of a meaning: neutral, info, good, warn or bad."""
        found = getattr(self, name)
        if not isinstance(found, Tone):
            raise KeyError(name)
        return found


LIGHT = Palette(
    dark=False,
    canvas="#F4F6F8",
    surface="#FFFFFF",
    raised="#EDF0F4",
    line="#DDE2E8",
    edge="#838E9C",
    ink="#1B2430",
    ink_soft="#56616F",
    accent="#1D5B8F",
    accent_hover="#174C79",
    accent_pressed="#123D62",
    on_accent="#FFFFFF",
    link="#1A5C96",
    selected="#DCE9F5",
    on_selected="#10283F",
    focus="#2F7CC4",
    rail="#16293D",
    on_rail="#C3D0DD",
    rail_hover="#1F3852",
    rail_active="#27466A",
    on_rail_active="#FFFFFF",
    rail_mark="#6DB3F2",
    neutral=Tone("#E9EDF1", "#45505D"),
    info=Tone("#DFECF8", "#17507F"),
    good=Tone("#DDF1E4", "#17603A"),
    warn=Tone("#FCEFD2", "#7A4A00"),
    bad=Tone("#FBE3E1", "#9B1C1C"),
)

DARK = Palette(
    dark=True,
    canvas="#161B22",
    surface="#1D242D",
    raised="#28313C",
    line="#333E4B",
    edge="#7C8A9B",
    ink="#E8EDF3",
    ink_soft="#A6B2C0",
    accent="#7DB7EC",
    accent_hover="#98C7F2",
    accent_pressed="#B3D6F7",
    on_accent="#0D2033",
    link="#8CC1F2",
    selected="#27445F",
    on_selected="#F2F7FC",
    focus="#6DB3F2",
    rail="#10151B",
    on_rail="#A9B7C6",
    rail_hover="#1B242E",
    rail_active="#233447",
    on_rail_active="#FFFFFF",
    rail_mark="#6DB3F2",
    neutral=Tone("#2E3843", "#C6D0DB"),
    info=Tone("#1C3A56", "#A9D3F7"),
    good=Tone("#17402B", "#9FE0B8"),
    warn=Tone("#4A3510", "#F5CF87"),
    bad=Tone("#55211F", "#FFBDB8"),
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink_soft") for ground in ("canvas", "surface", "raised")),
    ("link", "canvas"),
    ("link", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("accent", "surface"),
    ("accent", "canvas"),
    ("on_selected", "selected"),
    ("on_rail", "rail"),
    ("on_rail", "rail_hover"),
    ("on_rail_active", "rail_active"),
)
"""Text colour over ground: at least 4.5:1."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    ("edge", "surface"),
    ("edge", "canvas"),
    ("focus", "surface"),
    ("focus", "canvas"),
    ("rail_mark", "rail_active"),
)
"""The outline of a field and the focus ring over their ground: at least 3:1."""


def tone_names() -> tuple[str, ...]:
    """The names of the meanings a colour can carry."""
    return tuple(entry.name for entry in fields(Palette) if entry.type is Tone)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2: 1 is none, 21 is black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
