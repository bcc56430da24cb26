"""The sentences of the refusals that the acts of the office raise, from intake to scoring."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "application.edition_not_approved": marked(
        "Edition {label} is not approved; approve it in Standards before opening a case against it."
    ),
    "application.standard_unknown": marked("The library has no approved standard with the code {code}."),
    "application.unit_foreign": marked("A unit that was ticked does not belong to edition {edition}."),
    "application.unit_unknown": marked("Standard {standard} has no unit with the code {code}."),
    "assessor.twice": marked("{name} has a seat at this case already."),
    "assessor.without_name": marked("Enter the assessor's name."),
    "case.portfolio_closed": marked("The portfolio of case {number} is closed; nothing in it changes any more."),
    "case.scoring_closed": marked("The scoring of case {number} is closed; evidence links no longer change."),
    "case.withdrawn_without_reason": marked("Enter why the case is closed."),
    "case.wrong_commission": marked("{name} does not decide in this procedure; choose another commission."),
    "commission.no_bylaw": marked(
        "The commission has no by-law in force on {day}; enter one in Preferences, Commissions."
    ),
    "commission.without_name": marked("Enter the commission's name in Latvian."),
    "edition.locked": marked(
        "Edition {label} of standard {standard} is used by cases and cannot change; import it as a new edition."
    ),
    "provision.out_of_range": marked("The value must be a whole number from {lowest} to {highest}."),
    "provision.not_offered": marked("Choose one of the values offered."),
    "edition.not_approved": marked("Edition {label} is not approved; only an approved edition is retired."),
    "edition.ends_before_it_begins": marked("The edition is in force from {since}; it cannot end on {until}."),
    "edition.not_draft": marked("Edition {label} is not a draft; only a draft is approved."),
    "evidence.linked": marked("“{title}” is held against learning outcomes ({links}); take the links away first."),
    "evidence.nothing_ticked": marked("Tick at least one evidence item."),
    "evidence.outcome_not_asked": marked("This learning outcome belongs to a unit that was not applied for."),
    "evidence.without_title": marked("Enter a title for the evidence item."),
    "identity.birth_date_differs": marked(
        "The personal code says the birth date is {code_date}, but {typed} was entered."
    ),
    "import.row_refused": marked("Row {row}: {why} Nothing was imported."),
    "institution.absent": marked("The database holds no institution yet; finish the first run."),
    "institution.stands": marked("This database belongs to an institution already."),
    "institution.without_name": marked("Enter the institution's name in Latvian."),
    "member.term_reversed": marked("The term of {name} ends before it begins."),
    "member.without_name": marked("Enter the member's name."),
    "person.code_taken": marked("{name} bears this personal code already; take the application up as that person."),
    "phrase.without_latvian": marked("Enter the text in Latvian."),
    "provision.not_a_number": marked("The provision “{key}” must be a whole number."),
    "scoring.not_open": marked("Case {number} is not open for scoring; its state is “{state}”."),
    "scoring.reason_needed": marked("The result “{result}” needs a reason."),
    "user.absent": marked("This person no longer works in the office."),
    "user.without_name": marked("Enter the person's name."),
    "user.without_order": marked("Enter the number of the order by which {name} is stood in for."),
}
