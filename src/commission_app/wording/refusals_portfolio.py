"""Sentences of the refusals about the portfolio: details of each kind, attempts, submissions."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "check.submission_changed": marked("Case {case}: submission {number} was changed after it was submitted."),
    "check.submission_file": marked("Case {case}: the bytes of {name}, part of submission {number}, are not kept."),
    "check.submission_unreadable": marked("Case {case}: submission {number} cannot be read."),
    "details.amount": marked("Enter a number from 0 to {highest}."),
    "details.ends_before": marked("The period ends on {end}, before it begins on {begin}."),
    "details.foreign": marked("These details do not belong to evidence of the kind “{kind}”."),
    "details.row_ends_before": marked("Row {row} ends on {end}, before it begins on {begin}."),
    "details.row_without_name": marked("Row {row}: the first column is empty."),
    "details.signed_later": marked("The day of the signature, {day}, is in the future."),
    "details.unreadable": marked("The stored details of this evidence ({kind}) cannot be read."),
    "evidence.attendance_only": marked(
        "Attendance alone proves no learning outcome: the course assessed nothing, or it is not known how."
    ),
    "evidence.file_known": marked("{name} is a file of “{title}” already."),
    "evidence.file_submitted": marked("{name} is part of submission {number} and stays; add a newer file instead."),
    "evidence.nobody_certified": marked("Enter who certified the copies."),
    "evidence.not_compared": marked("“{title}” was not compared with an original, so none can be given back."),
    "evidence.replaced_already": marked("“{title}” was replaced already; replace the newer one."),
    "evidence.replaced_by": marked("“{title}” was replaced by P{position}; take that out first."),
    "evidence.submitted": marked(
        "“{title}” is part of submission {number} and is kept; replace it with a newer one instead."
    ),
    "evidence.without_reason": marked("Enter the reason."),
    "ui.row_date": marked("Row {row}: “{text}” is no date; write it as 24.11.2026."),
    "submission.answer_past": marked("The day for the answer, {day}, is past."),
    "submission.assessed": marked("The assessment of the portfolio is closed; it can no longer be sent back."),
    "submission.changed": marked("Submission {number} was changed after it was submitted; it is not shown."),
    "submission.none": marked("The portfolio was not submitted for assessment yet."),
    "submission.note_foreign": marked("The note names evidence of another case."),
    "submission.unreadable": marked("The text of this submission cannot be read."),
    "submission.without_note": marked("Say at least in one note what is to be mended."),
}
