"""An edition as a tree of parts, units and outcomes; lines are made only when they are looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from commission_app.i18n import Language
from commission_app.rules.collation import fold
from commission_app.services.standard_content import OutcomeLine, PartLine, UnitLine
from commission_app.services.standard_forms import NodeKey, NodeKind
from commission_app.services.standards import EditionCard
from commission_app.ui.standards import edition_words
from commission_app.ui.two_languages import half

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-commission-node"
_ROOT = QModelIndex()


@dataclass(eq=False)
class Node:
    """One line of the tree: what it shows, above it what it stands in, and below it what stands in it."""

    key: NodeKey
    line: PartLine | UnitLine | OutcomeLine
    parent: "Node | None" = None
    row: int = 0
    hidden_outcomes: frozenset[int] | None = None
    below: "list[Node] | None" = None
    number: int = 0

    def code(self) -> str:
        """Its code."""
        return self.line.code


@dataclass(frozen=True)
class Found:
    """What a search inside an edition met: how many lines, and where to unfold."""

    lines: int = 0
    open: tuple[NodeKey, ...] = field(default_factory=tuple)


class ContentModel(QAbstractItemModel):
    """Parts on top, units in them or beside them, outcomes below their units."""

    dropped = Signal(object, object, int)
    """What was dragged, into what, at which place (-1: at the end)."""

    def __init__(self, language: Language, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._strong = QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._card: EditionCard | None = None
        self._wanted: tuple[str, ...] = ()
        self._nodes: list[Node] = []
        self._tops: list[Node] = []
        self._head: NodeKey | None = None
        self.editable = False

    def show_edition(self, card: EditionCard) -> None:
        """Shows an edition."""
        self.beginResetModel()
        self._card = card
        self._head = NodeKey(NodeKind.HEAD, card.row.id)
        self.editable = not card.acts.editing
        self._arrange()
        self.endResetModel()

    def search(self, words: str) -> Found:
        """Shows only what holds every word, with what is above and below it; says how many lines do."""
        wanted = tuple(fold(words).split())
        if wanted == self._wanted and not wanted:
            return Found()
        self.beginResetModel()
        self._wanted = wanted
        found = self._arrange()
        self.endResetModel()
        return found

    def node(self, index: Index) -> Node | None:
        """The line of an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, key: NodeKey) -> QModelIndex:
        """Where something stands, if it is shown."""
        outcome = key.kind is NodeKind.OUTCOME
        for top in self._tops:
            for node in (top, *(top.below or ())) if top.key.kind is NodeKind.PART else (top,):
                if outcome and isinstance(node.line, UnitLine) and any(row.id == key.id for row in node.line.outcomes):
                    below = next((one for one in self._below(node) if one.key == key), None)
                    return QModelIndex() if below is None else self.createIndex(below.row, 0, below.number)
                if node.key == key:
                    return self.createIndex(node.row, 0, node.number)
        return QModelIndex()

    def lines(self) -> list[str]:
        """Every line that is shown, folded or not, as it reads."""
        return [self._text(node) for node in self._walk(self._tops)]

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The index of a line below another."""
        below = self._below(self.node(parent))
        return self.createIndex(row, column, below[row].number) if 0 <= row < len(below) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """What a line stands in."""
        node = self.node(index)
        above = node.parent if node is not None else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines stand below another."""
        return len(self._below(self.node(parent))) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Text, size, marks."""
        return 3

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        """Whether anything stands below a line; answered without making those lines."""
        node = self.node(parent)
        if node is None:
            return bool(self._tops)
        if isinstance(node.line, UnitLine):
            hidden = node.hidden_outcomes
            return len(node.line.outcomes) > (len(hidden) if hidden else 0)
        return bool(node.below)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The titles of the columns."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        say = self._language.say
        return (say("Units and learning outcomes"), say("Size"), self._language.say_of("unit", "Marks"))[section]

    def data(self, index: Index, role: int = 0) -> object:
        """What a line reads."""
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(node, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return _other(self._language, node.line)
            case Qt.ItemDataRole.FontRole:
                return None if node.key.kind is NodeKind.OUTCOME else self._strong
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines of a draft can be dragged, units and parts take what belongs into them."""
        held = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.editable or self._wanted:
            return held if index.isValid() else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        node = self.node(index)
        held |= Qt.ItemFlag.ItemIsDragEnabled
        return held if node is None or node.key.kind is NodeKind.OUTCOME else held | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Things are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only lines of this tree."""
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The line that is dragged."""
        data = QMimeData()
        node = self.node(indexes[0]) if indexes else None
        if node is not None:
            data.setData(MIME, f"{node.key.kind.value} {node.key.id}".encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Outcomes go into units, units into parts or the edition, parts into the edition."""
        key, above = _carried(data), self.node(parent)
        return key is not None and self.editable and _belongs(key.kind, above.key.kind if above else NodeKind.HEAD)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tells where something was dropped; the lines follow when it is stored."""
        key, above = _carried(data), self.node(parent)
        if key is None or self._head is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        siblings = [node.key for node in self._below(above) if node.key.kind is key.kind]
        at = row if row >= 0 else len(siblings)
        if row >= 0 and above is None:
            at = sum(node.key.kind is key.kind for node in self._tops[:row])
        if key in siblings and siblings.index(key) < at:
            at -= 1
        self.dropped.emit(key, above.key if above is not None else self._head, at)
        return False

    def _cell(self, node: Node, column: int) -> str:
        if column == 0:
            return self._text(node)
        line = node.line
        if column == 1:
            return edition_words.amount(self._language, line) if isinstance(line, UnitLine) else ""
        if isinstance(line, UnitLine):
            return ", ".join(edition_words.unit_marks(self._language, line))
        return ", ".join(edition_words.outcome_marks(self._language, line)) if isinstance(line, OutcomeLine) else ""

    def _text(self, node: Node) -> str:
        lv, en = _texts(node.line)
        return f"{node.line.code}  {half(self._language, lv, en)}"

    def _below(self, node: Node | None) -> list[Node]:
        if node is None:
            return self._tops
        if node.below is None:
            hidden = node.hidden_outcomes or frozenset()
            lines = node.line.outcomes if isinstance(node.line, UnitLine) else ()
            shown = (line for line in lines if line.id not in hidden)
            node.below = [self._made(NodeKind.OUTCOME, line, node, at) for at, line in enumerate(shown)]
        return node.below

    def _made(self, kind: NodeKind, line: PartLine | UnitLine | OutcomeLine, parent: Node | None, row: int) -> Node:
        node = Node(NodeKey(kind, line.id), line, parent, row, number=len(self._nodes))
        self._nodes.append(node)
        return node

    def _walk(self, nodes: list[Node]) -> Iterator[Node]:
        for node in nodes:
            yield node
            yield from self._walk(self._below(node))

    def _arrange(self) -> Found:
        """Makes parts and units anew; of the outcomes only which are hidden."""
        self._nodes, self._tops = [], []
        if self._card is None:
            return Found()
        parts: dict[int, Node] = {}
        met, opened = 0, list[NodeKey]()
        for part in self._card.parts:
            node = self._made(NodeKind.PART, part, None, len(self._tops))
            node.below = []
            parts[part.id] = node
            self._tops.append(node)
            met += self._met(part)
        for unit in self._card.units:
            above = parts.get(unit.part_id or 0)
            own = self._met(unit)
            outcomes = (
                frozenset(row.id for row in unit.outcomes if self._met(row)) if self._wanted else frozenset[int]()
            )
            met += own + len(outcomes)
            if self._wanted and not (own or outcomes or (above is not None and self._met(above.line))):
                continue
            below = self._tops if above is None else above.below
            assert below is not None
            node = self._made(NodeKind.UNIT, unit, above, len(below))
            below.append(node)
            if outcomes:
                node.hidden_outcomes = frozenset(row.id for row in unit.outcomes) - outcomes
                opened.append(node.key)
        if self._wanted:
            self._tops = [node for node in self._tops if node.below != [] or self._met(node.line)]
            for row, node in enumerate(self._tops):
                node.row = row
        return Found(met, tuple(opened))

    def _met(self, line: PartLine | UnitLine | OutcomeLine) -> bool:
        if not self._wanted:
            return False
        text = _folded(line.code, *_texts(line))
        return all(word in text for word in self._wanted)


@lru_cache(maxsize=65_536)
def _folded(code: str, lv: str, en: str) -> str:
    return fold(f"{code} {lv} {en}")


def _texts(line: PartLine | UnitLine | OutcomeLine) -> tuple[str, str]:
    return (line.text_lv, line.text_en) if isinstance(line, OutcomeLine) else (line.title_lv, line.title_en)


def _other(language: Language, line: PartLine | UnitLine | OutcomeLine) -> str:
    lv, en = _texts(line)
    return lv if language.code == "en" else en


def _carried(data: QMimeData) -> NodeKey | None:
    if not data.hasFormat(MIME):
        return None
    kind, _, key = data.data(MIME).toStdString().partition(" ")
    return NodeKey(NodeKind(kind), int(key))


def _belongs(kind: NodeKind, above: NodeKind) -> bool:
    match kind:
        case NodeKind.OUTCOME:
            return above is NodeKind.UNIT
        case NodeKind.UNIT:
            return above in (NodeKind.PART, NodeKind.HEAD)
        case _:
            return above is NodeKind.HEAD
