"""The library of standards through the office: drafts written by hand, editions through their life, what is found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from commission_app.errors import ConflictError, RefusedError
from commission_app.models.search import SearchRow
from commission_app.rules.vocabulary.scoring import VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, EditionState, OutcomeKind, PklScale, UnitKind
from commission_app.services import (
    cases,
    exams,
    history,
    searching,
    standard_edit,
    standard_import,
    standard_life,
    standard_list,
    standard_moves,
    standards,
)
from commission_app.services.office import Office
from commission_app.services.standard_forms import HeadForm, NodeKey, NodeKind, OutcomeForm, PartForm, UnitForm
from commission_app.services.standards import EditionCard
from commission_app.store.work import Reading
from tests import make

DAY = date(2024, 9, 1)


def refused(office: Office, act: Callable[..., object], *args: object, **named: object) -> str:
    """The reason for which an act is refused."""
    with pytest.raises(RefusedError) as caught:
        office.do(act, *args, **named)
    return caught.value.reason


def head(code: str = "PS-1", **said: object) -> HeadForm:
    """The head of a profession standard as a secretary would fill it in."""
    form = HeadForm(
        code=code,
        title_lv="Ķekavas namdaris",
        title_en="Carpenter of Ķekava",
        label="2024",
        valid_from=DAY,
        lki=4,
        pkl=4,
        pkl_scale=PklScale.NEW,
        isced_f="0732",
        currency_years=4,
        entry_requirements="Pamatizglītība",
    )
    return replace(form, **said)  # type: ignore[arg-type]


def written(office: Office, code: str = "PS-1") -> int:
    """A draft with one part, two units and three outcomes, written form by form."""
    edition = office.do(standard_life.begin, head(code))
    part = office.do(standard_edit.add_part, edition, PartForm("A", "Koka darbi"))
    first = UnitForm("M1", UnitKind.MODULE, "Jumta izbūve", "Roof building", part.id, Decimal("4.5"), CreditUnit.ECTS)
    unit = office.do(standard_edit.add_unit, edition, replace(first, route=VerificationRoute.DEMONSTRATION, local=True))
    office.do(standard_edit.add_outcome, unit.id, OutcomeForm("M1.1", "Ķekavā ceļ spāres", "raises rafters"))
    office.do(standard_edit.add_outcomes, unit.id, "1. sedz jumtu\n\n- pārbauda slīpumu", "lv")
    other = office.do(standard_edit.add_unit, edition, UnitForm("M2", title_lv="Grīdas", prerequisites=("M1",)))
    office.do(standard_edit.add_outcome, other.id, OutcomeForm("M2.1", "ieklāj grīdu", kind=OutcomeKind.SKILL))
    return edition


def card(office: Office, edition: int) -> EditionCard:
    """The edition as its page shows it."""
    return office.ask(standards.card, edition)


def unit_of(office: Office, edition: int, code: str) -> standards.UnitLine:
    """A unit by its code."""
    return next(unit for unit in card(office, edition).units if unit.code == code)


def seen(office: Office, edition: int) -> int:
    """The version the page shows."""
    return card(office, edition).row.version


@pytest.fixture
def office(office: Office) -> Office:
    """An office with a secretary."""
    make.institution(office)
    return office


def test_a_standard_is_written_by_hand_and_reads_as_it_was_written(office: Office) -> None:
    edition = written(office)
    held = card(office, edition)
    assert held.head == head()
    assert [(unit.code, unit.part, unit.credits, unit.local) for unit in held.units] == [
        ("M1", "A", Decimal("4.5"), True),
        ("M2", "", None, False),
    ]
    assert held.units[0].route is VerificationRoute.DEMONSTRATION
    assert held.units[1].prerequisites == ("M1",)
    assert [(row.code, row.text_lv) for row in held.units[0].outcomes] == [
        ("M1.1", "Ķekavā ceļ spāres"),
        ("M1.2", "sedz jumtu"),
        ("M1.3", "pārbauda slīpumu"),
    ]
    assert not held.acts.editing
    facts = office.ask(standards.facts, edition)
    assert office.ask(standard_import.preview, facts).unchanged


def test_a_renamed_unit_is_followed_by_those_that_need_it(office: Office) -> None:
    edition = written(office)
    unit = unit_of(office, edition, "M1")
    office.do(standard_edit.change_unit, unit.id, unit.form(), replace(unit.form(), code="M10", part_id=None))
    assert unit_of(office, edition, "M2").prerequisites == ("M10",)
    assert unit_of(office, edition, "M10").part == ""


def test_who_was_slower_hears_of_it_and_changes_nothing(office: Office) -> None:
    edition = written(office)
    row = unit_of(office, edition, "M2").outcomes[0]
    office.do(standard_edit.change_outcome, row.id, row.form(), replace(row.form(), text_lv="slīpē grīdu"))
    with pytest.raises(ConflictError):
        office.do(standard_edit.change_outcome, row.id, row.form(), replace(row.form(), text_lv="lako grīdu"))
    assert unit_of(office, edition, "M2").outcomes[0].text_lv == "slīpē grīdu"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code": " "}, "node.without_code"),
        ({"code": "X" * 61}, "node.too_long"),
        ({"title_lv": "", "title_en": ""}, "node.without_title"),
        ({"label": ""}, "edition.without_label"),
        ({"valid_from": None}, "edition.without_beginning"),
        ({"last_applications_on": date(2020, 1, 1)}, "edition.last_before_first"),
        ({"lki": 9}, "levels.no_such_lki"),
        ({"pkl_scale": None}, "levels.no_scale"),
        ({"pkl": 3}, "levels.apart"),
        ({"pkl": 6, "pkl_scale": PklScale.OLD}, "levels.no_such_pkl"),
        ({"isced_f": "99"}, "edition.isced"),
        ({"credits": Decimal(5)}, "node.credits_without_unit"),
        ({"credits": Decimal("0.0001"), "credit_unit": CreditUnit.ECTS}, "node.amount_too_fine"),
        ({"credits": Decimal(1001), "credit_unit": CreditUnit.ECTS}, "node.amount"),
        ({"currency_years": 0}, "edition.currency_years"),
        ({"description_lv": "a" * 10_001}, "node.too_long"),
        ({"aggregation": "{"}, "aggregation.unreadable"),
    ],
)
def test_a_head_that_cannot_stand_is_refused(office: Office, change: dict[str, object], reason: str) -> None:
    assert refused(office, standard_life.begin, head(**change)) == reason
    assert not office.ask(standards.editions)


def test_a_node_that_cannot_stand_is_refused_and_nothing_is_stored(office: Office) -> None:
    edition = written(office)
    before = card(office, edition)
    unit = before.units[0]
    bad = (
        (standard_edit.add_unit, edition, UnitForm("m1", title_lv="Vēlreiz"), "node.code_taken"),
        (standard_edit.add_unit, edition, UnitForm("M9"), "node.without_title"),
        (standard_edit.add_unit, edition, UnitForm("M;9", title_lv="x"), "node.code_semicolon"),
        (standard_edit.add_unit, edition, UnitForm("M9", title_lv="x", prerequisites=("m9",)), "unit.needs_itself"),
        (standard_edit.add_unit, edition, UnitForm("M9", title_lv="x", part_id=10**9), "unit.no_such_part"),
        (standard_edit.add_unit, edition, UnitForm("M9", title_lv="x", hours=Decimal(-1)), "node.amount"),
        (standard_edit.add_part, edition, PartForm("a", "x"), "node.code_taken"),
        (standard_edit.add_outcome, unit.id, OutcomeForm("M2.1", "x"), "node.code_taken"),
        (standard_edit.add_outcome, unit.id, OutcomeForm("Z"), "outcome.without_text"),
        (standard_edit.add_outcome, unit.id, OutcomeForm("Z", "x", weight=0), "outcome.weight"),
    )
    for act, where, form, reason in bad:
        assert refused(office, act, where, form) == reason
    assert refused(office, standard_edit.add_outcomes, unit.id, " \n\t", "lv") == "outcome.nothing_pasted"
    assert refused(office, standard_edit.add_outcomes, unit.id, "M2.1\tagain\nok", "lv") == "node.code_taken"
    assert refused(office, standard_edit.add_outcomes, unit.id, "x\n" * 1001, "lv") == "outcome.too_many_pasted"
    assert card(office, edition) == before


def test_moving_doubling_and_taking_out_keep_the_rest_in_order(office: Office) -> None:
    edition = written(office)
    unit = unit_of(office, edition, "M1")
    last = NodeKey(NodeKind.OUTCOME, unit.outcomes[2].id)
    office.do(standard_moves.move, last, -1)
    office.do(standard_moves.move, last, -1)
    office.do(standard_moves.move, last, -1)
    assert [row.code for row in unit_of(office, edition, "M1").outcomes] == ["M1.3", "M1.1", "M1.2"]
    office.do(standard_moves.place, last, NodeKey(NodeKind.UNIT, unit_of(office, edition, "M2").id), 0)
    assert [row.code for row in unit_of(office, edition, "M2").outcomes] == ["M1.3", "M2.1"]
    twin = office.do(standard_moves.duplicate, NodeKey(NodeKind.UNIT, unit.id))
    codes = [(one.code, [row.code for row in one.outcomes]) for one in card(office, edition).units]
    assert codes == [("M1", ["M1.1", "M1.2"]), ("M3", ["M3.1", "M3.2"]), ("M2", ["M1.3", "M2.1"])]
    office.do(standard_moves.remove, (NodeKey(NodeKind.PART, card(office, edition).parts[0].id), twin))
    office.do(standard_moves.remove, (NodeKey(NodeKind.UNIT, unit.id),))
    (left,) = card(office, edition).units
    assert (left.code, left.prerequisites, left.part) == ("M2", (), "")
    assert refused(office, standard_moves.place, last, NodeKey(NodeKind.HEAD, edition), 0) == "node.wrong_place"


def test_an_edition_lives_from_draft_to_retired_and_its_history_says_why(office: Office) -> None:
    edition = written(office)
    office.do(standard_life.send_to_review, edition, seen(office, edition))
    assert refused(office, standard_edit.add_part, edition, PartForm("B", "x")) == "edition.not_open"
    assert refused(office, standard_life.send_back, edition, seen(office, edition), " ") == "edition.without_note"
    office.do(standard_life.send_back, edition, seen(office, edition), "Trūkst drošības")
    assert card(office, edition).state_reason == "Trūkst drošības"
    office.do(standard_life.send_to_review, edition, seen(office, edition))
    office.do(standard_life.approve, edition, seen(office, edition), "NEP 12.03.2024., prot. Nr. 3")
    office.do(standard_life.retire, edition, seen(office, edition), date(2026, 1, 1), "Jauna redakcija")
    acts = office.ask(history.of_subject, card(office, edition).uid)
    names = [act.name.removeprefix("standard_life.") for act in acts if act.name.startswith("standard_life.")]
    assert names == ["retire", "approve", "send_to_review", "send_back", "send_to_review", "begin"]
    assert {act.user_name for act in acts} == {"Anna Ozola"}
    reasons = [change.new for act in acts for change in act.changes if change.field == "state_reason" and change.new]
    assert reasons == ["Jauna redakcija", "NEP 12.03.2024., prot. Nr. 3", "Trūkst drošības"]
    last = seen(office, edition)
    assert refused(office, standard_life.settle_end, edition, last, None, None) == "edition.retired"


def test_what_lacks_content_is_not_approved(office: Office) -> None:
    edition = office.do(standard_life.begin, head(title_lv="", lki=None, pkl=None, pkl_scale=None))
    reasons = {reason.reason for reason in card(office, edition).acts.approval}
    assert reasons == {"edition.lacks_lki", "edition.lacks_title", "edition.lacks_units"}
    assert refused(office, standard_life.send_to_review, edition, seen(office, edition)) == "edition.lacks_units"
    unit = office.do(standard_edit.add_unit, edition, UnitForm("M1", title_en="Only English", prerequisites=("M7",)))
    other = UnitForm("M2", title_lv="x", prerequisites=("M1",), aggregation='{"kind":"points","points_needed":9000}')
    second = office.do(standard_edit.add_unit, edition, other)
    office.do(standard_edit.add_outcome, second.id, OutcomeForm("M2.1", text_en="English alone"))
    reasons = {reason.reason for reason in card(office, edition).acts.approval}
    assert reasons >= {
        "edition.lacks_outcomes",
        "edition.lacks_titles",
        "edition.lacks_texts",
        "edition.lacks_prerequisite",
        "edition.unreachable",
        "aggregation.too_many",
    }
    first = unit_of(office, edition, "M1")
    office.do(standard_edit.change_unit, unit.id, first.form(), replace(first.form(), prerequisites=("M2",)))
    reasons = {reason.reason for reason in card(office, edition).acts.approval}
    assert "edition.prerequisites_in_circle" in reasons
    assert refused(office, standard_life.approve, edition, seen(office, edition)).startswith("edition.lacks")


def test_a_new_edition_keeps_the_identity_of_each_unit_and_the_old_one_its_cases(office: Office) -> None:
    commission = make.commission(office)
    old = make.standard(office)
    opened = make.case(office, old, commission_id=commission)
    assert {reason.reason for reason in card(office, old).acts.editing} == {"edition.used_by_cases", "edition.not_open"}
    assert refused(office, standard_life.send_back, old, seen(office, old), "x") == "edition.used_by_cases"
    assert refused(office, standard_life.new_edition, old, "2024", DAY) == "edition.label_taken"
    assert refused(office, standard_life.new_edition, old, "2030", date(2018, 1, 1)) == "edition.not_after"
    new = office.do(standard_life.new_edition, old, "2027", date(2027, 1, 1))
    before, after = card(office, old), card(office, new)
    assert [replace(u, id=0, uid="", part_id=None, outcomes=()) for u in before.units] == [
        replace(u, id=0, uid="", part_id=None, outcomes=()) for u in after.units
    ]
    assert (after.row.state, after.line[1].predecessor_id) == (EditionState.DRAFT, old)
    found = office.ask(standards.stands_in, after.units[0].id)
    assert [(row.edition_id, row.unit_id) for row in found] == [(old, before.units[0].id)]
    assert office.ask(cases.card, opened.id).edition_id == old
    assert after.acts.naming and after.acts.naming[0].reason == "edition.name_locked"
    renamed = replace(after.head, title_lv="Cits nosaukums")
    assert refused(office, standard_edit.change_head, new, after.head, renamed) == "edition.name_locked"
    office.do(standard_edit.change_head, new, after.head, replace(after.head, currency_years=3))
    assert card(office, old).head.currency_years is None
    assert refused(office, standard_life.discard, old, seen(office, old)) == "edition.used_by_cases"


def test_a_draft_is_given_up_whole_and_found_no_more(office: Office) -> None:
    edition = written(office)
    assert office.ask(searching.find, "spāres")
    office.do(standard_life.discard, edition, seen(office, edition))
    assert not office.ask(standards.editions)
    assert not office.ask(searching.find, "spāres")
    assert not office.ask(searching.find, "namdaris")
    assert office.do(standard_life.begin, head())


def test_a_unit_stands_in_several_standards_as_the_same_unit(office: Office) -> None:
    source, target = written(office), office.do(standard_life.begin, head("PS-2"))
    unit = unit_of(office, source, "M1")
    (taken,) = office.do(standard_moves.borrow, target, (unit.id,))
    assert [row.text_lv for row in unit_of(office, target, "M1").outcomes] == [row.text_lv for row in unit.outcomes]
    assert [row.edition_id for row in office.ask(standards.stands_in, taken.id)] == [source]
    assert [row.code for row in office.ask(standards.stands_in, unit.id)] == ["PS-2"]
    assert refused(office, standard_moves.borrow, target, (unit.id,)) == "unit.stands_here"
    assert refused(office, standard_moves.borrow, target, ()) == "unit.none_chosen"
    twin = office.do(standard_moves.duplicate, taken)
    assert not office.ask(standards.stands_in, twin.id)


def test_the_last_day_for_applications_closes_the_counter_and_not_the_cases(office: Office) -> None:
    make.commission(office)
    edition = make.standard(office)
    today = make.today(office)
    opened = make.case(office, edition)
    office.do(standard_life.settle_end, edition, seen(office, edition), today.replace(year=today.year - 1), None)
    with pytest.raises(RefusedError, match=r"edition\.last_day_passed"):
        make.case(office, edition, serial=1)
    assert office.ask(cases.card, opened.id).edition_id == edition
    later = today.replace(year=today.year + 1)
    assert refused(office, standard_life.settle_end, edition, seen(office, edition), later, today) == (
        "edition.last_after_end"
    )
    office.do(standard_life.settle_end, edition, seen(office, edition), later, later)
    make.case(office, edition, serial=1)


@pytest.mark.parametrize("words", ["kekava", "spares", "RAFTERS", "m1.1", "jumta izbuve", "ps-1 grida"])
def test_everything_of_a_standard_is_found_in_the_library(office: Office, words: str) -> None:
    edition = written(office)
    make.standard(office)
    (row,) = office.ask(standard_list.page, words=words).rows
    assert row.id == edition
    assert row.hit is not None
    assert office.ask(standard_list.ids, words=words) == (edition,)


def test_a_hit_names_the_outcome_and_follows_every_change(office: Office) -> None:
    edition = written(office)
    (hit,) = office.ask(searching.find, "slīpumu")
    row = unit_of(office, edition, "M1").outcomes[2]
    assert (hit.noun, hit.key, hit.part) == ("standard", edition, f"outcome-{row.id}")
    assert "pārbauda slīpumu" in hit.title
    office.do(standard_edit.change_outcome, row.id, row.form(), replace(row.form(), text_lv="mēra leņķi"))
    assert not office.ask(searching.find, "slīpumu")
    assert office.ask(searching.find, "lenki")
    office.do(standard_moves.remove, (NodeKey(NodeKind.OUTCOME, row.id),))
    assert not office.ask(searching.find, "lenki")


def test_taking_the_same_edition_in_again_leaves_no_stale_rows(office: Office) -> None:
    facts = make.standard_facts(units=4, outcomes=5)
    office.do(standard_import.take_in, facts)
    office.do(standard_import.take_in, replace(facts, units=facts.units[:1]))

    def rows(reading: Reading) -> dict[str, int]:
        query = select(SearchRow.noun, func.count()).group_by(SearchRow.noun)
        return {str(row[0]): int(row[1]) for row in reading.session.execute(query)}

    assert {noun: n for noun, n in office.ask(rows).items() if noun in ("unit", "outcome", "standard")} == {
        "standard": 1,
        "unit": 1,
        "outcome": 5,
    }
    assert not office.ask(searching.find, "DatZ1040")


def test_a_person_is_not_crowded_out_by_outcomes(office: Office) -> None:
    make.commission(office)
    facts = make.standard_facts(units=1, outcomes=60)
    outcomes = tuple(replace(row, text_lv=f"šūpulīte {row.code}") for row in facts.units[0].outcomes)
    edition = make.standard(office, replace(facts, units=(replace(facts.units[0], outcomes=outcomes),)))
    make.case(office, edition, serial=1)
    hits = office.ask(searching.find, "supul")
    assert [hit.noun for hit in hits[:2]] == ["case", "person"]
    assert 0 < sum(hit.noun == "standard" for hit in hits) <= searching.MOST_INSIDE


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        ({"kind": "profession_standard"}, ["PS-1"]),
        ({"state": "approved"}, ["DAT-B"]),
        ({"lki": "6"}, ["DAT-B"]),
        ({"field": "07"}, ["PS-1"]),
        ({"accredited": "yes"}, ["DAT-B"]),
        ({"accredited": "no"}, ["PS-1"]),
        ({"in_force": "today"}, ["DAT-B"]),
        ({"in_force": "2018-12-31"}, []),
        ({"in_force": "2019-01-01", "lki": "4"}, []),
    ],
)
def test_filters_narrow_the_library(office: Office, filters: dict[str, str], codes: list[str]) -> None:
    written(office)
    make.standard(office)
    assert [row.code for row in office.ask(standard_list.page, filters=filters).rows] == codes


def test_a_retired_edition_was_in_force_until_its_end(office: Office) -> None:
    edition = make.standard(office)
    office.do(standard_life.retire, edition, seen(office, edition), date(2025, 6, 30))
    inside = office.ask(standard_list.ids, filters={"in_force": "2025-06-30"})
    assert (inside, office.ask(standard_list.ids, filters={"in_force": "2025-07-01"})) == ((edition,), ())


def test_an_exam_locks_its_edition_too(office: Office) -> None:
    commission = make.commission(office)
    edition = make.standard(office)
    scale = {mark: 10 * mark for mark in range(1, 11)}
    form = exams.ExamForm(make.today(office), 50, 50, scale)
    office.do(exams.plan_exam, edition, commission, form)
    assert [reason.reason for reason in card(office, edition).used_by] == ["edition.used_by_exams"]
    assert refused(office, standard_life.send_back, edition, seen(office, edition), "x") == "edition.used_by_exams"
