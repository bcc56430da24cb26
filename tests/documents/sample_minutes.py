"""The minutes of a sitting with decided cases and a postponed one."""

from datetime import UTC, datetime

from commission_app.documents.house_style import Pair, Signatures, Signer, Votes
from commission_app.documents.minutes import MinutedUnit, MinutesFacts, MinutesItem, Participant
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict
from tests.documents.sample_house import APPLICANT, COMMISSION, DAY, ects, letterhead

PARTICIPANTS = (
    Participant("Aija Šūpulīte", Pair("komisijas priekšsēdētāja", "chair of the commission")),
    Participant("Pēteris Ūdris", Pair("komisijas loceklis", "member"), Pair("no plkst. 14.20", "from 14:20")),
    Participant("Łucja Świętek", Pair("darba devēju pārstāve", "employers' representative")),
    Participant("Ilze Ģērmane", Pair("komisijas locekle", "member")),
    Participant("Юрий Щукин", Pair("komisijas loceklis", "member")),
)
ABSENT = (
    Participant("Mārtiņš Krūmiņš", Pair("komisijas loceklis", "member"), Pair("komandējumā", "on duty elsewhere")),
)
QUORUM = Pair(
    "piedalās 5 no 6 komisijas locekļiem, nepieciešami 4; komisija ir lemttiesīga",
    "5 of 6 members take part, 4 are needed; the commission may decide",
)
SIGNERS = Signatures(
    (
        Signer(Pair("Sēdes vadītāja", "Presiding"), "Aija Šūpulīte"),
        Signer(Pair("Protokolēja", "Minutes kept by"), "Jānis Žņaugs"),
    )
)
POSTPONED = MinutesItem(
    title=Pair("Par kompetenču atzīšanu", "On the recognition of competences"),
    case_number="2026/040",
    applicant="Jonas Kazlauskas",
    reporter="Jānis Žņaugs",
    postponed_reason=Pair("Pieprasīt darba devēja atsauksmi.", "To ask for an employer's reference."),
    votes=Votes(5, 0, 0),
)


def _decided(at: int) -> MinutesItem:
    return MinutesItem(
        title=Pair("Par kompetenču atzīšanu", "On the recognition of competences"),
        case_number=f"2026/{30 + at:03d}",
        applicant=APPLICANT,
        heard=Pair(
            "Iesniegums, pašvērtējums, darba līgums un vērtētāju saskaņotais vērtējums.",
            "The application, the self-assessment, the contract and the agreed result of the assessors.",
        ),
        reporter="Jānis Žņaugs",
        recused=("Pēteris Ūdris",) if at else (),
        verdict=DecisionVerdict.PARTIAL,
        decision_number=f"L-2026/{44 + at:03d}",
        units=(
            MinutedUnit("DatZ1001", Pair("Programmēšana I", "Programming I"), UnitVerdict.RECOGNISED, ects("6")),
            MinutedUnit("DatZ1003", Pair("Tīkla drošība", "Network security"), UnitVerdict.REFUSED),
        ),
        total=ects("6"),
        reasons=Pair("Tīkla drošības rezultāti nav pamatoti.", "The outcomes in network security are not supported."),
        votes=Votes(4, 0, 1),
    )


def minutes(cases: int = 2) -> MinutesFacts:
    """The minutes of a sitting with decided cases and a postponed one."""
    return MinutesFacts(
        letterhead=letterhead(),
        number="P-2026/009",
        day=DAY,
        commission=COMMISSION,
        starts=datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
        ends=datetime(2026, 11, 24, 13, 35, tzinfo=UTC),
        form=Pair("klātienē", "on site"),
        room=Pair("204. telpa", "room 204"),
        chair="Aija Šūpulīte",
        minute_taker="Jānis Žņaugs",
        participants=PARTICIPANTS,
        absent=ABSENT,
        quorum=QUORUM,
        order=Pair("rīkojumu Nr.\u00a01-5/12, 12.01.2026.", "order No.\u00a01-5/12, 12 Jan 2026"),
        items=(*(_decided(at) for at in range(cases)), POSTPONED),
        annexes=(Pair("Vērtēšanas lapu kopsavilkums, 4 lapas", "Summary of the score sheets, 4 pages"),),
        signatures=SIGNERS,
    )
