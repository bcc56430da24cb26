"""Sentences of the refusals about dissenting opinions."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "opinion.no_vote": marked("{name} gave no vote by name on case {number}; only who voted has a dissenting opinion."),
    "opinion.signed": marked("The minutes are signed; a dissenting opinion no longer enters them."),
}
