"""Sentences of the refusals about the written procedure."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "written.other_form": marked("The sitting is not held in writing: {form}."),
    "written.not_allowed": marked("The by-law knows no written procedure."),
    "written.too_soon": marked(
        "The by-law gives the members at least {days} working days to vote; the last day is {first} or later."
    ),
    "written.nearer": marked("The members were told that they may vote until {until}; the day is not drawn nearer."),
    "written.secret_unknown": marked(
        "Case {number} is voted on in writing by name: a secret vote in writing needs a by-law that makes votes secret."
    ),
    "written.ballot_came": marked("The ballot of {name} has come already."),
    "written.unopened": marked(
        "Ballots awaited on case {number}: {votes}. They are counted when all have come or after {until}."
    ),
    "written.one_ballot": marked(
        "Only one ballot came on case {number}: opened alone it would tell how its member voted."
    ),
    "written.own_seat": marked("{name} votes in writing and is not entered as present."),
    "written.replaced": marked("{name} does not vote: {substitute} votes in the same seat."),
    "written.replaced_voted": marked(
        "{name} has voted on case {number} and is not replaced: take the vote back first."
    ),
    "written.sitter_voted": marked("The vote of {name} on case {number} stands; take it back first."),
    "written.no_substitute": marked("The commission has no substitute who could vote instead of {name}."),
    "written.no_table": marked("Votes on case {number} come in writing; it is not taken up."),
    "written.future_day": marked("A vote cannot have come on a day to come: {day}."),
    "written.before": marked("The vote came on {day}, before the procedure began on {begun}."),
    "written.late": marked("The vote came on {day}; the last day was {until}."),
    "written.may_change": marked(
        "Votes awaited on case {number}: {votes}. They may change the outcome; the last day is {until}."
    ),
}
