"""Members from a file: new, there already or refused row by row; the chosen rows all come in, or none."""

from dataclasses import replace
from datetime import date

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole, Side
from commission_app.rules.vocabulary.person import Sex
from commission_app.services import checks, commissions, history, member_lists
from commission_app.services.commissions import CommissionForm, MemberForm, MemberLine
from commission_app.services.member_lists import MemberPreview, MembersPreview
from commission_app.services.office import Office
from commission_app.wording.sentences import sentence
from tests import make
from tests.exchange.test_member_list import annex

HEADS = ("Vārds, uzvārds", "Loma", "Aizvieto", "Pārstāv", "E-pasts", "Pilnvaras no", "Pilnvaras līdz", "Rīkojums")
ORDER = "Nr. 1-7/12, 12.02.2026."


def row(name: str, role: str = "", instead: str = "", **said: object) -> tuple[object, ...]:
    day, until = said.get("day", "01.03.2026."), said.get("until", "31.12.2027.")
    return (name, role, instead, said.get("side", ""), said.get("email", ""), day, until, said.get("order", ORDER))


def seen(office: Office, key: int, data: bytes) -> MembersPreview:
    file = office.ask(member_lists.open_file, "saraksts.xlsx", data)
    return office.ask(member_lists.preview, key, file, file.layout)


def taken(office: Office, key: int, found: MembersPreview) -> int:
    chosen = [line.read for line in found.lines if line.new and line.read is not None]
    return office.do(member_lists.take_in, key, chosen, found.order)


def said(line: MemberPreview) -> str:
    assert line.against is not None
    return sentence(LATVIAN, line.against)


def members(office: Office, key: int) -> tuple[MemberLine, ...]:
    return office.ask(commissions.card, key).members


def test_an_annex_comes_in_as_one_act_and_what_goes_out_comes_back_and_changes_nothing(office: Office) -> None:
    key = office.do(commissions.found, CommissionForm(kind=CommissionKind.RECOGNITION, name_lv="Komisija"))
    rows = [
        row("Ilze Liepa", "aizvietotāja", "Jānis Ozols"),
        row("Anna Kalniņa", "priekšsēdētāja", side="izglītības iestāde", email="a@b.example"),
        row("Jānis Ozols", side="darba devēji"),
        row("Juris Bērzs", "aizvietotājs"),
    ]
    found = seen(office, key, annex(*rows, heads=HEADS))
    assert [line.new for line in found.lines] == [True] * 4 and found.order_missing
    assert taken(office, key, found) == 4
    act = office.ask(history.of_subject, office.ask(commissions.card, key).uid)[0]
    assert act.name == "member_lists.take_in", "all of it is one act"
    lines = members(office, key)
    assert [(line.form.name, line.form.role, line.replaces) for line in lines] == [
        ("Anna Kalniņa", MemberRole.CHAIR, ""),
        ("Jānis Ozols", MemberRole.MEMBER, ""),
        ("Ilze Liepa", MemberRole.SUBSTITUTE, "Jānis Ozols"),
        ("Juris Bērzs", MemberRole.SUBSTITUTE, ""),
    ]
    assert (lines[1].form.side, lines[0].form.email) == (Side.EMPLOYERS, "a@b.example")
    assert office.ask(commissions.card, key).form.order_number == "1-7/12"
    for language in (LATVIAN, ENGLISH):
        back = seen(office, key, office.ask(member_lists.workbook, key, language))
        assert [(line.known, line.differs) for line in back.lines] == [(True, ())] * 4 and back.order is None
        assert "jau ir: 4" in sentence(LATVIAN, back.against[0])
    assert office.do(member_lists.take_in, key, [line.read for line in found.lines if line.read]) == 0, (
        "nothing doubled"
    )
    assert members(office, key) == lines
    assert not office.ask(checks.findings)


def test_every_row_says_what_stands_against_it(sqlite_office: Office) -> None:
    office = sqlite_office
    key = make.commission(office)
    held = members(office, key)[0].form
    until = MemberForm("Vecais Loceklis", term_from=date(2020, 1, 1), term_until=date(2026, 6, 30))
    office.do(commissions.appoint, key, until)
    since = held.term_from
    rows = [
        row("loceklis  nr. 1", "loceklis", day=since, until=None, email="x@y.example"),
        row("Loceklis Nr. 2", day="01.01.2030.", until=""),
        row("Vecais Loceklis"),
        row("Jauna Persona"),
        row("Jauna persona", day="01.01.2027."),
        row("Jauna Persona", day="01.01.2028.", until="31.12.2028."),
        row("Bez Pasta", email="nav"),
        row("Kāds Aizvietotājs", "aizvietotājs", "Neviens Tāds"),
        row("Otrs Aizvietotājs", "aizvietotājs", "Bez Pasta"),
    ]
    found = seen(office, key, annex(*rows, heads=HEADS))
    known, standing, ended, new, twice, later, mail, nobody, refused = found.lines
    assert known.known and known.differs == ("Loma", "Pārstāv", "E-pasts") and new.new and later.new
    assert "Loceklis Nr. 2 komisijā jau ir kopš" in said(standing)
    assert "4. rinda, kolonna „Vārds, uzvārds”: Vecais Loceklis komisijā jau ir no 01.01.2020. līdz" in said(ended)
    assert "Jauna persona jau ir 5. rindā ar pilnvarām tajā pašā laikā" in said(twice)
    assert "8. rinda, kolonna „E-pasts”" in said(mail)
    assert "kolonna „Aizvieto”: Neviens Tāds nav ne komisijā" in said(nobody) and "Bez Pasta nav ne" in said(refused)
    before = office.ask(commissions.card, key)
    readable = [line.read for line in found.lines if line.read is not None]
    with pytest.raises(RefusedError, match=r"import_file\.at"):
        office.do(member_lists.take_in, key, readable)
    assert office.ask(commissions.card, key) == before, "nothing is half stored"
    chosen = [one for one in readable if one.member.name == "Jauna Persona"]
    office.do(commissions.appoint, key, replace(until, name="Jauna Persona", term_until=None))
    with pytest.raises(RefusedError, match=r"import_file\.at"):
        office.do(member_lists.take_in, key, chosen)  # somebody was faster since the preview


def test_sexes_and_an_empty_list(sqlite_office: Office) -> None:
    key = make.commission(sqlite_office)
    data = annex(("Anna Ābola", "S", "01.01.2026."), heads=("Vārds, uzvārds", "Dzimums", "Pilnvaras no"))
    assert taken(sqlite_office, key, seen(sqlite_office, key, data)) == 1
    assert members(sqlite_office, key)[-1].form.sex is Sex.FEMALE
    empty = seen(sqlite_office, key, sqlite_office.ask(member_lists.empty_list, ENGLISH))
    assert not empty.lines and empty.against[0].reason == "member_file.nothing"
