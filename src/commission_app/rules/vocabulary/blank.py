"""Words about numbered state forms: what may happen to one, and where it stands since."""

from enum import StrEnum


class BlankState(StrEnum):
    """Where a state form stands; a number is received once and never forgotten."""

    IN_STOCK = "in_stock"
    USED = "used"
    SPOILED = "spoiled"
    ANNULLED = "annulled"
    DESTROYED = "destroyed"


class BlankMove(StrEnum):
    """What a line of the ledger says happened."""

    RECEIVED = "received"
    USED = "used"
    SPOILED = "spoiled"
    ANNULLED = "annulled"
    DESTROYED = "destroyed"


class LossReason(StrEnum):
    """Why the holder asks for a duplicate."""

    LOST = "lost"
    STOLEN = "stolen"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"


class FieldAlign(StrEnum):
    """On which side of its place a printed field stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class FormField(StrEnum):
    """What may be printed onto a state form; each kind of certificate has some of them."""

    NUMBER = "number"
    HOLDER = "holder"
    IDENTITY = "identity"
    INSTITUTION = "institution"
    INSTITUTION_CODE = "institution_code"
    ACCREDITATION = "accreditation"
    PROGRAMME = "programme"
    PROGRAMME_CODE = "programme_code"
    QUALIFICATION = "qualification"
    PART = "part"
    LEVEL_PKL = "level_pkl"
    LEVEL_LKI = "level_lki"
    BASIS = "basis"
    HOURS = "hours"
    OUTCOMES = "outcomes"
    EXAM_DATE = "exam_date"
    MARK = "mark"
    PROTOCOL = "protocol"
    CHAIR = "chair"
    HEAD = "head"
    PLACE = "place"
    ISSUED_ON = "issued_on"
    DUPLICATE = "duplicate"
