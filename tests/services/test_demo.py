"""The sample played through: its papers, its registers, and what it leaves on the desk."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN, today
from commission_app.rules.vocabulary.blank import BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind, PaperKind
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.key import Outcome
from commission_app.services import (
    blank_book,
    blank_cards,
    cases,
    certificates,
    checks,
    decision_cards,
    demo,
    institution,
    keys,
    microcredentials,
    signing_queue,
    sittings,
    verification,
)
from commission_app.services import today as desks
from commission_app.services.demo import Played
from commission_app.services.demo_calendar import workday
from commission_app.services.opening import open_office


def text_of(path: Path) -> str:
    """Everything a PDF says."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_every_paper_is_there(played: Played) -> None:
    out, year = played.database.parent, today().year
    for pattern, count in (
        (f"decision-register-{year}.xlsx", 1),
        (f"decision-register-{year}.pdf", 1),
        ("minutes-*.pdf", 1),
        ("decision-L-*.pdf", 3),
        ("exam-protocol-*.pdf", 2),
        ("certificate-A-*.pdf", 4),
        ("form-A-*.pdf", 2),
        (f"form-register-{year}.*", 2),
        ("receipt-*.pdf", 8),
    ):
        assert len(list(out.glob(pattern))) == count, pattern
    assert {path.name for path in out.iterdir() if path.is_file()} >= set(played.papers)


def test_the_printed_register_says_what_was_decided(played: Played) -> None:
    out, year = played.database.parent, today().year
    printed = text_of(out / f"decision-register-{year}.pdf")
    assert f"L-{year}/1" in printed and "Ģirts Šņore" in printed
    minutes = text_of(next(out.glob("minutes-*.pdf")))
    assert "Guntis Ērglis" in minutes and f"L-{year}/2" in minutes
    book = load_workbook(out / f"decision-register-{year}.xlsx", read_only=True)
    rows = list(book.worksheets[0].iter_rows(min_row=3, values_only=True))
    assert [row[1] for row in rows] == [f"L-{year}/1", f"L-{year}/2"]
    assert rows[0][7] == "Ģirts Šņore" and rows[0][13:15] == (15, 10.5)
    book.close()


def test_the_desk_has_something_to_do(sample: Path) -> None:
    office = open_office(sample)
    desk = office.ask(desks.desk)
    assert (
        desk.last_backup is not None
        and desk.cases == 8
        and len(desk.drafts) == 1
        and desk.lacking_total >= 1
        and len(desk.sittings) == 1
    )
    assert office.ask(checks.findings) == ()
    office.close()


def test_the_sitting_decided_lawfully(sample: Path) -> None:
    office = open_office(sample)
    rows = office.ask(decision_cards.decision_list, words="", limit=10).rows
    assert [row.state for row in rows].count(DecisionState.REGISTERED) == 2
    assert {row.verdict for row in rows} == {DecisionVerdict.FULL, DecisionVerdict.PARTIAL}
    office.close()


def test_what_people_take_home_stands_on_forms_bears_its_code_and_a_paper_waits_for_its_signer(
    played: Played, sample: Path
) -> None:
    out, office = played.database.parent, open_office(sample)
    issued = {row.kind: row for row in office.ask(certificates.certificate_list, limit=10).rows}
    kinds = CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART
    assert set(issued) == {*kinds, CertificateKind.MICROCREDENTIAL, CertificateKind.RECOGNITION_STATEMENT}
    balances = {one.kind: one.figures for one in office.ask(blank_book.balances)}
    assert [(balances[kind].used, balances[kind].spoiled) for kind in kinds] == [(1, 1), (1, 0)]
    assert all(balances[kind].balance > 0 for kind in kinds), "whoever tries the sample finds a form in stock"
    for kind in kinds:
        card = office.ask(certificates.card, issued[kind].id)
        assert card.form_number in text_of(next(out.glob(f"certificate-{card.number.replace('/', '-')}.pdf")))
    (spoiled,) = office.ask(blank_cards.page, filters={"state": BlankState.SPOILED}).rows
    assert spoiled.reason and spoiled.number < office.ask(certificates.card, issued[kinds[0]].id).form_number
    coded = issued[CertificateKind.MICROCREDENTIAL]
    (profile,) = office.ask(microcredentials.of_edition, office.ask(cases.card, coded.case_id).edition_id).rows
    assert profile.lacks == ()
    name = f"certificate-{coded.number.replace('/', '-')}.pdf"
    told = office.ask(verification.verify, name, (out / name).read_bytes(), LATVIAN)
    assert told.outcome is Outcome.FINE
    assert office.ask(keys.need) is None, "whoever tries the sample is asked for no passphrase"
    (route,) = office.ask(signing_queue.queue)
    assert route.kind is PaperKind.MINUTES and route.due and (route.signed, route.of) == (0, 2)
    office.close()


def test_playing_again_on_another_day_replaces_its_own(played: Played, tmp_path: Path) -> None:
    out, day = tmp_path / "out", today() + timedelta(days=20)
    shutil.copytree(played.database.parent, out)
    (out / "letter.txt").write_text("somebody's own")
    again = demo.play(out, LATVIAN, day)
    assert (out / "letter.txt").read_text() == "somebody's own"
    assert len(again.papers) == len(played.papers)
    assert {path.name for path in out.glob("*.pdf")} == {name for name in again.papers if name.endswith(".pdf")}
    office = open_office(again.database)
    assert office.ask(checks.findings) == ()
    rows = office.ask(sittings.sitting_list, limit=10).rows
    assert min(abs((row.held_on - day).days) for row in rows) <= 14
    office.close()


def test_somebody_elses_database_is_not_overwritten(tmp_path: Path) -> None:
    office = open_office(tmp_path / demo.DATABASE, create=True)
    office.do(institution.establish, institution.InstitutionForm(name_lv="Īsta skola"))
    office.close()
    with pytest.raises(RefusedError) as refused:
        demo.play(tmp_path, LATVIAN)
    assert refused.value.reason == "demo.not_a_sample"


def test_working_days_skip_the_weekend() -> None:
    friday = date(2026, 11, 20)
    assert workday(friday, 0) == friday
    assert workday(friday, 1) == date(2026, 11, 23)
    assert workday(date(2026, 11, 21), 0) == date(2026, 11, 23)
