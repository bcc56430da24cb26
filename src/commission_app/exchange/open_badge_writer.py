"""Writes a certificate as an Open Badge 3.0: an AchievementCredential, signed as a web token by the institution's key.

A badge speaks one language: English where the certificate has it whole, else Latvian. There is no evidence in it.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass

from commission_app.exchange import twin_words
from commission_app.exchange.elm_writer import picture
from commission_app.exchange.payload import Signer
from commission_app.exchange.twin_words import Names, moment, phrase, worded
from commission_app.i18n import ENGLISH, LATVIAN, capital, marked
from commission_app.rules import twins
from commission_app.rules.certificate_record import CertificateRecord, RecordElements, RecordOutcome
from commission_app.rules.minutes_record import Said
from commission_app.rules.twins import UNTICKED, Choices
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import AssessmentKind, Participation, QualityKind, Supervision
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.quantities import unit_text

Written = dict[str, object]

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
OWN_TERMS = ("ECTS", "SBU", "assessmentType", "identityChecked", "participationType", "supervisionType")
"""What European microcredentials say beside the standard; the credential itself explains the words."""
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
_P256 = b"\x80\x24"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

_ASSESSMENTS: Mapping[AssessmentKind, str] = {
    AssessmentKind.PRIOR_LEARNING: "recognition of prior learning",
    AssessmentKind.PORTFOLIO: "portfolio",
    AssessmentKind.PRACTICAL: "application of a skill",
}
_PARTICIPATIONS: Mapping[Participation, str] = {
    Participation.ONLINE: "online",
    Participation.ONSITE: "onsite or blended",
    Participation.BLENDED: "onsite or blended",
    Participation.VOLUNTEERING: "volunteering",
    Participation.WORK: "work experience",
}
_SUPERVISIONS: Mapping[Supervision, str] = {
    Supervision.NONE: "unsupervised with no identity verification",
    Supervision.SUPERVISED: "supervised with no identity verification",
    Supervision.IDENTIFIED: "onsite with identity verification",
}


def spoken(record: CertificateRecord) -> str:
    """The one language of the badge."""
    return "en" if "en" in twins.languages(record) else "lv"


def unsigned(record: CertificateRecord, choices: Choices = UNTICKED, issuer: str = "") -> bytes:
    """The credential as JSON, as it stands inside the token; the same record gives the same bytes."""
    return json.dumps(_Badge(record, choices, issuer).written(), ensure_ascii=False, separators=(",", ":")).encode()


def token(record: CertificateRecord, signer: Signer, public_pem: str, choices: Choices = UNTICKED) -> bytes:
    """The credential as a signed web token (VC-JWT); the key travels in the head, so that anybody can prove it."""
    key = _public(public_pem)
    issuer = did_of(public_pem)
    claims = _Badge(record, choices, issuer).written()
    fragment = issuer.removeprefix("did:key:")
    head = {"alg": "ES256", "typ": "JWT", "kid": f"{issuer}#{fragment}", "jwk": key}
    subject = claims["credentialSubject"]
    registered = {
        "iss": issuer,
        "jti": claims["id"],
        "nbf": _seconds(record),
        "sub": subject["id"] if isinstance(subject, dict) else claims["id"],
    }
    signed = f"{_segment(head)}.{_segment(claims | registered)}".encode("ascii")
    return signed + b"." + _based(signer.sign(signed)).encode("ascii")


def did_of(public_pem: str) -> str:
    """The key as an identifier that says itself (did:key)."""
    key = _public(public_pem)
    x, y = (_unbased(key[name]) for name in ("x", "y"))
    return f"did:key:z{_base58(_P256 + bytes([2 + y[-1] % 2]) + x)}"


@dataclass(frozen=True)
class _Badge:
    """One certificate on its way into a badge."""

    record: CertificateRecord
    choices: Choices
    issuer_id: str = ""

    @property
    def names(self) -> Names:
        return Names(self.record)

    def say(self, text: Said) -> str:
        """A text in the badge's language."""
        return twins.in_language(text, spoken(self.record))

    def written(self) -> Written:
        """The credential with its subject and issuer."""
        record = self.record
        own: dict[str, object] = {name: f"urn:commission-app:terms:{name}" for name in OWN_TERMS}
        return {
            "@context": [*CONTEXTS, own],
            "id": self.names.credential,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": self.say(record.title),
            "description": self.description(),
            "issuer": self.issuer(),
            "validFrom": moment(record.issued_on),
            "awardedDate": moment(record.issued_on),
            "credentialSubject": self.subject(),
            "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        }

    def issuer(self) -> Written:
        """The institution by its name of the day."""
        said = self.record.issuer
        address = self.say(said.address)
        place = {"type": ["Address"], "addressCountryCode": said.country, "streetAddress": address}
        number = {"type": "IdentifierEntry", "identifier": said.reg_no, "identifierType": "ext:registrationNumber"}
        return _full(
            id=self.issuer_id or self.names.issuer,
            type=["Profile"],
            name=self.say(said.name),
            url=said.website,
            email=said.email,
            address=place if address else {"type": ["Address"], "addressCountryCode": said.country},
            otherIdentifier=[number],
        )

    def subject(self) -> Written:
        """The holder by name; the personal code only where it was ticked."""
        record = self.record
        identifiers = [_identity("name", twin_words.full_name(record))]
        if self.choices.with_code:
            identifiers.append(_identity("nationalIdentityNumber", record.holder.code))
        if self.choices.with_birth and record.holder.born:
            identifiers.append(_identity("ext:dateOfBirth", record.holder.born.isoformat()))
        points = self.points()
        return _full(
            id=self.names.part("holder"),
            type=["AchievementSubject"],
            identifier=identifiers,
            licenseNumber=record.number,
            creditsEarned=points,
            achievement=self.achievement(points),
            result=[self.result()],
        )

    def achievement(self, points: object) -> Written:
        """What was achieved."""
        record = self.record
        return _full(
            id=self.names.part("achievement"),
            type=["Achievement"],
            achievementType=_type(record.kind),
            name=self.say(record.title),
            description=self.description(),
            criteria={"narrative": self.criteria()},
            creditsAvailable=points,
            fieldOfStudy=record.isced_f,
            humanCode=record.programme_code,
            inLanguage=spoken(record),
            image=self.image(),
            alignment=[*self.level(), *self.outcomes()],
            resultDescription=[self.result_description()],
            **self.annex(),
        )

    def annex(self) -> Written:
        """What Annex I asks for beside the standard, in the words of the European educational badge."""
        said, load = self.record.elements, twin_words.workload(self.record)
        size = {"ECTS": _number(load[0])} if load and load[1] is CreditUnit.ECTS else {}
        if said is None:
            return size
        if load and not size:
            size = {"SBU": _number(load[0])}
        ways = twin_words.known(AssessmentKind, said.assessment)
        watched = twin_words.one_of(Supervision, said.supervision)
        part = twin_words.one_of(Participation, said.participation)
        return {
            **size,
            "assessmentType": next((_ASSESSMENTS[one] for one in ways if one in _ASSESSMENTS), "testing"),
            "identityChecked": watched is Supervision.IDENTIFIED,
            **({"supervisionType": _SUPERVISIONS[watched]} if watched else {}),
            **({"participationType": _PARTICIPATIONS[part]} if part else {}),
        }

    def description(self) -> str:
        """What it is, and on what decision it rests."""
        kind = self.say(worded(self.record.kind))
        return f"{capital(kind)}: {self.say(twin_words.basis(self.record))}"

    def criteria(self) -> str:
        """How it was assessed, the units with their credits, and what a microcredential says besides."""
        record = self.record
        said = record.elements or RecordElements()
        quality = twin_words.one_of(QualityKind, said.quality)
        lines = [
            self.headed(phrase(marked("Assessment")), twin_words.joined(twin_words.assessments(record))),
            self.headed(phrase(marked("Credit points")), self.size()),
            self.headed(phrase(marked("Prerequisites")), said.prerequisites),
            self.headed(phrase(marked("Quality assurance")), worded(quality) if quality else Said()),
            self.headed(phrase(marked("Legal basis")), record.basis.law),
            self.headed(phrase(marked("Further information")), said.more),
        ]
        for unit in record.units:
            credits = ""
            if unit.credits and unit.credit_unit:
                credits = f", {twin_words.amount(unit.credits)} {unit.credit_unit.value}"
            lines.append(f"- {unit.code} {self.say(unit.title)}{credits}".replace("-  ", "- "))
        return "\n".join(line for line in lines if line)

    def size(self) -> Said:
        """The credits with their unit."""
        load = twin_words.workload(self.record)
        if load is None:
            return Said()
        lv, en = (f"{twin_words.amount(load[0])} {unit_text(one, load[1])}" for one in (LATVIAN, ENGLISH))
        return Said(lv, en)

    def headed(self, heading: Said, text: Said) -> str:
        """A text under its heading; nothing where there is none."""
        return f"{self.say(heading)}: {self.say(text)}" if text else ""

    def level(self) -> list[Written]:
        """The level of the European framework."""
        level = self.record.level
        if level is None:
            return []
        address = f"http://data.europa.eu/snb/eqf/{level}"
        return [_alignment(f"EQF {level}", address, "ext:EQF", str(level))]

    def outcomes(self) -> list[Written]:
        """The learning outcomes that were reached."""
        return [
            _alignment(self.say(one.text), self.address(unit.uid, place, one), "ext:LearningOutcome", one.code)
            for unit in self.record.units
            for place, one in enumerate(unit.outcomes)
        ]

    def address(self, unit: str, place: int, outcome: RecordOutcome) -> str:
        """Where an outcome is described outside; else an identifier of its own."""
        outside = outcome.external.startswith(("http://", "https://"))
        return outcome.external if outside else self.names.part("unit", unit, "outcome", str(place))

    def image(self) -> Written:
        """The picture of the certificate, inside the badge."""
        data = base64.b64encode(picture(self.record, spoken(self.record))).decode("ascii")
        return {"id": f"data:image/png;base64,{data}", "type": "Image", "caption": self.say(self.record.title)}

    def result_description(self) -> Written:
        """What kind of result is said: a mark, or that it was recognised."""
        kind = "Result" if self.record.mark else "Status"
        name = self.say(phrase(marked("Grade")))
        return {"id": self.names.part("result"), "type": ["ResultDescription"], "name": name, "resultType": kind}

    def result(self) -> Written:
        """The mark, or that it was recognised."""
        own: Written = {"type": ["Result"], "resultDescription": self.names.part("result")}
        if not self.record.mark:
            own["status"] = "Completed"
        return own | {"value": self.say(twin_words.grade(self.record))}

    def points(self) -> object:
        """The credit points, where they are no hours."""
        load = twin_words.workload(self.record)
        return _number(load[0]) if load and load[1] is not CreditUnit.HOURS else None


def _type(kind: CertificateKind) -> str:
    match kind:
        case CertificateKind.MICROCREDENTIAL:
            return "MicroCredential"
        case CertificateKind.QUALIFICATION:
            return "Certificate"
    return "CertificateOfCompletion"


def _alignment(name: str, address: str, kind: str, code: str) -> Written:
    return _full(type=["Alignment"], targetName=name, targetUrl=address, targetType=kind, targetCode=code)


def _identity(kind: str, value: str) -> Written:
    return {"type": "IdentityObject", "hashed": False, "identityHash": value, "identityType": kind}


def _number(thousandths: int) -> object:
    """A number as JSON writes it: 4500 is 4.5."""
    found: object = json.loads(twin_words.amount(thousandths))
    return found


def _full(**fields: object) -> Written:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _public(pem: str) -> dict[str, str]:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = load_pem_public_key(pem.encode())
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError(type(key))
    numbers = key.public_numbers()
    x, y = (_based(value.to_bytes(32, "big")) for value in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def _seconds(record: CertificateRecord) -> int:
    from datetime import UTC, datetime, time

    return int(datetime.combine(record.issued_on, time(), UTC).timestamp())


def _segment(value: object) -> str:
    return _based(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _based(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _unbased(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _base58(data: bytes) -> str:
    value, letters = int.from_bytes(data, "big"), ""
    while value:
        value, rest = divmod(value, 58)
        letters = _BASE58[rest] + letters
    return letters
