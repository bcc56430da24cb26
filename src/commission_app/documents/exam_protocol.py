"""The protocol of a qualification exam: the commission, the parts, and each examinee's points and mark."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.rules.vocabulary.scoring import ExamStatus


@dataclass(frozen=True)
class Examiner:
    """A member of the examination commission: name, post, and whom the member represents."""

    name: str
    post: Text
    represents: Text = ""


@dataclass(frozen=True)
class ExamPart:
    """One part of the exam, theory or practice: when, where, and the points that can be had."""

    title: Text
    starts: datetime | None
    ends: datetime | None
    room: Text
    max_points: Decimal


@dataclass(frozen=True)
class ExamineeRow:
    """One examinee; points and mark are missing for who did not sit."""

    name: str
    case_number: str
    status: ExamStatus
    theory: Decimal | None = None
    practice: Decimal | None = None
    total: Decimal | None = None
    mark: int | None = None
    awarded: bool | None = None
    remark: Text = ""


@dataclass(frozen=True)
class ExamProtocolFacts:
    """Everything the protocol says; the scale is pairs of a mark and the least points that give it."""

    letterhead: Letterhead
    number: str
    day: date
    qualification: Text
    code: str
    level: Text  # "LKI 4. līmenis, 4. profesionālās kvalifikācijas līmenis"
    standard: Text
    kind: Text
    commission: Text
    chair: Examiner
    members: tuple[Examiner, ...]
    theory: ExamPart
    practice: ExamPart
    rows: tuple[ExamineeRow, ...]
    pass_mark: int
    signatures: Signatures
    observers: tuple[Examiner, ...] = ()
    scale: tuple[tuple[int, Decimal], ...] = ()
    delegation: Text = ""
    order: Text = ""
    incidents: Text = ""
    annexes: tuple[Text, ...] = ()
    draft: bool = False
