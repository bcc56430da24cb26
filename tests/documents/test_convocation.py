"""Letters, agenda and statements: each member's paper has pages of its own, long names and many cases fit."""

from dataclasses import replace
from datetime import date

import pytest

from commission_app.documents import convocation, member_statement
from commission_app.documents.convocation import Addressee, AgendaEntry, ConvocationFacts
from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer
from commission_app.documents.member_statement import MemberStatementFacts
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from tests.documents.reading import pages, words

HEAD = Letterhead(Pair("Amatas koledža", "Amata College"), "90000000000", "Skolas iela 1", "", Pair("Amatā", "Amata"))
LONG = "Ģertrūde-Žanete Šķēršļābolaine-Pļavnieka-Krūmkoksne"
ITEMS = tuple(
    AgendaEntry(at, f"2026/{at:03}", LONG if at == 2 else "Ņina Žņaugs", Pair("Datorzinātnes", "Computer Science"))
    for at in range(1, 41)
)
FACTS = ConvocationFacts(
    HEAD,
    date(2026, 11, 18),
    Pair("Atzīšanas komisija", "Recognition Commission"),
    date(2026, 11, 26),
    "14.00",
    "101. telpa",
    "https://sede.example.invalid/1",
    Pair("attālināti", "remote"),
    (Addressee("Aija Bērziņa", "Priekšsēdētāja", "Koledža"), Addressee(LONG)),
    ITEMS[:2],
    Signatures((Signer(Pair("Sekretāre", "Secretary"), "Anna Ozola"),)),
)


def test_each_letter_is_counted_by_itself_and_names_its_addressee() -> None:
    first, second = pages(convocation.render(FACTS, LATVIAN))
    assert "Aija Bērziņa" in first and "Aija Bērziņa" not in second and LONG in second
    assert "1. lappuse no 1" in first and "1. lappuse no 1" in second
    assert "2026. gada 26. novembris" in first and "plkst. 14.00, 101. telpa" in first
    assert "https://sede.example.invalid/1" in first


def test_the_agenda_holds_forty_cases_and_is_a_draft_until_it_is_frozen() -> None:
    whole = words(convocation.render_agenda(replace(FACTS, items=ITEMS), ENGLISH))
    assert all(item.case_number in whole for item in ITEMS) and "DRAFT" in whole
    assert "DRAFT" not in words(convocation.render_agenda(replace(FACTS, frozen=True), ENGLISH))
    assert "being prepared" in words(convocation.render_agenda(replace(FACTS, items=()), ENGLISH))


def test_a_letter_whose_commission_has_no_english_name_is_refused_by_name() -> None:
    nameless = replace(FACTS, commission=Pair("Atzīšanas komisija", ""))
    with pytest.raises(RefusedError) as error:
        convocation.render(nameless, ENGLISH)
    assert error.value.reason == "paper.missing_translation"


@pytest.mark.parametrize("kind", MemberStatementKind)
def test_a_statement_is_a_page_to_sign_for_each_member(kind: MemberStatementKind) -> None:
    facts = MemberStatementFacts(HEAD, kind, FACTS.commission, FACTS.held_on, FACTS.addressees, ITEMS[:2])
    first, second = pages(member_statement.render(facts, LATVIAN))
    assert "Aija Bērziņa" in first and LONG in second and "Datums: ___" in second
    assert ("2026/001" in first) == (kind is MemberStatementKind.NO_CONFLICT)
