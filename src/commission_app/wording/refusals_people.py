"""Sentences of the refusals about persons: names, codes, documents, merging, representatives."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "person.code_differs": marked(
        "Another personal code is known of this person; change it on the person's page, where the reason is kept."
    ),
    "person.code_not_later": marked("The present code is known since {day}; the new one can begin only after that."),
    "person.code_replaced_before": marked(
        "The old personal code was replaced by a new one before; the law allows that once."
    ),
    "person.code_replaced_by_old": marked("The new code must be of the new format, beginning with 32 to 39."),
    "person.code_same": marked("This is the code known already."),
    "person.code_without_reason": marked("Say on what document this rests: {why}."),
    "person.document_known": marked("The document {number} is known of this person already."),
    "person.document_of_other": marked("The document {number} is known as that of {name}."),
    "person.document_without_number": marked("Enter the number of the document."),
    "person.merge_codes": marked(
        "{first} and {second} bear different personal codes; merge them only with a reason why they are one person."
    ),
    "person.merge_erased": marked("The data of {name} were erased; nobody can be merged with this record."),
    "person.merge_gone": marked("The record of {name} was merged into another one already."),
    "person.merge_itself": marked("A record cannot be merged with itself."),
    "person.merge_open_cases": marked(
        "Both have an open case for {standard}: {first} and {second}; close one of them before merging."
    ),
    "person.merge_recognised": marked(
        "Decisions recognised the unit {unit} for both records; merge them only with a reason, it will count once."
    ),
    "person.name_empty": marked("Enter the given name and the surname."),
    "person.name_not_later": marked(
        "The present name is known since {day}; a new name begins after that. To mend a slip, correct the name instead."
    ),
    "person.name_same": marked("This is the name known already."),
    "representative.ended": marked("The representation ended on {day} already."),
    "representative.idle": marked("Say whether the representative signs or receives; otherwise there is none."),
    "representative.nameless": marked("Enter the name of the representative."),
    "representative.without_document": marked("Enter the document by which {kind} acts for the applicant."),
}
