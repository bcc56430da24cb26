"""A small office with an institution, people and stored bytes, on any database."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from commission_app.models.certificate import Paper
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.services import backups, institution, users
from commission_app.services.office import Office
from commission_app.services.users import UserForm
from commission_app.store import migrate
from commission_app.store.database import open_database
from commission_app.store.work import Reading, Work
from tests import empty

NAME = "Ķīļu ielas koledža"


def begin(where: str | Path, people: int = 3) -> Office:
    """A new office of a college, with some people and one stored file of more than one piece."""
    if "://" not in str(where):
        empty.lay(Path(where))
    database = open_database(where)
    migrate.migrate(database)
    office = Office(database)
    office.do(institution.establish, institution.InstitutionForm(name_lv=NAME, valid_from=date(2026, 1, 1)))
    for number in range(people):
        office.do(users.hire, UserForm(f"Ļaudis {number}"))
    office.do(keep, b"\x00\xffpieced" * 200_000, "liels.pdf")
    office.do(keep, b"small", "mazs.txt")
    return office


def keep(work: Work, data: bytes, name: str) -> None:
    """Stores a paper of the house."""
    blob = work.blobs.put(work.session, data)
    work.session.flush()
    subject = uuid4()
    paper = Paper(subject_uid=subject, kind=PaperKind.RECEIPT, language="lv", name=name, issued_at=work.moment)
    paper.blob_id = blob.id
    work.add(paper)


def again(where: str | Path) -> Office:
    """The office that stands at an address."""
    database = open_database(where)
    migrate.ensure_current(database)
    return Office(database)


def told(office: Office) -> tuple[list[str], str]:
    """The people and the institution, as the office tells them."""
    card = office.ask(institution.card)
    assert card is not None
    return [user.name for user in office.ask(users.users)], card.form.name_lv


def bytes_of(reading: Reading) -> dict[str, bytes]:
    """Every stored file by its name."""
    papers = reading.session.query(Paper).all()
    return {paper.name: reading.blobs.read(reading.session, paper.blob) for paper in papers}


def backed_up(office: Office, target: Path) -> Path:
    """A backup of the office."""
    made = office.ask(backups.make, target)
    office.do(backups.record_backup, made)
    return made.path
