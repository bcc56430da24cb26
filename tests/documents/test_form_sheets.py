"""Data sheets and fields of every kind of state form: hours, mark, outcomes, both levels, and what they rest on."""

from dataclasses import replace
from datetime import date

import pytest

from commission_app.documents import form_sheet
from commission_app.documents.form_values import form_values
from commission_app.i18n import ENGLISH, LATVIAN, NBSP, Language
from commission_app.rules.blank_layout import shipped
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordHolder,
    RecordIssuer,
    RecordOutcome,
    RecordUnit,
)
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.blank import FormField
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.documents import papers
from tests.documents.reading import words

TITLES = {
    CertificateKind.QUALIFICATION: "profesionālās kvalifikācijas apliecībai",
    CertificateKind.QUALIFICATION_PART: "kvalifikācijas daļas",
    CertificateKind.MODULE: "moduļa apliecībai",
    CertificateKind.PROFESSIONAL_DEVELOPMENT: "profesionālās pilnveides izglītību",
    CertificateKind.INTEREST_EDUCATION: "profesionālās ievirzes izglītību",
    CertificateKind.TRANSCRIPT: "sekmju izziņai",
}


def record(kind: CertificateKind, **changed: object) -> CertificateRecord:
    """A certificate of one module of 160 hours with two outcomes."""
    outcomes = tuple(RecordOutcome(f"M1.{at}", Said(f"rezultāts {at}", f"outcome {at}")) for at in (1, 2))
    unit = RecordUnit("u", "M1", Said("Metināšana", "Welding"), None, CreditUnit.HOURS, 160_000, outcomes=outcomes)
    made = CertificateRecord(
        uid="c",
        kind=kind,
        number="A-2026/7",
        issued_on=date(2026, 11, 24),
        holder=RecordHolder("h", "Hērberts", "Ķēniņš-Āboļš", code="010190-00005"),
        issuer=RecordIssuer(Said("Amatas tehnikums", "Amata Technical School"), "90000000000", head="Zaiga Ozola"),
        title=Said("Metinātājs", "Welder"),
        programme=Said("Metināšana", "Welding"),
        programme_code="32b 521 06 1",
        basis=RecordBasis("E-2026/3", date(2026, 11, 20), exam=True, chair="Andris Šķēle"),
        units=(unit,),
        level=3,
        pkl=2,
        mark_value=7,
    )
    return replace(made, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH], ids=lambda language: language.code)
@pytest.mark.parametrize("kind", FORM_KINDS)
def test_every_kind_has_its_data_sheet(kind: CertificateKind, language: Language) -> None:
    facts = replace(papers.form_sheet(), kind=kind, hours="160", outcomes=("raksta programmas",))
    said = words(form_sheet.render(facts, language))
    assert "160" in said and "raksta programmas" in said
    if language is LATVIAN:
        assert TITLES[kind] in said


def test_what_rests_on_a_decision_names_no_exam_and_no_mark() -> None:
    facts = replace(papers.form_sheet(), kind=CertificateKind.TRANSCRIPT, exam=False, mark=0, mark_text="ieskaitīts")
    said = words(form_sheet.render(facts, LATVIAN))
    assert "ieskaitīts" in said and "Lēmums" in said
    assert "Eksāmena datums" not in said


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_every_field_of_the_starting_layout_has_its_text(kind: CertificateKind) -> None:
    part = Said("Metināšanas pamati", "Basics") if kind is CertificateKind.QUALIFICATION_PART else Said()
    values = form_values(record(kind, part=part), "Amatā")
    silent = {place.field for place in shipped(kind).places if not values[place.field]}
    assert silent == {FormField.DUPLICATE}
    assert values[FormField.HOURS] == "160"
    assert (values[FormField.LEVEL_PKL], values[FormField.LEVEL_LKI]) == ("2", "3")
    assert values[FormField.MARK].startswith("7")
    assert values[FormField.OUTCOMES] == "1. rezultāts 1\n2. rezultāts 2"
    assert values[FormField.ISSUED_ON].replace(NBSP, " ") == "2026. gada 24. novembrī"


def test_a_duplicate_says_so_and_bears_its_own_day() -> None:
    given = record(CertificateKind.QUALIFICATION, duplicate_of="A-2020/1", duplicate_on=date(2026, 12, 1))
    values = form_values(given, "Amatā")
    assert values[FormField.DUPLICATE] == "DUBLIKĀTS"
    assert "decembrī" in values[FormField.ISSUED_ON]
    assert values[FormField.INSTITUTION] == "Amatas tehnikums"
