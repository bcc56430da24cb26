"""The microcredential: one paper in Latvian and English with every element of the Recommendation, and its annex."""

from collections.abc import Iterable
from dataclasses import dataclass

from commission_app.documents import fonts
from commission_app.documents.certificate_annex import BOTH, credits_twice, draw_units, one_line, twice
from commission_app.documents.code_box import draw_code
from commission_app.documents.house_style import Letterhead, Signatures, Signer
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.letterhead import draw_dating, draw_end, draw_pictures, said_number
from commission_app.documents.sheet import MM, SMALL, SUBTITLE, Align, Margins, Sheet
from commission_app.documents.statement import CAPTION, HOLDER, INSTITUTION, PROGRAMME, TITLE, draw_frame
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import ENGLISH, LATVIAN, Language, capital, marked
from commission_app.rules.certificate_record import CertificateRecord, RecordElements
from commission_app.rules.microcredential import require
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Cycle,
    Element,
    Participation,
    QualityKind,
    Stackability,
    Supervision,
)
from commission_app.wording.countries import country
from commission_app.wording.words import word

_MARGINS = Margins(left=20 * MM, right=20 * MM, top=21 * MM, bottom=27 * MM)
_LOGO_HEIGHT = 15 * MM


@dataclass(frozen=True)
class MicrocredentialFacts:
    """The record of a microcredential; the paper is in both languages whatever language it is asked for in."""

    letterhead: Letterhead
    record: CertificateRecord
    code: bytes | None = None

    @property
    def kind(self) -> CertificateKind:
        """What the paper is."""
        return CertificateKind.MICROCREDENTIAL


def render(facts: MicrocredentialFacts, _language: Language = LATVIAN) -> bytes:
    """The microcredential as a PDF; refused while a mandatory element is missing, by its name."""
    record = facts.record
    require(record)
    fonts.check_glyphs(fonts.texts_of(record, LATVIAN))
    number = said_number(LATVIAN, record.number)
    foot = f"{LATVIAN.say_of('paper', 'Microcredential {number}', number=number)}"
    sheet = Sheet(LATVIAN, foot, record.issuer.name.lv, foot, margins=_MARGINS)
    flow = Flow(sheet)
    flow.on_new_page = lambda: draw_frame(sheet)
    with sheet.structure.aside():
        draw_frame(sheet)
    _draw_top(flow, facts)
    _draw_holder(flow, record)
    _draw_elements(flow, record)
    flow.together(lambda at: _draw_end(at, facts))
    flow.gap(14)
    if flow.height_of(lambda at: _draw_annex(at, record)) > flow.y - flow.bottom:
        flow.turn()
    _draw_annex(flow, record)
    return sheet.close()


def _draw_annex(flow: Flow, record: CertificateRecord) -> None:
    flow.line(twice(marked("ANNEX")), SUBTITLE, Align.CENTRE)
    flow.gap(4)
    draw_units(flow, record)


def _draw_top(flow: Flow, facts: MicrocredentialFacts) -> None:
    head, issuer = facts.letterhead, facts.record.issuer
    draw_pictures(flow, head, _LOGO_HEIGHT)
    for line in wrapped(issuer.name.lv, INSTITUTION, flow.width):
        flow.line(line, INSTITUTION, Align.CENTRE)
    flow.lines(wrapped(issuer.name.en, SUBTITLE, flow.width), SUBTITLE, align=Align.CENTRE)
    flow.y -= 12 + TITLE.leading
    middle = (flow.left + flow.right) / 2
    with flow.sheet.structure.block("H1"):
        flow.sheet.write_spaced(middle, flow.y + 8, LATVIAN.say_of("paper", "MICROCREDENTIAL"), TITLE, 2)
        flow.line(ENGLISH.say_of("paper", "MICROCREDENTIAL"), SUBTITLE, Align.CENTRE)
    flow.y -= 10


def _draw_holder(flow: Flow, record: CertificateRecord) -> None:
    holder = record.holder
    flow.line(twice(marked("Name, surname")), CAPTION, Align.CENTRE)
    flow.y -= 2
    name = f"{holder.given} {holder.family}".strip()
    flow.lines(wrapped(name, HOLDER, flow.width), HOLDER, align=Align.CENTRE)
    known = f"({holder.original})" if holder.original else ""
    born = f"{twice(marked('date of birth'))} {LATVIAN.date(holder.born)}" if holder.born else holder.code
    below = ", ".join(part for part in (known, born) if part)
    flow.lines(wrapped(below, CAPTION, flow.width), CAPTION, align=Align.CENTRE)
    flow.y -= 8
    flow.lines(wrapped(record.title.lv, PROGRAMME, flow.width), PROGRAMME, align=Align.CENTRE)
    flow.lines(wrapped(record.title.en, SUBTITLE, flow.width), SUBTITLE, align=Align.CENTRE)
    flow.y -= 8


def _draw_elements(flow: Flow, record: CertificateRecord) -> None:
    headings = [
        Heading(twice(marked("Element")), 34),
        Heading(LATVIAN.say_of("paper", "in Latvian"), 33),
        Heading(ENGLISH.say_of("paper", "in English"), 33),
    ]
    rows = [TableRow((_label(element), said.lv, said.en)) for element, said in elements_said(record) if said]
    Table(flow, headings, rows).draw()


def elements_said(record: CertificateRecord) -> Iterable[tuple[Element, Said]]:
    """Every element in the order of the Recommendation, as the paper words it; what is not said is empty."""
    held = record.elements or RecordElements()
    issuer = record.issuer
    yield (
        Element.COUNTRY,
        Said(*(", ".join(country(language, code) for code in held.countries) for language in BOTH)),
    )
    reg_no = f", {issuer.reg_no}" if issuer.reg_no else ""
    yield Element.AWARDING_BODY, Said(issuer.name.lv + reg_no, issuer.name.en + reg_no)
    yield Element.DATE, Said(*(language.long_date(record.issued_on) for language in BOTH))
    yield Element.OUTCOMES, Said(*(_outcomes(record, language) for language in BOTH))
    yield Element.WORKLOAD, _workload(record, held)
    yield Element.LEVEL, Said(*(_level(record, held, language) for language in BOTH))
    assessed = Said(*(", ".join(word(each, AssessmentKind(one)) for one in held.assessment) for each in BOTH))
    yield Element.ASSESSMENT, _noted(_with_basis(record, assessed), held.assessment_note)
    yield Element.PARTICIPATION, _worded(Participation, held.participation)
    yield Element.QUALITY, _noted(_worded(QualityKind, held.quality), held.quality_note)
    yield Element.PREREQUISITES, held.prerequisites
    yield Element.SUPERVISION, _worded(Supervision, held.supervision)
    yield Element.GRADE, record.mark
    yield Element.STACKABILITY, _noted(_worded(Stackability, held.stackability), held.stackability_note)
    yield Element.MORE, held.more


def _label(element: Element) -> str:
    lv, en = (word(language, element) for language in BOTH)
    return f"{capital(lv)}\n{capital(en)}"


def _outcomes(record: CertificateRecord, language: Language) -> str:
    many = sum(len(unit.outcomes) for unit in record.units)
    return language.count("{n} learning outcome, see the annex", "{n} learning outcomes, see the annex", many)


def _workload(record: CertificateRecord, held: RecordElements) -> Said:
    size, unit = (held.workload, held.workload_unit) if held.workload else (record.credits, record.credit_unit)
    if not size or unit is None:
        return Said()
    halves = credits_twice(size, unit).split("\u00a0/ ")
    return Said(halves[0], halves[-1])


def _level(record: CertificateRecord, held: RecordElements, language: Language) -> str:
    if record.level is None or not held.level_applies:
        return language.say_of("paper", "not applicable")
    level = language.say_of("paper", "LKI / EQF level {lki}", lki=record.level)
    return f"{level}, {word(language, Cycle(held.cycle))}" if held.cycle else level


def _with_basis(record: CertificateRecord, said: Said) -> Said:
    basis = record.basis
    text = marked("exam protocol {number} of {day}") if basis.exam else marked("decision {number} of {day}")
    lv, en = (
        language.say_of("paper", text, number=said_number(language, basis.number), day=language.date(basis.day))
        for language in BOTH
    )
    return Said(f"{said.lv} ({lv})", f"{said.en} ({en})")


def _worded(words: type[Participation] | type[QualityKind] | type[Supervision] | type[Stackability], code: str) -> Said:
    return Said(*(word(language, words(code)) for language in BOTH)) if code else Said()


def _noted(said: Said, note: Said) -> Said:
    if not note:
        return said
    return Said(*("; ".join(part for part in pair if part) for pair in ((said.lv, note.lv), (said.en, note.en))))


def _draw_end(flow: Flow, facts: MicrocredentialFacts) -> None:
    record = facts.record
    if record.duplicate_of:
        flow.paragraph(f"{twice('Duplicate of')} {said_number(LATVIAN, record.duplicate_of)}", SMALL, after=6)
    draw_dating(flow, facts.letterhead, record.duplicate_on or record.issued_on, record.number)
    head = Signer(one_line(record.issuer.head_post), record.issuer.head)
    draw_end(flow, Signatures((head,)), head=facts.letterhead)
    if facts.code:
        draw_code(flow, facts.code, *BOTH)
