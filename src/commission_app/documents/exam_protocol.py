"""The protocol of a qualification exam: the commission, the parts, and each examinee's points and mark."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_title,
    paper,
    said_number,
    shown,
)
from commission_app.documents.sheet import MM, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import NBSP, Language
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.wording.paper_phrases import EXAMINEE, MARKS


@dataclass(frozen=True)
class Examiner:
    """A member of the examination commission: name, post, and whom the member represents."""

    name: str
    post: Text
    represents: Text = ""


@dataclass(frozen=True)
class ExamPart:
    """One part of the exam, theory or practice: when, where, and the points that can be had."""

    title: Text
    starts: datetime | None
    ends: datetime | None
    room: Text
    max_points: Decimal
    least: Decimal | None = None  # below which the part is not passed


@dataclass(frozen=True)
class ExamineeRow:
    """One examinee; points and mark are missing for who did not sit."""

    name: str
    case_number: str
    status: ExamStatus
    theory: Decimal | None = None
    practice: Decimal | None = None
    total: Decimal | None = None
    mark: int | None = None
    awarded: bool | None = None
    remark: Text = ""


@dataclass(frozen=True)
class ExamProtocolFacts:
    """Everything the protocol says; the scale is pairs of a mark and the least points that give it."""

    letterhead: Letterhead
    number: str
    day: date
    qualification: Text
    code: str
    level: Text  # "LKI 4. līmenis, 4. profesionālās kvalifikācijas līmenis"
    standard: Text
    kind: Text
    commission: Text
    chair: Examiner
    members: tuple[Examiner, ...]
    theory: ExamPart
    practice: ExamPart
    rows: tuple[ExamineeRow, ...]
    pass_mark: int
    signatures: Signatures
    observers: tuple[Examiner, ...] = ()
    secretaries: tuple[Examiner, ...] = ()
    scale: tuple[tuple[int, Decimal], ...] = ()
    delegation: Text = ""
    group: str = ""
    order: Text = ""
    incidents: Text = ""
    annexes: tuple[Text, ...] = ()
    draft: bool = False


def render(facts: ExamProtocolFacts, language: Language) -> bytes:
    """The exam protocol as a PDF, A4 landscape."""
    number = said_number(language, facts.number)
    title = language.say_of("paper", "Exam protocol {number}", number=number)
    return paper(
        facts,
        language,
        lambda flow: _write(flow, facts, language),
        title=title,
        foot=title,
        landscape=True,
    )


def said_mark(mark: int, language: Language) -> str:
    """A mark in digits and words: "7 (labi)"."""
    return f"{mark}{NBSP}({language.say_of('paper', MARKS[mark])})"


def _write(flow: Flow, facts: ExamProtocolFacts, language: Language) -> None:
    draw_title(
        flow,
        language.say_of("paper", "EXAM PROTOCOL"),
        text_of(facts.qualification, language),
        facts.draft,
    )
    draw_dating(flow, facts.letterhead, facts.day, facts.number)

    def results(at: Flow) -> None:
        _draw_columns(at, _exam_facts(facts, language), _commission_facts(facts, language))
        if facts.rows:
            _draw_results(at, facts, language)
        else:
            at.paragraph(language.say_of("paper", "Nobody was entered for the exam."))

    def ending(at: Flow) -> None:
        draw_end(at, facts.signatures, lambda end: _draw_after(end, facts, language), facts.letterhead)

    flow.fit(results, ending)
    results(flow)
    ending(flow)


def _draw_after(flow: Flow, facts: ExamProtocolFacts, language: Language) -> None:
    _draw_columns(flow, *_after_facts(facts, language))
    if facts.annexes:
        flow.heading(language.say_of("paper", "Annexes"))
        flow.numbered([text_of(annex, language) for annex in facts.annexes])


def _draw_columns(flow: Flow, first: list[tuple[str, str]], second: list[tuple[str, str]]) -> None:
    left, right, top = flow.left, flow.right, flow.y
    middle = left + (right - left) * 0.44  # the commission says more than the exam
    flow.right = middle - 6 * MM
    flow.facts(first, 34 * MM)
    low, flow.y = flow.y, top
    flow.left, flow.right = middle, right
    flow.facts(second, 30 * MM)
    flow.left, flow.y = left, min(low, flow.y)


def _exam_facts(facts: ExamProtocolFacts, language: Language) -> list[tuple[str, str]]:
    return [
        (
            language.say_of("paper", "Qualification, code, level"),
            ", ".join(part for part in (facts.code, shown(facts.level, language)) if part),
        ),
        (language.say_of("paper", "Profession standard"), shown(facts.standard, language)),
        (language.say_of("paper", "Kind of exam"), shown(facts.kind, language)),
        (language.say_of("paper", "Delegation"), shown(facts.delegation, language)),
        (language.say_of("paper", "Exam group"), facts.group),
        *_parts(facts.theory, facts.practice, language),
    ]


def _parts(theory: ExamPart, practice: ExamPart, language: Language) -> list[tuple[str, str]]:
    """When and where each part is; said once when both are held together."""
    where = [_time_and_place(part, language) for part in (theory, practice)]
    together = where[0] if where[0] == where[1] else ""
    rows = [(language.say_of("paper", "Time and place"), together)]
    for part, apart in zip((theory, practice), where, strict=True):
        most = language.count_decimal("at most {n} point", "at most {n} points", part.max_points)
        least = (
            ""
            if part.least is None
            else language.count_decimal("at least {n} point", "at least {n} points", part.least)
        )
        line = ", ".join(each for each in ("" if together else apart, most, least) if each)
        rows.append((shown(part.title, language), line))
    return rows


def _time_and_place(part: ExamPart, language: Language) -> str:
    hours = " – ".join(language.time(moment) for moment in (part.starts, part.ends) if moment)
    clock = language.say_of("clock", "{hours}", hours=hours) if hours else ""
    return ", ".join(each for each in (clock, shown(part.room, language)) if each)


def _commission_facts(facts: ExamProtocolFacts, language: Language) -> list[tuple[str, str]]:
    commission = text_of(facts.commission, language)
    order = shown(facts.order, language)
    return [
        (language.say_of("paper", "Commission"), f"{commission}, {order}" if order else commission),
        (language.say_of("paper", "Chair of the commission"), _people((facts.chair,), language)),
        (language.say_of("paper", "Members of the commission"), _people(facts.members, language)),
        (language.say_of("paper", "Minutes kept by"), _people(facts.secretaries, language)),
        (language.say_of("paper", "Observers"), _people(facts.observers, language)),
    ]


def _people(people: tuple[Examiner, ...], language: Language) -> str:
    lines = []
    for person in people:
        line = ", ".join(part for part in (person.name, shown(person.post, language)) if part)
        side = shown(person.represents, language)
        lines.append(f"{line} ({side})" if side else line)
    return "\n".join(lines)


def _draw_results(flow: Flow, facts: ExamProtocolFacts, language: Language) -> None:
    whole = facts.theory.max_points + facts.practice.max_points
    theory, practice, total = map(language.number, (facts.theory.max_points, facts.practice.max_points, whole))
    headings = (
        Heading(language.say_of("paper", "No."), 7, Align.RIGHT),
        Heading(language.say_of("paper", "Name, surname"), 52),
        Heading(language.say_of("paper", "Case No."), 25),
        Heading(_under(language.say_of("paper", "Theory, at most\u00a0{most}", most=theory)), 22, Align.RIGHT),
        Heading(_under(language.say_of("paper", "Practice, at most\u00a0{most}", most=practice)), 22, Align.RIGHT),
        Heading(_under(language.say_of("paper", "Total points, at most\u00a0{most}", most=total)), 22, Align.RIGHT),
        Heading(language.say_of("paper", "Mark"), 32),
        Heading(language.say_of("paper", "Qualification awarded"), 24),
        Heading(language.say_of("paper", "Remarks"), 36),
    )
    rows = [_row(number, row, language) for number, row in enumerate(facts.rows, 1)]
    Table(flow, headings, rows).draw()


def _under(heading: str) -> str:
    # The most that can be had stands on a line of its own, in every column alike.
    return heading.replace(", ", ",\n")


def _row(number: int, row: ExamineeRow, language: Language) -> TableRow:
    points = [language.number(each) if each is not None else "—" for each in (row.theory, row.practice, row.total)]
    awarded = ""
    if row.awarded is not None:
        awarded = language.say_of("paper", "yes" if row.awarded else "no")
    status = EXAMINEE[row.status]
    remarks = (language.say_of("paper", status) if status else "", shown(row.remark, language))
    return TableRow(
        (
            f"{number}.",
            row.name,
            row.case_number,
            *points,
            said_mark(row.mark, language) if row.mark is not None else "—",
            awarded or "—",
            "; ".join(remark for remark in remarks if remark),
        )
    )


def _after_facts(facts: ExamProtocolFacts, language: Language) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    sat = [row for row in facts.rows if row.status is ExamStatus.SAT]
    passed = sum(row.awarded is True for row in sat)
    summary = language.say_of(
        "paper",
        "entered – {entered}, sat – {sat}, passed – {passed}, failed – {failed}, "
        "absent – {absent}, expelled – {expelled}",
        entered=len(facts.rows),
        sat=len(sat),
        passed=passed,
        failed=sum(row.awarded is False for row in sat),
        absent=sum(row.status in (ExamStatus.ABSENT, ExamStatus.EXCUSED) for row in facts.rows),
        expelled=sum(row.status is ExamStatus.EXPELLED for row in facts.rows),
    )
    scale = "; ".join(f"{mark} – {language.number(points)}" for mark, points in facts.scale)
    pass_mark = language.say_of("paper", "not lower than {mark}", mark=said_mark(facts.pass_mark, language))
    first = [
        (language.say_of("paper", "Examinees"), summary),
        (language.say_of("paper", "Mark needed"), pass_mark),
    ]
    return first, [
        (language.say_of("paper", "Mark – points from"), scale),
        (language.say_of("paper", "Incidents"), shown(facts.incidents, language)),
    ]
