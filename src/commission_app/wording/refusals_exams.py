"""Sentences about delegations, repeated exams, adjustments, and what was acquired over several cases."""

from commission_app.i18n import marked

SENTENCES = {
    "exam.least_absurd": marked("The least points of a part ({part}) are from 1 to {maximum}, not {points}."),
    "exam.part_carried": marked("The points of this part ({part}) count from the attempt before: {points}."),
    "adjustment.nothing": marked("Tick at least one measure."),
    "adjustment.more_time": marked("Longer time is given as 1 to 200 % more, not {percent} %."),
    "adjustment.other": marked("Say in the instructions what the other measure is."),
    "adjustment.no_document": marked("Enter the document that was seen."),
    "adjustment.closed": marked("The exam of this case is closed; its adjustments stay as they were."),
    "exam.group_open": marked("The group of {count} is not fixed yet; until then the fees are estimates."),
    "accumulation.programme": marked(
        "Every course is recognised; the programme itself is finished with its final examination."
    ),
    "accumulation.no_units": marked("The qualification has no units in the library."),
    "accumulation.nothing_held": marked("No unit of it is acquired."),
    "accumulation.missing": marked("Still missing ({count}): {units}."),
    "accumulation.in_study": marked("To be taken in the programme itself: {units}."),
    "delegation.no_body": marked("Say who delegated the task."),
    "delegation.no_number": marked("Enter the number of the contract or order."),
    "delegation.none": marked("The qualification {code} is not delegated to the institution."),
    "delegation.not_the_whole": marked("Only parts of the qualification {code} are delegated, not the whole of it."),
    "delegation.not_the_part": marked("The part {part} of the qualification {code} is not delegated."),
    "delegation.not_when_applied": marked(
        "On the day of the application, {day}, the qualification {code} was not delegated: "
        "contract No. {number} is in force from {since} until {until}."
    ),
    "delegation.not_when_examined": marked(
        "On the day of the exam, {day}, the qualification {code} is not delegated: "
        "contract No. {number} is in force from {since} until {until}."
    ),
}
