"""The first start of the program on a computer: a database where the person wants it, furnished or joined."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from commission_app import config
from commission_app.errors import RefusedError
from commission_app.services import commissions, demo, first_office, institution
from commission_app.services.commissions import CommissionForm, MemberForm
from commission_app.services.institution import InstitutionForm
from commission_app.services.opening import bring_up_to_date, open_office
from commission_app.services.users import UserForm


@dataclass(frozen=True)
class Beginning:
    """What is asked before an office begins: the institution, who works there first, and a commission's head."""

    institution: InstitutionForm
    first: UserForm
    commission: CommissionForm | None = None
    chair: MemberForm | None = None


def standing(where: str) -> str | None:
    """The institution whose data stand at an address, or None where there are none yet.

    Unavailable: a server that does not answer. Refused: an address that is none.
    """
    try:
        office = open_office(where)
    except RefusedError as refused:
        if refused.reason not in ("database.absent", "database.empty", "database.older"):
            raise
        if refused.reason != "database.older":
            return None
        bring_up_to_date(where)
        office = open_office(where)
    try:
        card = office.ask(institution.card)
    finally:
        office.close()
    return None if card is None else card.form.name_lv


def begin(where: str, asked: Beginning) -> None:
    """An office begins at an address: its institution, the first person, and the head of its commission."""
    office = open_office(where, create=True)
    try:
        uid = office.do(first_office.establish, asked.institution, asked.first)
        if uid is not None:
            office.sign_in(uid)
        if asked.commission is not None:
            key = office.do(commissions.found, asked.commission)
            if asked.chair is not None:
                office.do(commissions.appoint, key, asked.chair)
    finally:
        office.close()


def furnish_sample(folder: Path) -> None:
    """The sample commission with its cases, to look around in; a making that was broken off leaves nothing half."""
    making = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    demo.furnish(making / config.DATABASE_FILE).close()
    making.rename(folder)
