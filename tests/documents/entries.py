"""Entries of the four registers, and a few of their cells made hard."""

from datetime import date
from decimal import Decimal

from commission_app.documents.house_style import Votes
from commission_app.documents.registers.applications import ApplicationRow
from commission_app.documents.registers.certificates import CertificateRow
from commission_app.documents.registers.column import Reference
from commission_app.documents.registers.decisions import DecisionRow
from commission_app.documents.registers.exams import ExamRow

DAY = date(2026, 11, 24)
PROGRAMME = "Programmēšanas tehniķis, 33 484 01, LKI 4. līmenis"


def application(at: int) -> ApplicationRow:
    """An application with a fee and a time limit."""
    return ApplicationRow(
        position=at + 1,
        number=f"0{at + 1:03d}",
        registered_on=DAY,
        applicant="Ieva Ķēniņa-Āboļa",
        programme=PROGRAMME,
        fee_cents=19275,
        due_on=date(2027, 1, 24),
    )


def decision(at: int) -> DecisionRow:
    """A decision that recognises in part."""
    return DecisionRow(
        position=at + 1,
        number=f"L-2026/{at + 1:03d}",
        day=DAY,
        commission="Studiju rezultātu atzīšanas komisija, Nr. 1-5/12, 12.01.2026.",
        case_number=f"2026/{at + 1:03d}",
        applicant="Ieva Ķēniņa-Āboļa",
        programme=PROGRAMME,
        verdict="atzīt daļēji",
        minutes=Reference("P-2026/009", DAY, "3. jaut."),
        units_claimed=4,
        units_recognised=3,
        credits_claimed=Decimal("24"),
        credits_recognised=Decimal("13.5"),
        credit_unit="ECTS",
        votes=Votes(4, 0, 1, ("Pēteris Ūdris",)),
    )


def certificate(at: int) -> CertificateRow:
    """A certificate of qualification."""
    return CertificateRow(
        position=at + 1,
        number=f"K-2026/{at + 1:03d}",
        kind="profesionālās kvalifikācijas apliecība",
        holder="Ieva Ķēniņa-Āboļa",
        qualification=PROGRAMME,
        made_on=DAY,
        identity="010190-00006",
    )


def exam(at: int) -> ExamRow:
    """An exam of five examinees."""
    return ExamRow(
        position=at + 1,
        number=f"E-2026/{at + 1:03d}",
        day=DAY,
        qualification=PROGRAMME,
        commission="Eksaminācijas komisija",
        entered=5,
        sat=3,
        passed=2,
        failed=1,
        absent=1,
    )
