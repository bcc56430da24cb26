"""Sentences of refusals about state forms: the ledger, printing on them, duplicates."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "blank.number_figures": marked("“{number}” is no number of a form: write {most} figures at most, as printed."),
    "blank.number_lengths": marked("Write {first} and {last} with the same count of figures, as they are printed."),
    "blank.number_order": marked("The last number {last} comes before the first number {first}."),
    "blank.lot_too_large": marked("One delivery has {most} forms at most; from here to there are {count}."),
    "blank.series_missing": marked("Write the series printed on the forms."),
    "blank.kind": marked("A {kind} is not written on a state form."),
    "blank.basis_missing": marked("Name the paper of the delivery: waybill or act, its number and date."),
    "blank.responsible_missing": marked("Say who answers for the forms."),
    "blank.reason_missing": marked("Say why."),
    "blank.day": marked("{day} cannot be: choose a day from {earliest} to today."),
    "blank.received_before": marked(
        "Form {series} {number} was already received on {day}; no number is received twice."
    ),
    "blank.lot_withdrawn": marked("This delivery of series {series} is already taken back."),
    "blank.lot_begun": marked(
        "The delivery cannot be taken back: form {series} {number} is {state}. Write single forms off instead."
    ),
    "blank.lot_moved": marked(
        "The delivery cannot be taken back: {count} of its {of} forms left the stock. Write single forms off instead."
    ),
    "blank.none_chosen": marked("Choose at least one form."),
    "blank.too_many": marked("{count} forms are chosen; {most} at most can be moved at once."),
    "blank.not_so": marked("Form {series} {number} is {state}: {move} is not possible."),
    "blank.used_by_certificate": marked(
        "A certificate stands on form {series} {number}: open the certificate to annul it or to put it on another form."
    ),
    "blank.not_back": marked("Form {series} {number} is {state} and cannot be put back into stock."),
    "blank.not_in_ledger": marked(
        "Form {series} {number} is not in the ledger: enter its delivery under “State forms” or check the number."
    ),
    "blank.other_kind": marked("Form {series} {number} is for another paper: {kind}."),
    "blank.not_in_stock": marked("Form {series} {number} cannot be used: it is {state}."),
    "blank.act_number": marked("Write the number of the act."),
    "blank.act_number_given": marked("Act {number} of {day} already stands in the ledger."),
    "blank.board_too_small": marked("An act is signed by at least {least} people: write their names and posts."),
    "blank.board_unreadable": marked("The names of the board of act {number} cannot be read."),
    "blank.layout_unreadable": marked("The layout of the form cannot be read."),
    "blank.form_size": marked("{width} × {height} mm is no size of a form."),
    "blank.layout_empty": marked("The layout has no field: add at least one."),
    "blank.field_off_form": marked("The field “{field}” leaves the form."),
    "blank.field_size": marked("The type of the field “{field}” can be from {least} to {most} points."),
    "blank.field_lines": marked("The field “{field}” can have {lines} lines and stand on one of {pages} pages."),
    "blank.measured_too_far": marked(
        "The cross is more than {most} mm from where it belongs: check the sheet, the tray and “actual size”."
    ),
    "blank.text_too_long": marked(
        "“{text}” does not fit into the field “{field}”: make the field wider, give it more lines or smaller type."
    ),
    "blank.layout_day": marked("A layout from {day} exists already; choose it to change it, or another day."),
    "blank.no_form": marked("Certificate {number} is not written on a state form."),
    "blank.form_same": marked("Form {series} {number} is the one that is spoiled: write the next one."),
    "blank.form_handed": marked("Certificate {number} was handed over; its form can no longer be exchanged."),
    "certificate.superseded": marked("Certificate {number} was replaced by its duplicate."),
    "duplicate.not_announced": marked(
        "The loss of certificate {number} must be announced before its duplicate is issued: "
        "enter where and when it was announced."
    ),
    "duplicate.issue_day": marked(
        "The duplicate cannot bear the day {day}: choose one from {earliest}, when it was asked for and announced, "
        "to today."
    ),
    "duplicate.asked_day": marked(
        "The request of {day} cannot be: the certificate was issued on {issued}, and today is the last day possible."
    ),
    "duplicate.lost_day": marked(
        "The certificate issued on {issued} and asked for on {asked} cannot have been lost on that day."
    ),
    "duplicate.announcement_half": marked("Write both where the loss was announced and on which day, or neither."),
    "duplicate.announced_day": marked("The loss cannot have been announced on {day}."),
    "check.blank_balance": marked(
        "State forms of series {series}: {ledger} are left by the ledger, but {stock} stand in stock."
    ),
    "check.blank_certificate": marked("Form {series} {number} and its certificate do not name each other."),
}
