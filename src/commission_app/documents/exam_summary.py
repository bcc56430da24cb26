"""The summary of an exam's results: how many sat and passed, how the marks are spread, and each result."""

from dataclasses import dataclass
from decimal import Decimal

from commission_app.documents.exam_protocol import ExamineeRow, ExamProtocolFacts, said_mark
from commission_app.documents.house_style import text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number, shown
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.vocabulary.scoring import ExamStatus


@dataclass(frozen=True)
class Figures:
    """The figures of an exam; the mean is of the marks given, none where nobody sat."""

    entered: int
    sat: int
    passed: int
    failed: int
    absent: int
    excused: int
    expelled: int
    mean: Decimal | None
    marks: tuple[tuple[int, int], ...]


def figures(rows: tuple[ExamineeRow, ...]) -> Figures:
    """What the rows of a protocol come to."""
    given = [row.mark for row in rows if row.status is ExamStatus.SAT and row.mark is not None]
    statuses = [row.status for row in rows]
    sat = [row for row in rows if row.status is ExamStatus.SAT]
    return Figures(
        len(rows),
        len(sat),
        sum(row.awarded is True for row in sat),
        sum(row.awarded is False for row in sat),
        statuses.count(ExamStatus.ABSENT),
        statuses.count(ExamStatus.EXCUSED),
        statuses.count(ExamStatus.EXPELLED),
        (Decimal(sum(given)) / len(given)).quantize(Decimal("0.01")) if given else None,
        tuple((mark, given.count(mark)) for mark in range(10, 0, -1) if mark in given),
    )


def render(facts: ExamProtocolFacts, language: Language) -> bytes:
    """The summary as a PDF, from the facts of the protocol."""
    number = said_number(language, facts.number)
    title = language.say_of("paper", "Summary of exam results, protocol {number}", number=number)
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def figure_lines(found: Figures, language: Language) -> list[tuple[str, str]]:
    """The figures with their names, as the paper and the workbook say them."""
    rows = [
        (language.say_of("paper", "Entered for the exam"), str(found.entered)),
        (language.say_of("paper", "Sat the exam"), str(found.sat)),
        (language.say_of("paper", "Passed"), str(found.passed)),
        (language.say_of("paper", "Failed"), str(found.failed)),
        (language.say_of("paper", "Did not come"), str(found.absent)),
        (language.say_of("paper", "Did not come for a good reason"), str(found.excused)),
        (language.say_of("paper", "Expelled"), str(found.expelled)),
        (language.say_of("paper", "Mean mark"), "—" if found.mean is None else language.number(found.mean)),
    ]
    spread = "; ".join(f"{said_mark(mark, language)} – {many}" for mark, many in found.marks)
    return [*rows, (language.say_of("paper", "Marks given"), spread or "—")]


def _write(flow: Flow, facts: ExamProtocolFacts, language: Language) -> None:
    title = language.say_of("paper", "SUMMARY OF EXAM RESULTS")
    draw_title(flow, title, text_of(facts.qualification, language), facts.draft)
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    flow.facts(
        [
            (
                language.say_of("paper", "Qualification, code, level"),
                ", ".join(part for part in (facts.code, shown(facts.level, language)) if part),
            ),
            (language.say_of("paper", "Commission"), text_of(facts.commission, language)),
            (language.say_of("paper", "Exam group"), facts.group),
            *figure_lines(figures(facts.rows), language),
        ]
    )
    headings = (
        Heading(language.say_of("paper", "No."), 8, Align.RIGHT),
        Heading(language.say_of("paper", "Name, surname"), 62),
        Heading(language.say_of("paper", "Case No."), 28),
        Heading(language.say_of("paper", "Total points"), 20, Align.RIGHT),
        Heading(language.say_of("paper", "Mark"), 30),
        Heading(language.say_of("paper", "Qualification awarded"), 26),
    )
    rows = [_row(number, row, language) for number, row in enumerate(facts.rows, 1)]
    if rows:
        Table(flow, headings, rows).draw()
    draw_end(flow, facts.signatures)


def _row(number: int, row: ExamineeRow, language: Language) -> TableRow:
    awarded = "—" if row.awarded is None else language.say_of("paper", "yes" if row.awarded else "no")
    return TableRow(
        (
            f"{number}.",
            row.name,
            row.case_number,
            "—" if row.total is None else language.number(row.total),
            "—" if row.mark is None else said_mark(row.mark, language),
            awarded,
        )
    )
