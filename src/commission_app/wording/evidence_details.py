"""What the fields of each kind of evidence are called, on screens and papers."""

from collections.abc import Mapping

from commission_app.i18n import Language, marked
from commission_app.rules.evidence_details import (
    Demonstration,
    Details,
    EmployerReport,
    ForeignStatement,
    Observer,
    OutsideCourse,
    PlannedTask,
    TranslatedPaper,
    WorkBasedLearning,
    WorkSample,
)

DetailRow = Observer | PlannedTask

LABELS: Mapping[type[Details], Mapping[str, str]] = {
    EmployerReport: {
        "person": marked("Who reports"),
        "post": marked("Post"),
        "relation": marked("Relation to the applicant"),
        "contact": marked("Telephone or e-mail"),
        "period_from": marked("Worked from"),
        "period_until": marked("Worked until"),
        "tasks": marked("Tasks that were seen"),
        "opinions": marked("Learning outcomes shown at work"),
        "conclusion": marked("Conclusion"),
        "signed_on": marked("Date of the report"),
        "signed": marked("signed"),
    },
    Demonstration: {
        "place": marked("Place"),
        "held_from": marked("From"),
        "held_until": marked("Until"),
        "observers": marked("Who observed"),
        "tasks": marked("Tasks"),
        "equipment": marked("Equipment and materials"),
        "result": marked("Result"),
    },
    OutsideCourse: {
        "provider": marked("Provider of the course"),
        "hours": marked("Hours"),
        "credits": marked("Credit points"),
        "credit_unit": marked("Unit of the credit points"),
        "held_from": marked("From"),
        "held_until": marked("Until"),
        "assessment": marked("How it was assessed"),
        "identity_check": marked("Identity of the learner"),
        "result": marked("Result"),
    },
    WorkBasedLearning: {
        "training_contract": marked("Training contract No."),
        "training_contract_on": marked("Date of the training contract"),
        "employment_contract": marked("Employment contract No."),
        "employment_contract_on": marked("Date of the employment contract"),
        "company": marked("Company"),
        "registration_number": marked("Registration No. of the company"),
        "supervisor": marked("Supervisor of the work-based learning"),
        "period_from": marked("From"),
        "period_until": marked("Until"),
        "plan": marked("Individual plan: number, date, aim"),
        "tasks": marked("Tasks of the individual plan with dates"),
        "practice_hours": marked("Hours of practice"),
        "supervisor_statement": marked("What the supervisor says"),
    },
    ForeignStatement: {
        "number": marked("No. of the statement"),
        "country": marked("Country"),
        "diploma": marked("Foreign diploma"),
        "comparable_to": marked("Comparable to"),
    },
    TranslatedPaper: {
        "original": marked("Which paper is translated"),
        "from_language": marked("From which language"),
        "translated_on": marked("Translated on"),
    },
    WorkSample: {
        "own_part": marked("The applicant's own part"),
        "made_on": marked("Made on"),
        "confirmed_by": marked("Who can confirm it"),
    },
}
ROWS: Mapping[type[DetailRow], Mapping[str, str]] = {
    PlannedTask: {
        "task": marked("Task"),
        "done_from": marked("From"),
        "done_until": marked("Until"),
        "word": marked("The supervisor's word"),
    },
    Observer: {
        "name": marked("Name"),
        "post": marked("Post or institution"),
        "seen": marked("What was seen"),
    },
}
"""The columns of what is told row by row."""


def row_label(language: Language, row: type[DetailRow], field: str) -> str:
    """What a column of such rows is called."""
    return language.say_of("evidence details", ROWS[row][field])


def detail_label(language: Language, form: type[Details], field: str) -> str:
    """What a field of a kind is called."""
    return language.say_of("evidence details", LABELS[form][field])
