"""Words about the keys that the codes on papers are signed with, and about what a check of a paper found."""

from enum import StrEnum


class KeyState(StrEnum):
    """Whether a key signs, only proves what it signed, or is believed no longer."""

    IN_USE = "in_use"
    RETIRED = "retired"
    COMPROMISED = "compromised"


class PayloadDetail(StrEnum):
    """How much of a certificate its code holds; what it leaves out stands behind the hash of the whole record."""

    FULL = "full"
    ONE_LANGUAGE = "one_language"
    CODES = "codes"
    SUMMARY = "summary"


class CodeVerdict(StrEnum):
    """What the signature of a code is worth."""

    TRUSTED = "trusted"
    UNKNOWN_KEY = "unknown_key"
    COMPROMISED = "compromised"
    DOUBTFUL = "doubtful"
    OUT_OF_TIME = "out_of_time"
    BROKEN = "broken"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    NONE = "none"


class FactMatch(StrEnum):
    """How a signed fact compares with what the paper shows."""

    SAME = "same"
    DIFFERENT = "different"
    ABSENT = "absent"
    UNREAD = "unread"


class Standing(StrEnum):
    """What the register says of a certificate."""

    ISSUED = "issued"
    ANNULLED = "annulled"
    SUPERSEDED = "superseded"
    LEGACY = "legacy"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


class Outcome(StrEnum):
    """The whole of a check in one word."""

    FINE = "fine"
    WRONG = "wrong"
    UNJUDGED = "unjudged"


class SignedFact(StrEnum):
    """What a code says, fact by fact."""

    KIND = "kind"
    NUMBER = "number"
    ISSUED_ON = "issued_on"
    HOLDER = "holder"
    BORN = "born"
    PERSON_CODE = "person_code"
    ISSUER = "issuer"
    ISSUER_NUMBER = "issuer_number"
    TITLE = "title"
    PROGRAMME = "programme"
    PROGRAMME_CODE = "programme_code"
    LEVEL = "level"
    PKL = "pkl"
    MARK = "mark"
    CREDITS = "credits"
    BASIS = "basis"
    BASIS_DAY = "basis_day"
    FORM = "form"
    DUPLICATE = "duplicate"
    ACCREDITATION = "accreditation"
    UNIT = "unit"
    UNIT_CREDITS = "unit_credits"
    UNIT_MARK = "unit_mark"
    UNIT_COUNT = "unit_count"
