"""Sentences of refusals about sittings, decisions, exams, certificates and the books."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "register.void_reason": marked("Say why number {number} is voided."),
    "register.series_begun": marked(
        "The book “{book}” of {year} has already given number {number}; its pattern can be changed only for "
        "a year without numbers."
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
    "agenda.foreign_commission": marked("Case {number} belongs to another commission than the sitting."),
    "agenda.open": marked("The sitting is open: case {number} can be postponed, but not taken off the agenda."),
    "agenda.order": marked("The agenda has {items} items, the new order names {given}; each must stand in it once."),
    "agenda.waiting_already": marked("Case {number} is already on the agenda of the sitting on {day}."),
    "sitting.closed": marked("The sitting is closed; nothing in it can be changed."),
    "sitting.not_planned": marked("This is possible before the sitting only; it is {state}."),
    "sitting.not_open": marked("This is possible in an open sitting only; it is {state}."),
    "sitting.not_yet": marked("The sitting is planned for {day} and cannot be opened before."),
    "sitting.no_agenda": marked("The agenda is empty: put a case on it first."),
    "sitting.items_left": marked("Items neither decided nor postponed: {count}."),
    "sitting.no_minute_taker": marked("Say who takes the minutes."),
    "sitting.foreign_member": marked("{name} is not a member of this commission."),
    "sitting.there_already": marked("{name} already takes part in the sitting."),
    "sitting.not_there": marked("{name} does not take part in the sitting."),
    "item.over": marked("The item on case {number} is over: {state}."),
    "item.on_table": marked("Case {number} is being considered right now."),
    "item.other_on_table": marked("Case {number} is being considered; decide, postpone or put it back first."),
    "item.not_on_table": marked("Take up case {number} first."),
    "item.case_moved": marked("Case {number} no longer waits for the commission: it is {state}."),
    "item.votes_cast": marked(
        "Votes cast: {votes}. The draft decision can be changed only before the vote; take them back first."
    ),
    "item.votes_missing": marked("Not voted yet: {names}."),
    "item.not_adopted": marked(
        "The draft decision is not adopted: {in_favour} for, {against} against. Change it and vote again, or "
        "postpone the item."
    ),
    "item.postpone_reason": marked("Say why case {number} is postponed."),
    "recusal.no_reason": marked("Say why {name} takes no part."),
    "recusal.stands": marked("It is already entered that {name} takes no part in this item."),
    "departure.no_reason": marked("Say why the commission decides otherwise on {unit}."),
    "departure.same": marked("The rules propose for {unit} the same: {verdict}. Choose another verdict."),
    "credits.departure_foreign": marked("The verdict names a course or module that was not applied for ({unit})."),
    "credits.departure_part": marked("{unit} cannot be recognised in part: the rules in force do not allow it."),
    "credits.departure_barred": marked("{unit} cannot be recognised whatever the commission decides: a rule bars it."),
    "more.not_now": marked(
        "More can be asked on case {number} once it is assessed and before it is decided; if it stands on an agenda, "
        "postpone it first."
    ),
    "more.nothing": marked("Say what is asked of the applicant."),
    "more.no_day": marked("Say until when the answer is awaited."),
    "decision.registered": marked("The decision is registered; it can only be corrected by a new entry."),
    "decision.signed": marked("The decision was signed on {day}."),
    "decision.signing_day": marked(
        "The decision was made on {decided}; it cannot be signed on {signed}: neither before that day nor in "
        "the future."
    ),
    "decision.no_reasons": marked("Give the reasons: the decision is to {verdict}."),
    "decision.no_ground": marked("Choose the ground of the refusal."),
    "decision.paid_elsewhere": marked("Already recognised to this person by another decision: {units}."),
    "decision.repealed": marked("Decision {number} is repealed."),
    "decision.replaced": marked("Decision {number} is replaced by decision {newer}."),
    "decision.later_day": marked(
        "The decision was made on {decided}; this cannot be on {day}: neither before that day nor in the future."
    ),
    "decision.change_reason": marked("Say why: it enters the register beside decision {number}."),
    "decision.condition_undated": marked("Say by when the condition is to be met."),
    "decision.condition_past": marked(
        "The condition is to be met by {until}, but the decision was made on {decided}: choose a later day."
    ),
    "decision.no_condition": marked("Decision {number} rests on no condition."),
    "decision.no_signer": marked("Say who signed {number}."),
    "decision.slip_was": marked("Say what was written by mistake."),
    "decision.slip_becomes": marked("Say what was meant: something other than what was written."),
    "decision.final": marked("Decision {number} is final since {day}."),
    "decision.provisional": marked(
        "Decision {number} rests on a condition to be met by {until}; a certificate follows once it is final."
    ),
    "decision.edit_instead": marked("The decision is not signed yet: mend its text above, the history keeps both."),
    "decision.reopened": marked("Case {number} is taken up again already."),
    "decision.not_reopened": marked("Case {number} is not taken up again: there is nothing to put back."),
    "decision.on_agenda": marked("Case {number} stands on an agenda: take it off or postpone it first."),
    "decision.not_registered": marked("The decision is not registered yet."),
    "decision.not_signed": marked(
        "The decision is not signed yet: letters and certificates begin after the signature."
    ),
    "exam.closed": marked("The protocol of the exam is closed."),
    "exam.not_yet": marked("The exam is on {day}; results cannot be recorded before."),
    "exam.no_examinees": marked("Nobody is entered for the exam."),
    "exam.unrecorded": marked("Nothing is recorded yet of: {names}."),
    "exam.no_board": marked("Say which members of the commission took part in the exam."),
    "exam.no_chair": marked("The chair or a deputy must take part in the exam."),
    "exam.no_points": marked("A part of the exam has at least 1 point, not {points}."),
    "exam.other_edition": marked("Case {number} is for another qualification or edition than the exam ({code})."),
    "certificate.issue_day": marked("The certificate can bear a date from {earliest} to today, not {day}."),
    "certificate.form_missing": marked("Type the series and number printed on the state form."),
    "certificate.form_used": marked("Form {series} {number} is used already, by certificate {by}."),
    "certificate.annulled": marked("Certificate {number} is annulled."),
    "certificate.decision_repealed": marked(
        "Decision {number}, on which this certificate was issued, is repealed: annul the certificate."
    ),
    "certificate.annul_reason": marked("Say why certificate {number} is annulled."),
    "certificate.handed_already": marked("Certificate {number} was handed over on {day}."),
    "certificate.handing_day": marked(
        "The certificate was made out on {issued}; it cannot be handed over on {day}: neither before that "
        "day nor in the future."
    ),
    "certificate.record_unreadable": marked(
        "What certificate {number} says cannot be read; run the check of the data."
    ),
    "certificate.record_newer": marked("Certificate {number} was made by a newer version of the program."),
    "paper.no_head": marked(
        "Enter the head of the institution as of {day} in the preferences: the paper needs the signature."
    ),
    "paper.no_appeal_text": marked(
        "Word in the preferences how a decision is contested ({procedure}, in force on {day}): the decision "
        "must say it."
    ),
    "register.format": marked("A book leaves as xlsx or pdf, not as {format}."),
    "register.no_printed_form": marked("The book “{book}” has no printed form."),
}
