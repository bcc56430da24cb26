"""Units of another standard that stand in this one too, as the same units."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from commission_app.services import standard_moves, standards
from commission_app.services.standards import EditionCard, EditionRow
from commission_app.ui.desk import Desk
from commission_app.ui.standards import edition_words
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.words import word

_UNIT = Qt.ItemDataRole.UserRole


class BorrowDialog(FormDialog):
    """First the edition, then its units; `stored` brings the keys of what was taken."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Units of another standard"), say("Take over"), parent)
        self._held = held
        self.edition = self.form.add("edition", say("Standard and edition"), Choice(searchable=True), required=True)
        told = say("A unit keeps its identity: what is recognised in one standard holds in the other too.")
        parts = [(part.id, f"{part.code} {half(desk.language, part.title_lv, part.title_en)}") for part in held.parts]
        self.part = self.form.add("part", say("Into the part"), Choice().offer(parts, empty="–"), help_text=told)
        self.form.field("part").setVisible(bool(held.parts))
        self.units = QListWidget(self)
        self.units.setAccessibleName(say("Units"))
        self.units.setMinimumHeight(50 * STEP)
        self.form.place(self.units)
        self.edition.currentIndexChanged.connect(lambda _: self._chosen())
        desk.jobs.ask(self, standards.editions).then(self._offer)

    def submit(self) -> None:
        """The ticked units stand here too."""
        items = (self.units.item(at) for at in range(self.units.count()))
        keys = tuple(item.data(_UNIT) for item in items if item.checkState() is Qt.CheckState.Checked)
        part = self.part.value()
        into = part if isinstance(part, int) else None
        self.act(self.desk.jobs.do(self, standard_moves.borrow, self._held.row.id, keys, into))

    def _offer(self, found: tuple[EditionRow, ...]) -> None:
        rows = [row for row in found if row.id != self._held.row.id and row.units]
        self.edition.offer(((row.id, self._named(row)) for row in rows), unchosen=True)
        if not rows:
            self.banner.say(self.language.say("The library has no other standard with units."))

    def _named(self, row: EditionRow) -> str:
        title = edition_words.title(self.language, row)
        return f"{row.code} · {title} · {row.label} ({word(self.language, row.state)})"

    def _chosen(self) -> None:
        key = self.edition.value()
        if isinstance(key, int):
            self.desk.jobs.ask(self, standards.card, key).then(self._show)

    def _show(self, card: EditionCard) -> None:
        self.units.clear()
        language, here = self.language, {unit.code.casefold() for unit in self._held.units}
        for unit in card.units:
            size = edition_words.amount(language, unit)
            outcomes = language.count("{n} learning outcome", "{n} learning outcomes", len(unit.outcomes))
            text = " · ".join(
                part for part in (unit.code, half(language, unit.title_lv, unit.title_en), size, outcomes) if part
            )
            item = QListWidgetItem(text, self.units)
            item.setToolTip(text)
            item.setData(_UNIT, unit.id)
            stands = unit.code.casefold() in here
            item.setFlags(
                Qt.ItemFlag.NoItemFlags
                if stands
                else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Unchecked)
            if stands:
                item.setToolTip(language.say("A unit with this code stands here already."))
