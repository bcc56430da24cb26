"""What the tab of a decision says in words: when, how much, who signed, how far it is, and what became of it."""

from commission_app.i18n import Language, capital
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.services.decision_cards import DecisionCard, LineCard
from commission_app.ui.two_languages import half
from commission_app.wording.decision import asked_said, price_said
from commission_app.wording.quantities import credits_text
from commission_app.wording.words import word

STATE_TONES = {
    DecisionState.DRAFT: "neutral",
    DecisionState.REGISTERED: "good",
    DecisionState.REPLACED: "neutral",
    DecisionState.REPEALED: "bad",
}


def state_text(language: Language, held: DecisionCard) -> str:
    """The state of a decision; a provisional one says that it is."""
    if held.state is DecisionState.REGISTERED and held.life.provisional:
        return language.say_of("decision", "provisional")
    return word(language, held.state)


def state_tone(held: DecisionCard) -> str:
    """The colour of the state: what is provisional is not settled yet."""
    if held.state is DecisionState.REGISTERED and held.life.provisional:
        return "warn"
    return STATE_TONES[held.state]


def offer_said(language: Language, line: LineCard) -> tuple[str, ...]:
    """What stands open for a unit that was not recognised: what is asked by when, and at what price."""
    offer = line.offer
    if offer is None:
        return ()
    asked = (asked_said(language, offer.requirement, offer.requirement_by),) if offer.requirement else ()
    return (*asked, price_said(language, offer.cents, offer.priced_on))


def facts_said(language: Language, held: DecisionCard) -> list[str]:
    """When it was decided and signed, how much is recognised, how far it is on its way, and what became of it."""
    say, life = language.say, held.life
    lines = [say("Decided on {day}", day=language.date(held.decided_on))]
    if held.signed_on is not None:
        lines[0] += " · " + say("signed on {day}", day=language.date(held.signed_on))
        post = half(language, life.signed_post_lv, life.signed_post_en)
        order = say("order {number}", number=life.signed_order) if life.signed_order else ""
        lines[0] += "".join(f", {part}" for part in (life.signed_by, post, order) if part)
    recognised = credits_text(language, held.award.total)
    claimed = credits_text(language, held.claimed)
    lines.append(say("Recognised: {recognised}; claimed: {claimed}", recognised=recognised, claimed=claimed))
    lines.append(capital(word(language, life.publication)))
    if life.notified_on is not None:
        lines[-1] += ", " + language.date(life.notified_on)
    return [*lines, *_condition(language, held), *_later(language, held)]


def _condition(language: Language, held: DecisionCard) -> list[str]:
    life = held.life
    if not life.condition:
        return []
    until = language.date(life.condition_until) if life.condition_until else ""
    lines = [language.say("Condition, to be met by {day}: {text}", day=until, text=life.condition)]
    if life.final_on is not None:
        lines.append(language.say("Final since {day}", day=language.date(life.final_on)))
    return lines


def _later(language: Language, held: DecisionCard) -> list[str]:
    say, life = language.say, held.life
    lines = [
        say(
            "Slip corrected on {day}: {was} → {becomes}",
            day=language.date(one.corrected_on),
            was=one.was,
            becomes=one.becomes,
        )
        for one in life.slips
    ]
    if life.replaces:
        lines.append(say("Replaces decision {number}", number=life.replaces))
    if life.reopened:
        lines.append(say("The case is taken up again: {reason}", reason=life.later_reason))
    if held.state is DecisionState.REPEALED and life.repealed_on is not None:
        lines.append(say("Repealed on {day}: {reason}", day=language.date(life.repealed_on), reason=life.later_reason))
    return lines
