"""The words of the matrix: cells, headings, tooltips and the line of counters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from commission_app.i18n import Language, marked
from commission_app.rules import scales
from commission_app.rules.sufficiency import Coverage
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.matrix import LinkCell, MatrixItem, MatrixRow, MatrixUnit, ScoreCell
from commission_app.services.seat_verdicts import AssessorLine
from commission_app.ui.cases.tabs.matrix_entry import RESULTS
from commission_app.ui.cases.tabs.matrix_sheet import Line, OutcomeLine, Part, SheetColumn, Show, UnitLine
from commission_app.ui.two_languages import half
from commission_app.wording.evidence import quality_column
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

if TYPE_CHECKING:
    from commission_app.ui.cases.tabs.matrix_model import MatrixModel

_SHOWS = {
    Show.ALL: marked("All {n}"),
    Show.GAPS: marked("Without sufficient evidence {n}"),
    Show.NO_EVIDENCE: marked("No evidence {n}"),
    Show.NOT_SUFFICIENT: marked("Evidence does not suffice {n}"),
    Show.STALE: marked("Evidence out of date {n}"),
    Show.UNSCORED: marked("Not scored {n}"),
    Show.DIVERGING: marked("Assessors differ {n}"),
    Show.NOT_AGREED: marked("Not agreed {n}"),
}
TONES = {
    OutcomeResult.MET: "good",
    OutcomeResult.PARTLY: "warn",
    OutcomeResult.NOT_MET: "bad",
    OutcomeResult.TO_TEST: "info",
}
ICONS = {
    OutcomeResult.MET: "check",
    OutcomeResult.PARTLY: "half",
    OutcomeResult.NOT_MET: "close",
    OutcomeResult.TO_TEST: "scale",
}
KEYS = RESULTS
"""The results in the order of the keys 1 to 4."""


def outcomes_name(language: Language, procedure: Procedure) -> str:
    """What learning outcomes are called in a procedure: a college says otherwise than a qualification exam."""
    if procedure is Procedure.VOCATIONAL:
        return language.say_of("qualification", "Outcomes")
    return language.say_of("studies", "Outcomes")


def unit_name(language: Language, unit: MatrixUnit) -> str:
    """The code and title of a unit."""
    return f"{unit.code} {half(language, unit.title_lv, unit.title_en)}".strip()


def outcome_name(language: Language, row: MatrixRow) -> str:
    """The code and text of an outcome."""
    return f"{row.code} {half(language, row.text_lv, row.text_en)}".strip()


def item_name(language: Language, item: MatrixItem) -> str:
    """A piece of evidence: P3 · employer's reference · its title."""
    return f"P{item.position} · {word(language, item.kind)} · {item.title}"


def seat_name(language: Language, seat: AssessorLine) -> str:
    """An assessor with the seat, the side, and whether the work is finished."""
    parts = [language.say("Assessor {seat}", seat=seat.seat), seat.name, word(language, seat.side)]
    parts.append(language.say("has finished") if seat.finished else progress(language, seat))
    return " · ".join(parts)


def progress(language: Language, seat: AssessorLine) -> str:
    """How many outcomes an assessor has scored."""
    return language.say("{done} of {all}", done=seat.scored, all=seat.outcomes)


def column_name(model: "MatrixModel", column: SheetColumn, *, tip: bool) -> str:
    """The heading of a column, short or (as its tooltip) in full."""
    language = model.language
    if column.item is not None:
        many = model.many(column)
        supports = language.count("held against {n} outcome", "held against {n} outcomes", many)
        lines = [item_name(language, column.item), supports, *item_lines(model, column.item)]
        return "\n".join(lines) if tip else f"P{column.item.position}"
    if column.seat is not None:
        done = " ✓" if column.seat.finished else ""
        short = f"{column.seat.seat}. {column.seat.name}{done}"
        if not tip:
            return short
        veil = [language.say("Scored blind: told once all have finished.")] if column.seat.hidden else []
        return "\n".join([seat_name(language, column.seat), *veil])
    return language.say("The agreed result") if tip else language.say("Agreed")


def item_lines(model: "MatrixModel", item: MatrixItem) -> list[str]:
    """What limits an item: its age beside the limit, and that attendance alone proves nothing."""
    told = [age(model.language, item, model.card.currency_years if model.card is not None else None)]
    if item.attendance_only:
        told.append(model.language.say("Attendance only: it proves no outcome by itself."))
    return [one for one in told if one]


def age(language: Language, item: MatrixItem, limit: int | None) -> str:
    """How old an item is, and what the limit is: 6 gadi, robeža 5."""
    if item.age is None:
        return ""
    years = language.count("{n} year old", "{n} years old", item.age)
    return years if limit is None else language.say("{years}, the limit is {limit}", years=years, limit=limit)


def line_name(language: Language, line: Line, *, tip: bool) -> str:
    """A line at the left edge, or its tooltip."""
    if isinstance(line, UnitLine):
        name = unit_name(language, line.unit)
        if not tip:
            return name
        carried = sum(row.supported for row in line.unit.rows)
        told = language.say("Carried by evidence: {done} of {all}", done=carried, all=len(line.unit.rows))
        return "\n".join([name, told, *(sentence(language, one) for one in line.unit.rule)])
    return row_tip(language, line.row) if tip else outcome_name(language, line.row)


def cell_tip(model: "MatrixModel", index: QModelIndex | QPersistentModelIndex) -> str:
    """What the tooltip of a cell says: first what went wrong there."""
    cell = model.cell(index)
    if cell is None:
        line, column = model.lines[index.row()], model.columns[index.column()]
        return verdict_tip(model.language, line, column) if isinstance(line, UnitLine) else ""
    if cell.part is Part.ITEM:
        link, item = model.link(cell), model.column(cell).item
        told = link_tip(model, link, item) if link is not None and item is not None else ""
    else:
        told = score_tip(model.language, model.score(cell), model.outcome(cell))
    return "\n".join(part for part in (model.trouble(cell), told) if part)


def verdict_tip(language: Language, line: UnitLine, column: SheetColumn) -> str:
    """Which verdict on a unit follows from a column of scores, and what is missing for a better one."""
    if column.part is Part.ITEM:
        return ""
    seat = column.seat.seat if column.seat is not None else 0
    found = next((one for one in line.unit.verdicts if one.seat == seat), None)
    if found is None:
        return ""
    told = language.say("Would be: {verdict}", verdict=word(language, found.verdict))
    return "\n".join([told, *(sentence(language, one) for one in found.missing)])


def judgements(language: Language, link: LinkCell) -> str:
    """The four judgements in short: Atb. jā · Aut. jā · Akt. daļēji · Piet. –."""
    return " · ".join(
        f"{quality_column(language, quality)} {word(language, judgement)}" for quality, judgement in four(link)
    )


def four(link: LinkCell) -> tuple[tuple[Quality, Judgement], ...]:
    """The four qualities of a link with their judgements."""
    return (
        (Quality.VALID, link.valid),
        (Quality.AUTHENTIC, link.authentic),
        (Quality.CURRENT, link.current),
        (Quality.SUFFICIENT, link.sufficient),
    )


def link_tip(model: "MatrixModel", link: LinkCell, item: MatrixItem) -> str:
    """What the tooltip of a link says."""
    language = model.language
    weight = language.say("weight {weight}", weight=link.weight)
    parts = [item_name(language, item), link.citation, f"{judgements(language, link)} · {weight}", link.note]
    parts += item_lines(model, item)
    if link.stale:
        parts.append(language.say("Out of date for this outcome."))
    return "\n".join(part for part in parts if part)


def value_text(language: Language, value: int) -> str:
    """A value of a scale as people read it."""
    return language.number(scales.as_points(value))


def score_text(language: Language, cell: ScoreCell) -> str:
    """A score in a word, or in the number of its scale; nothing where there is none."""
    if cell.value is not None:
        return value_text(language, cell.value)
    return word(language, cell.result) if cell.result is not None else ""


def score_tip(language: Language, cell: ScoreCell, line: OutcomeLine) -> str:
    """A score with its reason; a number with the result it comes to."""
    if cell.hidden:
        return language.say("Scored blind: told once all have finished.")
    parts = [score_text(language, cell)]
    if cell.value is not None:
        parts = [sentence(language, scales.judged(line.unit.scale, cell.value, line.row.maximum).why)]
    if cell.how is not None:
        parts.append(word(language, cell.how))
    return "\n".join(part for part in (*parts, cell.reason) if part)


def row_tip(language: Language, row: MatrixRow) -> str:
    """An outcome in full, how it is read for this applicant, and whether evidence carries it."""
    read = criterion_text(language, row)
    return "\n".join(part for part in (outcome_name(language, row), read, sentence(language, row.support)) if part)


def criterion_text(language: Language, row: MatrixRow) -> str:
    """How an outcome is read for this applicant, where that was settled otherwise, and why."""
    if row.criterion is None:
        return ""
    return language.say(
        "Individual criterion: {text} ({reason} {settled_by})",
        text=row.criterion.text,
        reason=row.criterion.reason,
        settled_by=row.criterion.settled_by,
    )


def show_name(language: Language, show: Show, many: int) -> str:
    """The word of a filter with how many outcomes it shows."""
    return language.say(_SHOWS[show], n=language.number(many))


def counters(language: Language, coverage: Coverage) -> str:
    """The line below the matrix: carried by evidence, without, out of date."""
    if not coverage.total:
        return ""
    parts = [
        language.say(
            "Carried by evidence: {supported} of {total} ({percent} %)",
            supported=coverage.supported,
            total=coverage.total,
            percent=coverage.percent,
        ),
        language.count(
            "{n} outcome without sufficient evidence",
            "{n} outcomes without sufficient evidence",
            len(coverage.without),
        ),
    ]
    if coverage.stale:
        parts.append(
            language.count(
                "{n} piece of evidence is out of date", "{n} pieces of evidence are out of date", len(coverage.stale)
            )
        )
    return " · ".join(parts)
