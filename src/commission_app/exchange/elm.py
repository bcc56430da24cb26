"""European Learning Model credentials (EDC JSON-LD) read into facts, in whatever shape the issuer's tool wrote."""

import re
from decimal import Decimal

from commission_app.exchange.credential import CredentialFacts, day, first, joined, number, text, texts, things, types
from commission_app.exchange.json_reader import Fields
from commission_app.rules.authenticity import SignatureFact

MOST_CLAIMS = 500
_DURATION = re.compile(r"P(?:\d+[YMWD])*T?(\d+)H(?:(\d+)M)?$")
_NAME = ("fullName", "givenName", "familyName")


def is_elm(claims: Fields) -> bool:
    """Whether the claims are those of a European digital credential."""
    if types(claims) & {"EuropeanDigitalCredential", "europass:EuropeanDigitalCredential"}:
        return True
    return any(first(one, "hasClaim", "achieved") is not None for one in things(claims.get("credentialSubject")))


def facts(claims: Fields, proofs: tuple[SignatureFact, ...]) -> CredentialFacts:
    """What the credential says."""
    subject = next(iter(things(claims.get("credentialSubject"))), {})
    achieved = _claims(subject)
    main = achieved[0] if achieved else {}
    specified = _spec(main)
    proven = things(main.get("provenBy"))
    shown = next(iter(things(claims.get("displayParameter"))), {})
    awarding = next(iter(things(main.get("awardedBy"))), {})
    return CredentialFacts(
        format="European Learning Model",
        title=text(first(main, "title", "name")) or text(specified.get("title")) or text(shown.get("title")),
        issuer=_organisation(awarding.get("awardingBody")) or _organisation(claims.get("issuer")),
        holder=_holder(subject),
        issued_on=day(first(awarding, "awardingDate")) or day(first(claims, "issuanceDate", "issued", "validFrom")),
        expires_on=day(first(claims, "expirationDate", "validUntil")),
        description=text(first(main, "description")) or text(specified.get("description")),
        criteria=text(first(specified, "learningOutcomeSummary", "entryRequirement")),
        outcomes=_outcomes(main, specified),
        credits=_credits(main, specified),
        hours=_hours(specified),
        level=_level(main, specified),
        assessment=joined(_assessment(one) for one in proven),
        result=joined(_grade(one) for one in proven),
        identity_check=joined(text(one.get("idVerification")) for one in proven),
        language=joined(texts(first(specified, "language"))),
        links=_links(main),
        proofs=proofs,
    )


def _claims(subject: Fields) -> list[Fields]:
    wanted = things(first(subject, "hasClaim", "achieved"))[:MOST_CLAIMS]
    achieved = [one for one in wanted if "LearningAchievement" in types(one) or not types(one)]
    return achieved or list(wanted)


def _spec(owner: Fields) -> Fields:
    return next(iter(things(owner.get("specifiedBy"))), {})


def _organisation(value: object) -> str:
    one = next(iter(things(value)), None)
    return text(value) if one is None else text(first(one, "legalName", "prefLabel", "altLabel", "name"))


def _holder(subject: Fields) -> str:
    full, given, family = (text(subject.get(name)) for name in _NAME)
    return full or f"{given} {family}".strip()


def _outcomes(main: Fields, specified: Fields) -> tuple[str, ...]:
    """The outcomes of the whole, and those of its parts."""
    parts = things(main.get("hasPart"))[:MOST_CLAIMS]
    specs = (specified, *(_spec(part) for part in parts))
    found = (_outcome(one) for spec in specs for one in things(spec.get("learningOutcome")))
    return tuple(title for title in found if title)


def _outcome(one: Fields) -> str:
    return text(first(one, "title", "name", "prefLabel"))


def _credits(main: Fields, specified: Fields) -> str:
    points = things(first(main, "creditReceived") or first(specified, "creditPoint", "ECTSCreditPoints"))
    said = (joined((text(one.get("point")), text(one.get("framework"))), " ") for one in points)
    return joined(said) or text(first(specified, "ECTSCreditPoints"))


def _hours(specified: Fields) -> Decimal | None:
    volume = text(first(specified, "volumeOfLearning", "workloadInHours"))
    found = _DURATION.match(volume)
    if found is None:
        return number(volume)
    hours = number(found.group(1))
    return hours if hours is None or not found.group(2) else hours + Decimal(found.group(2)) / 60


def _level(main: Fields, specified: Fields) -> str:
    places = (specified.get("EQFLevel"), specified.get("NQFLevel"), specified.get("eqfLevel"), main.get("EQFLevel"))
    return joined(part for place in places for part in texts(place))


def _assessment(proof: Fields) -> str:
    kind = text(first(_spec(proof), "dcType", "assessmentType", "mode"))
    return joined((text(first(proof, "title", "name")), kind), " — ")


def _grade(proof: Fields) -> str:
    grade = proof.get("grade")
    return text(grade) or joined(text(one.get("noteLiteral")) for one in things(grade))


def _links(main: Fields) -> tuple[str, ...]:
    documents = things(first(main, "supplementaryDocument", "additionalNote"))
    return tuple(link for one in documents if (link := text(first(one, "contentURL", "contentUrl"))))
