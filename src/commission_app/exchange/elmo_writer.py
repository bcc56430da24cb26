"""Writes a certificate as ELMO 2.0: the result of recognition, and what of the evidence stands for which unit."""

import base64
from dataclasses import dataclass
from xml.etree import ElementTree

from commission_app.exchange import twin_words
from commission_app.exchange.twin_words import Names, moment, phrase, worded
from commission_app.i18n import marked
from commission_app.rules import twins
from commission_app.rules.certificate_record import CertificateRecord, RecordGround, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.rules.twins import UNTICKED, Choices
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit

SPACE = "https://github.com/emrex-eu/elmo-schemas/tree/v1"
GRADES = "marks"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ATTACHED = {
    CertificateKind.MICROCREDENTIAL: "Micro Credential",
    CertificateKind.TRANSCRIPT: "Transcript of Records",
    CertificateKind.RECOGNITION_STATEMENT: "Other",
}


def write(record: CertificateRecord, choices: Choices = UNTICKED, paper: bytes | None = None) -> bytes:
    """The report as UTF-8 XML, with the certificate inside where it is given; the same record gives the same bytes."""
    ElementTree.register_namespace("", SPACE)
    root = _Report(record, choices, paper).written()
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"


@dataclass(frozen=True)
class _Report:
    """One certificate on its way into a report."""

    record: CertificateRecord
    choices: Choices
    paper: bytes | None

    @property
    def names(self) -> Names:
        return Names(self.record)

    def written(self) -> ElementTree.Element:
        """The whole file."""
        root = ElementTree.Element(_tag("elmo"))
        _text(root, "generatedDate", moment(self.record.issued_on))
        self.learner(root)
        report = _under(root, "report")
        self.issuer(report)
        self.result(report)
        _text(report, "issueDate", moment(self.record.issued_on))
        if self.marked:
            scheme = _under(report, "gradingScheme", localId=GRADES)
            self.said(scheme, "description", phrase(marked("10-point scale of marks")))
        if self.paper is not None:
            self.attachment(report, self.paper)
        return root

    @property
    def marked(self) -> bool:
        """Whether any mark was given."""
        return bool(self.record.mark) or any(unit.mark for unit in self.record.units)

    def learner(self, root: ElementTree.Element) -> None:
        """The holder; code and day of birth only where they were ticked."""
        holder, learner = self.record.holder, _under(root, "learner")
        if self.choices.with_code:
            _text(learner, "identifier", holder.code, type="nationalIdentifier")
        _text(learner, "givenNames", holder.given)
        _text(learner, "familyName", holder.family)
        _text(learner, "alternativeName", holder.original or twin_words.full_name(self.record))
        if self.choices.with_birth and holder.born:
            _text(learner, "dateOfBirth", holder.born.isoformat())

    def issuer(self, parent: ElementTree.Element) -> None:
        """The institution by its name of the day."""
        said, issuer = self.record.issuer, _under(parent, "issuer")
        _text(issuer, "country", said.country)
        _text(issuer, "identifier", said.reg_no, type="registrationNumber")
        self.said(issuer, "title", said.name)
        _text(issuer, "url", said.website)

    def result(self, report: ElementTree.Element) -> None:
        """What was decided: on what, for what, and which stands for which."""
        record, found = self.record, _under(report, "resultOfRecognition")
        self.said(found, "title", record.title)
        about = twin_words.joined((worded(record.kind), twin_words.basis(record), record.basis.law))
        self.said(found, "description", about)
        if record.isced_f:
            _text(found, "iscedCode", record.isced_f)
        _text(found, "status", "Positive")
        _text(found, "decisionDate", record.basis.day.isoformat())
        self.basis(found)
        self.recognised(_under(found, "recognitionResult"))
        self.mapping(found)
        if self.paper is not None:
            _text(_under(found, "attachments"), "ref", self.names.part("paper"))

    def basis(self, found: ElementTree.Element) -> None:
        """The evidence, as the institution reports on it; the exam where it rests on one."""
        report = _under(_under(found, "recognitionBasis"), "recognitionReport")
        self.issuer(report)
        grounds = self.grounds
        for ground in grounds:
            self.ground(report, ground)
        _text(report, "issueDate", moment(self.record.basis.day))

    @property
    def grounds(self) -> tuple[RecordGround, ...]:
        """What it rests on: the evidence, else the decision or the exam itself."""
        record = self.record
        cited = {uid for unit in record.units for uid in unit.grounds}
        found = tuple(ground for ground in record.grounds if ground.uid in cited)
        if found and not record.basis.exam:
            return found
        issuer = record.basis.commission.lv or record.basis.commission.en
        return (RecordGround("basis", twin_words.basis(record), issuer=issuer, day=record.basis.day),)

    def ground(self, report: ElementTree.Element, ground: RecordGround) -> None:
        """One piece of evidence: its kind, who issued it and when."""
        item = _under(report, "learningOpportunitySpecification")
        _text(item, "identifier", self.ground_name(ground.uid), type="local")
        own = Said(ground.title, ground.title)
        self.said(item, "title", twin_words.joined((ground.kind, own), ": ") if ground.title else ground.kind)
        self.said(item, "description", Said(ground.issuer, ground.issuer))
        instance = _under(_under(item, "specifies"), "learningOpportunityInstance")
        if ground.day:
            _text(instance, "date", ground.day.isoformat())

    def recognised(self, result: ElementTree.Element) -> None:
        """What was recognised: the whole with its units; credits stand with the units, or with the whole alone."""
        record = self.record
        whole = _under(result, "learningOpportunitySpecification")
        _text(whole, "identifier", self.names.part("achievement"), type="local")
        if record.programme_code:
            _text(whole, "identifier", record.programme_code, type="programmeCode")
        self.said(whole, "title", record.title)
        if record.isced_f:
            _text(whole, "iscedCode", record.isced_f)
        if record.elements is not None:
            self.said(whole, "description", self.about())
        instance = _under(_under(whole, "specifies"), "learningOpportunityInstance")
        _text(instance, "identifier", record.number, type="certificateNumber")
        _text(instance, "date", record.issued_on.isoformat())
        _text(instance, "status", "passed")
        self.mark(instance, record.mark)
        if not any(unit.credits for unit in record.units):
            self.credit(instance, record.credits, record.credit_unit)
        for kind, value in (("EQF", record.level), ("LKI", record.level), ("PKL", record.pkl)):
            if value is not None:
                self.level(instance, kind, value)
        for unit in record.units:
            self.unit(_under(whole, "hasPart"), unit)

    def about(self) -> Said:
        """What a microcredential says of its assessment and conditions."""
        said = self.record.elements
        ways = twin_words.joined(twin_words.assessments(self.record))
        pairs = [(phrase(marked("Assessment")), ways)]
        if said is not None:
            pairs += [
                (phrase(marked("Prerequisites")), said.prerequisites),
                (phrase(marked("Further information")), said.more),
            ]
        return twin_words.joined((twin_words.joined(pair, ": ") for pair in pairs if pair[1]), "\n")

    def unit(self, parent: ElementTree.Element, unit: RecordUnit) -> None:
        """A unit with its credits, mark and outcomes."""
        item = _under(parent, "learningOpportunitySpecification")
        _text(item, "identifier", self.unit_name(unit), type="local")
        if unit.code:
            _text(item, "identifier", unit.code, type="unitCode")
        self.said(item, "title", unit.title)
        _text(item, "type", "Module" if self.record.basis.exam else "Course")
        self.said(item, "description", twin_words.joined((one.text for one in unit.outcomes), "\n"))
        instance = _under(_under(item, "specifies"), "learningOpportunityInstance")
        _text(instance, "date", self.record.issued_on.isoformat())
        _text(instance, "status", "passed")
        self.mark(instance, unit.mark)
        self.credit(instance, unit.credits, unit.credit_unit)
        if unit.hours:
            _text(instance, "engagementHours", twin_words.amount(unit.hours))

    def mark(self, instance: ElementTree.Element, mark: Said) -> None:
        """The mark as it is printed."""
        if mark:
            _text(instance, "gradingSchemeLocalId", GRADES)
            _text(instance, "resultLabel", mark.lv or mark.en)

    def credit(self, instance: ElementTree.Element, thousandths: int | None, unit: CreditUnit | None) -> None:
        """Credits in their scheme; hours are no credits."""
        if thousandths is None or unit is None or unit is CreditUnit.HOURS:
            return
        credit = _under(instance, "credit")
        _text(credit, "scheme", unit.value.lower())
        _text(credit, "value", twin_words.amount(thousandths))

    def level(self, instance: ElementTree.Element, kind: str, value: int) -> None:
        """A level of a framework."""
        level = _under(instance, "level")
        _text(level, "type", kind)
        _text(level, "value", str(value))

    def mapping(self, found: ElementTree.Element) -> None:
        """Which evidence stands for which unit; the whole stands for all of it where no unit says."""
        names = {ground.uid: self.ground_name(ground.uid) for ground in self.grounds}
        for unit in self.record.units:
            own = [names[uid] for uid in unit.grounds if uid in names] or list(names.values())
            self.map(found, own, self.unit_name(unit))
        if not self.record.units:
            self.map(found, list(names.values()), self.names.part("achievement"))

    def map(self, found: ElementTree.Element, sources: list[str], target: str) -> None:
        """One row of the mapping."""
        row = _under(_under(found, "recognitionMapping"), "mapping")
        source = _under(row, "fromMapping")
        for name in sources:
            _text(source, "ref", name)
        _text(_under(row, "toMapping"), "ref", target)

    def attachment(self, report: ElementTree.Element, paper: bytes) -> None:
        """The certificate as it was issued."""
        item = _under(report, "attachment")
        _text(item, "identifier", self.names.part("paper"), type="local")
        self.said(item, "title", worded(self.record.kind))
        _text(item, "type", _ATTACHED.get(self.record.kind, "Certificate of Training"))
        _text(item, "content", "data:application/pdf;base64," + base64.b64encode(paper).decode("ascii"))

    def ground_name(self, uid: str) -> str:
        """What a piece of evidence is called inside the file."""
        return self.names.part("ground", uid)

    def unit_name(self, unit: RecordUnit) -> str:
        """What a unit is called inside the file."""
        return self.names.part("unit", unit.uid)

    def said(self, parent: ElementTree.Element, name: str, text: Said) -> None:
        """A text in each language of the record that it has; in the other where it has neither."""
        spoken = [code for code in twins.languages(self.record) if getattr(text, code)]
        for code in spoken or [code for code in ("lv", "en") if getattr(text, code)]:
            _text(parent, name, getattr(text, code)).set(_LANGUAGE, code)


def _tag(name: str) -> str:
    return f"{{{SPACE}}}{name}"


def _under(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, _tag(name), attributes)


def _text(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> ElementTree.Element:
    found = _under(parent, name, **attributes)
    # XML has no place for control characters, whoever pasted them into a name.
    found.text = "".join(letter for letter in text if letter >= " " or letter in "\t\n").replace("\ufffe", "")
    return found
