"""Keeps what stands in a form as a draft of the person who works here, and shows it when the form is opened again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from commission_app.ui.forms import Form
from commission_app.ui.jobs import Jobs

if TYPE_CHECKING:
    from commission_app.services.drafts import DraftLine


def keep_draft(
    jobs: Jobs,
    owner: QObject,
    form: Form,
    name: str,
    *,
    subject: str = "",
    seen: int = 0,
    shown: Callable[[int], object] | None = None,
) -> None:
    """Keeps the form's draft by name (and the uid it is about); `shown` hears on which version a found one was begun.

    The act that stores the form drops its draft with `drafts.drop`.
    """
    from commission_app.services import drafts

    def keep(text: str) -> None:
        if text:
            jobs.do(owner, drafts.keep, name, subject, seen, text)
        else:
            jobs.do(owner, drafts.drop, name, subject)

    def begun(line: "DraftLine | None") -> None:
        if form.keep_drafts(keep, line.text if line is not None else "") and line is not None and shown is not None:
            shown(line.seen)

    jobs.ask_each(owner, drafts.begun, name, subject).then(begun)
