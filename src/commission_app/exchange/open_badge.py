"""Open Badges 3.0 (and credentials after their pattern) read into facts, in whatever shape the issuer chose."""

from commission_app.exchange.credential import CredentialFacts, day, first, joined, number, text, texts, things, types
from commission_app.exchange.json_reader import Fields
from commission_app.rules.authenticity import SignatureFact

_KINDS = frozenset({"OpenBadgeCredential", "AchievementCredential"})


def is_open_badge(claims: Fields) -> bool:
    """Whether the claims are those of a badge."""
    named = bool(types(claims) & _KINDS)
    return named or any("achievement" in one for one in things(claims.get("credentialSubject")))


def facts(claims: Fields, proofs: tuple[SignatureFact, ...]) -> CredentialFacts:
    """What the badge says."""
    subject = next(iter(things(claims.get("credentialSubject"))), {})
    achievement = next(iter(things(subject.get("achievement"))), {})
    results = things(subject.get("result"))
    aligned = things(achievement.get("alignment"))
    return CredentialFacts(
        format="Open Badges 3.0",
        title=text(first(achievement, "name")) or text(first(claims, "name")) or text(achievement.get("id")),
        issuer=text(first(claims, "issuer")) or text(first(achievement, "creator")),
        holder=_holder(subject),
        issued_on=day(first(claims, "validFrom", "issuanceDate", "awardedDate")),
        expires_on=day(first(claims, "validUntil", "expirationDate")),
        description=text(achievement.get("description")) or text(claims.get("description")),
        criteria=_criteria(achievement),
        outcomes=tuple(text(one.get("targetName")) for one in aligned if not _is_level(one)),
        credits=_credits(achievement, subject),
        hours=number(first(achievement, "SBU", "hours", "studyLoad")),
        level=joined(text(one.get("targetName")) for one in aligned if _is_level(one)),
        assessment=joined(texts(first(achievement, "assessmentType"))),
        result=joined(text(first(one, "value", "achievedLevel", "status")) for one in results),
        identity_check=_identity(achievement),
        language=text(first(achievement, "inLanguage")),
        links=tuple(link for one in things(claims.get("evidence")) if (link := text(first(one, "id", "url")))),
        proofs=proofs,
    )


def _holder(subject: Fields) -> str:
    if name := text(first(subject, "name")):
        return name
    identifiers = things(subject.get("identifier"))
    # A hashed identity names nobody to the eye.
    plain = (one for one in identifiers if one.get("hashed") is not True)
    return joined((text(one.get("identityHash")) for one in plain if text(one.get("identityType")) == "name"), " ")


def _criteria(achievement: Fields) -> str:
    criteria = achievement.get("criteria")
    found = next(iter(things(criteria)), {})
    return text(first(found, "narrative", "id")) or text(criteria)


def _credits(achievement: Fields, subject: Fields) -> str:
    ects = text(first(achievement, "ECTS", "ects"))
    if ects:
        return f"{ects} ECTS"
    return text(first(subject, "creditsEarned")) or text(first(achievement, "creditsAvailable"))


def _is_level(alignment: Fields) -> bool:
    return any(mark in text(alignment.get("targetType")) for mark in ("EQF", "NLQF", "QAA", "CEFR", "level"))


def _identity(achievement: Fields) -> str:
    said = text(first(achievement, "supervisionType"))
    checked = achievement.get("identityChecked")
    if isinstance(checked, bool):
        return joined(("+" if checked else "–", said), " ")
    return said
