"""The way one came through the window: back and forward, as in a browser."""

from commission_app.ui.places import Place

LONGEST = 50


class History:
    """The places visited, and which of them one is at."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """Where one is."""
        return self._places[self._at] if self._places else None

    def visit(self, place: Place) -> None:
        """Goes on to a place; what was ahead is forgotten."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place][-LONGEST:]
        self._at = len(self._places) - 1

    def turn(self, place: Place) -> None:
        """Another tab of the same place: going back leads past it."""
        if self._places:
            self._places[self._at] = place

    def behind(self) -> Place | None:
        """The place before this one."""
        return self._places[self._at - 1] if self._at > 0 else None

    def ahead(self) -> Place | None:
        """The place one came back from."""
        return self._places[self._at + 1] if self._at + 1 < len(self._places) else None

    def step(self, by: int) -> None:
        """Moves back (-1) or forward (1)."""
        self._at = min(max(self._at + by, 0), len(self._places) - 1)
