"""Sentences of refusals about sittings, decisions, exams, certificates and the books."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "register.void_reason": marked("Say why number {number} is voided."),
    "register.series_begun": marked(
        "The book “{book}” of {year} has already given number {number}; its pattern can be changed only for a year "
        "without numbers."
    ),
    "register.number_unknown": marked("The book “{book}” never reserved number {number}."),
    "register.number_spent": marked("Number {number} of the book “{book}” cannot be used: it is {state}."),
    "register.number_generated": marked(
        "The program makes the numbers of the book “{book}” itself; number {number} cannot be typed."
    ),
    "register.number_needed": marked("Type the number from the document system for the book “{book}”."),
    "register.number_given": marked("Number {number} was given before; no number is given twice."),
    "register.number_foreign": marked("Number {number} of the book “{book}” is reserved for something else."),
    "register.correction_note": marked("Say what was wrong in entry {number} that is corrected."),
}
