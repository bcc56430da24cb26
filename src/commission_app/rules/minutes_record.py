"""What the minutes of a sitting say, as frozen facts: written as text with each version, and read back with checks."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from commission_app.errors import RefusedError
from commission_app.rules import canonical
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.rules.vocabulary.standard import CreditUnit


@dataclass(frozen=True, slots=True)
class Said:
    """A text in Latvian and in English; what the minute taker wrote stands alike in both."""

    lv: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.lv or self.en)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody named in the minutes: name, post, and a remark such as from when, or instead of whom."""

    name: str
    post: Said = Said()
    note: Said = Said()


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody said."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What was decided about one unit; credits in thousandths of their unit."""

    code: str
    title: Said
    verdict: UnitVerdict
    credits: int
    credit_unit: CreditUnit


@dataclass(frozen=True, slots=True)
class NamedVote:
    """What one member chose in an open vote."""

    name: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class BallotLine:
    """The totals of a vote; the names only where it was open."""

    secret: bool
    in_favour: int
    against: int
    abstained: int
    invalid: int = 0
    taken: int = 0
    tellers: str = ""
    casting: bool = False
    named: tuple[NamedVote, ...] = ()
    in_writing: bool = False
    """Whether the ballots came in closed envelopes instead of being given out in the room."""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item of the agenda; postponed with a reason, or decided with the words of the decision."""

    uid: str
    title: Said
    case_number: str
    applicant: str
    late: str = ""
    presiding: PersonLine | None = None
    presenter: str = ""
    heard: Said = Said()
    spoken: tuple[Speech, ...] = ()
    recused: tuple[PersonLine, ...] = ()
    taking_part: int = 0
    needed: int = 0
    together: tuple[int, ...] = ()
    ballot: BallotLine | None = None
    closed: bool = False
    postponed: str = ""
    verdict: DecisionVerdict | None = None
    decision_number: str = ""
    units: tuple[UnitLine, ...] = ()
    credits: int = 0
    credit_unit: CreditUnit | None = None
    reasons: str = ""
    added: str = ""
    opinions: tuple[Speech, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened at the sitting, and at which item."""

    at: str
    text: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class SignerLine:
    """Who signs the minutes: the own post, and as what."""

    name: str
    post: Said
    office: Said = Said()


@dataclass(frozen=True, slots=True)
class MinutesRecord:
    """Everything the minutes say; moments in universal time."""

    number: str
    day: date
    commission: Said
    order: Said
    form: Said
    place: str
    began: str
    ended: str
    chair: PersonLine | None
    chair_order: str
    minute_taker: PersonLine
    participants: tuple[PersonLine, ...]
    absent: tuple[PersonLine, ...]
    guests: tuple[PersonLine, ...]
    quorum: Said
    opening: str
    items: tuple[ItemRecord, ...]
    incidents: tuple[Incident, ...]
    annexes: tuple[Said, ...]
    signers: tuple[SignerLine, ...]


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What the minute taker wrote on one item; what is left empty stands as it was taken down at the sitting."""

    uid: str
    presenter: str = ""
    heard: str = ""
    added: str = ""
    spoken: tuple[Speech, ...] | None = None


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in the genitive as the minute taker confirmed it."""

    name: str
    genitive: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What the minute taker wrote over what the program put together."""

    opening: str = ""
    items: tuple[ItemWords, ...] = ()
    annexes: tuple[str, ...] = ()
    also_sign: tuple[str, ...] = ()
    forms: tuple[NameForm, ...] = ()

    def of(self, uid: str) -> ItemWords:
        """What was written on an item."""
        return next((item for item in self.items if item.uid == uid), ItemWords(uid))

    def rewritten(self, words: ItemWords) -> "Edits":
        """With other words on one item."""
        return replace(self, items=(*(item for item in self.items if item.uid != words.uid), words))

    def genitive(self, name: str) -> str:
        """The confirmed genitive of a name; nothing where none was."""
        return next((form.genitive for form in self.forms if form.name == name), "")


@dataclass(frozen=True, slots=True)
class KeptMinutes:
    """One version of the minutes: what they say, and what of it the minute taker wrote."""

    edits: Edits
    record: MinutesRecord


_SPEAKER = 100  # letters: a longer beginning before a colon is no name


def speech_lines(spoken: tuple[Speech, ...]) -> str:
    """What was said, one speech a line, to be written over."""
    return "\n".join(f"{one.speaker}: {one.text}" if one.speaker else one.text for one in spoken)


def speeches_of(text: str) -> tuple[Speech, ...]:
    """Speeches as they were typed: a line each, who spoke before a colon."""
    speeches = []
    for line in (line.strip() for line in text.splitlines()):
        speaker, colon, said = line.partition(": ")
        if colon and said.strip() and len(speaker) <= _SPEAKER:
            speeches.append(Speech(speaker.strip(), said.strip()))
        elif line:
            speeches.append(Speech("", line))
    return tuple(speeches)


def written(kept: KeptMinutes) -> str:
    """A version as canonical text."""
    return canonical.written(kept)


def hashed(text: str) -> str:
    """The hash of a version's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> KeptMinutes:
    """A version as it was written.

    Refused: text that is no version of minutes, or names a moment that is none.
    """
    try:
        kept = canonical.made(KeptMinutes, text)
        for moment in (kept.record.began, kept.record.ended, *(one.at for one in kept.record.incidents)):
            if moment:
                datetime.fromisoformat(moment)
    except ValueError as error:
        raise RefusedError("minutes.unreadable") from error
    return kept
