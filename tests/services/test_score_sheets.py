"""The scoring workbook: what assessors typed is stored, and whatever else was touched is refused by its place."""

from collections.abc import Mapping
from io import BytesIO

import openpyxl  # type: ignore[import-untyped]
import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, evidence, evidence_links, matrix, score_sheets, scoring
from commission_app.services.evidence import EvidenceForm
from commission_app.services.matrix import MatrixCard
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word
from tests import make

FILE = "vērtējumi.xlsx"
MET, PARTLY = word(LATVIAN, OutcomeResult.MET), word(LATVIAN, OutcomeResult.PARTLY)


@pytest.fixture
def desk(office: Office) -> tuple[Office, int, tuple[int, int]]:
    """A case ready for scoring with two assessors."""
    make.institution(office)
    opened = make.case(office, make.standard(office))
    make.move(office, opened.id, cases.admit)
    item = office.do(evidence.attach, opened.id, EvidenceForm(EvidenceKind.CV, "CV")).item_id
    first = office.ask(matrix.matrix, opened.id).units[0].rows[0].outcome_id
    office.do(evidence_links.link, item, first, "2. lpp.")
    make.move(office, opened.id, cases.close_portfolio)
    seats = [office.do(scoring.seat, opened.id, AssessorForm(name)) for name in ("Vērtētāja A", "Vērtētājs B")]
    return office, opened.id, (seats[0], seats[1])


def sent(office: Office, *seats: int, language: Language = LATVIAN) -> bytes:
    """The workbook as it goes out."""
    return office.ask(score_sheets.workbook, seats, language)


def typed(data: bytes, cells: Mapping[str, object]) -> bytes:
    """The workbook after somebody typed into its first sheet."""
    book = openpyxl.load_workbook(BytesIO(data))
    for place, value in cells.items():
        book.worksheets[0][place] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def scores(card: MatrixCard, seat: int) -> list[OutcomeResult | None]:
    """The column of a seat."""
    return [row.scores[seat - 1].result for unit in card.units for row in unit.rows]


def test_scores_typed_far_away_stand_in_the_matrix(desk: tuple[Office, int, tuple[int, int]]) -> None:
    office, case, (first, _) = desk
    data = typed(sent(office, first), {"F7": MET, "F8": PARTLY, "G8": "Trūkst prakses."})
    assert office.ask(score_sheets.foresee, data, FILE).new == 2
    read = office.do(score_sheets.take_in, data, FILE)
    assert [(turn.assessor, turn.new) for turn in read.turns] == [("Vērtētāja A", 2)]
    assert scores(office.ask(matrix.matrix, case, 1), 1)[:3] == [OutcomeResult.MET, OutcomeResult.PARTLY, None]
    assert office.do(score_sheets.take_in, data, FILE).new == 0, "the same workbook a second time brings nothing"


def test_the_sheet_in_english_is_understood_too(desk: tuple[Office, int, tuple[int, int]]) -> None:
    office, _, (first, _) = desk
    data = typed(sent(office, first, language=ENGLISH), {"F7": word(ENGLISH, OutcomeResult.MET)})
    assert office.do(score_sheets.take_in, data, FILE).new == 1


def test_a_sheet_shows_nothing_of_the_other_assessor(desk: tuple[Office, int, tuple[int, int]]) -> None:
    office, case, (first, second) = desk
    outcome = office.ask(matrix.matrix, case).units[0].rows[0].outcome_id
    office.do(scoring.score, second, outcome, OutcomeResult.PARTLY, "Slepens pamatojums.")
    book = openpyxl.load_workbook(BytesIO(sent(office, first)))
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not any("Slepens" in text or "Vērtētājs B" in text for text in said)
    assert any("P1 CV, 2. lpp." in text for text in said)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"F7": "lieliski"}, ("7. rinda", "Vērtējums", "lieliski")),
        ({"F7": PARTLY}, ("7. rinda", "Pamatojums")),
        ({"C7": "cits teksts", "F7": MET}, ("7. rinda", "Mācīšanās rezultāts")),
        ({"H7": "00000000-0000-0000-0000-000000000000", "F7": MET}, ("7. rinda", "nav pieteikts")),
        ({"H2": "00000000-0000-0000-0000-000000000000"}, ("lietas nav",)),
        ({"H3": "00000000-0000-0000-0000-000000000000"}, ("citas redakcijas",)),
        ({"H4": "00000000-0000-0000-0000-000000000000"}, ("vērtētāja nav",)),
        ({"H8": None}, ("8. rinda",)),
    ],
    ids=["unknown mark", "no reason", "tampered", "foreign outcome", "case", "edition", "assessor", "key taken away"],
)
def test_a_refused_row_is_named_and_nothing_is_stored(
    cells: Mapping[str, object], words: tuple[str, ...], desk: tuple[Office, int, tuple[int, int]]
) -> None:
    office, case, (first, _) = desk
    data = typed(sent(office, first), {"F9": MET, **cells})
    refused = office.ask(score_sheets.foresee, data, FILE).refused
    said = sentence(LATVIAN, refused[0].refusal)
    assert all(text in said for text in words), said
    with pytest.raises(RefusedError):
        office.do(score_sheets.take_in, data, FILE)
    assert set(scores(office.ask(matrix.matrix, case, 1), 1)) == {None}


def test_the_good_rows_can_be_stored_although_others_are_refused(desk: tuple[Office, int, tuple[int, int]]) -> None:
    office, case, (first, _) = desk
    data = typed(sent(office, first), {"F7": "lieliski", "F8": MET})
    read = office.do(score_sheets.take_in, data, FILE, good_rows=True)
    assert (read.new, len(read.refused)) == (1, 1)
    assert scores(office.ask(matrix.matrix, case, 1), 1)[:2] == [None, OutcomeResult.MET]


def test_a_score_changed_meanwhile_is_not_overwritten(desk: tuple[Office, int, tuple[int, int]]) -> None:
    office, case, (first, _) = desk
    data = typed(sent(office, first), {"F7": PARTLY, "G7": "Daļēji."})
    outcome = office.ask(matrix.matrix, case).units[0].rows[0].outcome_id
    office.do(scoring.score, first, outcome, OutcomeResult.MET)
    (found,) = office.ask(score_sheets.foresee, data, FILE).refused
    assert "pēc lapas izsniegšanas" in sentence(LATVIAN, found.refusal)


def test_a_finished_sheet_neither_goes_out_nor_comes_back(desk: tuple[Office, int, tuple[int, int]]) -> None:
    office, case, (first, _) = desk
    data = sent(office, first)
    for row in (row for unit in office.ask(matrix.matrix, case).units for row in unit.rows):
        office.do(scoring.score, first, row.outcome_id, OutcomeResult.MET)
    office.do(scoring.finish, first)
    with pytest.raises(RefusedError):
        sent(office, first)
    assert len(office.ask(score_sheets.foresee, typed(data, {"F7": MET}), FILE).refused) == 1
