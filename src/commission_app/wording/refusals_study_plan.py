"""Sentences of a study plan."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "study_plan.entry": marked("The semester of entry is from 1 to {most}."),
    "study_plan.cap": marked("A semester must hold more than 0 credit points; leave the field empty for no limit."),
    "study_plan.too_long": marked(
        "With so few credit points a semester the plan would take more than {most} semesters."
    ),
    "study_plan.circle": marked("Units ask for one another first: {circle}."),
    "unit.semester": marked("The semester is from 1 to {most}."),
    "standard.semester": marked("Standard {standard}, {unit}: the semester is not between 1 and {most}."),
}
