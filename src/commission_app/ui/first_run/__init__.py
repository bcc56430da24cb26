"""The first run: three short pages, or the sample commission; then the window opens."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commission_app.config import Settings


def ask() -> "Settings | None":
    """Asks what must be known before the window opens; None where the person went away."""
    from commission_app.ui.first_run.first_window import FirstWindow

    window = FirstWindow()
    window.exec()
    window.let_go()
    return window.settings
