"""Files handed in for a portfolio: read with their limits, and a first guess of what each is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from commission_app.errors import RefusedError, UnavailableError
from commission_app.exchange import credential, credential_course
from commission_app.exchange.evidence_file import examine_file
from commission_app.i18n import capital
from commission_app.models.evidence import EvidenceItem
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.services import evidence
from commission_app.services.evidence import Attached, EvidenceForm, NewFile
from commission_app.store.work import Progress, Work

GUESSES: tuple[tuple[EvidenceKind, tuple[str, ...]], ...] = (
    (EvidenceKind.JOB_DESCRIPTION, ("amata apraksts", "job description")),
    (EvidenceKind.COURSE_DESCRIPTION, ("kursa apraksts", "course description")),
    (EvidenceKind.SELF_ASSESSMENT, ("pasvertej", "pasnovertej", "self assessment")),
    (EvidenceKind.TRANSCRIPT, ("sekmju", "izraksts", "transcript")),
    (EvidenceKind.PAYMENT, ("maksajum", "rekins", "payment", "kvits")),
    (EvidenceKind.EMPLOYER_REFERENCE, ("atsauksm", "rekomend", "reference")),
    (EvidenceKind.EMPLOYMENT_CONTRACT, ("darba ligum", "ligums", "contract")),
    (EvidenceKind.EMPLOYER_STATEMENT, ("izzina", "statement")),
    (EvidenceKind.VOLUNTEERING, ("brivprat", "volunt")),
    (EvidenceKind.PRACTICE_REPORT, ("prakse", "practice report", "internship")),
    (EvidenceKind.CERTIFICATE, ("apliec", "diplom", "sertif", "certif")),
    (EvidenceKind.IDENTITY, ("pase", "passport", "id karte", "identity")),
    (EvidenceKind.AWARD, ("balva", "godaraksts", "award")),
    (EvidenceKind.PUBLICATION, ("publik", "article")),
    (EvidenceKind.PROJECT_RESULT, ("projekt", "project")),
    (EvidenceKind.CV, ("cv", "dzives apraksts", "dzives gajums", "curriculum")),
)
"""Words in a file's name, folded, and the kind they speak for; the first that is found counts."""
PNG = b"\x89PNG\r\n\x1a\n"
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".gif", ".tif", ".tiff", ".webp", ".mp4", ".mov"})


@dataclass(frozen=True)
class Handed:
    """One file on its way into a portfolio: into an item that is there, or into a new one."""

    case_id: int
    file: NewFile
    item_id: int | None = None


@dataclass(frozen=True)
class ReadFiles:
    """What was read, and what was refused or could not be read, file by file."""

    files: tuple[NewFile, ...]
    troubles: tuple[RefusedError | UnavailableError, ...]


def read_files(paths: tuple[Path, ...], progress: Progress) -> ReadFiles:
    """Reads files from the disk; one that cannot be evidence is refused without holding up the others."""
    files: list[NewFile] = []
    troubles: list[RefusedError | UnavailableError] = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths))
        try:
            examine_file(path)
            files.append(NewFile(path.name, path.read_bytes()))
        except RefusedError as error:
            troubles.append(error)
        except OSError as error:
            why = error.strerror or str(error)
            troubles.append(UnavailableError("ui.file_unreadable", file=path.name, why=why))
    return ReadFiles(tuple(files), tuple(troubles))


def read_plain(path: Path, most_bytes: int = 5 * 1024 * 1024) -> NewFile:
    """Reads a small file that is no evidence (a certificate), whatever it is."""
    try:
        with path.open("rb") as source:
            return NewFile(path.name, source.read(most_bytes))
    except OSError as error:
        raise UnavailableError("ui.file_unreadable", file=path.name, why=error.strerror or str(error)) from None


def lay_in(work: Work, handed: Handed) -> Attached:
    """One file is laid into the portfolio, with a first guess of its kind and title where it makes a new item.

    Refused: after the portfolio was closed, or a file that cannot be evidence.
    """
    if handed.item_id is not None:
        seen = work.get(EvidenceItem, handed.item_id).version
        return evidence.attach_files(work, handed.item_id, seen, (handed.file,))
    return evidence.attach(work, handed.case_id, described(handed.file, work.today), (handed.file,))


def described(file: NewFile, today: date) -> EvidenceForm:
    """What a file says of itself where it is a digital credential; else a first guess by its name."""
    kind = "image/png" if file.data.startswith(PNG) else ""
    if not credential.may_be_credential(file.name, kind):
        return guess(file.name)
    try:
        facts = credential.read_credential(file.name, kind, file.data)
    except RefusedError:
        return guess(file.name)
    issued = facts.issued_on if facts.issued_on is not None and facts.issued_on <= today else None
    title = (facts.title or guess(file.name).title)[:300]
    return EvidenceForm(
        EvidenceKind.DIGITAL_CREDENTIAL,
        title,
        facts.issuer[:300],
        issued,
        facts.language[:20],
        subject=title,
        details=credential_course.course_of(facts),
    )


def guess(name: str) -> EvidenceForm:
    """What a file most likely is, by its name: "darba_ligums-2019.pdf" is an employment contract."""
    path = Path(name)
    title = " ".join(path.stem.replace("_", " ").replace("-", " ").split()) or name
    words = fold(title)
    kind = next((kind for kind, marks in GUESSES if any(mark in words for mark in marks)), None)
    if kind is None:
        kind = EvidenceKind.PHOTO_OR_VIDEO if path.suffix.lower() in PICTURES else EvidenceKind.OTHER
    return EvidenceForm(kind, capital(title))
