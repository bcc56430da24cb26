"""What a digital credential says, put into the form of an outside course, for the office to correct."""

import re
from decimal import Decimal
from typing import TypeVar

from commission_app.exchange.credential import CredentialFacts, number
from commission_app.rules.collation import fold
from commission_app.rules.evidence_details import OutsideCourse
from commission_app.rules.vocabulary.evidence import CourseAssessment, IdentityCheck
from commission_app.rules.vocabulary.standard import CreditUnit

W = TypeVar("W")

LONGEST = 300
ASSESSMENTS: tuple[tuple[CourseAssessment, tuple[str, ...]], ...] = (
    (CourseAssessment.ATTENDANCE, ("attendance", "participation", "apmeklejum")),
    (CourseAssessment.EXAM, ("exam", "eksamen", "oral", "written")),
    (CourseAssessment.PROJECT, ("project", "projekt", "artefact", "artifact", "portfolio", "thesis")),
    (CourseAssessment.PRACTICAL, ("practical", "praktisk", "performance", "demonstration", "behaviour", "role_play")),
    (CourseAssessment.TEST, ("test", "quiz", "ieskait", "parbaudijum")),
)
"""Words of makers of credentials, folded, and the way of assessing they speak for; the first found counts."""
IDENTITIES: tuple[tuple[IdentityCheck, tuple[str, ...]], ...] = (
    (IdentityCheck.NONE, ("without id", "no id verification", "not verified", "–")),
    (IdentityCheck.ONLINE, ("online", "remote", "digital")),
    (IdentityCheck.IN_PERSON, ("onsite", "on-site", "on site", "in person", "face to face", "klatien")),
)
_POINTS = re.compile(r"\d+(?:[.,]\d+)?")


def course_of(facts: CredentialFacts) -> OutsideCourse:
    """The course that a credential speaks of; what it does not say in known words stays unknown."""
    credits, unit = _credits(facts.credits)
    return OutsideCourse(
        provider=facts.issuer[:LONGEST],
        hours=facts.hours,
        credits=credits,
        credit_unit=unit,
        assessment=_told(facts.assessment, ASSESSMENTS, CourseAssessment.NOT_KNOWN),
        identity_check=_told(facts.identity_check, IDENTITIES, IdentityCheck.NOT_KNOWN),
        result=facts.result[:LONGEST],
    )


def _credits(text: str) -> tuple[Decimal | None, CreditUnit]:
    """The points and their unit, where the unit is one that the office counts in."""
    said = fold(text)
    units = (unit for unit in CreditUnit if unit is not CreditUnit.HOURS and _begins(fold(unit.value), said))
    unit = CreditUnit.ECTS if "european credit transfer" in said else next(units, None)
    found = _POINTS.findall(text)
    # Two figures, or a unit of another country: better asked than guessed.
    if len(found) != 1 or unit is None:
        return None, CreditUnit.ECTS
    return number(found[0]), unit


def _told(text: str, words: tuple[tuple[W, tuple[str, ...]], ...], unknown: W) -> W:
    said = fold(text)
    return next((meant for meant, marks in words if any(_begins(mark, said) for mark in marks)), unknown)


def _begins(mark: str, said: str) -> bool:
    """Whether a word of what is said begins so: "test" is in "testing", not in "contest"."""
    return re.search(rf"(?<!\w){re.escape(mark)}", said) is not None
