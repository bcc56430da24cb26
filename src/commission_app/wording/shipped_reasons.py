"""Standard reasons that come with the program, in both languages; the institution words its own beside them."""

from dataclasses import dataclass

from commission_app.rules.vocabulary.decision import ReasonKind, RefusalGround


@dataclass(frozen=True)
class ShippedReason:
    """One standard wording."""

    kind: ReasonKind
    title: str
    text_lv: str
    text_en: str
    ground: RefusalGround | None = None


SHIPPED = (
    ShippedReason(
        ReasonKind.RECOGNISED,
        "Visi rezultāti apliecināti",
        "Iesniegtie pierādījumi apliecina visus studiju kursa vai moduļa sasniedzamos rezultātus.",
        "The evidence submitted shows every learning outcome of the course or module.",
    ),
    ShippedReason(
        ReasonKind.PARTLY,
        "Daļa rezultātu nav apliecināta",
        "Daļa sasniedzamo rezultātu ir apliecināta; pārējiem pierādījumu nav vai tie nav pietiekami.",
        "Some of the learning outcomes are shown; for the others there is no evidence or it is not sufficient.",
    ),
    ShippedReason(
        ReasonKind.REFUSED,
        "Nav pierādījumu",
        "Iesniegumam nav pievienoti pierādījumi, kas apliecinātu sasniedzamos rezultātus.",
        "No evidence of the learning outcomes is attached to the application.",
        RefusalGround.NO_EVIDENCE,
    ),
    ShippedReason(
        ReasonKind.REFUSED,
        "Pierādījumi nav pietiekami",
        "Iesniegtie pierādījumi neapliecina sasniedzamos rezultātus vajadzīgajā apjomā un dziļumā.",
        "The evidence submitted does not show the learning outcomes in the extent and depth required.",
        RefusalGround.NOT_SUFFICIENT,
    ),
    ShippedReason(
        ReasonKind.REFUSED,
        "Pierādījumi ir novecojuši",
        "Pierādījumi attiecas uz laiku, kas vairs neapliecina pašreizējās zināšanas un prasmes.",
        "The evidence dates from a time that no longer shows present knowledge and skills.",
        RefusalGround.NOT_CURRENT,
    ),
    ShippedReason(
        ReasonKind.TEST,
        "Rezultāti jāpārbauda",
        "Pēc dokumentiem rezultātus nevar pilnībā novērtēt, tādēļ nosakāms pārbaudījums.",
        "The learning outcomes cannot be judged fully from documents; a test is therefore ordered.",
    ),
    ShippedReason(
        ReasonKind.POSTPONED,
        "Vajadzīgi papildu dokumenti",
        "Jautājums atlikts, līdz iesniedzējs iesniedz papildu dokumentus.",
        "The item is postponed until the applicant submits further documents.",
    ),
    ShippedReason(
        ReasonKind.EXTENSION,
        "Vajadzīga trešās personas atbilde",
        "Objektīvu iemeslu dēļ lēmumu nevar pieņemt noteiktajā termiņā: nav saņemta pieprasītā atbilde.",
        "For objective reasons the decision cannot be made within the term: an answer asked for has not come.",
    ),
    ShippedReason(
        ReasonKind.LEFT_UNEXAMINED,
        "Trūkumi nav novērsti",
        "Iesniedzējs noteiktajā termiņā nav novērsis iesnieguma trūkumus.",
        "The applicant has not mended the shortcomings of the application within the term set.",
    ),
    ShippedReason(
        ReasonKind.CLOSED,
        "Iesniedzējs atsauca iesniegumu",
        "Iesniedzējs ir atsaucis iesniegumu, tādēļ lietas izskatīšana izbeidzama.",
        "The applicant has withdrawn the application; the case is therefore closed.",
    ),
)
