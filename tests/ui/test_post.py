"""The post of a day in the window: from the register of letters to the list for the post office and the envelopes."""

from typing import cast

from commission_app.rules.vocabulary.delivery import DeliveryChannel, LetterKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services import deliveries, letters
from commission_app.services.deliveries import DeliveryForm
from commission_app.services.letters import LetterForm
from commission_app.ui.registers.book_panel import BookPanel
from commission_app.ui.registers.mail_dialog import MailDialog
from commission_app.ui.registers.registers_screen import RegistersScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import hearings, make
from tests.ui.hall import Hall, hall

__all__ = ["hall"]
ADDRESS = "Skolas iela 1, Amata, LV-1001"


def posted(hall: Hall) -> None:
    """A letter is written and posted today as a registered item."""
    office, case = hall.house.office, hall.house.facts.met
    day = make.today(office)
    form = LetterForm(LetterKind.OTHER, "lv", "Par lietu", "Teksts.", day, "Ģirts Ķēniņš-Āboļš", ADDRESS)
    office.do(letters.write, case, hearings.version(office, case), form)
    paper = office.ask(deliveries.of_case, case).papers[-1]
    sent = DeliveryForm(paper.uid, DeliveryChannel.REGISTERED_POST, form.recipient, ADDRESS, day, "RR1LV")
    office.do(deliveries.send, case, sent)


def test_from_the_register_of_letters_to_the_post_office(hall: Hall) -> None:
    posted(hall)
    screen = cast("RegistersScreen", hall.open("registers"))
    screen.shelf.open_book(Book.LETTERS, screen.year)
    hall.wait()
    shown = cast("BookPanel", screen.middle.currentWidget()).list
    assert shown is not None
    shown.focus_first()
    hall.wait()
    screen.deeds.print_chosen()
    hall.wait()
    letter = hall.dialog(screen, PaperPreview)
    assert letter.view.page_count() == 1
    letter.close()
    screen.deeds.open_mail()
    hall.wait()
    mail = hall.dialog(screen, MailDialog)
    assert [line.item_number for line in mail.table.rows()] == ["RR1LV"]
    mail.deed.click()
    hall.wait()
    listed = hall.dialog(mail, PaperPreview)
    assert listed.view.page_count() == 1
    listed.close()
    mail.envelopes.click()
    hall.wait()
    envelope = hall.dialog(mail, PaperPreview)
    assert envelope.windowTitle() == "Envelopes"
    envelope.close()
    mail.reject()
