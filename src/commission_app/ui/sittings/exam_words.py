"""The words of an exam: when and where it is held, its scale, and whether its protocol is closed."""

from commission_app.i18n import NBSP, Language
from commission_app.rules.vocabulary.exam import AdjustmentKind
from commission_app.services.adjustments import Measures
from commission_app.services.exam_cards import ExamCard
from commission_app.ui.two_languages import half
from commission_app.wording.marks import mark_text
from commission_app.wording.words import word


def protocol_state(language: Language, *, closed: bool) -> str:
    """The state of an exam's protocol in a word."""
    return language.say_of("exam protocol", "closed") if closed else language.say_of("exam protocol", "open")


def exam_facts(language: Language, card: ExamCard) -> list[str]:
    """When, where and by whom."""
    facts = [language.date(card.held_on)]
    point = "." if language.code == "lv" else ":"
    hours = [f"{one:%H}{point}{one:%M}" for one in (card.starts_at, card.ends_at) if one is not None]
    if hours:
        facts.append("–".join(hours))
    facts.append(card.room)
    if card.group_number:
        facts.append(language.say("group {number}", number=card.group_number))
    facts.append(half(language, card.commission_lv, card.commission_en))
    if card.protocol_number:
        facts.append(language.say("Protocol {number}", number=card.protocol_number))
    return [fact for fact in facts if fact]


def scale_text(language: Language, card: ExamCard) -> str:
    """The scale of the exam and the mark that passes it."""
    pairs = (language.say("{mark} from {points}", mark=mark, points=points) for mark, points in card.scale)
    steps = ", ".join(pair.replace(" ", NBSP) for pair in pairs)
    passing = language.say("The exam is passed with the mark {mark}.", mark=mark_text(language, card.pass_mark))
    least = _least_text(language, card)
    said = (language.say("Marks by points: {steps}.", steps=steps), passing, least)
    return " ".join(part for part in said if part)


def _least_text(language: Language, card: ExamCard) -> str:
    """The least points of each part, where the programme of the exam sets them."""
    if card.theory_least is None and card.practice_least is None:
        return ""
    least = {"theory": card.theory_least or 0, "practice": card.practice_least or 0}
    return language.say("Least points: theory {theory}, practice {practice}.", **least)


def measures_text(language: Language, row: Measures) -> str:
    """The adjustments of one examinee as the examiner needs them; why they are granted is not told here."""
    kinds = [word(language, kind) for kind in row.kinds]
    if row.more_time is not None and AdjustmentKind.MORE_TIME in row.kinds:
        at = row.kinds.index(AdjustmentKind.MORE_TIME)
        kinds[at] = f"{kinds[at]} (+{row.more_time}{NBSP}%)"
    said = ", ".join(kinds)
    text = language.say("Adjustments granted, {name}: {measures}.", name=row.name, measures=said)
    return f"{text} {row.instructions}".strip()
