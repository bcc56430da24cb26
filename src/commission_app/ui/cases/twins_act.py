"""The way to the digital twins of a certificate, among the acts upon it."""

from PySide6.QtWidgets import QWidget

from commission_app.services.certificate_cards import CertificateCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.act_button import Offered


def twins_act(desk: Desk, held: CertificateCard, parent: QWidget) -> Offered:
    """Opens the digital twins; of an annulled certificate none leaves."""

    def show() -> None:
        from commission_app.ui.cases.twins_dialog import TwinsDialog

        TwinsDialog(desk, held.id, held.number, parent).open()

    over = held.against_annulling
    return Offered(desk.language.say("Digital twins …"), over, show, "globe", aside=True)
