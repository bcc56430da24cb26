"""The minutes of a sitting with decided cases, a secret ballot and a postponed case."""

from commission_app.documents.minutes import MinutesFacts
from commission_app.rules.minutes_record import (
    BallotLine,
    Incident,
    ItemRecord,
    MinutesRecord,
    NamedVote,
    PersonLine,
    Said,
    SignerLine,
    Speech,
    UnitLine,
)
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.documents.sample_house import APPLICANT, COMMISSION, DAY, letterhead

LONG = "Konstantinopolskaja-Vecbebrumuižniece-Zeltkalne-Ozolkalniņa"  # a surname of sixty letters, less one
CHAIR = Said("komisijas priekšsēdētāja", "chair of the commission")
MAN, WOMAN = Said("komisijas loceklis", "member"), Said("komisijas locekle", "member")
PARTICIPANTS = (
    PersonLine("Aija Šūpulīte", CHAIR),
    PersonLine("Ģirts Ķēniņš-Āboļš", MAN, Said("no plkst. 14.20", "from 14:20")),
    PersonLine("Łucja Świętek", Said("darba devēju pārstāve", "employers' representative")),
    PersonLine(f"Ilze {LONG}s", WOMAN, Said("Mārtiņa Krūmiņa vietā", "instead of Mārtiņš Krūmiņš")),
    PersonLine("Юрий Щукин", MAN, Said("attālināti", "remotely")),
)
POSTPONED = ItemRecord(
    uid="postponed",
    title=Said("Par kompetenču atzīšanu", "On the recognition of competences"),
    case_number="2026/040",
    applicant="Jonas Kazlauskas",
    late="Iesniegums saņemts pēc darba kārtības slēgšanas.",
    presenter="Jānis Žņaugs",
    closed=True,
    postponed="Pieprasīt darba devēja atsauksmi.",
)
SECRET = BallotLine(
    secret=True, in_favour=3, against=1, abstained=0, invalid=1, taken=5, tellers="I. Ģērmane, J. Žņaugs"
)
NAMED = BallotLine(
    secret=False,
    in_favour=2,
    against=2,
    abstained=1,
    casting=True,
    named=(
        NamedVote("Aija Šūpulīte", Choice.FOR),
        NamedVote("Łucja Świętek", Choice.FOR),
        NamedVote("Ģirts Ķēniņš-Āboļš", Choice.AGAINST),
        NamedVote("Юрий Щукин", Choice.AGAINST),
        NamedVote(f"Ilze {LONG}s", Choice.ABSTAIN),
    ),
)


def item(at: int) -> ItemRecord:
    """A decided item: the first by name, the second in secret with somebody who stepped aside."""
    return ItemRecord(
        uid=f"item-{at}",
        title=Said("Par kompetenču atzīšanu", "On the recognition of competences"),
        case_number=f"2026/{30 + at:03d}",
        applicant=APPLICANT,
        heard=Said(
            "Iesniegums, pašvērtējums, darba līgums un vērtētāju saskaņotais vērtējums.",
            "The application, the self-assessment, the contract and the agreed result of the assessors.",
        ),
        presenter="Jānis Žņaugs",
        spoken=(Speech("Łucja Świętek", "Darba līgumā norādītie pienākumi atbilst standartam."),),
        presiding=PersonLine("Ilze Ģērmane", WOMAN) if at else None,
        recused=(PersonLine("Ģirts Ķēniņš-Āboļš", note=Said("tas pats darba devējs", "same employer")),) if at else (),
        taking_part=5,
        needed=4,
        closed=True,
        verdict=DecisionVerdict.PARTIAL,
        decision_number=f"L-2026/{44 + at:03d}",
        units=(
            UnitLine(
                "DatZ1001", Said("Programmēšana I", "Programming I"), UnitVerdict.RECOGNISED, 6000, CreditUnit.ECTS
            ),
            UnitLine("DatZ1003", Said("Tīkla drošība", "Network security"), UnitVerdict.REFUSED, 0, CreditUnit.ECTS),
        ),
        credits=6000,
        credit_unit=CreditUnit.ECTS,
        reasons="Tīkla drošības rezultāti nav pamatoti.",
        added="Uzdot sekretārei informēt studiju daļu.",
        ballot=SECRET if at else NAMED,
        together=(1, 2) if at else (),
        opinions=() if at else (Speech("Юрий Щукин", "Tīkla drošība bija jāpārbauda klātienē."),),
    )


def record(cases: int = 2) -> MinutesRecord:
    """What the minutes say."""
    return MinutesRecord(
        number="P-2026/009",
        day=DAY,
        commission=Said(COMMISSION.lv, COMMISSION.en),
        order=Said("rīkojumu Nr.\u00a01-5/12, 12.01.2026.", "order No.\u00a01-5/12, 12 Jan 2026"),
        form=Said("klātienē", "on site"),
        place="204. telpa",
        began="2026-11-24T12:00:00+00:00",
        ended="2026-11-24T13:35:00+00:00",
        chair=PersonLine("Aija Šūpulīte", Said("priekšsēdētāja vietniece", "deputy chair")),
        chair_order="1-5/77",
        minute_taker=PersonLine("Jānis Žņaugs", Said("komisijas sekretārs", "secretary of the commission")),
        participants=PARTICIPANTS,
        absent=(PersonLine("Mārtiņš Krūmiņš", MAN, Said("attaisnota prombūtne", "absence excused")),),
        guests=(PersonLine("Ģertrūde Ūdre", Said("nozares eksperte", "expert"), Said("2. jautājums", "item 2")),),
        quorum=Said(
            "piedalās 5 no 6 komisijas locekļiem, nepieciešami 4; komisija ir lemttiesīga",
            "5 of 6 members take part, 4 are needed; the commission may decide",
        ),
        opening="Sēdi atklāj Aija Šūpulīte un iepazīstina ar darba kārtību.",
        items=(*(item(at) for at in range(cases)), POSTPONED),
        incidents=(Incident("2026-11-24T12:41:00+00:00", "Pārtrūka attālinātais savienojums.", 2),),
        annexes=(Said("Vērtēšanas lapu kopsavilkums, 4 lapas", "Summary of the score sheets, 4 pages"),),
        signers=(
            SignerLine("Aija Šūpulīte", Said("Sēdes vadītāja", "Presiding")),
            SignerLine("Jānis Žņaugs", Said("Protokolēja", "Minutes kept by")),
        ),
    )


def minutes(cases: int = 2) -> MinutesFacts:
    """The minutes under their letterhead."""
    return MinutesFacts(letterhead(), record(cases))
