"""The lights of the legality bar in words: the rule with its figures, and what would make a red one green."""

from collections.abc import Mapping

from commission_app.i18n import Language, marked
from commission_app.rules.legality import LightFinding
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

REMEDIES: Mapping[str, str] = {
    "composition.too_few": marked("Appoint further members."),
    "composition.practitioners": marked("Appoint a representative of employers."),
    "composition.sex": marked("Appoint further members of this sex, or enter the sex of those in office."),
    "composition.side": marked("A member of this side or the substitute must take part."),
    "composition.field": marked(
        "A member with this field must take part; fields are entered in Preferences, Commissions."
    ),
    "composition.no_chair": marked("The chair or a deputy must take part."),
    "quorum.missing": marked("Further members must take part: {lacking}."),
    "terms.lapsed": marked("Prolong the term of office or mark them as not taking part."),
}


def light_text(language: Language, finding: LightFinding) -> str:
    """A light's name with its rule and figures."""
    return f"{word(language, finding.kind)}: {sentence(language, finding.why)}"


def remedy(language: Language, finding: LightFinding) -> str | None:
    """What would make a red light green; nothing for a light that prevents no decision."""
    text = REMEDIES.get(finding.why.reason)
    if text is None:
        return None
    present, needed = finding.why.facts.get("present"), finding.why.facts.get("needed")
    lacking = needed - present if isinstance(present, int) and isinstance(needed, int) else 0
    return language.say(text, lacking=language.number(lacking))
