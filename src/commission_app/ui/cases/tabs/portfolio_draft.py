"""What was begun in a dialog of several forms is kept as one draft, and shown again when the dialog is opened."""

import json
from collections.abc import Callable

from PySide6.QtCore import QObject

from commission_app.services import drafts
from commission_app.services.drafts import DraftLine
from commission_app.ui.forms import Form
from commission_app.ui.jobs import Jobs


class DialogDraft:
    """The forms of a dialog by name; forms that appear later find their part of the draft."""

    def __init__(self, jobs: Jobs, owner: QObject, name: str, subject: str, seen: int = 0) -> None:
        self._jobs, self._owner = jobs, owner
        self._name, self._subject, self._seen = name, subject, seen
        self._parts: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._ready = False
        self._waiting: list[tuple[str, Form]] = []

    def begin(self, found: Callable[[], object]) -> None:
        """Asks for the draft; `found` is called when there was one."""
        asked = self._jobs.ask_each(self._owner, drafts.begun, self._name, self._subject)
        asked.then(lambda line: self._begun(line, found))

    def follow(self, name: str, form: Form) -> None:
        """Keeps what stands in a form, and shows what was kept of it."""
        if not self._ready:
            self._waiting.append((name, form))
            return
        # Who typed before the draft was found goes on with what was typed.
        text = "" if form.dirty() else self._parts.get(name, "")
        form.keep_drafts(lambda text: self._keep(name, text), text)

    def drop(self) -> None:
        """It was stored, or given up."""
        self._parts = {}
        if self._kept:
            self._kept = {}
            self._jobs.do(self._owner, drafts.drop, self._name, self._subject)

    def _begun(self, line: DraftLine | None, found: Callable[[], object]) -> None:
        self._parts = _parts(line.text) if line is not None else {}
        self._kept = dict(self._parts)
        self._ready = True
        waiting, self._waiting = self._waiting, []
        for name, form in waiting:
            self.follow(name, form)
        if self._parts:
            found()

    def _keep(self, name: str, text: str) -> None:
        if self._kept.get(name, "") == text:
            return
        self._kept[name] = text
        self._kept = {key: part for key, part in self._kept.items() if part}
        if self._kept:
            whole = json.dumps(self._kept, ensure_ascii=False, sort_keys=True)
            self._jobs.do(self._owner, drafts.keep, self._name, self._subject, self._seen, whole)
        else:
            self._jobs.do(self._owner, drafts.drop, self._name, self._subject)


def _parts(text: str) -> dict[str, str]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(name): str(part) for name, part in found.items()} if isinstance(found, dict) else {}
