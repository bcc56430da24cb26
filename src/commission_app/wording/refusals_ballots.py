"""Sentences of the refusals about secret votes, votes on several cases at once, and notes of a sitting."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "ballot.by_name": marked("The vote on case {number} is by name."),
    "ballot.secret": marked("The vote on case {number} is secret: nobody's choice is recorded."),
    "ballot.taken": marked("{name} has a ballot already."),
    "ballot.counted": marked("The ballots on case {number} are counted; count anew first."),
    "ballot.not_counted": marked("The ballots on case {number} are not counted yet."),
    "ballot.below_zero": marked("A total cannot be below zero."),
    "ballot.none_taken": marked("Nobody has taken a ballot yet."),
    "ballot.sum": marked("The totals make {papers} ballots, but {taken} were taken."),
    "ballot.tellers": marked("Who counted the ballots is missing."),
    "batch.one": marked("At least two cases are voted on together."),
    "batch.state": marked("Case {number} is not waiting: {state}."),
    "batch.secret": marked("Case {number} is voted on in secret; such a vote is taken alone."),
    "batch.verdict": marked("Case {number} has another outcome proposed than case {first}."),
    "batch.recused": marked("In case {number} others take part than in case {first}."),
    "batch.departure": marked("In case {number} the commission departs from the proposal; it is voted on alone."),
    "batch.none": marked("Case {number} is not voted on together with others."),
    "note.empty": marked("The note says nothing."),
    "note.foreign": marked("Only who wrote a note changes it."),
    "note.signed": marked("The minutes are signed; a note of what was said no longer changes."),
}
