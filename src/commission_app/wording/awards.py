"""Words and sentences about the lines of a computed award."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from commission_app.i18n import Language, marked
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind, MarkTransfer
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.quantities import amount, exact, unit_text

if TYPE_CHECKING:
    from commission_app.rules.credits import AwardLine, Fact, LegalReference
    from commission_app.rules.credits.courses import CourseStanding

SETTLED = frozenset({"change.nothing", "change.never"})
"""Where nothing is left that would change a line."""

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    MarkTransfer: {
        MarkTransfer.MARK: marked("with the mark"),
        MarkTransfer.PASSED: marked("passed"),
        MarkTransfer.RECOGNISED: marked("recognised"),
    },
    LineKind: {
        LineKind.UNIT: marked("course or module"),
        LineKind.CEILING: marked("ceiling"),
        LineKind.ROUNDING: marked("rounding"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an award."""
    return language.say_of("award", text)


RULES: Mapping[str, str] = {
    "unit.all": marked("All outcomes must be met: {met} of {outcomes} are."),
    "unit.mandatory": marked("All mandatory outcomes must be met: {mandatory_met} of {mandatory} are."),
    "unit.share": marked(
        "All mandatory outcomes and {wanted_share} % of all are needed; met: {mandatory_met} of {mandatory}, {share} %."
    ),
    "unit.points": marked("The unit needs {needed} points; reached: {points}."),
    "unit.part_minimum": marked("Each part must reach its own points ({parts}); reached in all: {points}."),
    "unit.required": marked("The outcomes {required} must be met too; met: {met} of {outcomes}."),
    "unit.part": marked("Recognised in part, in the share of the outcomes met: {met} of {outcomes}, {share} %."),
    "unit.final_examination": marked("A final examination cannot be recognised."),
    "unit.not_recognisable": marked("This course or module is not open to recognition."),
    "unit.no_outcomes": marked("There are no outcomes to compare with."),
    "unit.recognised_before": marked("Recognised before; it is not counted twice."),
    "programme.not_accredited": marked("Outcomes are recognised in accredited programmes only."),
    "programme.regulated": marked("The profession is regulated; its studies are not recognised in this procedure."),
    "studies.cover": marked("Earlier studies count for it: {courses} ({unit}); mark: {mark}."),
    "studies.part": marked("Earlier studies count for a part of it: {courses} ({unit}); mark: {mark}."),
    "studies.failed": marked(
        "The earlier courses were not passed ({courses}); a mark of at least {pass_mark} is needed."
    ),
    "studies.too_small": marked(
        "The earlier courses are worth {have_credits}, {need_credits} are needed ({unit}); a part is not recognised."
    ),
    "studies.spent_elsewhere": marked(
        "The earlier courses ({have_credits} of the {need_credits} needed, {unit}) pay for other courses or modules."
    ),
    "ceiling.own_study": marked(
        "At most {percent} % of {programme_credits} may be recognised beside the least own study, {before_credits} "
        "were before: {allowed_credits} ({unit}) remain of {sum_credits}."
    ),
    "commission.departure": marked(
        "The commission decides otherwise than the outcomes alone would; met: {met} of {outcomes}."
    ),
    "ceiling.programme": marked(
        "At most {percent} % of {programme_credits} may be recognised, {before_credits} were before: "
        "{allowed_credits} ({unit}) remain of {sum_credits}."
    ),
    "rounding.nearest_half": marked(
        "The sum {sum_credits} is rounded to the nearest half: {rounded_credits} ({unit})."
    ),
    "rounding.up": marked("The sum {sum_credits} is rounded up: {rounded_credits} ({unit})."),
    "rounding.down": marked("The sum {sum_credits} is rounded down: {rounded_credits} ({unit})."),
}
CHANGES: Mapping[str, str] = {
    "change.nothing": marked("Nothing further is needed."),
    "change.never": marked("Nothing would change it."),
    "change.outcomes": marked("It would be recognised if these outcomes were met: {outcomes}."),
    "change.share": marked(
        "It would be recognised if enough of these outcomes were met to reach {wanted_share} %: {outcomes}."
    ),
    "change.test": marked("It would be recognised if a test showed these outcomes: {outcomes}."),
    "change.accreditation": marked("It could be recognised if the programme were accredited."),
    "change.sit_examination": marked("The final examination must be taken."),
    "change.recognisable": marked("It could be recognised if the edition of the standard opened it to recognition."),
    "change.describe_outcomes": marked("It could be recognised if the edition of the standard described its outcomes."),
    "change.ceiling": marked("More would be recognised under a higher ceiling."),
    "change.own_study": marked("More would be recognised if less own study were asked for."),
    "change.more_studies": marked("It would be recognised if further courses counted for it."),
    "change.rounding": marked("The exact sum would stand without rounding."),
}


def rule_text(language: Language, line: "AwardLine") -> str:
    """The rule behind a line with its figures."""
    return language.say(RULES[line.rule], **_facts(language, line.facts))


def change_text(language: Language, line: "AwardLine") -> str:
    """What would change a line."""
    return language.say(CHANGES[line.would_change], **_facts(language, line.would_change_facts))


def legal_text(language: Language, line: "AwardLine") -> str:
    """The legal reference of a line with the day it is in force from; empty where the institution's rule stands."""
    if line.legal is None:
        return ""
    return line.legal.text_lv if language.code == "lv" else line.legal.text_en


def law_text(language: Language, law: "LegalReference") -> str:
    """A legal reference in the reader's language, else in the other, with the day it is in force from."""
    text = (law.text_en or law.text_lv) if language.code == "en" else (law.text_lv or law.text_en)
    return language.say("{law}, in force from {day}", law=text, day=language.date(law.in_force_from))


def conversion_text(language: Language, course: "CourseStanding") -> str:
    """What a course is worth in the unit of the sum, with the factor: "× 3/2 = 6 ECTS"."""
    worth = f"{exact(language, course.worth)} {unit_text(language, course.worth.unit)}"
    return worth if course.factor is None else f"× {course.factor} = {worth}"


def course_text(language: Language, course: "CourseStanding") -> str:
    """Why a course gives what it gives."""
    if not course.passed:
        return language.say("Not passed; it gives nothing.")
    if course.spent.value:
        return language.say("It counts.")
    if course.before.value and course.before.value >= course.worth.value:
        return language.say("Earlier decisions spent all of it.")
    return language.say("It is not needed, or cannot pay for a whole course or module.")


def _facts(language: Language, facts: "Mapping[str, Fact]") -> dict[str, str]:
    return {name: _fact(language, name, fact) for name, fact in facts.items()}


def _fact(language: Language, name: str, fact: "Fact") -> str:
    if isinstance(fact, int):
        return language.number(fact)
    if name == "mark" and fact in set(MarkTransfer):
        return language.say_of("award", WORDS[MarkTransfer][MarkTransfer(fact)])
    if name.endswith("_credits"):
        return amount(language, Credits.from_text(fact, CreditUnit.ECTS))
    return fact
