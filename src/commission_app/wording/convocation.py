"""Sentences about what is to be expected of a sitting: the quorum, the convocation, the agenda."""

from commission_app.i18n import Language
from commission_app.rules.convocation import Expectation


def expected_text(language: Language, found: Expectation) -> str:
    """The quorum to be expected, with its figures: "kvorums nodrošināts: apstiprinājuši 5 no 7"."""
    facts = {"coming": found.coming, "members": found.members, "needed": found.needed}
    if found.enough:
        return language.say("quorum ensured: {coming} of {members} confirmed", **facts)
    if found.lost:
        return language.say("no quorum: {coming} of {members} confirmed, {needed} needed", **facts)
    return language.say("quorum not ensured yet: {coming} of {members} confirmed, {needed} needed", **facts)


def clock_text(language: Language, typed: str) -> str:
    """The hour of a plan as the language writes it: 14.00 in Latvian, 14:00 in English."""
    return typed.replace(":", ".") if language.code == "lv" else typed.replace(".", ":")
