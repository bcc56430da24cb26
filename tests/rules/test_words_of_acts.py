"""Every act that has words is an act of the office, and its words are Latvian too."""

from importlib import import_module

import pytest

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.wording.acts import ACTS, act_text


@pytest.mark.parametrize("name", sorted(ACTS))
def test_words_belong_to_an_act(name: str) -> None:
    module, _, act = name.partition(".")
    assert callable(getattr(import_module(f"commission_app.services.{module}"), act))
    assert act_text(LATVIAN, name) != act_text(ENGLISH, name)


def test_an_act_of_another_program_is_shown_by_its_name() -> None:
    assert act_text(LATVIAN, "offers.invite") == "offers.invite"
