"""Records of certificates for tests: made-up people, titles of many lengths, as many units as wanted."""

from datetime import date
from random import Random

from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordHolder,
    RecordIssuer,
    RecordUnit,
)
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit

DAY = date(2026, 11, 21)
_LV = (
    "programmatūras izstrāde; ievads datubāzēs; datortīklu drošība; lietotāja saskarne; darbs komandā; kvalitātes "
    "vadība; uzņēmuma grāmatvedība; nodokļi; angļu valoda; vides aizsardzība; inženiergrafika; elektrotehnika; "
    "statistika; matemātiskā analīze; fizika; materiālmācība; projektu vadība; datu analīze; mākoņpakalpojumi; ētika"
).split("; ")
_EN = (
    "software development; introduction to databases; network security; user interface; teamwork; quality "
    "management; company accounting; taxes; English language; environment; engineering graphics; electrics; "
    "statistics; calculus; physics; materials; project management; data analysis; cloud services; ethics"
).split("; ")


def record(
    units: int = 3,
    *,
    serial: int = 0,
    given: str = "Žņaugs",
    family: str = "Ķēniņš-Āboļš",
    title: str = "Informācijas tehnoloģijas",
    born: date = date(1990, 2, 3),
) -> CertificateRecord:
    """The record of a statement of recognition; the serial chooses numbers, marks, credits and titles."""
    chance = Random(f"{serial}/{units}")
    rows = tuple(_unit(chance, at) for at in range(units))
    whole = Said(title, "Information technology")
    return CertificateRecord(
        uid=f"00000000-0000-4000-8000-{serial:012d}",
        kind=CertificateKind.RECOGNITION_STATEMENT,
        number=f"A-2026/{serial + 1}",
        issued_on=DAY,
        holder=RecordHolder("", given, family, born=born),
        issuer=RecordIssuer(
            Said("Vidzemes Tehnoloģiju koledža (paraugs)", "Vidzeme Technology College (sample)"), "90000000000"
        ),
        title=whole,
        programme=whole,
        programme_code="43484",
        basis=RecordBasis(
            f"L-2026/{serial + 7}",
            date(2026, 11, 20),
            Said("Studiju rezultātu atzīšanas komisija", "Commission for the recognition of learning"),
        ),
        units=rows,
        credits=sum(row.credits or 0 for row in rows),
        credit_unit=CreditUnit.ECTS,
        level=6,
    )


def _unit(chance: Random, at: int) -> RecordUnit:
    picked = chance.sample(range(len(_LV)), 2)
    mark = str(chance.randint(4, 10))
    return RecordUnit(
        uid="",
        code=f"IT{100 + 7 * at}",
        title=Said(
            " un ".join(_LV[one] for one in picked).capitalize(),
            " and ".join(_EN[one] for one in picked).capitalize(),
        ),
        credits=chance.choice((2000, 3000, 4500, 6000)),
        credit_unit=CreditUnit.ECTS,
        mark=Said(mark, mark),
    )
