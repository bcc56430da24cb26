"""The words of the matrix: cells, headings, tooltips and the line of counters."""

from commission_app.i18n import Language, marked
from commission_app.rules.sufficiency import Coverage
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.matrix import AssessorLine, LinkCell, MatrixItem, MatrixRow, MatrixUnit, ScoreCell
from commission_app.ui.cases.tabs.matrix_sheet import Show
from commission_app.ui.two_languages import half
from commission_app.wording.evidence import quality_column
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_LETTERS = {
    Judgement.YES: marked("Y"),
    Judgement.PARTLY: marked("P"),
    Judgement.NO: marked("N"),
    Judgement.NOT_JUDGED: marked("?"),
}
_SHOWS = {
    Show.ALL: marked("All {n}"),
    Show.GAPS: marked("Without sufficient evidence {n}"),
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
KEYS = tuple(TONES)
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
    if seat.finished:
        parts.append(language.say("has finished"))
    return " · ".join(parts)


def letter(language: Language, judgement: Judgement) -> str:
    """The letter beside the mark of a link."""
    return language.say_of("mark of a link", _LETTERS[judgement])


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


def link_tip(language: Language, link: LinkCell, item: MatrixItem) -> str:
    """What the tooltip of a link says."""
    parts = [item_name(language, item), link.citation, judgements(language, link), link.note]
    if link.stale:
        parts.append(language.say("Out of date for this outcome."))
    return "\n".join(part for part in parts if part)


def score_text(language: Language, cell: ScoreCell) -> str:
    """A score in a word; nothing where there is none."""
    return word(language, cell.result) if cell.result is not None else ""


def score_tip(language: Language, cell: ScoreCell) -> str:
    """A score with its reason."""
    return "\n".join(part for part in (score_text(language, cell), cell.reason) if part)


def row_tip(language: Language, row: MatrixRow) -> str:
    """An outcome in full, and whether evidence carries it."""
    return f"{outcome_name(language, row)}\n{sentence(language, row.support)}"


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
