"""Records of certificates: a microcredential with every element, with one unit or with forty, and a statement."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordElements,
    RecordHolder,
    RecordIssuer,
    RecordOutcome,
    RecordUnit,
)
from commission_app.rules.conformity import Kept, PrinciplesSheet
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Cycle,
    Participation,
    Principle,
    PrincipleAnswer,
    QualityKind,
    Stackability,
    Supervision,
)
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind

LONG_NAME = "Ķēniņa-Āboliņa-Žņaudze-Šūpulīte-Ģērmane-Ļaudaka-Čakstiņa-Ozo"
ELEMENTS = RecordElements(
    countries=("LV",),
    assessment=(AssessmentKind.PRIOR_LEARNING, AssessmentKind.PORTFOLIO),
    participation=Participation.WORK,
    quality=QualityKind.DIRECTION,
    quality_note=Said("akreditēts līdz 31.12.2028.", "accredited until 31.12.2028"),
    prerequisites=Said("Vidējā izglītība", "Secondary education"),
    supervision=Supervision.IDENTIFIED,
    stackability=Stackability.STACKABLE,
    stackability_note=Said("bakalaura programma “Datorzinātnes”", "Bachelor's programme Computer Science"),
    more=Said("Derīgs bez termiņa.", "Valid without a term."),
    cycle=Cycle.FIRST,
)


def unit(place: int) -> RecordUnit:
    """A recognised unit of six credit points with three learning outcomes."""
    code = f"DatZ{1010 + 10 * place}"
    return RecordUnit(
        uid=str(UUID(int=place + 1)),
        code=code,
        title=Said(f"Datortīklu uzbūve un uzturēšana {place + 1}", f"Building and Running Networks {place + 1}"),
        credits=6000,
        credit_unit=CreditUnit.ECTS,
        outcomes=tuple(
            RecordOutcome(
                f"{code}.{number}",
                Said(
                    f"projektē, uzstāda un pārbauda vietējo tīklu atbilstoši prasībām, {number}. daļa",
                    f"designs, installs and tests a local network to its requirements, part {number}",
                ),
                OutcomeKind.SKILL,
            )
            for number in range(1, 4)
        ),
    )


def microcredential_record(units: int = 1) -> CertificateRecord:
    """A microcredential that lacks nothing."""
    return CertificateRecord(
        uid=str(UUID(int=99)),
        kind=CertificateKind.MICROCREDENTIAL,
        number="A-2026/12",
        issued_on=date(2026, 11, 21),
        holder=RecordHolder(str(UUID(int=98)), "Ģirts", "Ķēniņš-Āboļš", born=date(1990, 1, 1)),
        issuer=RecordIssuer(
            Said("Amatas koledža", "Amata College"),
            "90000000000",
            head="Zaiga Ozola",
            head_post=Said("Direktore", "Director"),
        ),
        title=Said("Datortīklu pamati", "Foundations of Computer Networks"),
        programme=Said("Datorzinātnes", "Computer Science"),
        programme_code="DAT-B",
        basis=RecordBasis(
            "L-2026/3",
            date(2026, 11, 20),
            Said("Atzīšanas komisija", "Recognition Commission"),
            Said("Augstskolu likuma 59.³ pants", "Law on Higher Education Institutions, Section 59.³"),
            procedure=Procedure.HIGHER_EDUCATION,
        ),
        units=tuple(unit(place) for place in range(units)),
        credits=6000 * units,
        credit_unit=CreditUnit.ECTS,
        level=6,
        accreditation="2023/1",
        elements=ELEMENTS,
    )


def long_record() -> CertificateRecord:
    """Forty units, a surname of sixty letters and a title of several lines."""
    record = microcredential_record(40)
    title = Said(
        "Lietojumprogrammatūras prasību analīze, projektēšana, izstrāde, testēšana, ieviešana un uzturēšana mazos "
        "un vidējos uzņēmumos",
        "Analysis of requirements, design, development, testing, deployment and maintenance of application software "
        "in small and medium-sized enterprises",
    )
    return replace(record, holder=replace(record.holder, family=LONG_NAME), title=title)


def principles() -> PrinciplesSheet:
    """A check list of which some lines are answered."""
    answers = (PrincipleAnswer.YES, PrincipleAnswer.PARTLY, PrincipleAnswer.NO, None)
    return PrinciplesSheet(
        tuple(
            Kept(principle, answers[at % 4], Said("Programma ir akreditēta.", "The programme is accredited."))
            for at, principle in enumerate(Principle)
        )
    )
