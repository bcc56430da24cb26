"""The minutes of a sitting: who took part, what was considered, what was decided, and by which votes."""

from dataclasses import dataclass
from datetime import date, datetime

from commission_app.documents.house_style import Letterhead, Signatures, Text, Votes
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict


@dataclass(frozen=True)
class Participant:
    """Somebody at the sitting: name, post in the commission, and a remark (such as: came later)."""

    name: str
    post: Text = ""
    note: Text = ""


@dataclass(frozen=True)
class MinutedUnit:
    """What was decided about one unit."""

    code: str
    title: Text
    verdict: UnitVerdict
    credits: Credits | None = None


@dataclass(frozen=True)
class MinutesItem:
    """One item of the agenda; without a verdict it was postponed, with the reason."""

    title: Text
    case_number: str
    applicant: str
    heard: Text = ""
    reporter: str | None = None
    recused: tuple[str, ...] = ()
    verdict: DecisionVerdict | None = None
    decision_number: str | None = None
    units: tuple[MinutedUnit, ...] = ()
    total: Credits | None = None
    reasons: Text = ""
    votes: Votes | None = None
    secret: bool = False
    postponed_reason: Text | None = None


@dataclass(frozen=True)
class MinutesFacts:
    """Everything the minutes say; moments are printed in the office's time."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    starts: datetime
    ends: datetime | None
    form: Text  # on site, remote, written
    room: Text
    chair: str
    minute_taker: str
    participants: tuple[Participant, ...]
    absent: tuple[Participant, ...]
    quorum: Text  # "5 of 7 members take part; 4 are needed"
    items: tuple[MinutesItem, ...]
    signatures: Signatures
    invited: tuple[Participant, ...] = ()
    annexes: tuple[Text, ...] = ()
    order: Text = ""  # the order that formed the commission, with its number and date
    draft: bool = False
