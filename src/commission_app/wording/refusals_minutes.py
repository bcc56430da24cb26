"""Sentences for what is refused about minutes and their versions."""

from commission_app.i18n import marked

SENTENCES = {
    "minutes.unreadable": marked("This version of the minutes cannot be read."),
    "minutes.not_closed": marked("The minutes are signed after the sitting is closed."),
    "minutes.signed": marked("The minutes were signed on {day}; what is found wrong now is noted as a correction."),
    "minutes.not_signed": marked("The minutes are not signed yet; edit them instead of noting a correction."),
    "minutes.unchanged": marked("The minutes say the same as version {number}."),
    "minutes.signed_before": marked("The minutes cannot be signed on {signed}, before the sitting of {held}."),
    "minutes.signed_in_future": marked("The minutes cannot be signed on {signed}: that day has not come."),
    "minutes.no_correction": marked("Say what the minutes should read, and where."),
    "minutes.no_reason": marked("Give the reason of the correction."),
    "minutes.foreign_item": marked("This item does not belong to the sitting."),
    "minutes.no_such_version": marked("The minutes have no version {number}."),
    "minutes.unknown_signer": marked("{name} did not take part in the sitting and cannot sign its minutes."),
    "minutes.no_order": marked("{name} stands in for the chair; enter the number of the order."),
    "minutes.item_open": marked("Item {number} is not considered yet; there is nothing to extract."),
    "minutes.not_secret": marked("Item {number} is not voted upon in secret."),
    "minutes.not_counted": marked("The votes on item {number} are not counted yet."),
    "minutes.nothing_recognised": marked("The sitting recognised nothing that the study department would enter."),
    "check.minutes_changed": marked("Version {number} of the minutes of {day} was changed after it was kept."),
    "check.minutes_unreadable": marked("Version {number} of the minutes of {day} cannot be read."),
}
