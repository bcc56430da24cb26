"""Words about letters and their way; a state's word agrees with the paper sent (sūtījums)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.delivery import DeliveryChannel, DeliveryStand, LetterKind, ReturnReason

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    LetterKind: {
        LetterKind.DECISION: marked("on the decision"),
        LetterKind.MORE_INFORMATION: marked("on what is lacking"),
        LetterKind.EXTENSION: marked("on the extension of the term"),
        LetterKind.LEFT_UNEXAMINED: marked("on leaving the application unexamined"),
        LetterKind.CLOSED: marked("on closing the case"),
        LetterKind.SLIP_CORRECTED: marked("on the correction of a slip of the pen"),
        LetterKind.REPEALED: marked("on the repeal of the decision"),
        LetterKind.APPEAL_ANSWER: marked("on the contested decision"),
        LetterKind.OTHER: marked("on another matter"),
    },
    DeliveryChannel: {
        DeliveryChannel.REGISTERED_POST: marked("registered letter"),
        DeliveryChannel.POST: marked("ordinary letter"),
        DeliveryChannel.E_ADDRESS: marked("official e-address"),
        DeliveryChannel.EMAIL: marked("e-mail"),
        DeliveryChannel.IN_PERSON: marked("handed over in person"),
    },
    DeliveryStand: {
        DeliveryStand.UNDER_WAY: marked("sent, not notified yet"),
        DeliveryStand.NOTIFIED: marked("notified"),
        DeliveryStand.RETURNED: marked("come back"),
    },
    ReturnReason: {
        ReturnReason.NOT_COLLECTED: marked("not collected"),
        ReturnReason.UNKNOWN_ADDRESS: marked("address unknown"),
        ReturnReason.REFUSED: marked("not accepted by the addressee"),
        ReturnReason.MOVED: marked("addressee has moved"),
        ReturnReason.OTHER: marked("another reason"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a letter or its delivery."""
    return language.say_of("delivery", text)
