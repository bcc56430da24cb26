"""Sentences of fees: price lists, payments, waivers, groups and invoices."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "fee.no_price": marked("No price list for this procedure ({procedure}) is in force on {day}."),
    "fee.no_group_price": marked("No price list by the size of the group is in force on {day}, the day of the exam."),
    "fee.not_paid": marked("The fee is not paid: asked {asked} EUR, paid {paid} EUR, owed {owing} EUR."),
    "fee.negative": marked("A sum cannot be less than nothing; choose “refund” for money given back."),
    "fee.absurd": marked("The sum must be more than 0 and at most {most} EUR; look at the comma."),
    "fee.percent": marked("A share is from 1 to 100 %, not {percent} %."),
    "fee.refund_above_paid": marked("More cannot be given back than was paid: {paid} EUR."),
    "fee.nothing_to_refund": marked("Nothing was paid that could be given back."),
    "fee.waiver_without_reason": marked("Say why less is asked."),
    "fee.waiver_either": marked("Enter either a share in per cent or a sum."),
    "fee.group_fixed": marked("The group of this exam is fixed; open it again before anybody else is entered."),
    "fee.group_open": marked("The group of this exam is not fixed."),
    "fee.nobody_entered": marked("Nobody is entered for this exam."),
    "fee.entered_apart": marked("Payments are entered on the Payments tab; change them there."),
    "fee.foreign_entry": marked("This entry belongs to another case."),
    "price.no_name": marked("Give the price list a name."),
    "price.no_rows": marked("Enter the price for at least one person."),
    "price.size_gap": marked("The price for a group of {size} is missing."),
    "price.same_day": marked("“{name}” begins on the same day: {day}."),
    "price.overlap": marked("The dates overlap with “{name}” from {day}."),
    "price.gap": marked("From {start} to {end} no price would be in force."),
    "price.two_scopes": marked("Choose either a standard or a thematic area."),
    "invoice.no_payer": marked("Say who pays the invoice."),
    "invoice.no_cases": marked("Choose at least one case."),
    "invoice.number_taken": marked("There is an invoice {number} already."),
    "invoice.owes_nothing": marked("The case {number} owes nothing."),
    "invoice.in_another": marked("The case {number} stands in the unpaid invoice {other}."),
    "invoice.paid": marked("The invoice {number} is paid."),
}
