"""Sentences about what comes before a sitting: convocation, the frozen agenda, replies, guests."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "agenda.frozen": marked("The agenda is frozen: case {number} is added or taken off only with a reason."),
    "agenda.frozen_already": marked("The agenda is frozen already."),
    "agenda.not_frozen_by_hand": marked("The agenda was not frozen by hand; the by-law sets the day."),
    "agenda.dealt_with": marked("Case {number} stands on the agenda of this sitting already."),
    "convocation.late": marked("{days} working days are left until the sitting; the by-law asks for {needed}."),
    "convocation.future_day": marked("The members cannot have been called on a day to come: {day}."),
    "convocation.after_sitting": marked("The members cannot be called on {day}: the sitting is on {held_on}."),
    "convocation.not_called": marked("The members are not called yet; in time by the by-law is until {day}."),
    "convocation.no_members": marked("Nobody holds office in the commission on {day}."),
    "convocation.not_member": marked("{name} is not called: the member holds no office on {day}."),
    "convocation.no_addresses": marked("No member has an e-mail address."),
    "convocation.bad_address": marked("The e-mail address of {name} is none: {address}."),
    "convocation.without_address": marked("Without an e-mail address: {names}."),
    "convocation.link_missing": marked("The sitting is remote, and no link is entered."),
    "convocation.hour_missing": marked("No hour is entered."),
    "reply.excused_reason": marked("Say why {name} is excused."),
    "reply.future_day": marked("An answer cannot have come on a day to come: {day}."),
    "reply.sitting_over": marked("The sitting is closed: its replies stay as they are."),
    "guest.without_name": marked("The guest's name is missing."),
    "guest.left_before": marked("The guest cannot leave at {left} before coming at {arrived}."),
    "guest.foreign_item": marked("The item belongs to another sitting."),
    "guest.sitting_over": marked("The sitting is closed: its guests stay as they are."),
    "readiness.quorum_lost": marked("No quorum can come about: {coming} confirmed, {needed} needed."),
    "readiness.quorum_open": marked("A quorum is not ensured yet: {coming} confirmed, {needed} needed."),
    "readiness.not_stated_by": marked("Not signed: {kind} – {names}"),
    "readiness.conflict": marked("{member}: {hint}"),
}
