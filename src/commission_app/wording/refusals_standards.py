"""The sentences of what stands against changing the library of standards, and against an individual criterion."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "criterion.no_reason": marked("Outcome {code}: say why it is read otherwise for this applicant."),
    "criterion.nobody": marked("Outcome {code}: say who settled the individual criterion."),
    "criterion.nothing": marked("Outcome {code}: say how it is read for this applicant."),
    "criterion.same": marked("Outcome {code}: the individual criterion says the same as the standard."),
    "criterion.scoring_closed": marked(
        "The assessment of case {number} is closed; individual criteria can no longer change."
    ),
    "criterion.too_long": marked("Outcome {code}: the text is longer than {most} characters."),
}
