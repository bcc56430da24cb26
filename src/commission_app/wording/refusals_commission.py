"""Sentences of the commission: its by-law, its composition at the table, substitutes, and the count of a vote."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "bylaw.majority": marked("The majority {numerator}/{denominator} cannot be reached."),
    "bylaw.majority_low": marked("A majority is at least a half, not {numerator}/{denominator}."),
    "bylaw.share": marked("The share of practitioners {numerator}/{denominator} is not a fraction of the members."),
    "bylaw.negative": marked("A number cannot be below nought: {number}."),
    "bylaw.side": marked("The side is named twice or without a number: {side}."),
    "bylaw.sides_unreadable": marked("The numbers of the sides kept in the by-law cannot be read."),
    "bylaw.written_days": marked("A vote in writing takes at least one working day, not {days}."),
    "composition.sex": marked("Sex of the members in office ({sex}): {members}, needed {needed}."),
    "composition.side": marked("Taking part for a side ({side}): {taking_part}, needed {needed}."),
    "composition.field": marked("Nobody taking part represents the field of the case: {area}."),
    "composition.area_unknown": marked(
        "The field of the case must be represented, but neither the standard nor the commission names a field."
    ),
    "vote.substitute_idle": marked("{name} replaces no member and cannot vote."),
    "vote.seat_lapsed": marked("{name} replaces a member who has no vote on this day, and cannot vote."),
    "vote.seat_taken": marked("{name} cannot vote: {sitter} sits in the same seat."),
    "vote.no_abstaining": marked("Under the by-law nobody abstains: vote for or against."),
    "vote.negative_total": marked("The number of votes cannot be below nought."),
    "vote.too_many_papers": marked("Ballot papers counted: {papers}; members who may vote: {members}."),
    "substitution.own_seat": marked("{name} has an own seat in the commission and replaces nobody."),
    "substitution.nobody_named": marked("Say which member {name} replaces."),
    "substitution.another_named": marked("{name} may replace only: {named}."),
    "substitution.seat_taken": marked(
        "{name} cannot take the own seat: {substitute} sits in it. Mark first that {substitute} leaves."
    ),
    "substitution.of_substitute": marked("A substitute is not replaced: {name}."),
    "substitution.not_in_office": marked("{name} is not in office on {day} and cannot be replaced."),
    "substitution.replaced_present": marked("{name} takes part; only a member who is away is replaced."),
    "substitution.replaced_already": marked("{name} is replaced already: {other}."),
    "member.bad_email": marked("This is no e-mail address: {email}."),
    "member.is_replaced": marked("{name} has a substitute and cannot be a substitute."),
    "member.no_seat": marked("{name} has no seat in this commission and cannot be replaced."),
    "sitting.ballot_counted": marked(
        "The ballot paper of this member is counted in case {number}: {name}. Close the item first."
    ),
    "sitting.minutes_signed": marked("The minutes were signed on {day}; the order is not changed any more."),
    "sitting.nobody_presides": marked("Nobody presides over the sitting yet."),
}
