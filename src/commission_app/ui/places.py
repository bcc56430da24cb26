"""Where one can be in the window: a screen's name, the key of what it shows, and a tab of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A screen by its kind, with the key of its noun and, where it has tabs, which one."""

    kind: str
    key: int | str | None = None
    tab: str | None = None

    def remembered(self) -> str:
        """The place as one line that can be kept in the settings."""
        key = "" if self.key is None else f"{'#' if isinstance(self.key, int) else '='}{self.key}"
        return f"{self.kind}/{key}/{self.tab or ''}"

    @classmethod
    def recalled(cls, line: str) -> "Place | None":
        """The place of a remembered line, or None where it cannot be read."""
        parts = line.split("/")
        if len(parts) != 3 or not parts[0]:
            return None
        kind, key, tab = parts
        if key.startswith("#") and key[1:].isdecimal():
            return cls(kind, int(key[1:]), tab or None)
        return cls(kind, key[1:] if key.startswith("=") else None, tab or None)


Crumb = tuple[str, Place | None]
"""A step of the way shown in the header, and where it leads."""


@dataclass(frozen=True)
class News:
    """What just happened, in one sentence, and the place where it can be seen."""

    text: str
    place: Place | None = None
    tone: str = "good"
