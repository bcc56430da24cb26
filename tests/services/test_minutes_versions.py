"""Minutes until they are signed: every change is a version, private notes never, after signature only notes."""

from datetime import timedelta

import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.sitting_record import MinutesVersion, SittingNote
from commission_app.rules.minutes_record import Edits, ItemWords, NameForm, Speech
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.sitting import NoteKind
from commission_app.services import (
    attendance,
    checks,
    commissions,
    decisions,
    minutes_versions,
    papers,
    sittings,
    votes,
)
from commission_app.services.commissions import MemberForm
from commission_app.services.office import Work
from tests import hearings, make
from tests.hearings import House, Table
from tests.services.test_papers import text_of


def refused(reason: str, house: House, act: object, *given: object) -> None:
    with pytest.raises(RefusedError) as why:
        house.office.do(act, *given)  # type: ignore[arg-type]
    assert why.value.reason == reason


def said_at(house: House, table: Table, kind: NoteKind, speaker: str, text: str) -> None:
    """Somebody's words are taken down at the first item."""

    def note(work: Work) -> None:
        work.add(
            SittingNote(
                sitting_id=table.id,
                item_id=table.items[0],
                kind=kind,
                speaker=speaker,
                text=text,
                noted_at=work.moment,
                author_uid=work.actor.uid,
            )
        )

    house.office.do(note)


def edited(house: House, table: Table) -> Edits:
    uid = house.office.ask(minutes_versions.card, table.id).items[0].uid
    words = ItemWords(uid, "Anna Ozola", "Iesniegums un mape.", "Informēt studiju daļu.", (Speech("X", "Piekrīt."),))
    return Edits("Sēdi atklāj priekšsēdētāja.", (words,), ("Reģistrācijas lapa",))


def test_minutes_go_from_version_to_version_until_they_are_signed(house: House) -> None:
    office, table = house.office, hearings.decided(house)
    said_at(house, table, NoteKind.SPOKEN, "Loceklis Nr. 2", "Pierādījumi ir pietiekami.")
    said_at(house, table, NoteKind.PRIVATE, "", "Jautāt Jānim par pusdienām.")
    said_at(house, table, NoteKind.INCIDENT, "", "Nodzisa gaisma.")
    blank = office.ask(minutes_versions.card, table.id)
    assert (len(blank.versions), blank.kept, blank.version) == (1, False, 1), "more was said since the sitting closed"
    assert blank.items[0].spoken == (Speech("Loceklis Nr. 2", "Pierādījumi ir pietiekami."),)
    assert office.do(minutes_versions.keep, table.id, 1) == 2
    refused("minutes.unchanged", house, minutes_versions.keep, table.id, 2)
    with pytest.raises(ConflictError):
        office.do(minutes_versions.edit, table.id, 0, Edits(opening="Par vēlu."))
    words = edited(house, table)
    assert office.do(minutes_versions.edit, table.id, 2, words, "pēc locekļu piezīmēm") == 3
    card = office.ask(minutes_versions.card, table.id)
    assert card.kept and [line.number for line in card.versions] == [3, 2, 1]
    assert (card.versions[0].remark, card.items[0].added) == ("pēc locekļu piezīmēm", "Informēt studiju daļu.")
    changed = {one.place: one.becomes for one in office.ask(minutes_versions.compared, table.id, 2, 3, LATVIAN)}
    assert changed["1. | IZSAKĀS"] == "X: Piekrīt." and changed["1. | NOLEMJ ARĪ"] == "Informēt studiju daļu."
    assert changed["Sēdes atklāšana"] == "Sēdi atklāj priekšsēdētāja." and "Numurs" not in changed
    first, second = (text_of(office.ask(minutes_versions.version_paper, table.id, at, LATVIAN)) for at in (2, 3))
    assert "Pierādījumi ir pietiekami." in first and "Pierādījumi" not in second and "3. versija" in second
    assert "Nodzisa gaisma." in first and "pusdienām" not in first + second
    sign_and_correct(house, table)


def sign_and_correct(house: House, table: Table) -> None:
    """After signature nothing changes; what is found wrong is noted beside it."""
    office, today = house.office, make.today(house.office)
    sign = minutes_versions.sign
    refused("minutes.signed_before", house, sign, table.id, 3, today - timedelta(days=1))
    refused("minutes.signed_in_future", house, sign, table.id, 3, today + timedelta(days=1))
    refused("minutes.not_signed", house, minutes_versions.correct, table.id, 3, "1.", "A", "B")
    draft = office.ask(decisions.of_case, table.cases[0])
    assert draft is not None
    office.do(decisions.edit_draft, draft.id, draft.version, "Vēlāk precizēts pamatojums.")
    assert not office.ask(minutes_versions.card, table.id).kept, "the decision was worded anew"
    assert office.do(sign, table.id, 3, today) == 4
    card = office.ask(minutes_versions.card, table.id)
    assert card.signed_on == today and card.versions[0].final and card.kept
    draft = office.ask(decisions.of_case, table.cases[0])
    assert draft is not None
    office.do(decisions.edit_draft, draft.id, draft.version, "Pēc parakstīšanas.")
    for language in (LATVIAN, ENGLISH):
        said = text_of(office.ask(papers.minutes, table.id, language))
        assert "Vēlāk precizēts pamatojums." in said and "Pēc parakstīšanas." not in said
    for act, given in (
        (minutes_versions.edit, (4, Edits())),
        (minutes_versions.keep, (4,)),
        (sign, (4, today)),
    ):
        refused("minutes.signed", house, act, table.id, *given)
    refused("minutes.no_correction", house, minutes_versions.correct, table.id, 4, " ", "A", "B")
    refused("minutes.no_reason", house, minutes_versions.correct, table.id, 4, "1. jautājums", "A", " ")
    office.do(minutes_versions.correct, table.id, 4, "1. jautājums", "lieta Nr. 7", "pārrakstīšanās kļūda")
    (note,) = office.ask(minutes_versions.card, table.id).corrections
    assert (note.place, note.becomes, note.author) == ("1. jautājums", "lieta Nr. 7", "Anna Ozola")


def test_a_draft_is_written_while_the_commission_still_sits(paper_house: House) -> None:
    office = paper_house.office
    table = hearings.planned(paper_house)
    with pytest.raises(RefusedError) as why:
        office.ask(minutes_versions.card, table.id)
    assert why.value.reason == "sitting.not_open"
    table = hearings.opened(paper_house, paper_house.facts.also_met, present=3)
    assert office.do(minutes_versions.edit, table.id, 0, Edits(opening="Sēdi atklāj.")) == 1
    refused("minutes.not_closed", paper_house, minutes_versions.sign, table.id, 1, make.today(office))
    refused(
        "minutes.foreign_item", paper_house, minutes_versions.edit, table.id, 1, Edits(items=(ItemWords("x", "y"),))
    )
    refused("minutes.unknown_signer", paper_house, minutes_versions.edit, table.id, 1, Edits(also_sign=("Neviens",)))
    assert "Sēdi atklāj." in text_of(office.ask(papers.minutes, table.id, LATVIAN))
    member = office.ask(minutes_versions.card, table.id).could_sign[0]
    edits = Edits(also_sign=(member,), forms=(NameForm(member, "Cita"),))
    assert office.do(minutes_versions.edit, table.id, 1, edits) == 2
    assert member in [one.name for one in office.ask(minutes_versions.card, table.id).signers]


def test_a_deputy_signs_with_the_own_post_and_the_number_of_the_order(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.planned(paper_house)
    office.do(sittings.open_sitting, table.id)
    for member in facts.members[1:4]:
        office.do(sittings.arrive, table.id, member)
    office.do(votes.take_up, table.items[0])
    hearings.vote_all(office, table.items[0], facts.members[1:4])
    office.do(votes.decide, table.items[0])
    office.do(sittings.close, table.id, hearings.TAKER)
    card = office.ask(minutes_versions.card, table.id)
    assert card.stands_in
    refused("minutes.no_order", paper_house, minutes_versions.sign, table.id, 1, make.today(office))
    office.do(minutes_versions.sign, table.id, 1, make.today(office), "1-5/77")
    said = text_of(office.ask(papers.minutes, table.id, LATVIAN))
    assert f"{card.stands_in}, loceklis (aizvieto komisijas priekšsēdētāju, rīkojums Nr. 1-5/77)" in said
    assert office.ask(checks.findings) == ()

    def touch(work: Work) -> None:
        row = work.get(MinutesVersion, 1)
        row.text = row.text.replace("Anna Ozola", "Anna Liepa")

    office.do(touch)
    assert "check.minutes_changed" in [why.reason for why in office.ask(checks.findings)]


def test_a_substitute_stands_beside_the_replaced_in_the_genitive_that_was_confirmed(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    form = MemberForm("Ilze Ģērmane", MemberRole.SUBSTITUTE, Side.EMPLOYERS, term_from=make.LONG_AGO)
    ilze = office.do(commissions.appoint, facts.commission, form)
    table = hearings.opened(paper_house, present=3)
    office.do(attendance.arrive, table.id, ilze, facts.members[3], "rīkojums Nr. 1-7/12")
    card = office.ask(minutes_versions.card, table.id)
    assert card.forms == (NameForm("Loceklis Nr. 4", "Locekļa Nr. 4"),)
    said = text_of(office.ask(papers.minutes, table.id, LATVIAN))
    assert "(pārstāv: darba devēji, Locekļa Nr. 4 vietā, rīkojums Nr. 1-7/12)" in said
    office.do(minutes_versions.edit, table.id, 0, Edits(forms=(NameForm("Loceklis Nr. 4", "Ceturtā locekļa"),)))
    assert "Ceturtā locekļa vietā" in text_of(office.ask(papers.minutes, table.id, LATVIAN))
    assert "instead of Loceklis Nr. 4, order No. 1-7/12" in text_of(office.ask(papers.minutes, table.id, ENGLISH))
