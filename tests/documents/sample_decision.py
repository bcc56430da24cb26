"""A decision that recognises in part."""

from datetime import date

from commission_app.documents.decision import ConsideredDocument, DecidedUnit, DecisionFacts
from commission_app.documents.house_style import Pair, Votes
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.documents.sample_house import (
    APPEAL,
    APPLICANT,
    COMMISSION,
    DAY,
    LEGAL_BASIS,
    LEVEL,
    PROGRAMME,
    ects,
    letterhead,
    signatures,
)

TITLES = (
    Pair("Programmēšana I", "Programming I"),
    Pair(
        "Datubāzu pārvaldības sistēmu lietošana un administrēšana",
        "Use and administration of database management systems",
    ),
    Pair("Lokālo tīklu ierīkošana un uzturēšana", "Setting up and maintaining local networks"),
    Pair("Tīkla drošība", "Network security"),
)
MISSING = (
    Pair(
        "Prot novērtēt tīkla drošības riskus un izvēlēties aizsardzības pasākumus",
        "Is able to assess network security risks and choose countermeasures",
    ),
    Pair("Izskaidro šifrēšanas principus", "Explains the principles of encryption"),
)
SUFFICES = Pair(
    "Pietiktu ar praktisko pārbaudījumu vai darba devēja atsauksmi par tīkla drošības darbiem.",
    "A practical test or an employer's reference on security work would suffice.",
)
RULE = Pair("visi obligātie rezultāti un vismaz 75 % pārējo", "every mandatory outcome and at least 75 % of the others")
DOCUMENTS = (
    ConsideredDocument(
        "Darba līgums ar SIA „Tīkls un ķēde”", Pair("darba līgums", "employment contract"), date(2019, 3, 1)
    ),
    ConsideredDocument("Apliecība par kursu „Datubāzes”", Pair("apliecība", "certificate"), date(2022, 6, 15)),
    ConsideredDocument("Pašvērtējums"),
)
REASONS = Pair(
    "Iesniegtie pierādījumi par septiņu gadu darbu tīklu administrēšanā ir autentiski, aktuāli un pietiekami "
    "attiecībā uz programmēšanas un datubāzu kursa rezultātiem. Tīkla drošības rezultāti ar iesniegtajiem "
    "dokumentiem nav pamatoti.",
    "The evidence of seven years of work in network administration is authentic, current and sufficient "
    "for the outcomes of the courses in programming and databases. The outcomes in network security are "
    "not supported by the documents submitted.",
)


def _unit(at: int, verdict: UnitVerdict, credits: str, awarded: str) -> DecidedUnit:
    refused = verdict is UnitVerdict.REFUSED
    return DecidedUnit(
        code=f"DatZ10{at:02d}",
        title=TITLES[at % 4],
        outcomes_met=1 if refused else 4,
        outcomes_total=4,
        verdict=verdict,
        claimed=ects(credits),
        awarded=ects(awarded),
        rule=RULE,
        legal_reference=Pair("MK 505/2018, nolikuma 14. p.", "Cabinet Regulation 505/2018, by-law p. 14"),
        missing=MISSING if refused else (),
        would_suffice=SUFFICES if refused else None,
    )


def decision(units: int = 4) -> DecisionFacts:
    """A decision that recognises in part."""
    verdicts = (UnitVerdict.RECOGNISED, UnitVerdict.RECOGNISED, UnitVerdict.PARTLY, UnitVerdict.REFUSED)
    decided = tuple(_unit(at, verdicts[at % 4], "6", ("6", "4.5", "3", "0")[at % 4]) for at in range(units))
    total = sum((unit.awarded for unit in decided), Credits.zero(CreditUnit.ECTS))
    return DecisionFacts(
        letterhead=letterhead(),
        number="L-2026/045",
        day=DAY,
        commission=COMMISSION,
        order_number="1-5/12",
        order_date=date(2026, 1, 12),
        legal_basis=LEGAL_BASIS,
        case_number="2026/031",
        application_number="A-2026/017",
        application_date=date(2026, 9, 1),
        applicant=APPLICANT,
        programme=PROGRAMME,
        programme_code="41 484",
        level=LEVEL,
        about=Pair(
            "par ārpus formālās izglītības apgūto kompetenču atzīšanu",
            "on the recognition of competences acquired outside formal education",
        ),
        verdict=DecisionVerdict.PARTIAL,
        documents=DOCUMENTS,
        units=decided,
        total=total,
        remaining=ects("106.5"),
        reasons=REASONS,
        votes=Votes(4, 0, 1, ("Pēteris Ūdris",)),
        appeal=APPEAL,
        signatures=signatures(),
        minutes_number="P-2026/009",
        sitting_date=DAY,
    )
