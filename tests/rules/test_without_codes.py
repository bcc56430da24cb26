"""What goes on an envelope or a list for others: no personal code, and nothing else is lost."""

import pytest

from commission_app.rules.identity import without_codes


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Ģirts Ķēniņš-Āboļš, p.k. 010190-00005", "Ģirts Ķēniņš-Āboļš"),
        ("Žņaugs (320000-00001)", "Žņaugs"),
        ("Skolas iela 1, 01019000005, Amata, LV-1001", "Skolas iela 1, Amata, LV-1001"),
        ("personas kods 010190–00005", ""),
        ("Skolas iela 10-12, Rīga, LV-1001", "Skolas iela 10-12, Rīga, LV-1001"),
        ("tālr. 371 29123456", "tālr. 371 29123456"),
    ],
)
def test_a_code_is_taken_out_and_the_rest_stays(text: str, clean: str) -> None:
    assert without_codes(text) == clean
