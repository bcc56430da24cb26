"""A framework of others comes again, shuffled or renumbered: nothing but the order changes, and nothing is lost."""

import json
import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commission_app.errors import CancelledError
from commission_app.exchange import standard_workbook
from commission_app.exchange.standard_carried import completed
from commission_app.exchange.standard_changes import Mark, changes
from commission_app.exchange.standard_facts import OutcomeFacts, StandardFacts
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import LATVIAN
from commission_app.services import standard_import, standards
from commission_app.services.office import Office, Progress
from commission_app.wording.sentences import sentence
from tests import make

UNITS, EACH = 3, 4


def case(order: random.Random, *, extra: bool = False) -> bytes:
    """A package without codes, its items and associations in any order."""
    items: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []

    def add(key: str, text: str, above: str) -> None:
        items.append({"identifier": key, "fullStatement": text, "educationLevel": ["EQF 5"]})
        ends = {"originNodeURI": {"identifier": key}, "destinationNodeURI": {"identifier": above}}
        links.append({"associationType": "isChildOf", **ends})

    for unit in range(UNITS):
        add(f"u{unit}", f"Topic {unit}", "d")
        for n in range(EACH):
            # Two outcomes that say the same are still two.
            add(f"u{unit}-{n}", f"Can do {n // 2}", f"u{unit}")
    if extra:
        add("new", "Can do something new", "u1")
    order.shuffle(items)
    order.shuffle(links)
    document = {"identifier": "d", "title": "A framework", "language": "en"}
    return json.dumps({"CFDocument": document, "CFItems": items, "CFAssociations": links}).encode()


def matrix(order: random.Random) -> bytes:
    """A .matrix framework whose elements have no ids."""
    rows = [
        {"standardid": f"S{unit}", "name": f"Can do {n} of {unit}", "description": ""}
        for unit in range(UNITS)
        for n in range(EACH)
    ]
    heads = [{"standardid": f"S{unit}", "name": f"Topic {unit}"} for unit in range(UNITS)]
    order.shuffle(rows)
    order.shuffle(heads)
    return json.dumps({"framework": {"name": "F", "standards": heads, "standardelements": rows}}).encode()


def content(facts: StandardFacts) -> dict[str, OutcomeFacts]:
    """Every outcome by its code."""
    return {outcome.code: outcome for _, outcome in facts.outcomes()}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.sampled_from([case, matrix]))
def test_shuffled_siblings_change_nothing_but_the_order(order: random.Random, made: Any) -> None:
    old = read_standard(made(random.Random(1)), "x.json")
    # The library has added of its own what the file does not know.
    mine = tuple(replace(unit, credits=Decimal(2)) for unit in old.units) if made is matrix else old.units
    old = replace(old, units=mine)
    new = completed(old, read_standard(made(order), "x.json"))
    assert [row for row in changes(old, new) if row.any_change()] == []
    assert content(new) == content(old)


def test_a_new_item_takes_a_new_code_and_no_other_moves() -> None:
    old = read_standard(case(random.Random(1)), "x.json")
    new = completed(old, read_standard(case(random.Random(7), extra=True), "x.json"))
    rows = [below for row in changes(old, new) for below in row.below if below.mark is not Mark.UNCHANGED]
    assert [(row.mark, row.title_en) for row in rows] == [(Mark.ADDED, "Can do something new")]
    assert rows[0].code not in content(old)


def test_an_item_with_its_identifier_but_another_code_is_a_change_of_the_code() -> None:
    facts = make.standard_facts()
    first = replace(facts.units[0], external_id="urn:a")
    old = replace(facts, units=(first, *facts.units[1:]))
    new = replace(old, units=(replace(first, code="Jauns"), *facts.units[1:]))
    rows = [row for row in changes(old, new) if row.any_change()]
    assert [(row.mark, [(f.field, f.old, f.new) for f in row.fields]) for row in rows] == [
        (Mark.CHANGED, [("code", first.code, "Jauns")])
    ]


def test_the_level_that_all_items_name_is_the_level_of_the_standard() -> None:
    assert read_standard(case(random.Random(1)), "x.json").lki == 5


def test_a_foreign_framework_is_known_again_by_its_identifier_though_renamed(office: Office) -> None:
    first = office.do(standard_import.take_in, read_standard(case(random.Random(1)), "x.json"))
    renamed = case(random.Random(2)).replace(b"A framework", b"A framework, revised")
    seen = office.ask(standard_import.preview, read_standard(renamed, "x.json"))
    assert (seen.new_standard, seen.new_edition) == (False, False)
    assert not seen.units_added and not seen.units_changed and not seen.units_removed
    assert office.do(standard_import.take_in, read_standard(renamed, "x.json")) == first
    assert office.ask(standards.facts, first).title_en == "A framework, revised"


def identity(office: Office, edition: int, code: str) -> int:
    """The lasting identity of a unit."""
    from sqlalchemy import select

    from commission_app.models.standard import Unit

    chosen = select(Unit.identity_id).where(Unit.edition_id == edition, Unit.code == code)
    found: int = office.ask(lambda reading: reading.session.scalars(chosen).one())
    return found


def test_a_unit_that_is_exactly_another_has_its_identity_so_that_nothing_is_paid_twice(office: Office) -> None:
    ours = replace(make.standard_facts(), units=(replace(make.standard_facts().units[0], external_id="urn-x"),))
    known = office.do(standard_import.take_in, ours)
    package = json.loads(case(random.Random(1)))
    for one, other, kind in (
        ("u1", "urn-x", "exactMatchOf"),
        ("u2", "far-away", "exactMatchOf"),
        ("u0", "z", "isPeerOf"),
    ):
        ends = {"originNodeURI": {"identifier": one}, "destinationNodeURI": {"identifier": other}}
        package["CFAssociations"].append({"associationType": kind, **ends})
    facts = read_standard(json.dumps(package).encode(), "x.json")
    said = " ".join(sentence(LATVIAN, one) for one in office.ask(standard_import.preview, facts).remarks)
    assert "DAT-B" in said and "far-away" in said and "līdzīgām kompetencēm (1)" in said
    edition = office.do(standard_import.take_in, facts)
    stored = office.ask(standards.facts, edition)
    code = next(unit.code for unit in stored.units if unit.external_id == "u1")
    assert identity(office, edition, code) == identity(office, known, ours.units[0].code)
    others = {identity(office, edition, unit.code) for unit in stored.units}
    assert len(others) == UNITS


def test_taking_a_changed_draft_in_again_keeps_the_identities(office: Office) -> None:
    facts = make.standard_facts()
    edition = office.do(standard_import.take_in, facts)
    before = identity(office, edition, facts.units[0].code)
    units = (replace(facts.units[0], title_lv="Citādi"), *facts.units[1:])
    assert office.do(standard_import.take_in, replace(facts, units=units)) == edition
    assert identity(office, edition, facts.units[0].code) == before


def test_cross_references_of_moodle_are_told_and_not_kept() -> None:
    text = (
        "Parent ID number,ID number,Short name,Is framework,Cross-referenced competency ID numbers\n"
        ',F,Ietvars,1,\n,a,Temats,,\na,b,Prot,,"c"\na,c,Prot arī,,\n'
    )
    facts = read_standard(text.encode(), "x.csv", "lv")
    assert [one.reason for one in facts.noted] == ["standard_file.peers_not_kept"]
    assert all(not unit.same_as for unit in facts.units)


@pytest.mark.parametrize(
    ("sheet", "column"),
    [(2, "Pārbaudes veids"), (2, "Daļa"), (3, "Daļa"), (3, "Maksimālais punktu skaits"), (3, "Teksts angļu valodā")],
)
def test_a_column_that_an_older_form_lacks_stays_as_it_is(office: Office, sheet: int, column: str) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    full = full_standard()
    office.do(standard_import.take_in, full)
    book = load_workbook(BytesIO(standard_workbook.write(full, LATVIAN)))
    page = book.worksheets[sheet]
    place = next(cell.column for cell in page[1] if cell.value == column)
    page.delete_cols(place)
    fields = book.worksheets[0]
    row = next(cell.row for cell in fields["A"] if cell.value == "PKL skala")
    fields.delete_rows(row)
    out = BytesIO()
    book.save(out)
    seen = office.ask(standard_import.preview, read_standard(out.getvalue(), "x.xlsx"))
    assert seen.unchanged and not [row for row in seen.changes if row.any_change()]


def full_standard() -> StandardFacts:
    """A standard that says something in the newer columns."""
    from commission_app.exchange.standard_facts import PartFacts
    from commission_app.rules.vocabulary.scoring import VerificationRoute
    from commission_app.rules.vocabulary.standard import PklScale

    facts = make.standard_facts()
    units = tuple(
        replace(
            unit,
            route=next(iter(VerificationRoute)),
            part_code="D1",
            outcomes=tuple(replace(row, section="I", maximum=Decimal("2.5")) for row in unit.outcomes),
        )
        for unit in facts.units
    )
    parts = (PartFacts(code="D1", title_lv="Pirmā daļa"),)
    return replace(facts, pkl=5, pkl_scale=next(iter(PklScale)), parts=parts, units=units)


def test_a_taking_in_that_is_cancelled_leaves_nothing(office: Office) -> None:
    told: list[int] = []

    def report(done: int, total: int) -> None:
        told.append(done)
        progress.cancelled = len(told) > 3

    progress = Progress(report)
    with pytest.raises(CancelledError):
        office.do_with(progress, standard_import.take_in, make.standard_facts(units=9))
    assert told and office.ask(standards.editions) == ()
