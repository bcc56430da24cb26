"""One press that takes the form on top of the stock; what is printed on it must still be looked at."""

from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.i18n import Language
from commission_app.services.blank_use import FormNumber
from commission_app.ui.icons import icon
from commission_app.ui.widgets.inputs import TextInput


class NextForm(QPushButton):
    """Shown only where the office keeps a ledger and a form is in stock."""

    def __init__(self, language: Language, series: TextInput, number: TextInput, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._series, self._number = language, series, number
        self._held: FormNumber | None = None
        self.setIcon(icon("down"))
        self.setAutoDefault(False)
        self.clicked.connect(lambda _: self._take())
        self.hide()

    def offer(self, held: FormNumber | None) -> None:
        """Offers a form, or nothing."""
        self._held = held
        if held is not None:
            say = self._language.say
            self.setText(say("Take the next form in stock: {series} {number}", series=held.series, number=held.number))
        self.setVisible(held is not None)

    def _take(self) -> None:
        if self._held is not None:
            self._series.set_value(self._held.series)
            self._number.set_value(self._held.number)
            self._number.edited.emit()
