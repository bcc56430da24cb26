"""What a by-law comes to in sentences: in figures for this commission today, and for one where halves differ."""

from commission_app.i18n import Language, marked
from commission_app.rules.legality import Bylaw, quorum_needed, votes_needed
from commission_app.rules.vocabulary.commission import AbstentionPolicy, MajorityBase, QuorumBase, RecusalPolicy
from commission_app.services import commissions
from commission_app.services.commissions import CommissionCard
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

EXAMPLE = 39
"""A large commission, where half and more than half differ to the eye."""


def quorum_sentence(language: Language, rules: Bylaw, members: int) -> str:
    """What a rule of quorum comes to in figures."""
    return language.count(
        "Of {n} member {needed} must take part.",
        "Of {n} members {needed} must take part.",
        members,
        needed=language.number(quorum_needed(rules, members)),
    )


def quorum_sentences(language: Language, rules: Bylaw, card: CommissionCard) -> str:
    """The quorum of this commission and of a large one, and what a recusal does to it."""
    counts = dict.fromkeys(count for count in (commissions.voters(card, rules), EXAMPLE) if count)
    told = [quorum_sentence(language, rules, count) for count in counts]
    return " ".join([*told, _recusal(language, rules)])


def vote_sentences(language: Language, rules: Bylaw, card: CommissionCard) -> str:
    """How many votes in favour adopt a decision, of whom they are counted."""
    told = [majority_sentence(language, rules, commissions.voters(card, rules) or EXAMPLE)]
    if rules.majority_base is MajorityBase.VOTES_CAST and rules.abstention_policy is AbstentionPolicy.ALLOWED:
        told.append(language.say("Who abstains is not counted."))
    return " ".join(told)


def majority_sentence(language: Language, rules: Bylaw, members: int) -> str:
    """What the majority comes to in figures."""
    return language.say(
        "The majority is counted {base}: of {members}, at least {needed} must vote for.",
        base=word(language, rules.majority_base),
        members=language.number(members),
        needed=language.number(votes_needed(rules, members)),
    )


def majority_words(language: Language, rules: Bylaw) -> str:
    """The majority as lists show it: "more than 1/2 of the members taking part"."""
    text = marked("more than {share} {base}") if rules.majority_strict else marked("at least {share} {base}")
    share = f"{rules.majority_numerator}/{rules.majority_denominator}"
    return language.say(text, share=share, base=word(language, rules.majority_base))


def composition_sentences(language: Language, rules: Bylaw, card: CommissionCard) -> str:
    """Whether the commission as it is today meets the rules of composition, or what it lacks."""
    lacking = [sentence(language, why) for why in commissions.composition(card, rules)]
    if not lacking:
        return language.say("The commission as it is today meets these rules.")
    return " ".join([language.say("As it is today the commission may not decide."), *lacking])


def days_sentences(language: Language, rules: Bylaw) -> str:
    """When members are called and the agenda freezes, and how long a vote in writing takes."""
    say, number = language.say, language.number
    told = [say("Working days between the convocation and the sitting: {days}.", days=number(rules.convocation_days))]
    if rules.freeze_days:
        told.append(say("Working days on which the agenda is frozen: {days}.", days=number(rules.freeze_days)))
    else:
        told.append(say("The agenda freezes only by hand."))
    if rules.written_allowed:
        told.append(say("Working days for a vote in writing: {days}.", days=number(rules.written_days)))
    else:
        told.append(say("The commission does not vote in writing."))
    return " ".join(told)


def _recusal(language: Language, rules: Bylaw) -> str:
    if rules.quorum_base is QuorumBase.NOT_RECUSED:
        return language.say("Members with a conflict of interest are left out of the count altogether.")
    if rules.recusal_policy is RecusalPolicy.COUNTS_AS_PRESENT:
        return language.say("A member with a conflict of interest who is there counts, but does not vote.")
    return language.say("A member with a conflict of interest does not count.")
