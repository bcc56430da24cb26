"""The statement of recognition: a framed paper of the institution's own, with the units and credits recognised."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents import fonts
from commission_app.documents.code_box import draw_code
from commission_app.documents.fonts import SANS, SERIF, SERIF_STRONG
from commission_app.documents.house_style import Letterhead, Signatures, Text, said_credits, text_of
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_pictures,
    said_number,
    shown,
)
from commission_app.documents.sheet import BODY, GREY, MM, SMALL, SUBTITLE, Align, Margins, Sheet, Style
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import GENITIVE, NBSP, Language
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.certificate import CertificateKind

INSTITUTION = Style(SERIF_STRONG, 14, 18)
TITLE = Style(SERIF_STRONG, 24, 30)
HOLDER = Style(SERIF_STRONG, 20, 26)
CAPTION = Style(SANS, 9, 12, GREY)
PROGRAMME = Style(SERIF, 13, 17)
FRAMED = Margins(left=26 * MM, right=26 * MM, top=26 * MM, bottom=30 * MM)
_LOGO_HEIGHT = 18 * MM


@dataclass(frozen=True)
class CertifiedUnit:
    """One recognised unit, with its credits and the mark when one was given."""

    code: str
    title: Text
    credits: Credits
    mark: Text = ""


@dataclass(frozen=True)
class StatementFacts:
    """The statement that learning outcomes were recognised (a paper of the institution's own)."""

    letterhead: Letterhead
    number: str
    issued_on: date
    holder: str
    programme: Text
    programme_code: str
    level: Text
    decision_number: str
    decision_date: date
    commission: Text
    legal_basis: Text
    units: tuple[CertifiedUnit, ...]
    total: Credits
    signatures: Signatures
    holder_born: date | None = None
    duplicate_of: str | None = None
    about: Text | None = None  # "on the recognition of study results", where the procedure calls them so
    code: bytes | None = None
    kind: CertificateKind = CertificateKind.RECOGNITION_STATEMENT  # or NON_FORMAL


def render(facts: StatementFacts, language: Language) -> bytes:
    """The statement as a PDF."""
    fonts.check_glyphs(fonts.texts_of(facts, language))
    number = said_number(language, facts.number)
    if facts.kind is CertificateKind.NON_FORMAL:
        title = language.say_of("paper", "Certificate {number}", number=number)
    else:
        title = language.say_of("paper", "Statement {number}", number=number)
    sheet = Sheet(language, title, facts.letterhead.institution.of(language), title, margins=FRAMED)
    flow = Flow(sheet)
    flow.on_new_page = lambda: draw_frame(sheet)
    draw_frame(sheet)
    _draw_top(flow, facts, language)
    _draw_holder(flow, facts, language)
    _draw_units(flow, facts, language)
    if sheet.page == 1:
        # A short statement is balanced on its page: the signatures stand halfway down what is left.
        free = flow.y - flow.bottom - flow.height_of(lambda at: _draw_end(at, facts, language))
        flow.gap(max(0.0, free * 0.55))
    flow.together(lambda at: _draw_end(at, facts, language))
    return sheet.close()


def draw_frame(sheet: Sheet) -> None:
    """The double line around a page."""
    for inset, weight in ((11 * MM, 1.2), (12.6 * MM, 0.4)):
        sheet.frame(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset, weight)


def _draw_top(flow: Flow, facts: StatementFacts, language: Language) -> None:
    head, middle = facts.letterhead, (flow.left + flow.right) / 2
    draw_pictures(flow, head, _LOGO_HEIGHT)
    for line in wrapped(head.institution.of(language), INSTITUTION, flow.width):
        flow.line(line, INSTITUTION, Align.CENTRE)
    reg_no = language.say_of("paper", "Reg. No. {number}", number=head.reg_no) if head.reg_no else ""
    details = " · ".join(part for part in (reg_no, head.address) if part)
    flow.lines(wrapped(details, SMALL, flow.width), SMALL, align=Align.CENTRE)
    flow.y -= 24 + TITLE.leading
    kind, about = _called(facts, language)
    flow.sheet.write_spaced(middle, flow.y + 8, kind, TITLE, 3)
    flow.lines(wrapped(about, SUBTITLE, flow.width), SUBTITLE, align=Align.CENTRE)
    flow.y -= 22


def _called(facts: StatementFacts, language: Language) -> tuple[str, str]:
    """What the paper is called, and what it is about."""
    if facts.kind is CertificateKind.NON_FORMAL:
        return language.say_of("paper", "CERTIFICATE"), language.say_of("paper", "of non-formal education")
    about = shown(facts.about, language) or language.say_of("paper", "on the recognition of learning outcomes")
    return language.say_of("paper", "STATEMENT"), about


def _draw_holder(flow: Flow, facts: StatementFacts, language: Language) -> None:
    flow.line(language.say_of("paper", "Name, surname"), CAPTION, Align.CENTRE)
    flow.y -= 2
    flow.lines(wrapped(facts.holder, HOLDER, flow.width), HOLDER, align=Align.CENTRE)
    if facts.holder_born:
        born = language.say_of("paper", "date of birth {date}", date=language.date(facts.holder_born))
        flow.line(born, CAPTION, Align.CENTRE)
    flow.y -= 16
    flow.line(language.say_of("paper", "Programme or qualification"), CAPTION, Align.CENTRE)
    flow.y -= 1
    programme = text_of(facts.programme, language)
    flow.lines(wrapped(programme, PROGRAMME, flow.width), PROGRAMME, align=Align.CENTRE)
    below = ", ".join(part for part in (facts.programme_code, shown(facts.level, language)) if part)
    flow.lines(wrapped(below, CAPTION, flow.width), CAPTION, align=Align.CENTRE)
    flow.y -= 18
    by_decision = language.say_of(
        "paper",
        "{commission} has recognised by decision {number} of {date}:",
        commission=text_of(facts.commission, language),
        number=said_number(language, facts.decision_number),
        date=language.long_date(facts.decision_date, GENITIVE).replace(" ", NBSP),
    )
    flow.paragraph(by_decision, BODY, after=6)


def _draw_units(flow: Flow, facts: StatementFacts, language: Language) -> None:
    marked = any(unit.mark for unit in facts.units)
    headings = [
        Heading(language.say_of("paper", "Code"), 18),
        Heading(language.say_of("paper", "Unit"), 66),
        *([Heading(language.say_of("paper", "Mark"), 26)] if marked else []),
        Heading(language.say_of("paper", "Awarded"), 40, Align.RIGHT),
    ]
    rows = []
    for unit in facts.units:
        mark = (shown(unit.mark, language) or "—",) if marked else ()
        amount = said_credits(unit.credits, language)
        rows.append(TableRow((unit.code, text_of(unit.title, language), *mark, amount)))
    blank = ("",) if marked else ()
    total = said_credits(facts.total, language)
    rows.append(TableRow(("", language.say_of("paper", "Total"), *blank, total), strong=True))
    Table(flow, headings, rows).draw()


def _draw_end(flow: Flow, facts: StatementFacts, language: Language) -> None:
    basis = shown(facts.legal_basis, language)
    if basis:
        text = language.say_of("paper", "Legal basis: {text}", text=basis)
        flow.paragraph(text, CAPTION, after=8)
    if facts.duplicate_of:
        original = said_number(language, facts.duplicate_of)
        flow.paragraph(language.say_of("paper", "Duplicate of {number}", number=original), after=8)
    draw_dating(flow, facts.letterhead, facts.issued_on, facts.number)
    draw_end(flow, facts.signatures, head=facts.letterhead)
    if facts.code:
        draw_code(flow, facts.code, language)
