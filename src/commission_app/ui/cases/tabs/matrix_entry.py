"""What a person types into a cell of scores: a key, a word or a number, as the scale of the outcome takes it."""

from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import LANGUAGES, Language, marked
from commission_app.rules import scales
from commission_app.rules.scales import Scale
from commission_app.rules.vocabulary.evidence import Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult, ScaleKind
from commission_app.services.matrix import ScoreCell
from commission_app.wording.words import word

RESULTS = (OutcomeResult.MET, OutcomeResult.PARTLY, OutcomeResult.NOT_MET, OutcomeResult.TO_TEST)
"""The results in the order of the keys 1 to 4."""

_LETTERS = {
    OutcomeResult.MET: marked("m"),
    OutcomeResult.PARTLY: marked("p"),
    OutcomeResult.NOT_MET: marked("n"),
    OutcomeResult.TO_TEST: marked("t"),
}
_QUALITIES = {
    Quality.VALID: marked("v"),
    Quality.AUTHENTIC: marked("a"),
    Quality.CURRENT: marked("c"),
    Quality.SUFFICIENT: marked("s"),
}


@dataclass(frozen=True)
class Entry:
    """What was read: a result, with its value on a scale of numbers and why it follows; no result clears the cell."""

    result: OutcomeResult | None
    value: int | None = None
    why: Refusal | None = None

    def cell(self, reason: str = "") -> ScoreCell:
        """The entry as it stands in a cell."""
        return ScoreCell(self.result, reason, None, self.value)


CLEARED = Entry(None)


def letter(language: Language, result: OutcomeResult) -> str:
    """The key of a result in the language of the window: its first letter."""
    return language.say_of("key of a result", _LETTERS[result])


def quality_letter(language: Language, quality: Quality) -> str:
    """The key of one of the four qualities."""
    return language.say_of("key of a quality", _QUALITIES[quality])


def quality_of(language: Language, typed: str) -> Quality | None:
    """The quality a key means; the English letters are understood beside those of the window."""
    found = typed.casefold()
    for quality, english in _QUALITIES.items():
        if found in (quality_letter(language, quality), english):
            return quality
    return None


def result_of(language: Language, scale: Scale, typed: str) -> OutcomeResult | None:
    """The result that a single key means on a scale; on a scale of numbers only “to be tested” has one."""
    found = typed.casefold()
    offered = (OutcomeResult.TO_TEST,) if scale.takes_values else RESULTS
    for result in offered:
        if found == letter(language, result):
            return result
    if not scale.takes_values and found in ("1", "2", "3", "4"):
        return RESULTS[int(found) - 1]
    return None


def is_whole(scale: Scale, typed: str) -> bool:
    """Whether one figure is a whole entry already: a mark from 2 on, or a level; 1 may become 10."""
    return scale.kind is ScaleKind.DIGCOMP or (scale.kind is ScaleKind.MARK and typed != "1")


def read(language: Language, scale: Scale, maximum: int | None, typed: str) -> Entry:
    """What a typed or pasted text means. Refused: whatever is not on the scale."""
    text = " ".join(typed.split())
    if not text or text == "–":
        return CLEARED
    result = result_of(language, scale, text) or _worded(text)
    if result is OutcomeResult.TO_TEST or (result is not None and not scale.takes_values):
        return Entry(result)
    if not scale.takes_values:
        possible = ", ".join(word(language, one) for one in RESULTS)
        raise RefusedError("matrix.unknown_entry", typed=text[:40], possible=possible)
    if not any(figure.isdigit() for figure in text):
        possible_number = refusal("matrix.number_expected", letter=letter(language, OutcomeResult.TO_TEST))
        raise RefusedError("matrix.unknown_entry", typed=text[:40], possible=possible_number)
    value = scales.typed(scale, text, maximum)
    found = scales.judged(scale, value, maximum)
    return Entry(found.result, value, found.why)


def _worded(text: str) -> OutcomeResult | None:
    """The result a word names, in either language."""
    found = text.casefold()
    return next((one for one in RESULTS if found in {word(spoken, one).casefold() for spoken in LANGUAGES}), None)
