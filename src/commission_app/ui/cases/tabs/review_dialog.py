"""Plans and notes how a unit is verified, and takes the result of its test over."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from commission_app.rules.scales import as_points
from commission_app.rules.vocabulary.scoring import ReviewState, VerificationRoute
from commission_app.services import unit_reviews
from commission_app.services.unit_reviews import ReviewForm, ReviewLine
from commission_app.ui.cases.tabs.review_words import outcome_of_test
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


class ReviewDialog(FormDialog):
    """Who verifies a unit, how, when and where; the points of its test; what is asked for in addition."""

    def __init__(self, desk: Desk, case_id: int, line: ReviewLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Verification of {unit}", unit=line.code), say("Store"), parent)
        self._case_id, self._line = case_id, line
        language, form = desk.language, line.form
        self.route = self.form.add(
            "route", say("Way of verification"), Choice().offer_words(language, VerificationRoute)
        )
        self.state = self.form.add("state", say("State"), Choice().offer_words(language, ReviewState), beside=True)
        self.reviewer = self.form.add("reviewer", say("Reviewer"), TextInput())
        self.planned_on = self.form.add("planned_on", say("Planned on"), DateEdit(language))
        self.held_on = self.form.add("held_on", say("Held on"), DateEdit(language), beside=True)
        self.place = self.form.add("place", say("Place"), TextInput(), beside=True)
        self.points = self.form.add("points", say("Points reached"), NumberEdit(language, decimals=3))
        self.maximum = self.form.add("maximum", say("Maximum points"), NumberEdit(language, decimals=3), beside=True)
        self.threshold = self.form.add(
            "threshold", say("Points needed to pass"), NumberEdit(language, decimals=3), beside=True
        )
        verdicts = ((True, say("test passed")), (False, say("test not passed")))
        self.passed = self.form.add(
            "passed", say("Result where there are no points"), Choice().offer(verdicts, empty="–")
        )
        self.requirement = self.form.add("requirement", say("Additional requirement"), LongTextInput(lines=2))
        self.requirement_by = self.form.add("requirement_by", say("To be met by"), DateEdit(language))
        self.note = self.form.add("note", say("Note"), LongTextInput(lines=2))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        for name in ReviewForm.__dataclass_fields__:
            value = getattr(form, name)
            number = name in ("points", "maximum", "threshold") and value is not None
            getattr(self, name).set_value(as_points(value) if number else value)

    def submit(self) -> None:
        """Stores what the form says."""
        route, state, passed = self.route.value(), self.state.value(), self.passed.value()
        form = ReviewForm(
            route if isinstance(route, VerificationRoute) else VerificationRoute.DOCUMENTS,
            state if isinstance(state, ReviewState) else ReviewState.WAITING,
            self.reviewer.value(),
            self.planned_on.value(),
            self.held_on.value(),
            self.place.value(),
            _thousandths(self.points.value()),
            _thousandths(self.maximum.value()),
            _thousandths(self.threshold.value()),
            passed if isinstance(passed, bool) else None,
            self.requirement.value(),
            self.requirement_by.value(),
            self.note.value(),
        )
        seen = self._line.version or None
        self.act(self.desk.jobs.do(self, unit_reviews.plan, self._case_id, self._line.unit_id, form, seen))


class ApplyTestDialog(FormDialog):
    """The assessors accept the result of the test, with the reason that will stand at each outcome."""

    def __init__(self, desk: Desk, case_id: int, line: ReviewLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Apply the test result"), say("Change the results"), parent)
        self._case_id, self._unit_id = case_id, line.unit_id
        self.reason = self.form.add("reason", say("Reason"), LongTextInput(lines=3), required=True)
        held = desk.language.date(line.form.held_on) if line.form.held_on is not None else ""
        self.reason.set_value(f"{outcome_of_test(desk.language, line.form)} {held}".strip())

    def submit(self) -> None:
        """Changes the results that wait for the test."""
        act, reason = unit_reviews.apply_test, self.reason.value()
        self.act(self.desk.jobs.do(self, act, self._case_id, self._unit_id, reason))


def _thousandths(number: Decimal | None) -> int | None:
    return None if number is None else int(number * 1000)
