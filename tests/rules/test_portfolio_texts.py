"""What a portfolio writes down: details of each kind and snapshots come back as they were; nonsense is refused."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules import evidence_details, submission
from commission_app.rules.evidence_details import DETAILS, OutsideCourse
from commission_app.rules.submission import FrozenFile, FrozenItem, FrozenSelf, FrozenUnit, Snapshot
from commission_app.rules.vocabulary.evidence import CourseAssessment, EvidenceKind

AMOUNTS = st.none() | st.decimals(min_value=0, max_value=1000, places=3)
DETAILED = st.sampled_from(sorted(DETAILS)).flatmap(
    lambda kind: st.tuples(
        st.just(EvidenceKind(kind)),
        st.builds(DETAILS[kind], **({"hours": AMOUNTS} if kind == "outside_course" else {})),
    )
)
FILES = st.builds(FrozenFile, size=st.integers(0, 10**12))
ITEMS = st.builds(FrozenItem, files=st.lists(FILES, max_size=2).map(tuple), links=st.just(()))
SNAPSHOTS = st.builds(
    Snapshot,
    items=st.lists(ITEMS, max_size=4, unique_by=lambda item: item.uid).map(tuple),
    units=st.lists(st.builds(FrozenUnit), max_size=2, unique_by=lambda one: one.unit_uid).map(tuple),
    self_assessments=st.lists(st.builds(FrozenSelf), max_size=2, unique_by=lambda one: one.outcome_uid).map(tuple),
    format=st.just(1),
)


@settings(max_examples=60, deadline=None)
@given(DETAILED)
def test_details_come_back_as_they_were(given_details: tuple[EvidenceKind, evidence_details.Details]) -> None:
    kind, details = given_details
    assert evidence_details.read(kind, evidence_details.written(details)) == details


@settings(max_examples=60, deadline=None)
@given(SNAPSHOTS)
def test_a_snapshot_comes_back_and_differs_from_itself_in_nothing(snapshot: Snapshot) -> None:
    again = submission.read(submission.written(snapshot))
    assert again == snapshot
    assert submission.difference(snapshot, again).nothing


@settings(max_examples=40, deadline=None)
@given(SNAPSHOTS, SNAPSHOTS)
def test_what_one_added_the_other_removed(one: Snapshot, other: Snapshot) -> None:
    there, back = submission.difference(one, other), submission.difference(other, one)
    assert there.added == back.removed
    assert {item.after.uid for item in there.changed} == {item.before.uid for item in back.changed}


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(DETAILS)), st.text(max_size=40) | st.from_regex(r"\{.{0,30}\}|\[+", fullmatch=True))
def test_nonsense_is_refused_and_nothing_else_happens(kind: str, text: str) -> None:
    try:
        evidence_details.read(EvidenceKind(kind), text)
    except RefusedError as error:
        assert error.refusal.reason == "details.unreadable"
    try:
        submission.read(text)
    except RefusedError as error:
        assert error.refusal.reason == "submission.unreadable"


@pytest.mark.parametrize(
    "text",
    [
        '{"hours":"NaN"}',
        '{"hours":12}',
        '{"assessment":"bribe"}',
        '{"held_from":"2026-02-30"}',
        '{"price":"1"}',
        '{"provider":null}',
    ],
)
def test_a_value_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match=r"details\.unreadable"):
        evidence_details.read(EvidenceKind.OUTSIDE_COURSE, text)


@pytest.mark.parametrize("hours", [Decimal(-1), Decimal(100_001)])
def test_hours_that_no_life_holds_are_refused(hours: Decimal) -> None:
    with pytest.raises(RefusedError, match=r"details\.amount"):
        evidence_details.check(EvidenceKind.OUTSIDE_COURSE, OutsideCourse(hours=hours), date(2026, 1, 1))


def test_details_of_another_kind_are_refused() -> None:
    with pytest.raises(RefusedError, match=r"details\.foreign"):
        evidence_details.check(EvidenceKind.CV, OutsideCourse(), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("assessment", "nothing"),
    [(CourseAssessment.NOT_KNOWN, True), (CourseAssessment.ATTENDANCE, True), (CourseAssessment.TEST, False)],
)
def test_a_course_without_assessment_shows_attendance_only(assessment: CourseAssessment, nothing: bool) -> None:
    details = OutsideCourse(assessment=assessment)
    assert evidence_details.is_attendance_only(EvidenceKind.OUTSIDE_COURSE, details) is nothing
    assert not evidence_details.is_attendance_only(EvidenceKind.CV, None)
