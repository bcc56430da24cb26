"""Sentences of pay: rates by dates, hours that nobody wrote down."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "remuneration.no_rate": marked("No rate for {act} is in force on {day}: {names}."),
    "remuneration.no_hours": marked("From when to when is not entered: {what}, {day}; hours cannot be paid ({act})."),
    "remuneration.measure": marked("For {act} no rate can be set by this measure: {measure}."),
    "remuneration.no_role": marked("Assessors have no office in the commission; leave the field empty."),
    "remuneration.absurd": marked("A rate is at least 0 and at most {most} EUR; look at the comma."),
    "remuneration.overlap": marked(
        "On {day} two rates would be in force for {act}; end the one from {since} the day before."
    ),
    "remuneration.no_acts": marked("Choose at least one thing that is paid for."),
    "remuneration.nobody": marked("In this period nobody did anything that is paid for."),
}
