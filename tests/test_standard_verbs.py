"""Standards through the second door: four formats in and out, old and new told by a trial run, the library safe."""

from dataclasses import replace
from pathlib import Path

import pytest

from commission_app.exchange import case_framework_writer, matrix_writer, moodle_competencies, standard_workbook
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import LATVIAN
from commission_app.services import standards
from commission_app.services.opening import open_office
from tests import make
from tests.test_cli import Desk, desk

__all__ = ["desk"]

WRITERS = {
    "xlsx": lambda facts: standard_workbook.write(facts, LATVIAN),
    "json": case_framework_writer.write,
    "csv": lambda facts: moodle_competencies.write(facts, "lv"),
    "matrix": lambda facts: matrix_writer.write(facts, "lv"),
}


def library(sample: Path) -> dict[str, StandardFacts]:
    """Everything the library says now, by code and edition."""
    office = open_office(sample)
    rows = office.ask(standards.editions)
    found = {f"{row.code} {row.label}": office.ask(standards.facts, row.id) for row in rows}
    office.close()
    return found


def changed(facts: StandardFacts) -> StandardFacts:
    """The standard with another title, another text, one unit less and one more."""
    first, second, last = facts.units
    outcome = replace(first.outcomes[0], text_lv="mēra tīklu")
    first = replace(first, title_lv="Tīklu pamati", outcomes=(outcome, *first.outcomes[1:]))
    last = replace(last, code="DatZ2000", title_lv="Pavisam cits", title_en="")
    last = replace(last, outcomes=tuple(replace(row, code=f"N{row.code}") for row in last.outcomes))
    return replace(facts, units=(first, second, last))


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_trial_run_says_old_and_new_and_stores_nothing(desk: Desk, sample: Path, tmp_path: Path, form: str) -> None:
    facts = make.standard_facts("DAT-X")
    on = ("--language", "lv", "--database", sample, "import-standard")
    file = tmp_path / f"standarts.{form}"
    file.write_bytes(WRITERS[form](facts))
    before = library(sample)
    code, said, _ = desk(*on, file, "--dry-run", "--text-language", "lv")
    assert code == 0 and "DAT-X" in said and "Nekas nav saglabāts" in said
    assert library(sample) == before
    assert desk(*on, file, "--text-language", "lv")[0] == 0
    stored = library(sample)
    assert {key.split()[0] for key in set(stored) - set(before)} == {"DAT-X"}
    code, said, _ = desk(*on, file, "--text-language", "lv")
    assert code == 0 and "Nekas nav mainījies" in said and library(sample) == stored

    file.write_bytes(WRITERS[form](changed(facts)))
    code, said, _ = desk(*on, file, "--dry-run", "--text-language", "lv")
    assert code == 0 and library(sample) == stored
    assert "~ DatZ1010  Tīklu pamati" in said and "Kurss Nr. 1 → Tīklu pamati" in said
    assert "projektē tīklu, 1. daļa → mēra tīklu" in said
    assert "+ DatZ2000  Pavisam cits" in said and "- DatZ1030  Kurss Nr. 3" in said
    assert desk(*on, file, "--text-language", "lv")[0] == 0
    label = next(key for key in stored if key.startswith("DAT-X"))
    assert [unit.code for unit in library(sample)[label].units] == ["DatZ1010", "DatZ1020", "DatZ2000"]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_standard_leaves_in_the_format_of_the_ending(desk: Desk, sample: Path, tmp_path: Path, form: str) -> None:
    file, out = tmp_path / "standarts.xlsx", tmp_path / f"ārā.{form}"
    facts = make.standard_facts("DAT-X")
    file.write_bytes(standard_workbook.write(facts, LATVIAN))
    on = ("--language", "lv", "--database", sample)
    assert desk(*on, "import-standard", file)[0] == 0
    code, said, _ = desk(*on, "export-standard", "DAT-X", "--out", out)
    assert code == 0 and out.name in said
    back = read_standard(out.read_bytes(), out.name, "lv")
    assert (back.code, back.title_lv) == ("DAT-X", "Datorzinātnes")
    assert [o.text_lv for _, o in back.outcomes()] == [o.text_lv for _, o in facts.outcomes()]
    code, said, _ = desk(*on, "import-standard", out, "--dry-run", "--text-language", "lv")
    assert code == 0 and "Nekas nav mainījies" in said
    assert "NAV" in desk.refused(*on, "export-standard", "NAV", "--out", out)
    assert ".docx" in desk.refused(*on, "export-standard", "DAT-X", "--out", tmp_path / "ārā.docx")
    assert not list(tmp_path.glob(".ārā*"))


def test_a_broken_file_is_one_sentence_and_the_library_stays(desk: Desk, sample: Path, tmp_path: Path) -> None:
    before = library(sample)
    for form in sorted(WRITERS):
        file = tmp_path / f"standarts.{form}"
        file.write_bytes(WRITERS[form](make.standard_facts("DAT-X"))[:-400])
        for dry in ((), ("--dry-run",)):
            assert file.name in desk.refused("--language", "lv", "--database", sample, "import-standard", file, *dry)
    assert library(sample) == before
