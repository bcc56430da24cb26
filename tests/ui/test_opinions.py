"""At the table: a dissenting opinion from the roll call to the minutes, and the clock of the agenda."""

from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.services import checks, minutes_versions, papers, sittings, votes
from commission_app.ui.sittings.agenda_clock import duration, head, told
from commission_app.ui.sittings.opinion_dialog import OpinionDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from tests import hearings, make
from tests.ui.desks import type_in
from tests.ui.hall import Hall, hall

__all__ = ["hall"]

OPINION = "Tīkla drošība bija jāpārbauda klātienē."
DISSENTING = "Dissenting opinion …"


def offers(screen: SittingScreen, member: int) -> list[str]:
    return [one.text() for one in screen.roll.rows[member].menu().actions()]


def opine(hall: Hall, screen: SittingScreen, member: int, text: str) -> None:
    """Writes an opinion as the member's menu lets it be written."""
    next(one for one in screen.roll.rows[member].menu().actions() if one.text() == DISSENTING).trigger()
    dialog = hall.dialog(screen, OpinionDialog)
    dialog.text.selectAll()
    type_in(dialog.text, text)
    hall.bot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hall.wait()


def test_a_dissenting_opinion_is_written_at_the_table_and_printed_in_the_minutes(hall: Hall) -> None:
    house, office = hall.house, hall.house.office
    table, members = hearings.opened(house, house.facts.met), house.facts.members
    item = table.items[0]
    screen = hall.open("sitting", table.id)
    assert isinstance(screen, SittingScreen)
    assert DISSENTING not in offers(screen, members[0]), "nobody dissents from a vote not given"
    with pytest.raises(RefusedError) as refused:
        office.do(votes.opine, item, members[0], OPINION)
    assert refused.value.reason == "opinion.no_vote"
    for key in (Qt.Key.Key_2, *[Qt.Key.Key_1] * 4):
        hall.bot.keyClick(screen.roll, key)
    hall.wait()
    opine(hall, screen, members[0], "Sākumā citādi.")
    assert "has a dissenting opinion" in screen.roll.rows[members[0]].said()
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hall.wait()
    office.do(sittings.close, table.id, hearings.TAKER)
    screen.look_at(item)
    hall.wait()
    assert screen.roll.rows[members[0]].more.isVisible()
    assert offers(screen, members[0]) == [DISSENTING], "after the sitting nothing else is asked of a member"
    opine(hall, screen, members[0], OPINION)
    paper = pypdfium2.PdfDocument(office.ask(papers.minutes, table.id, LATVIAN))
    printed = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    assert "ATSEVIŠĶĀS DOMAS" in printed and OPINION in printed and "Sākumā citādi." not in printed
    office.do(minutes_versions.sign, table.id, office.ask(minutes_versions.card, table.id).version, make.today(office))
    screen.refresh()
    hall.wait()
    assert offers(screen, members[0]) == []
    assert not screen.roll.rows[members[0]].more.isVisible()
    with pytest.raises(RefusedError) as late:
        office.do(votes.opine, item, members[0], "")
    assert late.value.reason == "opinion.signed"
    assert office.ask(checks.findings) == ()


def test_the_agenda_says_how_long_an_item_takes_and_took(hall: Hall) -> None:
    house, office = hall.house, hall.house.office
    table = hearings.opened(house, house.facts.met, house.facts.also_met)
    screen = hall.open("sitting", table.id)
    assert isinstance(screen, SittingScreen)
    line = office.ask(sittings.sitting_card, table.id).agenda[0]
    begun = line.taken_up_at
    assert begun is not None
    screen.agenda.tick(begun + timedelta(minutes=7, seconds=40))
    assert screen.agenda.texts()[0].endswith(f"since {ENGLISH.time(begun)} · 7 min")
    assert "min" not in screen.agenda.texts()[1]
    assert told(LATVIAN, line, begun + timedelta(minutes=125)) == f"no {LATVIAN.time(begun)} · 2 h 5 min"
    for key in [Qt.Key.Key_1] * 5:
        hall.bot.keyClick(screen.roll, key)
    hall.wait()
    hall.bot.keyClick(screen.roll, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hall.wait()
    assert screen.agenda.count.text() == "1 of 2 · 1 to come"
    assert "–" in screen.agenda.texts()[0] and screen.agenda.texts()[0].endswith(" · 0 min")
    agenda = office.ask(sittings.sitting_card, table.id).agenda
    assert head(LATVIAN, agenda) == "1 no 2 · atlicis 1"
    assert [one.state for one in agenda] == [ItemState.DECIDED, ItemState.WAITING]
    noon = datetime(2026, 11, 24, 10, 5, tzinfo=UTC)
    assert duration(ENGLISH, noon, noon - timedelta(minutes=3)) == "0 min", "clocks of two computers may differ"
