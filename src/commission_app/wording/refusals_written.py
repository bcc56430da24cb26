"""Sentences of the refusals about the written procedure."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "written.other_form": marked("The sitting is not held in writing: {form}."),
    "written.not_allowed": marked("The by-law knows no written procedure."),
    "written.too_soon": marked(
        "The by-law gives the members at least {days} working days to vote; the last day is {first} or later."
    ),
    "written.nearer": marked("The members were told that they may vote until {until}; the day is not drawn nearer."),
    "written.secret": marked("The vote on case {number} is secret; it cannot be taken in writing."),
    "written.no_table": marked("Votes on case {number} come in writing; it is not taken up."),
    "written.future_day": marked("A vote cannot have come on a day to come: {day}."),
    "written.before": marked("The vote came on {day}, before the procedure began on {begun}."),
    "written.late": marked("The vote came on {day}; the last day was {until}."),
    "written.may_change": marked(
        "Votes awaited on case {number}: {votes}. They may change the outcome; the last day is {until}."
    ),
}
