"""Sentences about conflicts of interest: what suggests one, and what stands against an act because of one."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "conflict_hint.surname": marked("The applicant bears the same surname: {surname}."),
    "conflict_hint.address": marked("The applicant has the same address: {text}."),
    "conflict_hint.surname_and_address": marked("The applicant bears the same surname ({surname}) at {text}."),
    "conflict_hint.employer": marked("The same employer: {text} ({place}, {field})."),
    "conflict_hint.teacher": marked("Named as a teacher of the applicant: {text} ({place}, {field})."),
    "conflict_hint.assessor": marked("Measured the applicant: {text} ({place}, {field})."),
    "conflict_hint.referee": marked("Speaks for the applicant: {text} ({place}, {field})."),
    "conflict_hint.signer": marked("Signed the applicant's evidence: {text} ({place}, {field})."),
    "conflict_hint.named": marked("Named in the case: {text} ({place}, {field})."),
    "conflict_place.experience": marked("experience, row {row}"),
    "conflict_place.evidence": marked("P{position} {title}"),
    "conflict_place.application": marked("application"),
    "conflict_place.scores": marked("score sheet {seat}"),
    "conflict_place.review": marked("verification of {unit}"),
    "conflict_place.consultation": marked("consultation on {day}"),
    "conflict_place.interview": marked("interview on {day}"),
    "conflict.barred": marked(
        "{name} has a conflict of interest in case {number} ({kind}) and does not see its papers."
    ),
    "conflict.future_day": marked("A conflict of interest cannot be declared on a day to come: {day}."),
    "conflict.without_text": marked("Say in words which circumstance it is."),
    "conflict.declared_already": marked("{name} has declared this conflict of interest already."),
    "conflict.withdrawn_already": marked("This declaration was withdrawn on {day}."),
    "conflict.withdrawn_reason": marked("Say why the declaration is withdrawn."),
    "conflict.looked_reason": marked("Say why it is no conflict of interest."),
    "conflict.nothing_to_look_at": marked("Nothing suggests this conflict of interest of {name} in case {number}."),
    "conflict.foreign_member": marked("{name} is no member of the commission that decides case {number}."),
    "conflict.still_declared": marked("{name} has declared a conflict of interest; withdraw the declaration first."),
    "statement.future_day": marked("A statement cannot be signed on a day to come: {day}."),
    "statement.stands": marked("{name} has signed this statement already, on {day}."),
}
