"""Sentences of the refusals about contested decisions and appealed marks."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "appeal.foreign_outcome": marked("“{outcome}” cannot come of this: {kind}."),
    "appeal.late": marked(
        "It came on {day}, after the last day {until}: it is left unexamined unless the reason for restoring the "
        "term is entered."
    ),
    "appeal.no_reasons": marked("The reasons of the outcome are missing."),
    "appeal.outcome_day": marked(
        "The outcome cannot be dated {day}: it was received on {received}, and not after today."
    ),
    "appeal.lower_mark": marked("The mark was {before} and would become {after}: nobody is the worse for an appeal."),
    "appeal.not_decided": marked("{number} has no outcome yet."),
    "appeal.sheet_open": marked("The sheet of {name} is not finished."),
    "appeal.over": marked("{number} is over: {state}."),
    "appeal.nobody": marked("Who examines {number} is missing."),
    "appeal.sent_already": marked("The file of {number} was handed over already."),
    "appeal.same_people": marked("Others must examine it: {names} took part in what is contested."),
    "appeal.nothing_to_contest": marked(
        "Case {number} has no signed decision and no closed exam: there is nothing to contest."
    ),
    "appeal.running": marked("{number} is still being examined; another appeal waits for its outcome."),
    "appeal.received_day": marked(
        "It cannot be received on {day}: what is contested was made on {decided}, and not after today."
    ),
    "appeal.no_grounds": marked("What the applicant contests, and why, is missing."),
    "appeal.sent_day": marked(
        "The file cannot be handed over on {day}: it was received on {received}, and not after today."
    ),
    "appeal.court_day": marked("It cannot go to court on {day}: the outcome is of {decided}, and not after today."),
    "appeal.not_passed_in_exam": marked("Points are entered only for an examinee who sat the exam."),
}
