"""Microcredentials: no mandatory element may be missing, and the meter of conformity is in step with what is said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.i18n import LANGUAGES
from commission_app.rules import certificate_record, conformity, conformity_matrix, conformity_measures, microcredential
from commission_app.rules.certificate_kinds import lawful
from commission_app.rules.certificate_record import CertificateRecord, RecordElements
from commission_app.rules.conformity import ConformitySheet, Judged, Kept, PrinciplesSheet
from commission_app.rules.conformity_measures import ProgrammeFacts
from commission_app.rules.microcredential import MANDATORY, Profile
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Conformity,
    Criterion,
    Cycle,
    Element,
    Participation,
    Principle,
    PrincipleAnswer,
    ProgrammeKind,
    QualityKind,
    Stackability,
    Supervision,
)
from commission_app.rules.vocabulary.standard import CreditUnit, StandardKind
from commission_app.wording.conformity import explained, total_text
from commission_app.wording.sentences import sentence
from tests.documents.sample_records import microcredential_record

TEXTS = st.builds(Said, st.text(max_size=20), st.text(max_size=20))
PROFILES = st.builds(
    Profile,
    title=TEXTS,
    units=st.lists(st.uuids().map(str), max_size=3).map(tuple),
    countries=st.lists(st.sampled_from(["LV", "EE", "LT-VL"]), max_size=2).map(tuple),
    workload=st.none() | st.integers(1, 90_000),
    workload_unit=st.none() | st.sampled_from(CreditUnit),
    level_applies=st.booleans(),
    cycle=st.none() | st.sampled_from(Cycle),
    assessment=st.lists(st.sampled_from(AssessmentKind), max_size=3).map(tuple),
    assessment_note=TEXTS,
    participation=st.none() | st.sampled_from(Participation),
    quality=st.none() | st.sampled_from(QualityKind),
    quality_note=TEXTS,
    prerequisites=TEXTS,
    supervision=st.none() | st.sampled_from(Supervision),
    stackability=st.none() | st.sampled_from(Stackability),
    stackability_note=TEXTS,
    more=TEXTS,
)


def without(record: CertificateRecord, element: Element) -> CertificateRecord:
    """The record with one mandatory element taken out."""
    held = record.elements
    assert held is not None
    match element:
        case Element.LEARNER:
            return replace(record, holder=replace(record.holder, given="", family=""))
        case Element.TITLE:
            return replace(record, title=replace(record.title, en=" "))
        case Element.COUNTRY:
            return replace(record, elements=replace(held, countries=()))
        case Element.AWARDING_BODY:
            return replace(record, issuer=replace(record.issuer, name=replace(record.issuer.name, en="")))
        case Element.OUTCOMES:
            return replace(record, units=(replace(record.units[0], outcomes=()), *record.units[1:]))
        case Element.WORKLOAD:
            return replace(record, credits=None, elements=replace(held, workload=None))
        case Element.LEVEL:
            return replace(record, level=None)
        case Element.ASSESSMENT:
            return replace(record, elements=replace(held, assessment=()))
        case Element.PARTICIPATION:
            return replace(record, elements=replace(held, participation=""))
        case _:
            return replace(record, elements=replace(held, quality=""))


def test_a_whole_microcredential_lacks_nothing_and_keeps_its_record() -> None:
    record = microcredential_record(units=3)
    assert microcredential.missing(record) == ()
    assert certificate_record.read(certificate_record.text(record)) == record
    assert len(MANDATORY) == 11


@given(st.sets(st.sampled_from([one for one in MANDATORY if one is not Element.DATE]), min_size=1), st.integers(1, 4))
def test_any_mandatory_element_taken_out_is_named_and_nothing_else(taken: set[Element], units: int) -> None:
    record = microcredential_record(units=units)
    for element in taken:
        record = without(record, element)
    lacks = microcredential.missing(record)
    assert {one.facts["element"] for one in lacks} == taken
    with pytest.raises(RefusedError):
        microcredential.require(record)
    for one in lacks:
        assert all(sentence(language, one) for language in LANGUAGES)


HALF = Said("tikai latviski", "")
HALVES = (
    ("quality_note", RecordElements(quality_note=HALF)),
    ("prerequisites", RecordElements(prerequisites=HALF)),
    ("stackability_note", RecordElements(stackability_note=HALF)),
    ("more", RecordElements(more=HALF)),
    ("assessment_note", RecordElements(assessment_note=HALF)),
)


@pytest.mark.parametrize(("name", "elements"), HALVES)
def test_an_optional_text_in_one_language_only_does_not_leave(name: str, elements: RecordElements) -> None:
    record = microcredential_record()
    bare = RecordElements(
        countries=("LV",),
        assessment=(AssessmentKind.PORTFOLIO,),
        participation=Participation.ONLINE,
        quality=QualityKind.INTERNAL,
    )
    assert microcredential.missing(replace(record, elements=bare)) == ()
    half = replace(
        elements,
        countries=bare.countries,
        assessment=bare.assessment,
        participation=bare.participation,
        quality=bare.quality,
    )
    (lack,) = microcredential.missing(replace(record, elements=half))
    assert lack.field == f"{name}_en"


@given(PROFILES)
def test_a_profile_is_read_back_as_it_was_written(profile: Profile) -> None:
    assert microcredential.read(microcredential.text(profile)) == profile
    held = microcredential.elements(profile)
    assert held.countries == profile.countries
    assert (held.quality or None) == profile.quality


@given(st.text(max_size=60) | PROFILES.map(lambda profile: microcredential.text(profile)[:-9]))
def test_nonsense_is_no_profile_and_no_sheet(stored: str) -> None:
    for read in (microcredential.read, conformity.read_conformity, conformity.read_principles):
        if stored.strip() != "{}":
            with pytest.raises(RefusedError):
                read(stored)


def test_the_usual_paper_comes_first_and_microcredentials_follow_the_setting() -> None:
    kinds = lawful(Procedure.VOCATIONAL, StandardKind.MODULE_SET, whole=False, microcredentials=False)
    assert kinds[0] is CertificateKind.QUALIFICATION_PART
    assert CertificateKind.MODULE in kinds
    assert CertificateKind.MICROCREDENTIAL not in kinds
    higher = lawful(Procedure.HIGHER_EDUCATION, StandardKind.STUDY_PROGRAMME, whole=True, microcredentials=True)
    assert higher == (
        CertificateKind.RECOGNITION_STATEMENT,
        CertificateKind.MICROCREDENTIAL,
        CertificateKind.NON_FORMAL,
    )


@given(st.lists(st.none() | st.sampled_from(Conformity), min_size=1, max_size=10))
def test_the_total_lies_between_the_worst_and_the_best_and_never_flatters(steps: list[Conformity | None]) -> None:
    total, counted = conformity.total(steps), [step for step in steps if step is not None]
    if not counted:
        assert total is None
        return
    assert total is not None
    order = tuple(Conformity)
    best, worst = min(counted, key=order.index), max(counted, key=order.index)
    assert order.index(best) <= order.index(total) <= order.index(worst)
    mean = sum(conformity.points(step) for step in counted) / len(counted)
    assert conformity.points(total) <= mean < conformity.points(total) + 1


def test_the_shipped_matrix_leaves_open_what_cannot_be_read_for_certain() -> None:
    sheets = {kind: conformity_matrix.shipped(kind) for kind in ProgrammeKind}
    assert all(len(sheet.cells) == len(Criterion) for sheet in sheets.values())
    opened = {(kind, cell.criterion) for kind, sheet in sheets.items() for cell in sheet.cells if cell.step is None}
    unsure = (Criterion.SAYS_LEVEL, Criterion.QUALITY)
    assert opened == {(kind, one) for kind in (ProgrammeKind.TEACHERS, ProgrammeKind.NON_FORMAL) for one in unsure}
    assert all(cell.note.lv and cell.note.en for sheet in sheets.values() for cell in sheet.cells)
    further = sheets[ProgrammeKind.FURTHER_EDUCATION].of(Criterion.BELOW_QUALIFICATION)
    assert further.step is Conformity.NOT


def test_a_person_outweighs_the_data_and_the_data_outweigh_the_kind() -> None:
    record = microcredential_record()
    facts = ProgrammeFacts(StandardKind.STUDY_PROGRAMME, record.units, False, 6, True, Profile())
    computed = conformity_measures.of_programme(facts)
    own = ConformitySheet(ProgrammeKind.COURSES, (Judged(Criterion.SAYS_CREDITS, Conformity.PARTLY, Said("tā", "so")),))
    meter = conformity.of_programme(own, computed, conformity_matrix.shipped(ProgrammeKind.COURSES))
    rows = {row.criterion: row for row in meter.rows}
    assert rows[Criterion.SAYS_CREDITS].step is Conformity.PARTLY
    assert rows[Criterion.SAYS_CREDITS].judged
    assert rows[Criterion.SAYS_LEVEL].step is Conformity.FULL
    assert rows[Criterion.LABOUR_MARKET].step is Conformity.PARTLY, "as for its kind"
    for language in LANGUAGES:
        assert all(explained(language, row) for row in meter.rows if row.step)
        assert total_text(language, meter)


def test_one_issue_is_measured_by_what_its_paper_says() -> None:
    record = microcredential_record()
    good = conformity_measures.of_issue(record)
    poor = conformity_measures.of_issue(
        replace(
            record,
            kind=CertificateKind.RECOGNITION_STATEMENT,
            elements=None,
            accreditation="",
            level=None,
            units=tuple(replace(unit, outcomes=()) for unit in record.units),
        )
    )
    assert good.total is Conformity.FULL
    assert poor.total is not None and poor.total is not Conformity.FULL
    said = {row.criterion: row.step for row in poor.rows}
    assert said[Criterion.SAYS_OUTCOMES] is Conformity.NOT
    assert said[Criterion.LABOUR_MARKET] is None, "no paper says it"


def test_what_is_judged_is_noted_in_both_languages() -> None:
    half = PrinciplesSheet((Kept(Principle.QUALITY, PrincipleAnswer.YES, Said("Ir", "")),))
    with pytest.raises(RefusedError) as why:
        conformity.require_notes(half)
    assert why.value.refusal.field == "quality_en"
    whole = PrinciplesSheet((Kept(Principle.QUALITY, PrincipleAnswer.YES, Said("Ir", "Yes")),))
    conformity.require_notes(whole)
    assert conformity.read_principles(conformity.text(whole)) == whole
