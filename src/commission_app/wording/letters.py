"""What the letters of the office say until it words them itself, and the places in them that are filled in."""

import re
from collections.abc import Mapping

from commission_app.rules.vocabulary.delivery import LetterKind

_PLACE = re.compile(r"\{([a-z]+)\}")
WHOSE, TO_WHOM = "whose", "towhom"
PLACES = ("number", "received", "applicant", WHOSE, TO_WHOM, "programme", "deadline", "until", "decision", "decided")
"""What a text may ask for: of the case, of its term, of the day until which an answer is awaited, of the decision.

The applicant stands also in the genitive ("Annas Bērziņas iesniegums") and in the dative ("Annai Bērziņai").
"""
_PHRASE = "letter_"

TEXTS: Mapping[LetterKind, tuple[str, str]] = {
    LetterKind.DECISION: (
        "Nosūtām Jums {decided} lēmumu Nr. {decision} Jūsu {received} iesniegumā (lieta Nr. {number}) par programmu "
        "“{programme}”.\n\nLēmuma apstrīdēšanas kārtība un termiņš norādīti lēmumā.",
        "We send you decision No. {decision} of {decided} on your application of {received} (case No. {number}) for "
        "the programme “{programme}”.\n\nHow and until when it may be contested is said in the decision.",
    ),
    LetterKind.MORE_INFORMATION: (
        "Izskatot Jūsu {received} iesniegumu (lieta Nr. {number}) par programmu “{programme}”, konstatēts, ka lēmuma "
        "pieņemšanai nepieciešama papildu informācija.\n\nLūdzam līdz {until} iesniegt:\n– \n\nLīdz atbildes "
        "saņemšanai lēmuma pieņemšanas termiņš ir apturēts. Ja atbilde noteiktajā termiņā netiks saņemta, iesniegums "
        "var tikt atstāts bez izskatīšanas.",
        "Examining your application of {received} (case No. {number}) for the programme “{programme}”, we found that "
        "more information is needed to decide.\n\nPlease hand in until {until}:\n– \n\nUntil your answer comes, the "
        "term of the decision stands still. Without an answer in time the application may be left unexamined.",
    ),
    LetterKind.EXTENSION: (
        "Informējam, ka lēmuma pieņemšanas termiņš Jūsu {received} iesniegumā (lieta Nr. {number}) par programmu "
        "“{programme}” ir pagarināts līdz {deadline}.",
        "We inform you that the term of the decision on your application of {received} (case No. {number}) for the "
        "programme “{programme}” is extended until {deadline}.",
    ),
    LetterKind.LEFT_UNEXAMINED: (
        "Informējam, ka Jūsu {received} iesniegums (lieta Nr. {number}) par programmu “{programme}” ir atstāts bez "
        "izskatīšanas.",
        "We inform you that your application of {received} (case No. {number}) for the programme “{programme}” is "
        "left unexamined.",
    ),
    LetterKind.CLOSED: (
        "Informējam, ka lieta Nr. {number} par programmu “{programme}”, kas ierosināta ar Jūsu {received} iesniegumu, "
        "ir izbeigta.",
        "We inform you that case No. {number} for the programme “{programme}”, opened by your application of "
        "{received}, is closed.",
    ),
    LetterKind.SLIP_CORRECTED: (
        "Informējam, ka {decided} lēmumā Nr. {decision} (lieta Nr. {number}) ir labota pārrakstīšanās kļūda. Labojums "
        "nemaina lēmuma būtību.",
        "We inform you that a slip of the pen in decision No. {decision} of {decided} (case No. {number}) is "
        "corrected. The correction does not change what was decided.",
    ),
    LetterKind.REPEALED: (
        "Informējam, ka {decided} lēmums Nr. {decision} (lieta Nr. {number}) ir atcelts.",
        "We inform you that decision No. {decision} of {decided} (case No. {number}) is repealed.",
    ),
    LetterKind.APPEAL_ANSWER: (
        "Sniedzam atbildi uz Jūsu iesniegumu par {decided} lēmuma Nr. {decision} (lieta Nr. {number}) apstrīdēšanu.",
        "We answer your submission contesting decision No. {decision} of {decided} (case No. {number}).",
    ),
    LetterKind.OTHER: (
        "Par Jūsu {received} iesniegumu (lieta Nr. {number}) informējam:\n\n",
        "On your application of {received} (case No. {number}) we inform you:\n\n",
    ),
}


def phrase_key(kind: LetterKind) -> str:
    """Under which key the institution words such a letter itself."""
    return f"{_PHRASE}{kind.value}"


def places_of(key: str) -> tuple[str, ...]:
    """The places that are filled in in the printed text of a key; none where it is no letter."""
    return tuple(f"{{{place}}}" for place in PLACES) if key.startswith(_PHRASE) else ()


def of_applicant(text: str) -> str:
    """A text as it speaks to whoever acts for the applicant: the application is not the reader's own."""
    return text.replace("Jūsu {received} iesniegum", "{whose} {received} iesniegum").replace(
        "your application of {received}", "the application of {applicant} of {received}"
    )


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with what is known filled in; what is not known stays to be seen."""
    return _PLACE.sub(lambda match: facts.get(match[1]) or match[0], text)


def unfilled(text: str) -> str:
    """The first place that nobody filled in; empty where there is none."""
    return next((match[0] for match in _PLACE.finditer(text) if match[1] in PLACES), "")
