"""Sentences of the refusals about what is noted for the study department."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "handover.not_decided": marked(
        "Case {number} is not decided; there is nothing to hand over to the study department."
    ),
    "handover.no_day": marked("The day of the entry in VIIS by {name} is missing."),
    "handover.nobody": marked("Who entered the decision in VIIS is missing."),
    "handover.future": marked("The day of the entry in VIIS, {day}, has not come."),
    "handover.before": marked("The entry in VIIS, {day}, is before the decision of {decided}."),
}
