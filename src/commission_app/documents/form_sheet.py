"""The data sheet for a strictly accounted form: what is copied onto the pre-printed paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from commission_app.documents.exam_protocol import said_mark
from commission_app.documents.house_style import Letterhead, Signatures, Signer, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_title,
    paper,
    said_number,
    said_reference,
    shown,
)
from commission_app.documents.sheet import SMALL
from commission_app.errors import RefusedError
from commission_app.i18n import NBSP, Language, marked
from commission_app.rules.vocabulary.certificate import CertificateKind


@dataclass(frozen=True)
class FormSheetFacts:
    """What is copied onto a strictly accounted form; series and number are read off it, never made here."""

    letterhead: Letterhead
    kind: CertificateKind  # one that is written on a state form
    number: str
    issued_on: date
    form_series: str
    form_number: str
    holder: str
    identity: str  # personal code, or the date of birth where there is none
    qualification: Text
    code: str
    level: Text  # PKL and LKI
    basis: Text
    exam_date: date
    mark: int
    protocol_number: str
    protocol_date: date
    chair: Signer
    head: Signer
    accreditation: Text = ""
    part: Text = ""
    outcomes: tuple[Text, ...] = ()
    duplicate_of: str | None = None
    gathered: tuple[Text, ...] = ()  # of the whole acquired over several cases: each unit and its case
    hours: Text = ""
    exam: bool = True  # whether it rests on an exam, else on a decision
    mark_text: Text = ""  # a result that is no mark of the ten-point scale


def render(facts: FormSheetFacts, language: Language) -> bytes:
    """The data sheet as a PDF; refused without the series and number printed on the form."""
    if not facts.form_series.strip() or not facts.form_number.strip():
        raise RefusedError("paper.form_number_missing", at="form_number", number=facts.number)
    title = language.say_of("paper", "Data sheet {number}", number=said_number(language, facts.number))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: FormSheetFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "DATA SHEET"), _kind(facts, language))
    draw_dating(flow, facts.letterhead, facts.issued_on, facts.number)
    flow.facts(_form_facts(facts, language))
    flow.heading(language.say_of("paper", "Entered on the form"))
    flow.facts(_entered_facts(facts, language))
    if facts.outcomes:
        flow.heading(language.say_of("paper", "Learning outcomes"))
        flow.numbered([text_of(outcome, language) for outcome in facts.outcomes])
    if facts.gathered:
        flow.heading(language.say_of("paper", "Acquired over several cases"))
        flow.numbered([text_of(unit, language) for unit in facts.gathered])
    note = language.say_of("paper", "This sheet is not a certificate: it is copied onto the strictly accounted form.")
    signers = tuple(signer for signer in (facts.chair, facts.head) if signer.name)
    draw_end(flow, Signatures(signers), lambda at: at.paragraph(note, SMALL))


_KINDS: Mapping[CertificateKind, str] = {
    CertificateKind.QUALIFICATION: marked("for the certificate of professional qualification"),
    CertificateKind.QUALIFICATION_PART: marked("for the certificate of a part of a professional qualification"),
    CertificateKind.MODULE: marked("for the module certificate"),
    CertificateKind.PROFESSIONAL_DEVELOPMENT: marked("for the certificate of professional development education"),
    CertificateKind.INTEREST_EDUCATION: marked("for the certificate of vocationally oriented education"),
    CertificateKind.TRANSCRIPT: marked("for the transcript of results"),
}


def _kind(facts: FormSheetFacts, language: Language) -> str:
    return language.say_of("paper", _KINDS[facts.kind])


def _form_facts(facts: FormSheetFacts, language: Language) -> list[tuple[str, str]]:
    form = language.say_of(
        "paper",
        "series {series}, {number}",
        series=facts.form_series,
        number=said_number(language, facts.form_number),
    )
    duplicate = said_number(language, facts.duplicate_of) if facts.duplicate_of else ""
    return [
        (language.say_of("paper", "Form"), form.replace(" ", NBSP)),
        (language.say_of("paper", "Registration No."), facts.number),
        (language.say_of("paper", "Duplicate of"), duplicate),
    ]


def _identity_label(facts: FormSheetFacts, language: Language) -> str:
    # A personal code has a hyphen after its sixth figure; a date has none.
    return language.say_of("paper", "Personal code" if "-" in facts.identity else "Date of birth")


def _titled(facts: FormSheetFacts, language: Language) -> str:
    exam = facts.kind in (CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART)
    return language.say_of("paper", "Qualification") if exam else language.say_of("paper", "Programme")


def _parted(facts: FormSheetFacts, language: Language) -> str:
    if facts.kind is CertificateKind.QUALIFICATION_PART:
        return language.say_of("paper", "Part of the qualification")
    return language.say_of("paper", "Module")


def _mark(facts: FormSheetFacts, language: Language) -> str:
    return said_mark(facts.mark, language) if facts.mark else shown(facts.mark_text, language)


def _entered_facts(facts: FormSheetFacts, language: Language) -> list[tuple[str, str]]:
    return [
        (language.say_of("paper", "Name, surname"), facts.holder),
        (_identity_label(facts, language), facts.identity),
        (_titled(facts, language), text_of(facts.qualification, language)),
        (_parted(facts, language), shown(facts.part, language)),
        (language.say_of("paper", "Code"), facts.code),
        (language.say_of("paper", "Level"), shown(facts.level, language)),
        (language.say_of("paper", "Basis"), text_of(facts.basis, language)),
        (language.say_of("paper", "Hours"), shown(facts.hours, language)),
        (language.say_of("paper", "Date of the exam"), language.long_date(facts.exam_date) if facts.exam else ""),
        (language.say_of("paper", "Mark"), _mark(facts, language)),
        (
            language.say_of("paper", "Exam protocol") if facts.exam else language.say_of("paper", "Decision"),
            said_reference(language, facts.protocol_number, facts.protocol_date),
        ),
        (language.say_of("paper", "Accreditation"), shown(facts.accreditation, language)),
        (language.say_of("paper", "Date of issue"), language.long_date(facts.issued_on)),
    ]
