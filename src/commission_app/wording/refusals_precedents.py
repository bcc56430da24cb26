"""Sentences about precedents."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "precedent.departs": marked(
        "{unit}: proposed is “{proposed}”, but on the same evidence the decision was “{usual}” in {times} of {total} "
        "cases, last on {last} ({case})."
    ),
    "precedent.none": marked("For “{title}” there is nothing to take over from an earlier decision."),
}
