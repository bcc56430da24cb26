"""The ledger of state forms as rules: numbers in rows, what may happen to a form, and that every line adds up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules import blank_layout, blank_ledger
from commission_app.rules.blank_layout import FieldPlace, FormLayout, Offset
from commission_app.rules.blank_ledger import FORM_KINDS, Figures
from commission_app.rules.vocabulary.blank import BlankMove, BlankState, FieldAlign, FormField

places = st.builds(
    FieldPlace,
    field=st.sampled_from(FormField),
    x=st.integers(0, 1000),
    y=st.integers(20, 1500),
    width=st.integers(50, 1000),
    size=st.integers(60, 360),
    align=st.sampled_from(FieldAlign),
    lines=st.integers(1, 5),
    page=st.integers(1, 4),
)


@given(first=st.integers(0, 99_999), count=st.integers(1, 200), width=st.integers(6, 12))
def test_numbers_keep_their_length_and_none_stands_twice(first: int, count: int, width: int) -> None:
    span = blank_ledger.span(str(first).zfill(width), str(first + count - 1).zfill(width))
    texts = [span.text(value) for value in span.values()]
    assert len(set(texts)) == span.count == count
    assert {len(text) for text in texts} == {width}


@pytest.mark.parametrize("first", ["", "12a", "1-5", "٣", "1234567890123", "−5"])
def test_what_is_no_number_is_refused_where_it_was_typed(first: str) -> None:
    with pytest.raises(RefusedError) as why:
        blank_ledger.span(first, "99999")
    assert why.value.refusal.field == "number_from"


@given(st.sets(st.integers(0, 60)))
def test_rows_of_numbers_hold_each_number_once_and_never_touch(values: set[int]) -> None:
    found = list(blank_ledger.runs(values))
    assert {value for first, last in found for value in range(first, last + 1)} == values
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(found))


@given(st.lists(st.sampled_from([move for move in BlankMove if move is not BlankMove.RECEIVED]), max_size=6))
def test_whatever_happens_to_a_form_the_balance_is_whether_it_is_in_stock(moves: list[BlankMove]) -> None:
    state, total = BlankState.IN_STOCK, blank_ledger.figures(BlankMove.RECEIVED, None, 1)
    for move in moves:
        if blank_ledger.against(move, state, "PK", "1") is None:
            total += blank_ledger.figures(move, state, 1)
            state = blank_ledger.after(move)
        assert total.balance == (1 if state is BlankState.IN_STOCK else 0)
        assert total.received == 1
        assert total.used + total.spoiled <= 1
        assert min(total.used, total.spoiled, total.destroyed) >= 0


@given(st.sampled_from(BlankMove), st.sampled_from(BlankState), st.integers(1, 100))
def test_a_line_taken_back_leaves_nothing(move: BlankMove, was: BlankState, count: int) -> None:
    both = blank_ledger.figures(move, was, count) + blank_ledger.figures(move, was, -count)
    assert both == Figures()


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_every_kind_begins_with_a_layout_that_can_be_printed(kind: object) -> None:
    layout = blank_layout.shipped(kind)  # type: ignore[arg-type]
    assert blank_layout.read(blank_layout.text(layout)) == layout
    assert len({place.field for place in layout.places}) == len(layout.places)


@given(st.lists(places, min_size=1, max_size=5))
def test_a_layout_is_read_as_it_was_kept(held: list[FieldPlace]) -> None:
    layout = FormLayout(2100, 2970, tuple(held))
    assert blank_layout.read(blank_layout.text(blank_layout.check(layout))) == layout


@given(places, st.integers(-9000, 9000), st.integers(-9000, 9000))
def test_a_field_never_leaves_the_form_however_it_is_pushed(place: FieldPlace, x: int, y: int) -> None:
    moved = blank_layout.moved(FormLayout(2100, 2970, (place,)), 0, x, y)
    assert blank_layout.check(moved) == moved


@pytest.mark.parametrize("stored", ["", "{}", "[]", '{"width":1,"height":1,"places":[]}', '{"x":1}', "null"])
def test_nonsense_is_no_layout(stored: str) -> None:
    with pytest.raises(RefusedError):
        blank_layout.read(stored)


@given(st.integers(200, 800), st.integers(200, 800))
def test_the_correction_moves_the_cross_to_its_place(left: int, top: int) -> None:
    off = blank_layout.offset_measured(left, top)
    assert Offset(left + off.x, top + off.y) == blank_layout.TARGET


def test_a_cross_far_off_is_a_sheet_laid_wrong() -> None:
    with pytest.raises(RefusedError) as why:
        blank_layout.offset_measured(500, 900)
    assert why.value.refusal.field == "top"
