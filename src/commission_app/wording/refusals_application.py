"""Sentences of the refusals about what belongs to an application."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "application_form.not_ours": marked("{file} is not an application form of this program."),
    "application_form.one_person": marked("{file}, sheet “{sheet}”: one applicant is wanted, there are {n}."),
    "application_form.no_edition": marked(
        "{file} was made for {code}, edition {edition}; no such approved edition is in the library."
    ),
    "application_form.ends_before": marked("it ends before it begins on {began}"),
    "application_form.unknown_outcome": marked("the edition has no learning outcome {code}."),
    "application_form.outcome_twice": marked("the learning outcome {code} stands twice."),
    "application_form.other_text": marked("the text of the learning outcome {code} was changed."),
    "application_form.person": marked("{file}: {why}"),
    "application_form.refused": marked("{file}: nothing was stored, {count} things are wrong; the first: {first}"),
    "experience.no_organisation": marked("Say where it was: the employer, school or organisation."),
    "experience.hours": marked("Hours must be from 0 to {most}, with at most three decimals."),
    "experience.course_without_title": marked("A course has no title."),
    "experience.course_without_unit": marked("Say in what the credits of “{title}” are counted."),
    "experience.course_credits": marked("The credits of “{title}” must be from 0 to 1000."),
    "experience.course_foreign": marked("“{title}” counts for a unit that is not applied for."),
    "experience.overlap": marked("Work at {first} and at {second} overlaps; days are counted once."),
    "statement.no_document_reason": marked("Say why there is no document."),
    "consultation.minutes": marked("Minutes must be from 1 to {most}."),
    "consultation.no_consultant": marked("Say who gave the consultation."),
    "consultation.nobody": marked("Say who was consulted."),
    "admission.lapsed": marked("The admission lapsed on {until}."),
    "admission.lapses": marked("The admission lapses on {until}."),
    "interview.no_interviewer": marked("Say who held the interview."),
    "interview.no_specialist": marked("Say which career specialist wrote the note."),
    "interview.none": marked("No identification interview is recorded in case {number} yet."),
    "interview.unreadable": marked("The kept sheet of the interview cannot be read."),
    "evidence.of_somebody_else": marked("“{title}” does not belong to an earlier case of this person."),
    "case.not_withdrawn": marked("Case {number} was not closed on withdrawal."),
    "application.trade_rule_unnamed": marked("Name the rule of the trade that demands it."),
    "application.study_year": marked("The year of study must be from 1 to 10."),
    "application.too_many_in_year": marked(
        "This person has applied for this standard {count} times this year; {most} are allowed."
    ),
    "application.too_many_units": marked("This person has applied for {count} units this year; {most} are allowed."),
    "application.closed_for_applications": marked("Applications for this edition were taken until {day}."),
    "prerequisite.nothing": marked("Say what is required."),
    "prerequisite.too_long": marked("A requirement has at most {most} characters."),
    "prerequisite.twice": marked("“{text}” stands among the requirements already."),
    "prerequisite.without_document": marked("Say by which document it is acquired."),
    "prerequisite.missing": marked("Missing, though required before: {text}."),
    "prerequisite.in_progress": marked("Required before and still being acquired: {text}."),
    "prerequisite.open": marked("Nobody has said yet whether this is there: {first} (requirements to look at: {n})."),
    "cohort.no_name": marked("Give the group a name."),
    "cohort.nobody": marked("The group has no people."),
    "cohort.twice": marked("the same person stands in row {row}."),
    "cohort.row": marked("Row {row}: {why}"),
}
