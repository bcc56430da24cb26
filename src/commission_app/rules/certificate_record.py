"""What a certificate says, as frozen facts: paper, code and digital twins are all made of this one record."""

from dataclasses import dataclass
from datetime import date

from commission_app.errors import RefusedError
from commission_app.rules import canonical
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind

SCHEMA = 1
UNSAID = Said()


@dataclass(frozen=True, slots=True)
class RecordHolder:
    """Whose certificate it is, by the name of the day of issue; the personal code only where the paper bears it."""

    uid: str
    given: str
    family: str
    original: str = ""
    born: date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class RecordIssuer:
    """The institution by its name of the day."""

    name: Said
    reg_no: str
    address: Said = UNSAID
    country: str = "LV"
    email: str = ""
    website: str = ""
    head: str = ""
    head_post: Said = UNSAID


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """A learning outcome that was reached."""

    code: str
    text: Said
    kind: OutcomeKind | None = None
    external: str = ""
    """What it is called outside, such as its address in ESCO."""


@dataclass(frozen=True, slots=True)
class RecordUnit:
    """A unit that was recognised: its credits in thousandths of their unit, and the mark where one was given."""

    uid: str
    code: str
    title: Said
    credits: int | None = None
    credit_unit: CreditUnit | None = None
    hours: int | None = None
    mark: Said = UNSAID
    outcomes: tuple[RecordOutcome, ...] = ()
    grounds: tuple[str, ...] = ()
    """The uids of what it was recognised on."""


@dataclass(frozen=True, slots=True)
class RecordGround:
    """What units were recognised on: the kind of evidence, who issued it and when; a title only of learning."""

    uid: str
    kind: Said
    title: str = ""
    issuer: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class RecordBasis:
    """What the certificate rests on: a decision or an exam protocol, and the law."""

    number: str
    day: date
    commission: Said = UNSAID
    law: Said = UNSAID
    exam: bool = False
    procedure: Procedure | None = None
    chair: str = ""
    chair_post: Said = UNSAID


@dataclass(frozen=True, slots=True)
class RecordElements:
    """The elements of a microcredential by Annex I of the Council Recommendation of 16 June 2022.

    Those that the record has elsewhere (learner, title, date, outcomes, level) are not said twice; workload in
    thousandths of its unit. The codes are members of `rules/vocabulary/microcredential.py`.
    """

    countries: tuple[str, ...] = ()
    workload: int | None = None
    workload_unit: CreditUnit | None = None
    assessment: tuple[str, ...] = ()
    assessment_note: Said = UNSAID
    participation: str = ""
    quality: str = ""
    quality_note: Said = UNSAID
    prerequisites: Said = UNSAID
    supervision: str = ""
    stackability: str = ""
    stackability_note: Said = UNSAID
    more: Said = UNSAID
    cycle: str = ""
    level_applies: bool = True


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """Everything a certificate says, in no one language; `level` is LKI = EQF, `pkl` by the scale of the day.

    `part` names the parts of the qualification it is about; `gathered` the units of a whole acquired part by part.
    """

    uid: str
    kind: CertificateKind
    number: str
    issued_on: date
    holder: RecordHolder
    issuer: RecordIssuer
    title: Said
    programme: Said
    programme_code: str
    basis: RecordBasis
    units: tuple[RecordUnit, ...] = ()
    credits: int | None = None
    credit_unit: CreditUnit | None = None
    level: int | None = None
    pkl: int | None = None
    isced_f: str = ""
    mark: Said = UNSAID
    form_series: str = ""
    form_number: str = ""
    duplicate_of: str = ""
    duplicate_on: date | None = None
    accreditation: str = ""
    elements: RecordElements | None = None
    grounds: tuple[RecordGround, ...] = ()
    mark_value: int | None = None
    part: Said = UNSAID
    gathered: tuple[Said, ...] = ()
    schema: int = SCHEMA


def text(record: CertificateRecord) -> str:
    """The record as canonical text: the same facts always give the same text."""
    return canonical.written(record)


def read(stored: str, number: str = "") -> CertificateRecord:
    """The record as it was kept.

    Refused: text that is no such record, or of a schema of a later program.
    """
    try:
        record = canonical.made(CertificateRecord, stored)
    except ValueError as error:
        raise RefusedError("certificate.record_unreadable", number=number) from error
    if record.schema != SCHEMA:
        raise RefusedError("certificate.record_newer", number=number, schema=record.schema)
    return record
