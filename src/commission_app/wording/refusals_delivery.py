"""Sentences of the refusals about terms, letters and their delivery."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "check.deadline": marked("Case {number}: due {kept} by what is kept, but {found} when reckoned again."),
    "term.case_over": marked("Case {number} is decided: its term is over."),
    "term.without_reason": marked("Why the term stands still is missing."),
    "term.from_day": marked(
        "The term cannot stand still from {day}: the application was received on {received}, and not after today."
    ),
    "term.run_out": marked("The term ran out on {deadline}: it cannot stand still any more."),
    "term.until_day": marked("The last day must come after {day}, and within {most} days."),
    "term.not_suspended": marked("The term of case {number} does not stand still by this line."),
    "term.resumed_on": marked(
        "The term cannot run again from {day}: it stood still since {since}, and not after today."
    ),
    "calendar.twice": marked("{day} is among the days of the office already."),
    "calendar.ordinary": marked("{day} is such a day anyway: only days that differ are entered."),
    "letter.no_text": marked("The letter has no text."),
    "letter.no_title": marked("What the letter is about is missing."),
    "letter.day": marked(
        "The letter cannot be dated {day}: the application was received on {received}, and not after today."
    ),
    "letter.answer_until": marked("An answer can be awaited only until a day after {day}."),
    "letter.not_asking": marked("Letter {number} asks for nothing: there is no answer to it."),
    "letter.answered": marked("Letter {number} was answered on {day} already."),
    "letter.answered_on": marked("The answer cannot be of {day}: the letter is of {written}, and not after today."),
    "letter.unfilled": marked("The letter still has a place to be filled in: {place}."),
    "delivery.unsigned": marked("{number} is not signed yet: only what is signed is sent."),
    "delivery.annulled": marked("{number} is annulled and is not sent any more."),
    "delivery.subject": marked("This paper does not belong to case {number}."),
    "delivery.no_recipient": marked("Who receives it is missing."),
    "delivery.no_address": marked("The address it goes to is missing."),
    "delivery.no_item_number": marked("The number of the registered item is missing."),
    "delivery.sent_on": marked("It cannot be sent on {day}: the paper is of {made}, and not after today."),
    "delivery.notified_on": marked("It cannot be notified on {day}: it was sent on {sent}."),
    "delivery.returned_on": marked("It cannot have come back on {day}: it was sent on {sent}, and not after today."),
    "delivery.returned": marked("This item came back on {day}; it is sent again as a new one."),
    "delivery.bad_email": marked("“{address}” is no e-mail address."),
    "delivery.no_paper": marked("{number} has no paper yet that could be attached."),
    "delivery.no_email": marked("{name} has no e-mail address; enter one first."),
}
