"""Words about keys, codes and checks of papers; the outcome of a check is a whole sentence."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.key import (
    CodeVerdict,
    FactMatch,
    KeyState,
    Outcome,
    PayloadDetail,
    SignedFact,
    Standing,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    KeyState: {
        KeyState.IN_USE: marked("in use"),
        KeyState.RETIRED: marked("retired"),
        KeyState.COMPROMISED: marked("compromised"),
    },
    PayloadDetail: {
        PayloadDetail.FULL: marked("all facts in both languages"),
        PayloadDetail.ONE_LANGUAGE: marked("all facts, titles in one language"),
        PayloadDetail.CODES: marked("units by their codes, titles by the hash of the record"),
        PayloadDetail.SUMMARY: marked("units by the hash of the record"),
    },
    CodeVerdict: {
        CodeVerdict.TRUSTED: marked("signed with a known key"),
        CodeVerdict.UNKNOWN_KEY: marked("signed with a key that is not known here"),
        CodeVerdict.COMPROMISED: marked("signed with a key after it was compromised"),
        CodeVerdict.DOUBTFUL: marked("signed with a key that was compromised later"),
        CodeVerdict.OUT_OF_TIME: marked("dated outside the time in which the key was used"),
        CodeVerdict.BROKEN: marked("the signature does not belong to the facts"),
        CodeVerdict.UNREADABLE: marked("a code that this program cannot read"),
        CodeVerdict.NEWER: marked("a code of a later program"),
        CodeVerdict.NONE: marked("no code of this program"),
    },
    FactMatch: {
        FactMatch.SAME: marked("agrees"),
        FactMatch.DIFFERENT: marked("differs"),
        FactMatch.ABSENT: marked("not found on the paper"),
        FactMatch.UNREAD: marked("to be compared by eye"),
    },
    Standing: {
        Standing.ISSUED: marked("stands in the register"),
        Standing.ANNULLED: marked("annulled"),
        Standing.SUPERSEDED: marked("replaced by a duplicate"),
        Standing.LEGACY: marked("stands in the register taken over from before"),
        Standing.UNKNOWN: marked("not in the register"),
        Standing.NOT_ASKED: marked("no register was asked"),
    },
    Outcome: {
        Outcome.FINE: marked("nothing speaks against the paper"),
        Outcome.WRONG: marked("something is wrong"),
        Outcome.UNJUDGED: marked("could not be judged"),
    },
    SignedFact: {
        SignedFact.KIND: marked("Kind"),
        SignedFact.NUMBER: marked("Number"),
        SignedFact.ISSUED_ON: marked("Date of issue"),
        SignedFact.HOLDER: marked("Name, surname"),
        SignedFact.BORN: marked("Date of birth"),
        SignedFact.PERSON_CODE: marked("Personal code"),
        SignedFact.ISSUER: marked("Issued by"),
        SignedFact.ISSUER_NUMBER: marked("Registration number of the institution"),
        SignedFact.TITLE: marked("Title"),
        SignedFact.PROGRAMME: marked("Programme"),
        SignedFact.PROGRAMME_CODE: marked("Code of the programme"),
        SignedFact.LEVEL: marked("LKI level"),
        SignedFact.PKL: marked("PKL level"),
        SignedFact.MARK: marked("Mark"),
        SignedFact.CREDITS: marked("Credits together"),
        SignedFact.BASIS: marked("Number of the decision or protocol"),
        SignedFact.BASIS_DAY: marked("Date of the decision or protocol"),
        SignedFact.FORM: marked("Series and number of the form"),
        SignedFact.DUPLICATE: marked("Duplicate of"),
        SignedFact.ACCREDITATION: marked("Accreditation"),
        SignedFact.UNIT: marked("Unit"),
        SignedFact.UNIT_CREDITS: marked("Credits of the unit"),
        SignedFact.UNIT_MARK: marked("Mark of the unit"),
        SignedFact.UNIT_COUNT: marked("How many units"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a check."""
    return language.say_of("check", text)
