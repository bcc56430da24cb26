"""Sentences of the refusals about a case stated as JSON."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "award_file.wants_object": marked("{file}, {place}: an object is wanted here."),
    "award_file.wants_list": marked("{file}, {place}: a list is wanted here."),
    "award_file.wants_text": marked("{file}, {place}: a text is wanted here."),
    "award_file.wants_yes_or_no": marked("{file}, {place}: true or false is wanted here."),
    "award_file.wants_whole": marked("{file}, {place}: a whole number from {least} to {most} is wanted here."),
    "award_file.wants_word": marked("{file}, {place}: “{value}” is none of {choices}."),
    "award_file.missing": marked("{file}, {place}: this is missing; it must be one of {choices}."),
    "award_file.wants_day": marked("{file}, {place}: “{value}” is no date like 2026-03-01."),
    "award_file.wants_number": marked("{file}, {place}: “{value}” is no number like 4.5."),
    "award_file.absurd_credits": marked("{file}, {place}: “{value}” credits; it must be from 0 to {most}."),
    "award_file.bare_credits": marked(
        "{file}, {place}: what a credit point was worth depends on the date of the paper; give a date, KP or ECTS."
    ),
    "award_file.too_long": marked("{file}, {place}: the text is longer than {most} characters."),
    "award_file.unknown_key": marked("{file}, {place}: the key “{key}” is not known."),
    "award_file.no_units": marked("{file}, {place}: there are no units."),
    "award_file.outcome_twice": marked("{file}, {place}: the outcome {code} stands twice."),
    "award_file.unit_twice": marked("{file}, {place}: the unit {code} stands twice."),
    "award_file.study_twice": marked(
        "{file}, {place}: the course “{title}” stands twice; give each a code of its own."
    ),
    "award_file.unknown_mark": marked(
        "{file}, {place}: “{mark}” is neither a mark from 1 to 10 nor a word for passed or failed."
    ),
    "award_file.mixed_units": marked("{file}, {place}: {unit} cannot be turned into {to}, the unit of the programme."),
    "award_file.no_programme": marked(
        "{file}, {place}: at most {percent} % of the programme may be recognised, but its credits are missing."
    ),
    "award_file.before_the_law": marked("{file}, {place}: on {day} there was no law for this procedure yet."),
    "award_file.unknown_outcome": marked("{file}, {place}: there is no outcome {code} in the edition."),
    "award_file.unknown_unit": marked(
        "{file}, {place}: “{title}” counts for {code}, which is neither a unit nor a course."
    ),
    "award_file.circle": marked("{file}, {place}: courses count for one another in a circle: {circle}."),
    "award_file.ends_before": marked("{file}, {place}: the rules end on {until}, before they begin on {since}."),
    "award_file.overlap": marked(
        "{file}, {place}: the rules from {since} are still in force when those from {other} begin."
    ),
    "award_file.gap": marked("{file}, {place}: no rules are in force on {day}."),
}
