"""The office of the journeys: a college with two commissions, and who and what stands around its one desk."""

from dataclasses import dataclass
from pathlib import Path

from commission_app.rules.legality import Bylaw
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole, Side
from commission_app.services import commissions, provisions, users
from commission_app.services.commissions import CommissionForm, MemberForm
from commission_app.services.office import Office
from commission_app.services.users import UserForm
from tests import make
from tests.journeys.hands import Hands

MEMBERS = ("Inga Kalniņa", "Andris Šķēle", "Māra Žagare", "Jānis Ļaksa", "Dzintra Ābele")
APPEAL = ("Lēmumu var apstrīdēt viena mēneša laikā.", "The decision may be contested within one month.")


@dataclass
class Answers:
    """What Qt's own dialogs of files answer: the file to open, and the folder to save in."""

    folder: Path
    opening: Path | None = None
    saved: Path | None = None


@dataclass(frozen=True)
class AtWork:
    """The window with its office, the hands upon it, and what file dialogs answer."""

    hands: Hands
    office: Office
    answers: Answers


def found(office: Office) -> None:
    """A college, its two commissions of five, and two people who work in its office."""
    make.institution(office)
    office.do(users.hire, UserForm("Līga Bērziņa", post_lv="Lietvede", post_en="Clerk"))
    office.do(provisions.word, "appeal", None, make.LONG_AGO, *APPEAL)
    _commission(office, CommissionKind.RECOGNITION, "Atzīšanas komisija", "Recognition Commission", "Datorika")
    _commission(office, CommissionKind.EXAMINATION, "Eksaminācijas komisija", "Examination Commission", "")


def _commission(office: Office, kind: CommissionKind, lv: str, en: str, area: str) -> None:
    key = office.do(commissions.found, CommissionForm(kind, lv, en, area, "12-5/31", make.LONG_AGO))
    roles = (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR, *3 * [MemberRole.MEMBER])
    for name, role, side in zip(MEMBERS, roles, (Side.SCHOOL, Side.EMPLOYERS) * 2 + (Side.SCHOOL,), strict=True):
        office.do(commissions.appoint, key, MemberForm(name, role, side, "docents", "docent", "Koledža", make.LONG_AGO))
    office.do(commissions.adopt_bylaw, key, make.LONG_AGO, Bylaw(), ("Nolikuma 5. punkts", "By-law, point 5"))
