"""Sentences of refusals about decisions on the course of a case."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "procedural.case_over": marked("Case {number} is {state}: nothing can be decided about its course."),
    "procedural.drafted": marked(
        "Decision {number} on the course of this case is drafted: sign it or give it up first."
    ),
    "procedural.day": marked("The application was received on {received}; the decision cannot be made on {day}."),
    "procedural.until": marked("Extend the term to a day after {deadline}, when the decision is due now."),
    "procedural.no_reasons": marked("Give the reasons: the decision is {kind}."),
    "reason.no_title": marked("Give the wording a name to find it by."),
    "reason.no_text": marked("Word “{title}” in Latvian."),
    "reason.retired": marked("“{title}” is not offered since {day}."),
    "procedural.signed": marked("Decision {number} is signed and registered."),
}
