"""The calculation sheet of a case or of a decision: as a paper and as a workbook, from the lines that stand."""

import hashlib
from datetime import date
from io import BytesIO
from uuid import UUID

from sqlalchemy import select

from commission_app.documents import calculation_sheet
from commission_app.documents.calculation_sheet import CalculationFacts, SheetLine, legend, line_name, said_title
from commission_app.documents.house_style import Signatures
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook import write_table
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.standard import Unit
from commission_app.rules.credits import Award, AwardInput, award_of, award_text, input_of, input_text
from commission_app.rules.credits.courses import CourseStanding, courses
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import credits, people
from commission_app.services.paper_sources import clerk, letterhead, pair, title
from commission_app.store.work import Reading
from commission_app.wording.awards import change_text, conversion_text, course_text, rule_text
from commission_app.wording.quantities import exact, unit_text
from commission_app.wording.words import word


def paper(reading: Reading, case_id: int, language: Language) -> bytes:
    """The sheet of what would be proposed now, as a PDF."""
    return calculation_sheet.render(_of_case(reading, case_id, language), language)


def decided_paper(reading: Reading, decision_id: int, language: Language) -> bytes:
    """The sheet of a decision, from the texts stored with it, as a PDF."""
    return calculation_sheet.render(_of_decision(reading, decision_id, language), language)


def workbook(reading: Reading, case_id: int, language: Language) -> bytes:
    """The sheet of what would be proposed now as a workbook: the lines, the earlier courses, the sum, the control."""
    facts = _of_case(reading, case_id, language)
    rows = [*_unit_rows(facts, language), *_sum_rows(facts, language), *_course_rows(facts, language)]
    rows += _control_rows(facts, language)
    out = BytesIO()
    write_table(said_title(facts, language), _columns(language), rows, language, out)
    return out.getvalue()


def _of_case(reading: Reading, case_id: int, language: Language) -> CalculationFacts:
    """What would be proposed now; where the newest decision says the very same, the sheet is the decision's."""
    case = reading.get(RecognitionCase, case_id)
    newest = select(Decision).where(Decision.case_id == case_id).order_by(Decision.id.desc()).limit(1)
    decision = reading.session.scalars(newest).first()
    given = credits.award_input(reading.session, case)
    if decision is not None and decision.award_input == input_text(given):
        return _of_decision(reading, decision.id, language)
    award = credits.proposal_of(reading.session, case).award
    return _facts(reading, case, language, given, award)


def _of_decision(reading: Reading, decision_id: int, language: Language) -> CalculationFacts:
    decision = reading.get(Decision, decision_id)
    case = reading.get(RecognitionCase, decision.case_id)
    award, given = award_of(decision.award_text), input_of(decision.award_input)
    return _facts(reading, case, language, given, award, decision)


def _facts(
    reading: Reading,
    case: RecognitionCase,
    language: Language,
    given: AwardInput,
    award: Award,
    decision: Decision | None = None,
) -> CalculationFacts:
    reading.opened.add(case.person.uid)
    day = decision.decided_on if decision is not None else reading.today
    texts = (
        (decision.award_input, decision.award_text) if decision is not None else (input_text(given), award_text(award))
    )
    input_hash, result_hash = (hashlib.sha256(text.encode()).hexdigest() for text in texts)
    return CalculationFacts(
        letterhead=letterhead(reading.session, day, language),
        made_on=day,
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, day)),
        programme=title(case.edition),
        edition=case.edition.label,
        law_date=given.day,
        award=award,
        lines=_lines(reading, given, award),
        courses=courses(given, award.total.unit),
        input_hash=input_hash,
        result_hash=result_hash,
        signatures=Signatures((clerk(reading.actor),)),
        decision_number=decision.number if decision is not None else "",
        decided_on=_day(decision),
        draft=decision is None or decision.state is DecisionState.DRAFT,
        units={one.uid: one.code for one in given.units},
    )


def _day(decision: Decision | None) -> date | None:
    return None if decision is None else decision.decided_on


def _lines(reading: Reading, given: AwardInput, award: Award) -> tuple[SheetLine, ...]:
    asked = {one.uid: [outcome.uid for outcome in one.outcomes] for one in given.units}
    rows = reading.session.scalars(select(Unit).where(Unit.uid.in_([UUID(uid) for uid in asked])))
    titles = {str(row.uid): pair(row.title_lv, row.title_en) for row in rows}
    return tuple(
        SheetLine(
            line,
            titles.get(line.unit_uid, line.unit_title),
            sum(given.results.get(uid) is OutcomeResult.MET for uid in asked.get(line.unit_uid, ())),
            len(asked.get(line.unit_uid, ())),
        )
        for line in award.lines
    )


def _columns(language: Language) -> list[Column]:
    say = language.say
    return [
        Column(say("Part of the calculation"), ColumnKind.TEXT, 20),
        Column(say("Code"), ColumnKind.CODE, 14),
        Column(say("Title"), ColumnKind.TEXT, 36),
        Column(say("Result"), ColumnKind.TEXT, 16),
        Column(say("Outcomes met"), ColumnKind.COUNT, 10),
        Column(say("Outcomes"), ColumnKind.COUNT, 10),
        Column(say("Credits"), ColumnKind.NUMBER, 12),
        Column(say("Exact value"), ColumnKind.TEXT, 16),
        Column(say("Unit"), ColumnKind.TEXT, 10),
        Column(say("Rule"), ColumnKind.TEXT, 50),
        Column(say("Legal reference"), ColumnKind.TEXT, 36),
        Column(say("In force from"), ColumnKind.DATE, 13),
        Column(say("What would change it"), ColumnKind.TEXT, 44),
    ]


def _amount(language: Language, credits: Credits | None) -> tuple[Cell, ...]:
    if credits is None:
        return (None, "", "")
    return (credits.decimal(), exact(language, credits), unit_text(language, credits.unit))


def _unit_rows(facts: CalculationFacts, language: Language) -> list[tuple[Cell, ...]]:
    found: list[tuple[Cell, ...]] = []
    for one in facts.lines:
        line, legal = one.line, one.line.legal
        law = "" if legal is None else (legal.text_lv if language.code == "lv" else legal.text_en or legal.text_lv)
        found.append(
            (
                word(language, line.kind),
                line.unit_code,
                line_name(one, language),
                "" if line.verdict is None else word(language, line.verdict),
                one.met if one.outcomes else None,
                one.outcomes or None,
                *_amount(language, line.credits),
                rule_text(language, line),
                law,
                None if legal is None else legal.in_force_from,
                change_text(language, line),
            )
        )
    return found


def _sum_rows(facts: CalculationFacts, language: Language) -> list[tuple[Cell, ...]]:
    total = (language.say_of("paper", "Total"), facts.award.total)
    remaining = (language.say_of("paper", "Remains to be acquired"), facts.award.remaining)
    return [
        (name, "", "", "", None, None, *_amount(language, credits), "", "", None, "")
        for name, credits in (total, remaining)
        if credits is not None
    ]


def _course_rows(facts: CalculationFacts, language: Language) -> list[tuple[Cell, ...]]:
    part = language.say("Earlier course")

    def row(course: CourseStanding) -> tuple[Cell, ...]:
        why = f"{conversion_text(language, course)}. {course_text(language, course)}"
        codes = ", ".join(sorted(facts.units.get(uid, uid) for uid in course.counts_for))
        amount = _amount(language, course.credits)
        return (part, codes, course.title, course.mark, None, None, *amount, why, "", None, "")

    return [row(course) for course in facts.courses]


def _control_rows(facts: CalculationFacts, language: Language) -> list[tuple[Cell, ...]]:
    said = [
        (language.say_of("paper", "Rules in force on"), language.date(facts.law_date)),
        (language.say_of("paper", "Rules of calculation, version"), str(facts.award.engine)),
        (language.say_of("paper", "Input, SHA-256"), facts.input_hash),
        (language.say_of("paper", "Result, SHA-256"), facts.result_hash),
        *(("", text) for text in legend(facts, language)),
    ]
    return [(name, "", text, "", None, None, None, "", "", "", "", None, "") for name, text in said]
