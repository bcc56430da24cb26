"""The papers around the minutes, read back from the PDF; a secret vote names nobody on any of them."""

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.sitting import AgendaItem, BallotTaken, SecretCount, Sitting
from commission_app.models.sitting_record import Guest, SittingNote
from commission_app.rules.minutes_record import Edits
from commission_app.rules.vocabulary.sitting import BallotKind, NoteKind
from commission_app.services import minutes_versions, papers, sitting_papers
from commission_app.services.office import Office, Work
from tests import hearings, make
from tests.hearings import House
from tests.services.test_papers import text_of


def make_secret(office: Office, item: int, members: tuple[int, ...]) -> None:
    """The vote on an item was secret: three for, one invalid, two of them counted."""

    def count(work: Work) -> None:
        row = work.lock(Sitting, work.get(AgendaItem, item).sitting_id) and work.get(AgendaItem, item)
        row.ballot = BallotKind.SECRET
        work.remove(row.votes)
        work.add(*(BallotTaken(item_id=item, member_id=member) for member in members))
        work.add(
            SecretCount(
                item_id=item, in_favour=2, against=0, abstained=0, invalid=1, tellers="A. Ozola", counted_at=work.moment
            )
        )

    office.do(count)


def happen(office: Office, sitting: int) -> None:
    """A guest comes, and the light goes out."""

    def note(work: Work) -> None:
        assert work.actor.uid is not None
        work.add(Guest(sitting_id=sitting, name="Ģertrūde Ūdre", post="nozares eksperte"))
        work.add(
            SittingNote(
                sitting_id=sitting,
                item_id=None,
                kind=NoteKind.INCIDENT,
                text="Nodzisa gaisma.",
                noted_at=work.moment,
                author_uid=work.actor.uid,
            )
        )

    office.do(note)


def test_every_paper_of_a_sitting_can_be_had(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.decided(paper_house, facts.met, facts.one_not_met)
    happen(office, table.id)
    first, second = office.ask(sitting_papers.items, table.id)
    assert first.addressee == "Ģirtam Ķēniņam-Āboļam" and not first.against_extract and not first.secret
    sheet = text_of(office.ask(sitting_papers.attendance, table.id, LATVIAN))
    assert "SĒDES REĢISTRĀCIJAS LAPA" in sheet and "Ģertrūde Ūdre" in sheet and "Loceklis Nr. 5" in sheet
    assert "Nodzisa gaisma." in text_of(office.ask(sitting_papers.incidents, table.id, LATVIAN))
    part = text_of(office.ask(sitting_papers.extract, second.item_id, second.addressee, LATVIAN))
    assert "PROTOKOLA IZRAKSTS" in part and "IZRAKSTS PAREIZS" in part and "PROJEKTS" in part
    assert "2. Par" in part and f"lieta Nr. {first.case_number}" not in part
    office.do(minutes_versions.sign, table.id, 1, make.today(office))
    certified = text_of(office.ask(sitting_papers.extract, first.item_id, "", ENGLISH))
    assert "EXTRACT CORRECT" in certified and "DRAFT" not in certified and "Anna Ozola" in certified
    office.do(minutes_versions.correct, table.id, 2, "1. jautājums", "lieta Nr. 7", "pārrakstīšanās kļūda")
    note = text_of(office.ask(sitting_papers.correction_note, table.id, LATVIAN))
    assert "PIEZĪME PIE PROTOKOLA" in note and "Lasāms lieta Nr. 7" in note
    study = text_of(office.ask(sitting_papers.study_department, table.id, LATVIAN))
    assert "DatZ1010" in study and "Ievadīts VIIS" in study and "(vēl nav parakstīts)" in study
    for act in (sitting_papers.ballot_papers, sitting_papers.count_protocol):
        with pytest.raises(RefusedError) as why:
            office.ask(act, first.item_id, LATVIAN)
        assert why.value.reason == "minutes.not_secret"


def test_changes_of_the_minutes_can_be_printed(paper_house: House) -> None:
    office, table = paper_house.office, hearings.decided(paper_house)
    office.do(minutes_versions.edit, table.id, 1, Edits(opening="Sēdi atklāj."))
    said = text_of(office.ask(sitting_papers.changes, table.id, 1, 2, LATVIAN))
    assert "1. versija – 2. versija" in said and "Ir Sēdi atklāj." in said
    same = text_of(office.ask(sitting_papers.changes, table.id, 2, 0, LATVIAN))
    assert "Abu versiju saturs ir vienāds." in same


def test_a_secret_vote_has_ballots_and_a_count_but_no_names_of_choices(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.decided(paper_house)
    make_secret(office, table.items[0], facts.members[:3])
    sheets = text_of(office.ask(sitting_papers.ballot_papers, table.items[0], LATVIAN))
    assert sheets.count("BALSOŠANAS BIĻETENS") == 3 and "Loceklis" not in sheets
    count = text_of(office.ask(sitting_papers.count_protocol, table.items[0], LATVIAN))
    assert "Izsniegti biļeteni 3" in count and "Nodoti biļeteni 3" in count and "Nederīgi biļeteni 1" in count
    minutes = text_of(office.ask(papers.minutes, table.id, LATVIAN))
    assert "BALSO AIZKLĀTI par – 2, pret – 0, atturas – 0" in minutes and "par: " not in minutes
    assert "Balsu skaitīšanas protokols, 1. jautājums" in minutes


def test_what_is_not_considered_has_no_extract(paper_house: House) -> None:
    office, table = paper_house.office, hearings.opened(paper_house, present=3)
    (item,) = office.ask(sitting_papers.items, table.id)
    assert [why.reason for why in item.against_extract] == ["minutes.item_open"]
    with pytest.raises(RefusedError) as why:
        office.ask(sitting_papers.extract, item.item_id, "", LATVIAN)
    assert why.value.reason == "minutes.item_open"
    with pytest.raises(RefusedError) as nothing:
        office.ask(sitting_papers.study_department, table.id, LATVIAN)
    assert nothing.value.reason == "minutes.nothing_recognised"
    planned = hearings.planned(paper_house, paper_house.facts.also_met)
    assert "SĒDES REĢISTRĀCIJAS LAPA" in text_of(office.ask(sitting_papers.attendance, planned.id, LATVIAN))
