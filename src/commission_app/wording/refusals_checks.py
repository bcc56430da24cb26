"""The sentences of what the check of the whole office finds."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "check.reference": marked("Table {table}, row {row}: points to something that is not there."),
    "check.guard": marked("The guard {name} is missing: acts or register entries could be changed unnoticed."),
    "check.act_missing": marked("The chain of acts: act {position} is missing."),
    "check.act_changed": marked("The chain of acts: the text of act {position} ({name}) was changed from outside."),
    "check.act_unlinked": marked("The chain of acts: act {position} ({name}) does not follow from the act before it."),
    "check.act_heading": marked(
        "The chain of acts: who, when or what of act {position} ({name}) no longer agrees with its text."
    ),
    "check.act_private": marked(
        "The chain of acts: a kept personal value of act {position} ({name}, field {field}) was changed from outside."
    ),
    "check.chain_head": marked(
        "The chain of acts ends at act {position}, but its last link is recorded as {recorded}."
    ),
    "check.number_gap": marked("{book}, {year}: the number {number} is missing from the series."),
    "check.number_beyond": marked("{book}, {year}: the number {number} was never taken from the series."),
    "check.number_unentered": marked("{book}, {year}: the number {number} counts as used, but has no entry."),
    "check.number_state": marked("{book}, {year}: the number {number} has an entry, but does not count as used."),
    "check.entry_gap": marked("{book}, {year}: entry {position} is missing."),
    "check.entry_changed": marked(
        "{book}, {year}: the text of entry {position} (No. {number}) was changed from outside."
    ),
    "check.entry_unlinked": marked(
        "{book}, {year}: entry {position} (No. {number}) does not follow from the entry before it."
    ),
    "check.entry_head": marked("{book}, {year}: the last entry is not the one recorded for the series."),
    "check.entry_columns": marked(
        "{book}, {year}: number or date of entry {position} (No. {number}) no longer agree with its text."
    ),
    "check.entry_act": marked("{book}, {year}: the act that made entry {position} (No. {number}) is not in the chain."),
    "check.subject_absent": marked("{book}, {year}: what entry {position} (No. {number}) speaks of is not there."),
    "check.subject_differs": marked(
        "{book}, {year}: entry {position} says No. {number}, but the record now has No. {found}."
    ),
    "check.subject_unentered": marked("{book}: No. {number} is issued, but not entered in the register."),
    "check.blob_absent": marked("The stored file {digest}… ({name}) is missing or cannot be read."),
    "check.blob_changed": marked("The stored file {digest}… ({name}) has other bytes than those that were stored."),
    "check.award_text": marked(
        "Decision {number}, case {case}: the stored calculation of credits was changed from outside."
    ),
    "check.award_engine": marked(
        "Decision {number}, case {case}: its calculation is of engine {engine}, which this program lacks."
    ),
    "check.award_differs": marked(
        "Decision {number}, case {case}: calculated again, the credits are not those that were stored."
    ),
    "check.decision_sum": marked("Decision {number}, case {case}: the credits of its lines do not make its total."),
    "check.exam_differs": marked(
        "Exam protocol {number}: calculated again, the mark of case {case} is not the stored one."
    ),
    "check.learning_account": marked(
        "Case {case}: calculated again, what its learning account pays is not what was kept."
    ),
    "check.exam_text": marked("Exam protocol {number}: its stored calculation cannot be read."),
    "check.item_without_legality": marked(
        "Case {number}, sitting of {day}: nothing is kept of what made the decision lawful."
    ),
    "check.item_unlawful": marked(
        "Case {number}, sitting of {day}: the decision was not lawful by what is kept of it."
    ),
    "check.vote_recused": marked("Case {number}: a vote of {name}, who took no part in the item."),
    "check.vote_absent": marked("Case {number}: a vote of {name}, who was not at the table when the item was closed."),
    "check.vote_beside": marked("Case {number}: {name} voted instead of {owner}, who voted as well."),
    "check.votes_differ": marked("Case {number}, sitting of {day}: the votes do not add up to the count that is kept."),
}
