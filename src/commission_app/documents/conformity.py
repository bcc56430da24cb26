"""Conformity to the microcredential on paper: kinds of programmes, a programme, one certificate, the ten principles."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Signer, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import SMALL
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.conformity import ConformitySheet, Measured, Meter, PrinciplesSheet, points, total
from commission_app.rules.vocabulary.microcredential import Conformity, Criterion, Principle, ProgrammeKind
from commission_app.wording.conformity import explained, noted, total_text
from commission_app.wording.words import word


@dataclass(frozen=True)
class MeterFacts:
    """The meter of a programme or of one certificate."""

    letterhead: Letterhead
    made_on: date
    about: Text
    subject: str
    meter: Meter
    signer: Signer


@dataclass(frozen=True)
class MatrixFacts:
    """The kinds of programmes against the criteria, and which sheets are the institution's own."""

    letterhead: Letterhead
    made_on: date
    sheets: tuple[ConformitySheet, ...]
    own: tuple[ProgrammeKind, ...]
    signer: Signer


@dataclass(frozen=True)
class PrinciplesFacts:
    """The check list of the ten principles of a programme."""

    letterhead: Letterhead
    made_on: date
    about: Text
    subject: str
    sheet: PrinciplesSheet
    signer: Signer


def render_meter(facts: MeterFacts, language: Language) -> bytes:
    """The meter as a PDF."""
    title = language.say_of("paper", "Conformity to the microcredential")
    return paper(facts, language, lambda flow: _write_meter(flow, facts, language), title=title, foot=title)


def render_matrix(facts: MatrixFacts, language: Language) -> bytes:
    """The matrix as a PDF, on its side."""
    title = language.say_of("paper", "Conformity of the kinds of programmes")

    def write(flow: Flow) -> None:
        _write_matrix(flow, facts, language)

    return paper(facts, language, write, title=title, foot=title, landscape=True)


def render_principles(facts: PrinciplesFacts, language: Language) -> bytes:
    """The check list as a PDF."""
    title = language.say_of("paper", "Ten principles of the microcredential")
    return paper(facts, language, lambda flow: _write_principles(flow, facts, language), title=title, foot=title)


def _write_meter(flow: Flow, facts: MeterFacts, language: Language) -> None:
    about = text_of(facts.about, language)
    draw_title(flow, language.say_of("paper", "CONFORMITY TO THE MICROCREDENTIAL"), about)
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    flow.facts([(facts.subject, about), (language.say_of("paper", "Total"), total_text(language, facts.meter))])
    headings = [
        Heading(language.say_of("paper", "Criterion"), 34),
        Heading(language.say_of("paper", "Conformity"), 30),
        Heading(language.say_of("paper", "Ground"), 46),
    ]
    Table(flow, headings, [_measured(row, language) for row in facts.meter.rows]).draw()
    flow.paragraph(language.say_of("paper", "Basis: Council Recommendation of 16 June 2022 (2022/C 243/02)."), SMALL)
    draw_end(flow, Signatures((facts.signer,)))


def _measured(row: Measured, language: Language) -> TableRow:
    step = word(language, row.step) if row.step else language.say_of("paper", "not judged")
    return TableRow((word(language, row.criterion), step, explained(language, row) or "—"))


def _write_matrix(flow: Flow, facts: MatrixFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "CONFORMITY OF THE KINDS OF PROGRAMMES"))
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    headings = [
        Heading(language.say_of("paper", "Criterion"), 40),
        *(Heading(word(language, sheet.kind), 40) for sheet in facts.sheets if sheet.kind),
    ]
    rows = [_of_criterion(facts, criterion, language) for criterion in Criterion]
    totals = [total(cell.step for cell in sheet.cells) for sheet in facts.sheets]
    said = (word(language, step) if step else "—" for step in totals)
    rows.append(TableRow((language.say_of("paper", "Total"), *said), strong=True))
    Table(flow, headings, rows).draw()
    draw_end(flow, Signatures((facts.signer,)), lambda at: _explain(at, facts, language))


def _explain(flow: Flow, facts: MatrixFacts, language: Language) -> None:
    """The steps behind the figures, and where the values come from."""
    steps = (f"{points(step)} – {word(language, step)}" for step in Conformity)
    flow.paragraph("; ".join(steps), SMALL)
    shipped = [sheet.kind for sheet in facts.sheets if sheet.kind and sheet.kind not in facts.own]
    if shipped:
        names = "; ".join(word(language, kind) for kind in shipped)
        origin = language.say_of(
            "paper",
            "Values of a study of 2022, not yet reviewed by the institution: {kinds}. The steps are read off the words "
            "of the study; a cell that cannot be read for certain is left open.",
            kinds=names,
        )
        flow.paragraph(origin, SMALL)


def _of_criterion(facts: MatrixFacts, criterion: Criterion, language: Language) -> TableRow:
    cells = []
    for sheet in facts.sheets:
        cell = sheet.of(criterion)
        said = str(points(cell.step)) if cell.step else "?"
        cells.append(f"{said} – {noted(language, cell.note) or '—'}")
    return TableRow((word(language, criterion), *cells))


def _write_principles(flow: Flow, facts: PrinciplesFacts, language: Language) -> None:
    about = text_of(facts.about, language)
    draw_title(flow, language.say_of("paper", "TEN PRINCIPLES OF THE MICROCREDENTIAL"), about)
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    flow.facts([(facts.subject, about)])
    headings = [
        Heading(language.say_of("paper", "No."), 8),
        Heading(language.say_of("paper", "Principle"), 30),
        Heading(language.say_of("paper", "Is it kept"), 22),
        Heading(language.say_of("paper", "How"), 50),
    ]
    rows = []
    for number, principle in enumerate(Principle, 1):
        kept = facts.sheet.of(principle)
        said = word(language, kept.answer) if kept.answer else language.say_of("paper", "not answered")
        rows.append(TableRow((f"{number}.", word(language, principle), said, noted(language, kept.note) or "—")))
    Table(flow, headings, rows).draw()
    basis = language.say_of("paper", "Basis: Council Recommendation of 16 June 2022 (2022/C 243/02), Annex II.")
    flow.paragraph(basis, SMALL)
    draw_end(flow, Signatures((facts.signer,)))
