"""What every digital twin says in the same words: identifiers, quantities, the holder, the grade, codes in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from commission_app.i18n import ENGLISH, LATVIAN, marked
from commission_app.rules.certificate_record import CertificateRecord, RecordElements
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import AssessmentKind
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.words import word

M = TypeVar("M", bound=StrEnum)


class Names:
    """The identifiers of a credential and of its parts: always the same for the same certificate."""

    def __init__(self, record: CertificateRecord) -> None:
        self._root = UUID(record.uid)
        self._issuer = f"urn:commission-app:issuer:{record.issuer.country}:{record.issuer.reg_no}"

    @property
    def credential(self) -> str:
        """The credential itself."""
        return f"urn:uuid:{self._root}"

    def part(self, *path: str) -> str:
        """A part of the credential, by the way to it."""
        return f"urn:uuid:{uuid5(self._root, '/'.join(path))}"

    @property
    def issuer(self) -> str:
        """The institution: the same in all its credentials."""
        return f"urn:uuid:{uuid5(NAMESPACE_URL, self._issuer)}"


def moment(day: date) -> str:
    """The beginning of a day: in every country of Europe it is the same day."""
    return f"{day.isoformat()}T00:00:00Z"


def amount(thousandths: int) -> str:
    """Thousandths as a decimal number without idle zeros: 4500 is 4.5."""
    return format((Decimal(thousandths) / 1000).normalize(), "f")


def duration(thousandths: int) -> str:
    """Thousandths of hours as a duration: 40000 is PT40H, 1500 is PT1H30M; seconds are dropped."""
    hours, rest = divmod(thousandths, 1000)
    minutes = rest * 60 // 1000
    return f"PT{hours}H{minutes}M" if minutes else f"PT{hours}H"


def full_name(record: CertificateRecord) -> str:
    """The holder by the name of the day of issue."""
    return f"{record.holder.given} {record.holder.family}"


def worded(member: StrEnum) -> Said:
    """A word of the program in both languages."""
    return Said(word(LATVIAN, member), word(ENGLISH, member))


def phrase(text: str, /, **facts: object) -> Said:
    """A text of the catalogue in both languages."""
    return Said(LATVIAN.say_of("twin", text, **facts), ENGLISH.say_of("twin", text, **facts))


def _dated(text: str, day: date, /, **facts: object) -> Said:
    """A text of the catalogue that names a day, in both languages."""
    lv, en = (one.say_of("twin", text, day=one.date(day), **facts) for one in (LATVIAN, ENGLISH))
    return Said(lv, en)


def grade(record: CertificateRecord) -> Said:
    """The mark; where there is none, that the learning was recognised."""
    return record.mark or phrase(marked("recognised"))


def basis(record: CertificateRecord) -> Said:
    """What the certificate rests on."""
    text = marked("exam protocol No. {number}, {day}")
    if not record.basis.exam:
        text = marked("decision No. {number}, {day}")
    return joined((_dated(text, record.basis.day, number=record.basis.number), record.basis.commission))


def assessments(record: CertificateRecord) -> tuple[Said, ...]:
    """How it was assessed; what is not said is the recognition of prior learning, or the exam."""
    said = known(AssessmentKind, record.elements.assessment) if record.elements else ()
    if said:
        return tuple(worded(one) for one in said)
    return (phrase(marked("professional qualification exam")) if record.basis.exam else _prior(),)


def _prior() -> Said:
    return worded(AssessmentKind.PRIOR_LEARNING)


def known(kind: type[M], codes: Iterable[str]) -> tuple[M, ...]:
    """The codes that are members of their list."""
    members = {member.value: member for member in kind}
    return tuple(members[code] for code in codes if code in members)


def one_of(kind: type[M], code: str) -> M | None:
    """The member that a code names."""
    return next(iter(known(kind, (code,))), None)


def workload(record: CertificateRecord) -> tuple[int, CreditUnit] | None:
    """The notional workload in thousandths of its unit: that of the microcredential, else the credits."""
    said = record.elements or RecordElements()
    if said.workload and said.workload_unit:
        return said.workload, said.workload_unit
    if record.credits and record.credit_unit:
        return record.credits, record.credit_unit
    return None


def levels(record: CertificateRecord) -> Iterator[tuple[str, Said]]:
    """The levels of our own framework, each with a code and in words."""
    if record.level is not None:
        yield f"lki-{record.level}", phrase(marked("Latvian qualifications framework, level {n}"), n=record.level)
    if record.pkl is not None:
        yield f"pkl-{record.pkl}", phrase(marked("Professional qualification level {n}"), n=record.pkl)


def joined(texts: Iterable[Said], between: str = ", ") -> Said:
    """Several texts as one, language by language."""
    found = tuple(texts)
    return Said(
        between.join(one.lv for one in found if one.lv),
        between.join(one.en for one in found if one.en),
    )
