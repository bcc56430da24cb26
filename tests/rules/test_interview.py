"""The template of the interview: themes and questions from a text, answers kept over changes, nonsense refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules import canonical
from commission_app.rules.interview import Answer, InterviewFacts, UnitAnswer, asked, blocks, questions, read
from commission_app.wording.interview import LEAFLET, QUESTIONS


def test_an_empty_line_ends_a_theme() -> None:
    found = questions("Darbs\nKo darāt?\nCik ilgi?\n \nValodas", "Work\nWhat do you do?\nHow long?\n\n\nLanguages")
    assert [(one.theme_lv, one.question_en) for one in found] == [
        ("Darbs", "What do you do?"),
        ("Darbs", "How long?"),
        ("Valodas", "Languages"),
    ]


def test_an_english_half_of_another_shape_does_not_count() -> None:
    (one, _) = questions("Darbs\nKo darāt?\nCik ilgi?", "Work\nWhat do you do?")
    assert (one.question_lv, one.question_en) == ("Ko darāt?", "")


def test_the_shipped_texts_have_the_same_shape_in_both_languages() -> None:
    assert all(one.question_en for one in questions(*QUESTIONS))
    assert [len(block.lines) for block in blocks(LEAFLET[0])] == [len(block.lines) for block in blocks(LEAFLET[1])]


def test_an_answer_outlives_its_question() -> None:
    old = Answer("Darbs", "Work", "Ko darāt?", "What do you do?", "Metinu.")
    template = questions("Darbs\nKur strādājat?", "")
    assert [one.answer for one in asked(template, (old,))] == ["", "Metinu."]
    assert [one.answer for one in asked((old,), (old,))] == ["Metinu."]


@given(st.lists(st.builds(UnitAnswer, st.text(max_size=8), st.text(max_size=20), st.booleans()), max_size=4), st.text())
def test_a_sheet_is_read_as_it_was_written(units: list[UnitAnswer], advice: str) -> None:
    facts = InterviewFacts((Answer("T", "", "Q", "", advice),), tuple(units), advice=advice)
    assert read(canonical.written(facts)) == facts


@pytest.mark.parametrize("text", ["", "[]", '{"answers":1}', '{"answers":[{"x":1}]}', '{"advice":3}', "nan"])
def test_nonsense_is_no_sheet(text: str) -> None:
    with pytest.raises(ValueError):
        read(text)
