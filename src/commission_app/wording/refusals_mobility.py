"""Sentences of the refusals about mobility."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "mobility.foreign_unit": marked(
        "“{title}” does not belong to the target qualification {qualification}; it stays visible and is not recognised."
    ),
    "mobility.not_claimed": marked("Unit {unit} is not applied for in this case."),
    "mobility.not_passed": marked("“{title}” was not passed."),
    "mobility.done": marked("The {act} was entered on {day}."),
    "mobility.first": marked("Before the {act} comes the {first}."),
    "mobility.nothing_counts": marked("No passed unit belongs to the target qualification {qualification}."),
    "mobility.not_done": marked("The {act} is not entered."),
    "mobility.undo_first": marked("The {act} stands until the {later} is undone."),
    "mobility.nobody": marked("Who did the {act} is missing."),
    "mobility.too_early": marked("The {act} cannot be dated {day}, before {first}."),
    "mobility.no_memorandum": marked("No memorandum with {partner} is in force over {start} – {end}."),
    "mobility.signed_late": marked("The learning agreement was signed on {day}, after the mobility began on {start}."),
    "mobility.not_agreed": marked("“{title}” does not stand in the learning agreement."),
    "mobility.no_units": marked("No unit is entered."),
    "mobility.unsigned": marked("The learning agreement is not signed by all three sides."),
    "mobility.no_transcript": marked("The personal transcript of the host is not entered."),
    "mobility.no_result": marked("Units without a result: {titles}."),
    "mobility.no_agreement": marked("The learning agreement comes first."),
    "mobility.assessed": marked("What was assessed is not changed; undo the assessment first."),
    "mobility.wrong_procedure": marked("Case {number} is not a case of mobility."),
    "mobility.no_name": marked("The name is missing."),
    "mobility.no_country": marked("The country is missing."),
    "mobility.no_number": marked("The number of the memorandum is missing."),
    "mobility.partner_used": marked("{name} stands in learning agreements or memoranda and is not taken out."),
    "mobility.no_title": marked("The title of the unit is missing."),
    "mobility.unit_twice": marked("Unit {unit} stands in the agreement already."),
    "mobility.unit_of_other_edition": marked("The unit does not belong to the edition of the case."),
    "mobility.figure": marked("Points and hours must be above zero and have at most three decimals."),
    "mobility.item_foreign": marked("The document is not in the portfolio of this case."),
}
