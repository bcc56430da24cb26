"""Writes a certificate as an unsigned European digital credential (ELM 3, EDC profile), ready for the European issuer.

The issuer's own service seals it; nothing here needs the network. The wrapper `{"credential": …}` is what it takes.
"""

import json
from dataclasses import dataclass

from commission_app.documents import credential_picture
from commission_app.documents.credential_picture import PictureFacts
from commission_app.exchange import elm_terms, twin_words
from commission_app.exchange.elm_learning import Learning
from commission_app.exchange.elm_nodes import Node, Nodes, bare_concept, concept, skill
from commission_app.exchange.twin_words import Names, moment, phrase, worded
from commission_app.i18n import capital, language, marked
from commission_app.rules import twins
from commission_app.rules.certificate_record import CertificateRecord, RecordElements, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.rules.twins import UNTICKED, Choices
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import QualityKind, Stackability
from commission_app.rules.vocabulary.standard import CreditUnit

CONTEXTS = ("https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap")
SHAPES = "http://data.europa.eu/snb/model/ap/edc-generic-full"
_ESCO = ("http://data.europa.eu/esco/skill/", "https://data.europa.eu/esco/skill/")
_ENDS_LEARNING = (CertificateKind.QUALIFICATION,)
_NON_FORMAL = (CertificateKind.NON_FORMAL, CertificateKind.INTEREST_EDUCATION)


def write(record: CertificateRecord, choices: Choices = UNTICKED) -> bytes:
    """The credential as UTF-8 JSON; the same record gives the same bytes. It is checked to be complete before."""
    found = {"credential": _Credential(record, choices).written()}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True)
class _Credential:
    """One certificate on its way into a credential."""

    record: CertificateRecord
    choices: Choices

    @property
    def nodes(self) -> Nodes:
        """The builder of nodes in the languages of the record."""
        return Nodes(Names(self.record), twins.languages(self.record))

    @property
    def learning(self) -> Learning:
        """The builder of what was learned and how it was assessed."""
        return Learning(self.record, self.nodes, self.award())

    def written(self) -> Node:
        """The credential with its subject, issuer and picture."""
        record, nodes = self.record, self.nodes
        day = moment(record.issued_on)
        return {
            "@context": list(CONTEXTS),
            "id": nodes.names.credential,
            "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
            "credentialProfiles": concept("credential", elm_terms.GENERIC),
            "credentialSchema": {"id": SHAPES, "type": "ShaclValidator2017"},
            "identifier": nodes.identifier(phrase(marked("Certificate number")), record.number, "number"),
            "issuer": self.issuer(),
            "issuanceDate": day,
            "issued": day,
            "validFrom": day,
            "credentialSubject": self.subject(),
            "displayParameter": self.display(),
        }

    def subject(self) -> Node:
        """The holder, who has the achievement; code and day of birth only where they were ticked."""
        nodes, holder = self.nodes, self.record.holder
        code = nodes.legal(holder.code, "LV", "code") if self.choices.with_code else None
        born = moment(holder.born) if self.choices.with_birth and holder.born else None
        return nodes.node(
            "Person",
            "holder",
            givenName=nodes.named(holder.given),
            familyName=nodes.named(holder.family),
            fullName=nodes.named(twin_words.full_name(self.record)),
            dateOfBirth=born,
            nationalID=code,
            hasClaim=self.achievement(),
        )

    def issuer(self) -> Node:
        """The institution by its name of the day; its seal names it by country and number (ETSI EN 319 412-1)."""
        nodes, issuer = self.nodes, self.record.issuer
        said = self.record.elements or RecordElements()
        countries = said.countries or (issuer.country,)
        mail = {"id": f"mailto:{issuer.email}", "type": "Mailbox"} if issuer.email else None
        found = nodes.node(
            "Organisation",
            "issuer",
            legalName=nodes.literal(issuer.name),
            eIDASIdentifier=nodes.legal(f"NTR{issuer.country}-{issuer.reg_no}", issuer.country, "eidas"),
            registration=nodes.legal(issuer.reg_no, issuer.country, "registration"),
            location=[
                nodes.address(code, issuer.address if code == issuer.country else Said(), "place", code)
                for code in countries
            ],
            contactPoint=nodes.node("ContactPoint", "contact", emailAddress=mail) if mail else None,
            homepage=nodes.node("WebResource", "homepage", contentURL=issuer.website) if issuer.website else None,
        )
        return found | {"id": nodes.names.issuer}

    def achievement(self) -> Node:
        """What was achieved, with the units it is made of."""
        record, nodes = self.record, self.nodes
        points = twin_words.workload(record)
        parts = [self.unit(unit) for unit in record.units] if len(record.units) > 1 else []
        return nodes.node(
            "LearningAchievement",
            "achievement",
            title=nodes.literal(record.title),
            description=nodes.literal(worded(record.kind)),
            awardedBy=self.award(),
            creditReceived=self.points(*points, "received") if points else None,
            provenBy=self.learning.assessment(twin_words.grade(record), "assessment"),
            influencedBy=self.learning.activity(),
            specifiedBy=self.specification(),
            hasPart=parts,
            additionalNote=self.notes(),
        )

    def award(self) -> Node:
        """Who awarded it, when, and on what decision."""
        nodes, record = self.nodes, self.record
        return nodes.node(
            "AwardingProcess",
            "award",
            awardingBody=self.issuer(),
            awardingDate=moment(record.issued_on),
            description=nodes.literal(twin_words.basis(record)),
        )

    def specification(self) -> Node:
        """What the achievement is: level, field, workload, outcomes, conditions, the way of learning."""
        record, nodes = self.record, self.nodes
        said = record.elements or RecordElements()
        levelled = record.level is not None
        alone = record.elements is not None or len(record.units) == 1
        found = nodes.node(
            "Qualification" if levelled else "LearningAchievementSpecification",
            "specification",
            title=nodes.literal(record.programme or record.title),
            dcType=concept("learning-opportunity", self.kind_of_learning()),
            identifier=self.code(phrase(marked("Programme code")), record.programme_code, "programme"),
            thematicArea=bare_concept("isced-f", record.isced_f) if record.isced_f.isdigit() else None,
            educationLevel=[nodes.own(text, "level", code) for code, text in twin_words.levels(record)],
            eqfLevel=concept("eqf", (str(record.level), f"Level {record.level}")) if levelled else None,
            learningSetting=self.setting(),
            mode=self.learning.mode(),
            volumeOfLearning=self.hours(),
            entryRequirement=nodes.note(said.prerequisites, "prerequisites") if said.prerequisites else None,
            learningOutcome=[one for unit in record.units for one in self.outcomes(unit)] if alone else [],
        )
        if levelled:
            found["isPartialQualification"] = record.kind not in _ENDS_LEARNING
        return found

    def unit(self, unit: RecordUnit) -> Node:
        """A unit that was recognised, as a part of the whole."""
        nodes, record = self.nodes, self.record
        kind = elm_terms.MODULE if record.basis.exam else elm_terms.COURSE
        spec = nodes.node(
            "LearningAchievementSpecification",
            "unit",
            unit.uid,
            "specification",
            title=nodes.literal(unit.title),
            dcType=concept("learning-opportunity", kind),
            volumeOfLearning=twin_words.duration(unit.hours) if unit.hours else None,
            learningOutcome=self.outcomes(unit) if record.elements is None else [],
        )
        return nodes.node(
            "LearningAchievement",
            "unit",
            unit.uid,
            title=nodes.literal(unit.title),
            identifier=self.code(phrase(marked("Unit code")), unit.code, "unit", unit.uid),
            awardedBy=self.award(),
            creditReceived=(
                self.points(unit.credits, unit.credit_unit, "unit", unit.uid, "credits")
                if unit.credits and unit.credit_unit
                else None
            ),
            provenBy=self.learning.assessment(unit.mark, "unit", unit.uid, "assessment") if unit.mark else None,
            specifiedBy=spec,
        )

    def outcomes(self, unit: RecordUnit) -> list[Node]:
        """The outcomes of a unit, each with its kind and its skill of ESCO where it has one."""
        nodes, found = self.nodes, list[Node]()
        for place, one in enumerate(unit.outcomes):
            text = nodes.literal(one.text)
            kind = elm_terms.SKILLS.get(one.kind) if one.kind else None
            path = ("unit", unit.uid, "outcome", str(place))
            found.append(
                nodes.node(
                    "LearningOutcome",
                    *path,
                    title=text,
                    identifier=self.code(phrase(marked("Outcome code")), one.code, *path),
                    dcType=concept("skill-type", kind) if kind else None,
                    relatedESCOSkill=skill(one.external, text) if one.external.startswith(_ESCO) else None,
                )
            )
        return found

    def setting(self) -> Node | None:
        """Formal or non-formal learning, where the kind of the certificate says so."""
        if self.record.kind in _ENDS_LEARNING:
            return concept("learning-setting", elm_terms.FORMAL)
        return concept("learning-setting", elm_terms.NON_FORMAL) if self.record.kind in _NON_FORMAL else None

    def kind_of_learning(self) -> elm_terms.Term:
        """What kind of learning the whole is."""
        match self.record.kind:
            case CertificateKind.MICROCREDENTIAL:
                return elm_terms.SHORT_PROGRAMME
            case CertificateKind.MODULE:
                return elm_terms.MODULE
        return elm_terms.PROGRAMME

    def code(self, scheme: Said, code: str, *path: str) -> Node | None:
        """A code, where there is one."""
        return self.nodes.identifier(scheme, code, *path, "code") if code else None

    def points(self, thousandths: int, unit: CreditUnit, *path: str) -> Node | None:
        """Credit points with their framework; hours are said as the volume of learning."""
        nodes = self.nodes
        if unit is CreditUnit.HOURS:
            return None
        if unit is CreditUnit.ECTS:
            framework = concept("education-credit", elm_terms.ECTS)
        else:
            framework = nodes.own(Said(unit.value, unit.value), "framework", unit)
        return nodes.node("CreditPoint", *path, framework=framework, point=twin_words.amount(thousandths))

    def hours(self) -> str | None:
        """The volume of learning: the workload where it is in hours, else the hours of the units."""
        load = twin_words.workload(self.record)
        if load and load[1] is CreditUnit.HOURS:
            return twin_words.duration(load[0])
        found = [unit.hours for unit in self.record.units if unit.hours]
        return twin_words.duration(sum(found)) if found and len(found) == len(self.record.units) else None

    def notes(self) -> list[Node]:
        """What has no place of its own: quality assurance, stackability, accreditation, law, duplicate, more."""
        record, said = self.record, self.record.elements or RecordElements()
        quality = twin_words.one_of(QualityKind, said.quality)
        stack = twin_words.one_of(Stackability, said.stackability)
        texts = (
            (phrase(marked("Quality assurance")), worded(quality) if quality else Said()),
            (phrase(marked("Quality assurance")), said.quality_note),
            (phrase(marked("Stackability")), worded(stack) if stack else Said()),
            (phrase(marked("Stackability")), said.stackability_note),
            (phrase(marked("Accreditation")), Said(record.accreditation, record.accreditation)),
            (phrase(marked("Legal basis")), record.basis.law),
            (phrase(marked("Duplicate of")), Said(record.duplicate_of, record.duplicate_of)),
            (phrase(marked("Further information")), said.more),
        )
        return [
            self.nodes.note(twin_words.joined((heading, text), ": "), "note", str(place))
            for place, (heading, text) in enumerate(texts)
            if text
        ]

    def display(self) -> Node:
        """What a wallet shows: the title, and one picture in each language."""
        nodes, record = self.nodes, self.record
        spoken = [nodes.language(code) for code in nodes.languages]
        shown = [
            nodes.node(
                "IndividualDisplay",
                "display",
                code,
                language=nodes.language(code),
                displayDetail=[
                    nodes.node(
                        "DisplayDetail",
                        "display",
                        code,
                        "page",
                        image=nodes.picture(picture(record, code), "display", code, "picture"),
                        page=1,
                    )
                ],
            )
            for code in nodes.languages
        ]
        return nodes.node(
            "DisplayParameter",
            "display",
            title=nodes.literal(record.title),
            description=nodes.literal(worded(record.kind)),
            primaryLanguage=spoken[0],
            language=spoken,
            individualDisplay=shown,
        )


def picture(record: CertificateRecord, code: str) -> bytes:
    """The picture of a certificate in a language, as PNG."""
    spoken = language(code)
    kind = twins.in_language(worded(record.kind), code)
    return credential_picture.render(
        PictureFacts(
            institution=twins.in_language(record.issuer.name, code),
            what=capital(kind),
            title=twins.in_language(record.title, code),
            holder=twin_words.full_name(record),
            foot=spoken.say_of("twin", "No. {number} · {day}", number=record.number, day=spoken.date(record.issued_on)),
        )
    )
