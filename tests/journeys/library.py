"""What the journeys import: a study programme and a qualification, each as the program's own form filled in."""

from datetime import date
from decimal import Decimal

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.standard import CreditUnit, StandardKind, UnitKind
from commission_app.wording.words import word
from tests.journeys import forms

YES = LATVIAN.say("yes")


def study_programme() -> bytes:
    """A programme of two courses: six credit points and four and a half."""
    return forms.filled(
        {
            "Code": "DAT-B",
            "Kind": word(LATVIAN, StandardKind.STUDY_PROGRAMME),
            "Title in Latvian": "Datorzinātnes",
            "Title in English": "Computer Science",
            "Edition": "2024",
            "In force from": date(2019, 1, 1),
            "LKI level": 6,
            "Thematic area of education": "Datorika",
            "Accredited": YES,
            "Accreditation number": "2023/1",
            "Credits of the whole programme": 180,
            "Credit unit": word(LATVIAN, CreditUnit.ECTS),
        },
        [
            _course("DatZ1010", "Datortīkli", "Computer Networks", Decimal(6)),
            _course("DatZ1020", "Datubāzes", "Databases", Decimal("4.5")),
        ],
        [
            _outcome("DatZ1010", 1, "projektē vietējo tīklu", "designs a local network"),
            _outcome("DatZ1010", 2, "novērš tīkla kļūmes", "repairs faults of a network"),
            _outcome("DatZ1020", 1, "raksta vaicājumus", "writes queries"),
            _outcome("DatZ1020", 2, "projektē datubāzes shēmu", "designs a database schema"),
        ],
    )


def qualification() -> bytes:
    """A vocational qualification of one module."""
    return forms.filled(
        {
            "Code": "PK-4",
            "Kind": word(LATVIAN, StandardKind.PROFESSION_STANDARD),
            "Title in Latvian": "Programmēšanas tehniķis",
            "Title in English": "Programming technician",
            "Edition": "2022",
            "In force from": date(2019, 1, 1),
            "LKI level": 4,
            "PKL level": 3,
            "Accredited": YES,
            "Accreditation number": "P-1",
        },
        [
            {
                "Code": "M1",
                "Title in Latvian": "Programmēšana",
                "Title in English": "Programming",
                "Kind": word(LATVIAN, UnitKind.MODULE),
                "Hours": 120,
            }
        ],
        [_outcome("M1", 1, "raksta programmas", "writes programs")],
    )


def _course(code: str, lv: str, en: str, credits: Decimal) -> dict[str, object]:
    return {
        "Code": code,
        "Title in Latvian": lv,
        "Title in English": en,
        "Kind": word(LATVIAN, UnitKind.COURSE),
        "Credits": credits,
        "Credit unit": word(LATVIAN, CreditUnit.ECTS),
    }


def _outcome(unit: str, number: int, lv: str, en: str) -> dict[str, object]:
    return {
        "Unit code": unit,
        "Outcome code": f"{unit}.{number}",
        "Text in Latvian": lv,
        "Text in English": en,
    }
