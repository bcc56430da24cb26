"""How the verification of a unit is said: the tone of its state and the outcome of its test."""

from commission_app.i18n import Language
from commission_app.rules.scales import as_points
from commission_app.rules.vocabulary.scoring import ReviewState
from commission_app.services.unit_reviews import ReviewForm

STATE_TONES = {ReviewState.WAITING: "neutral", ReviewState.IN_REVIEW: "info", ReviewState.DONE: "good"}


def outcome_of_test(language: Language, form: ReviewForm) -> str:
    """Passed or not, with the points where there are some."""
    if form.passed is None:
        return ""
    said = language.say("test passed") if form.passed else language.say("test not passed")
    if form.points is None or form.threshold is None:
        return said
    points, threshold = language.number(as_points(form.points)), language.number(as_points(form.threshold))
    return f"{said} ({points} / {threshold})"
