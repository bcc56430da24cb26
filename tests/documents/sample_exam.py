"""The protocol of an exam with passes, a fail, an absence and an expulsion."""

from datetime import UTC, datetime
from decimal import Decimal

from commission_app.documents.exam_protocol import ExamineeRow, Examiner, ExamPart, ExamProtocolFacts
from commission_app.documents.house_style import Pair
from commission_app.rules.vocabulary.scoring import ExamStatus
from tests.documents.sample_house import DAY, letterhead, signatures

POINTS = ((38, 55, 8, True), (22, 31, 4, False), (30, 44, 6, True))
NAMES = ("Ieva Šūpulīte", "Žanna Žņauga", "Ģirts Ķēniņš-Āboļš")
LEVEL_OF_EXAM = Pair(
    "LKI 4.\u00a0līmenis, 4.\u00a0profesionālās kvalifikācijas līmenis",
    "LQF level 4, professional qualification level 4",
)
STANDARD = Pair("Programmēšanas tehniķis, 2023. gada redakcija", "Programming technician, edition of 2023")
CHAIR = Examiner("Aija Šūpulīte", Pair("skolotāja", "teacher"), Pair("skola", "school"))
MEMBERS = (
    Examiner("Pēteris Ūdris", Pair("SIA „Kods”, vadītājs", "Kods Ltd, head"), Pair("darba devēji", "employers")),
    Examiner(
        "Ilze Ģērmane",
        Pair("AS „Dati”, projektu vadītāja", "Dati plc, project lead"),
        Pair("darba devēji", "employers"),
    ),
)
THEORY = ExamPart(
    Pair("Teorija", "Theory"),
    datetime(2026, 11, 24, 7, 0, tzinfo=UTC),
    datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    Pair("101. telpa", "room 101"),
    Decimal(40),
)
PRACTICE = ExamPart(
    Pair("Prakse", "Practice"),
    datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
    datetime(2026, 11, 24, 14, 0, tzinfo=UTC),
    Pair("darbnīca", "workshop"),
    Decimal(60),
)
SCALE = (
    (10, Decimal(95)),
    (9, Decimal(88)),
    (8, Decimal(80)),
    (7, Decimal(72)),
    (6, Decimal(64)),
    (5, Decimal(55)),
    (4, Decimal(45)),
)
INCIDENTS = Pair(
    "Viens eksaminējamais izraidīts par neatļautu palīglīdzekļu lietošanu.",
    "One examinee was expelled for using aids that are not allowed.",
)
DELEGATION = Pair("Nr.\u00a07-12/45, derīgs līdz 31.12.2028.", "No.\u00a07-12/45, valid until 31 Dec 2028")
ORDER = Pair("rīkojums Nr.\u00a01-5/30, 02.11.2026.", "order No.\u00a01-5/30, 2 Nov 2026")
EXAMINERS = Pair("Eksaminācijas komisija", "Examination commission")
KIND = Pair("profesionālās kvalifikācijas eksāmens", "professional qualification exam")


def _row(at: int) -> ExamineeRow:
    name, number = NAMES[at % 3], f"2026/{50 + at:03d}"
    if at == 3:
        return ExamineeRow(name, number, ExamStatus.ABSENT)
    if at == 4:
        return ExamineeRow(
            name, number, ExamStatus.EXPELLED, Decimal(12), remark=Pair("akts Nr.\u00a01", "record No.\u00a01")
        )
    theory, practice, mark, awarded = POINTS[at % 3]
    half = Decimal("0.5")
    return ExamineeRow(
        name, number, ExamStatus.SAT, Decimal(theory), practice + half, theory + practice + half, mark, awarded
    )


def exam(people: int = 5) -> ExamProtocolFacts:
    """The protocol of an exam for this many people."""
    return ExamProtocolFacts(
        letterhead=letterhead(),
        number="E-2026/003",
        day=DAY,
        qualification=Pair("Programmēšanas tehniķis", "Programming technician"),
        code="33 484 01",
        level=LEVEL_OF_EXAM,
        standard=STANDARD,
        kind=KIND,
        commission=EXAMINERS,
        order=ORDER,
        delegation=DELEGATION,
        chair=CHAIR,
        members=MEMBERS,
        theory=THEORY,
        practice=PRACTICE,
        rows=tuple(_row(at) for at in range(people)),
        pass_mark=5,
        scale=SCALE,
        incidents=INCIDENTS,
        signatures=signatures(),
    )
