"""State forms destroyed before a board: the act with its number, the lines of the ledger, the paper that is signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.documents import blank_destruction
from commission_app.documents.blank_destruction import DestroyedRun, DestructionFacts
from commission_app.documents.house_style import Signer
from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN, Language
from commission_app.models.blank import BlankDestruction, BlankMovement
from commission_app.rules import blank_ledger, canonical
from commission_app.rules.vocabulary.blank import BlankMove
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.services import papers
from commission_app.services.blanks import check_day, locked, move_all, require, said
from commission_app.services.paper_sources import letterhead, worded
from commission_app.store.work import Reading, Work

LEAST_BOARD = 2


@dataclass(frozen=True, slots=True)
class BoardMember:
    """Who was there and signs the act."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All who sign, as they are kept with the act."""

    members: tuple[BoardMember, ...]


@dataclass(frozen=True)
class DestructionForm:
    """An act as it is entered: its number, the day, why, how, and before whom."""

    number: str
    day: date
    reason: str
    manner: str
    board: tuple[BoardMember, ...]


@dataclass(frozen=True)
class DestructionLine:
    """An act as the list shows it."""

    id: int
    number: str
    day: date
    reason: str
    count: int


def board_of(text: str) -> tuple[BoardMember, ...]:
    """The board as it is typed: one a line, the name and after a comma the post."""
    lines = (line.partition(",") for line in text.splitlines() if line.strip())
    return tuple(BoardMember(name.strip(), post.strip()) for name, _, post in lines)


def destroy(work: Work, blank_ids: Iterable[int], form: DestructionForm) -> int:
    """Forms are destroyed on an act; the ledger names it and its paper is kept to be signed.

    Refused: an act without a number or with one given before, without a reason or at least two who sign, on a day
    before what last happened to a form, and for a form that is used or destroyed.
    """
    number, why = form.number.strip(), said(form.reason)
    if not number:
        raise RefusedError("blank.act_number", at="number")
    before = work.session.scalars(select(BlankDestruction).where(BlankDestruction.number == number)).first()
    if before is not None:
        raise RefusedError("blank.act_number_given", at="number", number=number, day=before.day)
    board = tuple(member for member in form.board if member.name.strip())
    if len(board) < LEAST_BOARD:
        raise RefusedError("blank.board_too_small", at="board", least=LEAST_BOARD)
    blanks = locked(work, blank_ids)
    for blank in blanks:
        require(blank_ledger.against_by_hand(BlankMove.DESTROYED, blank.state, blank.series, blank.number))
        check_day(work, blank, form.day)
    act = BlankDestruction(
        number=number, day=form.day, reason=why, manner=form.manner.strip(), board=canonical.written(Board(board))
    )
    work.add(act)
    work.session.flush()
    move_all(work, blanks, BlankMove.DESTROYED, form.day, reason=why, destruction=act)
    work.session.flush()
    data = blank_destruction.render(_facts(work, act, LATVIAN), LATVIAN)
    papers.issue_paper(work, act.uid, PaperKind.BLANK_ACT, LATVIAN, papers.file_name(number), data)
    return act.id


def paper(reading: Reading, act_id: int, language: Language) -> bytes:
    """The act as it was issued; in the other language it is made of the same facts."""
    act = reading.get(BlankDestruction, act_id)
    kept = papers.stored(reading, act.uid, PaperKind.BLANK_ACT, language)
    return kept or blank_destruction.render(_facts(reading, act, language), language)


def destructions(reading: Reading) -> tuple[DestructionLine, ...]:
    """The acts, the newest first, each with how many forms it is about."""
    counted: dict[int, int] = {}
    lines = select(BlankMovement).where(BlankMovement.destruction_id.is_not(None))
    for line in reading.session.scalars(lines):
        if line.destruction_id is not None:
            counted[line.destruction_id] = counted.get(line.destruction_id, 0) + line.count
    acts = reading.session.scalars(
        select(BlankDestruction).order_by(BlankDestruction.day.desc(), BlankDestruction.id.desc())
    )
    return tuple(DestructionLine(act.id, act.number, act.day, act.reason, counted.get(act.id, 0)) for act in acts)


def _facts(reading: Reading, act: BlankDestruction, language: Language) -> DestructionFacts:
    lines = reading.session.scalars(
        select(BlankMovement).where(BlankMovement.destruction_id == act.id).order_by(BlankMovement.id)
    ).all()
    return DestructionFacts(
        letterhead=letterhead(reading.session, act.day, language),
        number=act.number,
        day=act.day,
        reason=act.reason,
        manner=act.manner,
        runs=tuple(_run(line) for line in lines),
        board=tuple(Signer(member.post, member.name) for member in _board(act).members),
    )


def _run(line: BlankMovement) -> DestroyedRun:
    return DestroyedRun(
        kind=worded(line.lot.kind),
        series=line.lot.series,
        number_from=line.number_from,
        number_to=line.number_to,
        count=line.count,
        was=worded(line.was) if line.was else "",
    )


def _board(act: BlankDestruction) -> Board:
    try:
        return canonical.made(Board, act.board)
    except ValueError as error:
        raise RefusedError("blank.board_unreadable", number=act.number) from error
