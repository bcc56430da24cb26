"""The digital twins of many certificates at once: into a folder, one short act each, with what stood against any."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QWidget

from commission_app.errors import TroubleError
from commission_app.i18n import capital
from commission_app.rules.twins import TWINS
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.services import twins
from commission_app.services.office import Progress, Reading, Work
from commission_app.services.twins import TwinFile
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Batch
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

MOST_TOLD = 12
"""So many refusals are told one by one; of the rest the number."""


@dataclass(frozen=True)
class Piece:
    """One twin of one certificate."""

    certificate_id: int
    number: str
    kind: PaperKind


class TwinsBatchDialog(FormDialog):
    """Which formats, of which certificates, into which folder; what is incomplete is named and the others leave."""

    def __init__(self, desk: Desk, year: int, entries: tuple[int, ...], parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Digital twins of the certificates of {year}", year=year), say("Save …"), parent)
        # One line is always current: only several of them are a choice.
        self._chosen = len(entries) > 1
        self._rows: tuple[tuple[int, str], ...] = ()
        self._folder: Path | None = None
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.form.place(self.told)
        self.kinds: dict[PaperKind, QCheckBox] = {}
        for kind in TWINS:
            name = word(desk.language, kind)
            tick = QCheckBox(capital(name), self)
            tick.setChecked(kind is PaperKind.CREDENTIAL_ELM)
            self.form.place(tick)
            self.kinds[kind] = tick
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self.form.place(self.outcome)
        if self._chosen:
            desk.jobs.ask(self, twins.certificates_of_entries, entries).then(self._show)
        else:
            desk.jobs.ask(self, twins.certificates_of_year, year).then(self._show)

    def submit(self) -> None:
        """Asks for the folder, then lets the twins leave one by one."""
        folder = QFileDialog.getExistingDirectory(self, self.language.say("Folder for the digital twins"))
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> None:
        """Lets every twin that is ticked and complete leave, into a folder."""
        chosen = [kind for kind, tick in self.kinds.items() if tick.isChecked()]
        pieces = [Piece(key, number, kind) for key, number in self._rows for kind in chosen]
        self._folder = folder
        promise = self.desk.jobs.each(self, _leave, pieces)
        promise.called(self.language.say("Making the digital twins")).resting(self.deed).then(self._made)

    def _show(self, rows: tuple[tuple[int, str], ...]) -> None:
        self._rows = rows
        count = self.language.count
        said = count("{n} certificate holds in this year.", "{n} certificates hold in this year.", len(rows))
        if self._chosen:
            said = count("{n} of the chosen certificates holds.", "{n} of the chosen certificates hold.", len(rows))
        self.told.setText(f"{said} {self.language.say('The personal code and the date of birth stay out.')}")
        self.deed.setEnabled(bool(rows))

    def _made(self, batch: "Batch[Piece, int]") -> None:
        folder = self._folder
        if folder is None:
            return

        def fetch(reading: Reading) -> tuple[TwinFile, ...]:
            return tuple(twins.file_of(reading, key) for key in batch.answers)

        def write(files: tuple[TwinFile, ...]) -> None:
            self.desk.jobs.work(self, _writing(folder, files)).then(lambda n: self._tell(n, batch))

        self.desk.jobs.ask_each(self, fetch).then(write)

    def _tell(self, written: int, batch: "Batch[Piece, int]") -> None:
        language = self.language
        lines = [language.count("{n} digital twin is saved.", "{n} digital twins are saved.", written)]
        lines += [_told(self.desk, piece, trouble) for piece, trouble in batch.troubles[:MOST_TOLD]]
        more = len(batch.troubles) - MOST_TOLD
        if more > 0:
            lines.append(language.count("and {n} more", "and {n} more", more))
        if batch.left:
            lines.append(language.count("{n} was not begun.", "{n} were not begun.", len(batch.left)))
        self.outcome.setText("\n".join(lines))
        self.outcome.show()
        self.form.mark_clean()
        self.fit()


def _leave(work: Work, piece: Piece) -> int:
    return twins.export(work, piece.certificate_id, piece.kind)


def _told(desk: Desk, piece: Piece, trouble: TroubleError) -> str:
    kind = word(desk.language, piece.kind)
    return f"• {piece.number}, {kind}: {sentence(desk.language, trouble.refusal)}"


def _writing(folder: Path, files: tuple[TwinFile, ...]) -> Callable[[Progress], int]:
    """The labour of writing files into a folder; a disk that says no is named."""
    from commission_app.ui.widgets.file_copies import writing

    def write(progress: Progress) -> int:
        for done, file in enumerate(files):
            progress.step(done, len(files))
            writing(folder / file.name, file.data)(progress)
        return len(files)

    return write
