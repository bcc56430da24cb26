"""The other papers of an exam: the summary, the list of the invited, and the protocol and both as workbooks."""

from datetime import datetime
from io import BytesIO

from commission_app.documents import exam_invitations, exam_summary
from commission_app.documents.exam_invitations import InvitationFacts, Invited, note_of
from commission_app.documents.house_style import Signatures, text_of
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook import write_table
from commission_app.i18n import Language
from commission_app.models.exam import Exam
from commission_app.services.exam_cards import exam_card
from commission_app.services.paper_exam import exam_facts
from commission_app.services.paper_sources import clerk, letterhead, title
from commission_app.store.work import Reading
from commission_app.wording.marks import mark_text
from commission_app.wording.words import word


def summary(reading: Reading, exam_id: int, language: Language) -> bytes:
    """The summary of the results as a PDF."""
    return exam_summary.render(exam_facts(reading, exam_id, language), language)


def invitations(reading: Reading, exam_id: int, language: Language) -> bytes:
    """The list of the invited as a PDF."""
    return exam_invitations.render(_invitations(reading, exam_id, language), language)


def protocol_workbook(reading: Reading, exam_id: int, language: Language) -> bytes:
    """The rows of the protocol as a workbook."""
    facts, say = exam_facts(reading, exam_id, language), language.say
    statuses = {row.case_number: row.status for row in facts.rows}
    columns = [
        Column(say("Case No."), ColumnKind.CODE, 16),
        Column(say("Examinee"), ColumnKind.TEXT, 34),
        Column(say("Presence"), ColumnKind.TEXT, 22),
        Column(say("Theory (of {most})", most=facts.theory.max_points), ColumnKind.NUMBER, 14),
        Column(say("Practice (of {most})", most=facts.practice.max_points), ColumnKind.NUMBER, 14),
        Column(say("Together"), ColumnKind.NUMBER, 12),
        Column(say("Mark"), ColumnKind.NUMBER, 10),
        Column(say("Mark in words"), ColumnKind.TEXT, 20),
        Column(say("Result"), ColumnKind.TEXT, 16),
        Column(say("Remarks"), ColumnKind.TEXT, 44),
    ]
    results = {None: "", True: say("passed"), False: say("not passed")}
    rows: list[tuple[Cell, ...]] = [
        (
            row.case_number,
            row.name,
            word(language, statuses[row.case_number]),
            row.theory,
            row.practice,
            row.total,
            row.mark,
            "" if row.mark is None else mark_text(language, row.mark),
            results[row.awarded],
            text_of(row.remark, language),
        )
        for row in facts.rows
    ]
    return _book(say("Exam protocol {number}", number=facts.number.replace("/", "-")), columns, rows, language)


def summary_workbook(reading: Reading, exam_id: int, language: Language) -> bytes:
    """The figures of the summary as a workbook."""
    facts, say = exam_facts(reading, exam_id, language), language.say
    columns = [Column(say("Figure"), ColumnKind.TEXT, 40), Column(say("Value"), ColumnKind.TEXT, 50)]
    about: list[tuple[Cell, ...]] = [
        (say("Qualification"), f"{facts.code} {text_of(facts.qualification, language)}"),
        (say("Day"), language.date(facts.day)),
    ]
    lines = exam_summary.figure_lines(exam_summary.figures(facts.rows), language)
    return _book(say("Summary of exam results"), columns, [*about, *lines], language)


def invitations_workbook(reading: Reading, exam_id: int, language: Language) -> bytes:
    """The list of the invited as a workbook, to write the invitations from."""
    facts, say = _invitations(reading, exam_id, language), language.say
    columns = [
        Column(say("Examinee"), ColumnKind.TEXT, 34),
        Column(say("Case No."), ColumnKind.CODE, 16),
        Column(say("E-mail"), ColumnKind.TEXT, 34),
        Column(say("Phone"), ColumnKind.CODE, 18),
        Column(say("Day"), ColumnKind.DATE, 14),
        Column(say("Begins"), ColumnKind.TEXT, 10),
        Column(say("Room"), ColumnKind.TEXT, 20),
        Column(say("Remarks"), ColumnKind.TEXT, 34),
    ]
    hour = "" if facts.starts is None else language.time(facts.starts)
    rows: list[tuple[Cell, ...]] = [
        (row.name, row.case_number, row.email, row.phone, facts.day, hour, facts.room, note_of(row, language))
        for row in facts.rows
    ]
    return _book(say("Exam invitation list"), columns, rows, language)


def _invitations(reading: Reading, exam_id: int, language: Language) -> InvitationFacts:
    exam, card = reading.get(Exam, exam_id), exam_card(reading, exam_id)
    people = {row.case_id: row.case.person for row in exam.examinees}
    return InvitationFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        qualification=title(exam.edition),
        code=exam.edition.standard.code,
        made_on=reading.today,
        day=exam.held_on,
        starts=datetime.combine(exam.held_on, exam.starts_at) if exam.starts_at else None,
        room=exam.room,
        group=exam.group_number,
        rows=tuple(
            Invited(
                row.name,
                row.case_number,
                people[row.case_id].email,
                people[row.case_id].phone,
                row.attempt,
                row.adjusted,
            )
            for row in card.examinees
        ),
        signatures=Signatures((clerk(reading.actor),)),
    )


def _book(name: str, columns: list[Column], rows: list[tuple[Cell, ...]], language: Language) -> bytes:
    out = BytesIO()
    write_table(name, columns, rows, language, out)
    return out.getvalue()
