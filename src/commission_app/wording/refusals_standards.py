"""The sentences of what stands against changing the library of standards, and against an individual criterion."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "criterion.no_reason": marked("Outcome {code}: say why it is read otherwise for this applicant."),
    "criterion.nobody": marked("Outcome {code}: say who settled the individual criterion."),
    "criterion.nothing": marked("Outcome {code}: say how it is read for this applicant."),
    "criterion.same": marked("Outcome {code}: the individual criterion says the same as the standard."),
    "criterion.scoring_closed": marked(
        "The assessment of case {number} is closed; individual criteria can no longer change."
    ),
    "criterion.too_long": marked("Outcome {code}: the text is longer than {most} characters."),
    "edition.code_taken": marked(
        "The code {code} belongs to the standard “{title}”; choose another, or make a new edition of it."
    ),
    "edition.currency_years": marked("The currency of evidence lies between 1 and {most} years."),
    "edition.has_successor": marked("Edition {successor} follows edition {label}, so it cannot be given up."),
    "edition.isced": marked("“{code}” is no ISCED-F field: two to four digits, the first two 00 to 10."),
    "edition.label_taken": marked("The standard already has an edition {label}."),
    "edition.lacks_lki": marked("The LKI level is not given."),
    "edition.lacks_outcomes": marked("Without learning outcomes: {codes} (in all {n})."),
    "edition.lacks_prerequisite": marked("Unit {unit} asks for {need} first, which is not in the edition."),
    "edition.lacks_texts": marked("Learning outcomes without a Latvian text: {codes} (in all {n})."),
    "edition.lacks_title": marked("The standard has no Latvian title."),
    "edition.lacks_titles": marked("Units without a Latvian title: {codes} (in all {n})."),
    "edition.lacks_units": marked("The edition has no units yet."),
    "edition.last_after_end": marked("The last day for applications, {last}, lies after the end, {until}."),
    "edition.last_before_first": marked(
        "The edition is in force from {since}; the last day for applications cannot be {last}."
    ),
    "edition.last_day_passed": marked(
        "Edition {label} took applications until {last}; choose an edition that still takes them."
    ),
    "edition.name_locked": marked(
        "Edition {label} bears this name already; code, kind and titles of the standard stay."
    ),
    "edition.not_after": marked("Edition {label} is in force from {since}; the new one must begin later."),
    "edition.not_in_review": marked("Edition {label} is neither in review nor approved."),
    "edition.not_open": marked("Edition {label} can be changed only as a draft; its state is: {state}."),
    "edition.prerequisites_in_circle": marked("Units ask for one another first: {circle}."),
    "edition.retired": marked("Edition {label} is no longer in force; its end stays as it is."),
    "edition.too_many_outcomes": marked("An edition holds at most {most} learning outcomes."),
    "edition.too_many_units": marked("An edition holds at most {most} units."),
    "edition.unreachable": marked("Unit {unit}: nobody could fulfil the rule of aggregation."),
    "edition.used_by_cases": marked(
        "Edition {label} is locked: cases rest on it ({cases}; in all {n}). Make a new edition to change it."
    ),
    "edition.used_by_exams": marked(
        "Edition {label} is locked: exams rest on it (first on {held}; in all {n}). Make a new edition to change it."
    ),
    "edition.without_beginning": marked("Say from which day the edition is in force."),
    "edition.without_label": marked("Give the edition a name, for example the year."),
    "edition.without_note": marked("Say what is to be changed."),
    "levels.apart": marked("Professional qualification level {pkl} ({scale}) is LKI level {means}, not {lki}."),
    "levels.no_scale": marked(
        "Say on which scale professional qualification level {pkl} is given: its numbers changed on 01.08.2022."
    ),
    "levels.no_such_lki": marked("There is no LKI level {level}; levels are 1 to 8."),
    "levels.no_such_pkl": marked("There is no professional qualification level {pkl} on the {scale}."),
    "node.amount": marked("{amount} is not between 0 and {most}."),
    "node.amount_too_fine": marked("{amount} has more than three decimals."),
    "node.code_semicolon": marked("A code holds no semicolon: {code}."),
    "node.code_taken": marked("The code {code} stands in this edition already."),
    "node.credits_without_unit": marked("Say in which unit the credit points are."),
    "node.not_doubled": marked("Only a unit or a learning outcome can be doubled."),
    "node.other_edition": marked("It stands in another edition; take the unit over instead."),
    "node.too_long": marked("The text is longer than {most} characters."),
    "node.without_code": marked("The code is missing."),
    "node.without_title": marked("A title is missing in both languages."),
    "node.wrong_place": marked("It cannot stand there: outcomes stand in units, units in parts or in the edition."),
    "outcome.nothing_pasted": marked("The clipboard holds no text: one learning outcome a line."),
    "outcome.too_many_pasted": marked("{n} lines were pasted; at most {most} are taken at once."),
    "outcome.weight": marked("The weight lies between 1 and {most}."),
    "outcome.without_text": marked("Learning outcome {code} has no text in either language."),
    "unit.needs_itself": marked("Unit {code} cannot ask for itself first."),
    "unit.no_such_part": marked("The part of the qualification is no longer in the edition."),
    "unit.none_chosen": marked("Choose at least one unit."),
    "unit.stands_here": marked("Unit {code} stands in this edition already."),
    "aggregation.section_line": marked("“{line}” cannot be read; write the section, = and the points."),
}
