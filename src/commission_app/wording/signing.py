"""Words about signing papers; a state's word agrees with the paper (dokuments) or with the signer's step (paraksts)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    RouteState: {
        RouteState.OPEN: marked("being signed"),
        RouteState.RETURNED: marked("given back"),
        RouteState.COMPLETE: marked("signed by all"),
        RouteState.STOPPED: marked("taken back"),
    },
    StepState: {
        StepState.WAITING: marked("waits for the signature"),
        StepState.SIGNED: marked("has signed"),
        StepState.RETURNED: marked("has given it back"),
    },
    SigningWay: {
        SigningWay.ELECTRONIC: marked("electronically, in this program"),
        SigningWay.OUTSIDE: marked("electronically, in another program"),
        SigningWay.PAPER: marked("on paper"),
    },
    SignatureLevel: {
        SignatureLevel.NONE: marked("no electronic signature"),
        SignatureLevel.BASIC: marked("PAdES signature without a time stamp (B-B)"),
        SignatureLevel.STAMPED: marked("PAdES signature with a time stamp (B-T)"),
        SignatureLevel.LONG_TERM: marked("PAdES signature with a time stamp and validation data (B-LT)"),
        SignatureLevel.CONTAINER: marked("signature in a container (ASiC-E)"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a paper's signing."""
    return language.say_of("signing", text)
