"""Sentences of the refusals about learning accounts."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "funding.no_rates": marked("No rates are in force on {day}; the first apply from {first}."),
    "funding.no_hours": marked("The hours are missing (hours)."),
    "funding.too_many": marked("{n} pieces are given (hours); at most {most} are counted."),
    "funding.one_only": marked("A calculation for one {kind} has one number of hours, not {n} (hours)."),
    "funding.hours": marked("Hours no. {number} are “{hours}”; they must be above zero and at most {most} (hours)."),
    "funding.unit_cost_foreign": marked("A unit cost caps only a set of modules, not a {kind} (unit_cost)."),
    "funding.unit_cost": marked("The unit cost must be above zero (unit_cost)."),
    "funding.none_kept": marked("No learning account is kept with case {number}."),
    "funding_file.unknown_key": marked("{file}: the key “{key}” is not known; known are {known}."),
    "funding_file.kind": marked("{file}: the kind “{kind}” is none of {known} (kind)."),
    "funding_file.date": marked("{file}: “{text}” is no date like 2024-10-01 (date)."),
    "funding_file.hours": marked("{file}: hours no. {number}, “{text}”, are no number (hours)."),
    "funding_file.unit_cost": marked("{file}: “{text}” is no sum of euro like 2127.19 (unit_cost)."),
}
