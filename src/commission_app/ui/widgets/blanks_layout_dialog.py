"""Where the data stand on a kind of form: fields in millimetres beside a sheet that shows them as they are moved."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.i18n import today
from commission_app.rules import blank_layout
from commission_app.rules.blank_layout import FieldPlace, FormLayout
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.vocabulary.blank import FieldAlign, FormField
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import blank_layouts
from commission_app.services.blank_layouts import LayoutCard
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.blanks_form_view import FormView
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.words import word

_MEASURES = ("x", "y", "width", "size")
_COUNTS = ("lines", "page")


class LayoutDialog(FormDialog):
    """A layout of the office holds from a day; that of the program is only a starting point, to be measured."""

    def __init__(self, desk: Desk, parent: QWidget, kind: CertificateKind = CertificateKind.QUALIFICATION) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Layout of the forms"), say("Save the layout"), parent)
        self.card: LayoutCard | None = None
        self.layout_now: FormLayout = blank_layout.shipped(kind)
        self.at = 0
        self._quiet = False
        self.view = FormView(say("The form with its fields"), self)
        self.view.chosen.connect(self.choose)
        self.view.moved.connect(self._moved)
        self.kind = self.form.add("kind", say("Kind of form"), Choice().offer_words(language, FORM_KINDS))
        self.kind.set_value(kind)
        self.which = self.form.add("which", say("Layout"), Choice(), beside=True)
        self.which.setMinimumContentsLength(16)
        self.since = self.form.add("valid_from", say("Holds for certificates issued from"), DateEdit(language))
        self.sheet_width = self.form.add("sheet_width", say("Form, width in mm"), self._number(1), beside=True)
        self.sheet_height = self.form.add("sheet_height", say("height in mm"), self._number(1), beside=True)
        self.field = self.form.add("places", say("Field"), Choice())
        self.numbers: dict[str, NumberEdit] = {}
        self._add_measures()
        self.align = self.form.add("align", say("The text stands"), Choice().offer_words(language, FieldAlign))
        for name, label in (("lines", say("Lines")), ("page", say("Page"))):
            self.numbers[name] = self.form.add(name, label, self._number(0), beside=True)
        self._add_tools()
        self._beside()
        self._connect()
        self._ask(kind)

    def submit(self) -> None:
        """Keeps the layout from its day, or changes the one chosen."""
        card, since = self.card, self.since.value() or today()
        if card is not None and card.id is not None and card.valid_from == since:
            self.act(self.desk.jobs.do(self, blank_layouts.change, card.id, card.version, self.layout_now))
        else:
            self.act(self.desk.jobs.do(self, blank_layouts.keep, self._kind(), since, self.layout_now))

    def choose(self, at: int) -> None:
        """Goes to a field."""
        if 0 <= at < len(self.layout_now.places):
            self.at = at
            self._show_field()

    def _kind(self) -> CertificateKind:
        return CertificateKind(str(self.kind.value()))

    def _ask(self, kind: CertificateKind) -> None:
        self.desk.jobs.ask(self, blank_layouts.layouts, kind).then(self._offer)

    def _offer(self, cards: tuple[LayoutCard, ...]) -> None:
        say, day = self.language.say, self.language.date
        self.which.offer(
            (card, say("from {day}", day=day(card.valid_from)) if card.valid_from else say("starting point"))
            for card in cards
        )
        self.which.setCurrentIndex(0)
        self._take(cards[0])

    def _take(self, card: LayoutCard) -> None:
        self.card, self.layout_now, self.at = card, card.layout, 0
        self.since.set_value(card.valid_from or date(today().year, 1, 1))
        self.sheet_width.set_value(Decimal(card.layout.width) / 10)
        self.sheet_height.set_value(Decimal(card.layout.height) / 10)
        self.start.setVisible(card.id is None)
        self._show_fields()
        self.form.mark_clean()

    def _show_fields(self) -> None:
        places = self.layout_now.places
        self._quiet = True
        self.field.offer([(at, word(self.language, place.field)) for at, place in enumerate(places)])
        unused = [field for field in FormField if field not in {place.field for place in places}]
        self.another.offer(((field, word(self.language, field)) for field in unused), empty=self._adding)
        self._quiet = False
        self.at = min(self.at, len(places) - 1)
        self._show_field()

    def _show_field(self) -> None:
        """The chosen field in figures, and on the sheet."""
        self._quiet = True
        if 0 <= self.at < len(self.layout_now.places):
            place = self.layout_now.places[self.at]
            self.field.set_value(self.at)
            self.align.set_value(place.align)
            for name in _MEASURES:
                self.numbers[name].set_value(Decimal(getattr(place, name)) / 10)
            for name in _COUNTS:
                self.numbers[name].set_value(getattr(place, name))
        self._quiet = False
        said = {field: word(self.language, field) for field in FormField}
        self.view.show_form(self.layout_now, said, self.at)

    def _typed(self) -> None:
        """Moves the chosen field to the figures typed, where all of them can be read."""
        held = {name: number.value() for name, number in self.numbers.items()}
        sheet = self.sheet_width.value(), self.sheet_height.value()
        if self._quiet or None in held.values() or None in sheet or not self.layout_now.places:
            return
        width, height = (int((side or Decimal()) * 10) for side in sheet)
        figures = {name: int((held[name] or 0) * (10 if name in _MEASURES else 1)) for name in held}
        now = replace(self.layout_now, width=width, height=height)
        place = replace(now.places[self.at], **figures, align=FieldAlign(str(self.align.value())))  # type: ignore[arg-type]
        self.layout_now = blank_layout.replaced(now, self.at, place)
        said = {field: word(self.language, field) for field in FormField}
        self.view.show_form(self.layout_now, said, self.at)

    def _moved(self, x: int, y: int) -> None:
        self.layout_now = blank_layout.moved(self.layout_now, self.at, x, y)
        self._show_field()

    def _add(self) -> None:
        field = self.another.value()
        if isinstance(field, FormField):
            places = (*self.layout_now.places, FieldPlace(field, 300, 200, 1000))
            self.layout_now = replace(self.layout_now, places=places)
            self.at = len(places) - 1
            self.another.setCurrentIndex(0)
            self._show_fields()

    def _take_out(self) -> None:
        places = self.layout_now.places
        if len(places) > 1:
            self.layout_now = replace(self.layout_now, places=(*places[: self.at], *places[self.at + 1 :]))
            self._show_fields()

    def _number(self, decimals: int) -> NumberEdit:
        return NumberEdit(self.language, decimals=decimals)

    def _add_measures(self) -> None:
        say = self.language.say
        labels = (say("From the left, mm"), say("From above, mm"), say("Width, mm"), say("Type, points"))
        for at, (name, label) in enumerate(zip(_MEASURES, labels, strict=True)):
            self.numbers[name] = self.form.add(name, label, self._number(1), beside=bool(at))
        self.form.field("y").say_help(say("to the line of writing"))

    def _add_tools(self) -> None:
        say = self.language.say
        self._adding = say("Add a field …")
        tools, row = QWidget(self), QHBoxLayout()
        tools.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.another = Choice(tools)
        self.another.setAccessibleName(self._adding)
        self.out = QPushButton(say("Take the field out"), tools)
        self.out.setAutoDefault(False)
        row.addWidget(self.another, 1)
        row.addWidget(self.out)
        self.form.place(tools)
        self.start = QLabel(
            say(
                "This is a neutral starting point and not the layout of any form: lay a ruler on your form and move "
                "each field to its place. The state form itself is never printed, only the data."
            ),
            self,
        )
        self.start.setProperty("role", "soft")
        self.start.setWordWrap(True)
        self.form.place(self.start)

    def _beside(self) -> None:
        """The sheet stands beside the form."""
        self.column.removeWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(6 * STEP)
        row.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.view, 1)
        self.column.insertLayout(1, row, 1)

    def _connect(self) -> None:
        self.kind.edited.connect(lambda: self._ask(self._kind()))
        self.which.edited.connect(self._switched)
        self.field.edited.connect(lambda: self.choose(self.field.currentIndex()))
        self.another.edited.connect(self._add)
        self.out.clicked.connect(lambda _: self._take_out())
        self.align.edited.connect(self._typed)
        for number in (*self.numbers.values(), self.sheet_width, self.sheet_height):
            number.edited.connect(self._typed)

    def _switched(self) -> None:
        card = self.which.value()
        if isinstance(card, LayoutCard):
            self._take(card)
