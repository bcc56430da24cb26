"""Members of a commission from a file: what a list would bring row by row, then all the chosen rows in one act."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import member_layout, member_list
from commission_app.exchange.member_row import MemberRow, SheetPlace
from commission_app.exchange.workbook_writing import Written
from commission_app.i18n import Language
from commission_app.models.commission import Commission, Member
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.services import commissions
from commission_app.services.commissions import MemberForm
from commission_app.services.sheet_files import SheetFile, SheetLayout
from commission_app.store.work import Reading, Work

_COLUMN_OF = {"name": "name", "term_until": "term_until", "email": "email", "substitute_for": "replaces"}
"""In which column of the list stands what a form calls so."""
_COMPARED = ("role", "side", "post_lv", "post_en", "organisation", "fields", "email", "address", "sex")


@dataclass(frozen=True)
class ReadMember:
    """A row of the list as it could be read, with the place it came from."""

    member: MemberRow
    place: SheetPlace


@dataclass(frozen=True)
class MemberPreview:
    """One row of the list: new, there already (and what the list says otherwise), or refused."""

    row: int
    name: str
    read: ReadMember | None = None
    known: bool = False
    differs: tuple[str, ...] = ()
    against: Refusal | None = None

    @property
    def new(self) -> bool:
        """Whether it can be taken in."""
        return self.read is not None and not self.known and self.against is None


@dataclass(frozen=True)
class Order:
    """The order that a list names."""

    number: str
    day: date | None


@dataclass(frozen=True)
class MembersPreview:
    """What a list would bring: its rows, the columns that are not taken, and the order it names."""

    lines: tuple[MemberPreview, ...]
    not_taken: tuple[str, ...]
    passed_over: int
    order: Order | None
    """One order for all rows that is not the commission's; none where there is nothing to change."""
    order_missing: bool
    """Whether the commission has no order yet."""
    against: tuple[Refusal, ...]
    """What stands against taking in anything."""


@dataclass(frozen=True)
class _Standing:
    """Somebody who has the office, or is to have it: in the commission, or in an earlier row of the list."""

    since: date
    until: date | None
    role: MemberRole
    row: int = 0
    member: Member | None = None


def open_file(reading: Reading, name: str, data: bytes) -> SheetFile:
    """Opens a list and proposes which column is which. Refused: a file that cannot be read, or is a trap."""
    sheets = member_list.open_list(data, name)
    return SheetFile(name, data, hashlib.sha256(data).hexdigest(), sheets, member_list.propose(sheets))


def rematch(reading: Reading, file: SheetFile, sheet: str, head_row: int) -> SheetLayout:
    """The layout proposed for another sheet or another row of headings."""
    return member_list.match(file.sheet(sheet), head_row)


def headings(language: Language) -> tuple[str, ...]:
    """The columns a list may have, in their order."""
    return tuple(column.says(language) for column in member_layout.COLUMNS)


def preview(reading: Reading, commission_id: int, file: SheetFile, layout: SheetLayout) -> MembersPreview:
    """What the list would bring to the commission. Refused: a list whose columns are not known."""
    commission = reading.get(Commission, commission_id)
    found = member_list.read(file.sheet(layout.sheet), file.name, layout)
    read = [ReadMember(row, found.place) for row in found.rows]
    lines = list(_judged(commission, read, found.columns))
    lines += [MemberPreview(one.row, one.name, against=one.why) for one in found.refused]
    lines.sort(key=lambda line: line.row)
    against = () if any(line.new for line in lines) else (_nothing(lines),)
    return MembersPreview(
        tuple(lines),
        found.not_taken,
        found.passed_over,
        _order(commission, found.rows),
        not commission.order_number,
        against,
    )


def take_in(work: Work, commission_id: int, chosen: Sequence[ReadMember], order: Order | None = None) -> int:
    """The chosen members take office in one act, and the order of the commission is entered; gives how many are new.

    Refused, with nothing stored: a row that stands against the commission as it is now. Who is there is passed over.
    """
    commission = work.lock(Commission, commission_id)
    fresh = []
    for line in _judged(commission, chosen, frozenset()):
        if line.against is not None:
            raise RefusedError.of(line.against)
        if line.new and line.read is not None:
            fresh.append(line.read)
    if order is not None:
        commission.order_number, commission.order_date = order.number, order.day
    keys: dict[str, int] = {}
    for done, one in enumerate(sorted(fresh, key=lambda one: one.member.role is MemberRole.SUBSTITUTE)):
        work.progress.step(done, len(fresh))
        seat = _seat(commission, keys, one.member)
        keys[_plain(one.member.name)] = commissions.appoint(work, commission_id, _form(one.member, seat))
    return len(fresh)


def workbook(reading: Reading, commission_id: int, language: Language) -> bytes:
    """The members of a commission in the columns that are read: taken in again it changes nothing."""
    commission = reading.get(Commission, commission_id)
    query = select(Member).where(Member.commission_id == commission.id).order_by(Member.position, Member.id)
    return member_list.write([_written(commission, row) for row in reading.session.scalars(query)], language)


def empty_list(reading: Reading, language: Language) -> bytes:
    """The empty list to fill in."""
    return member_list.write((), language)


def _nothing(lines: Sequence[MemberPreview]) -> Refusal:
    if lines and all(line.known for line in lines):
        return refusal("member_file.all_known", count=len(lines))
    return refusal("member_file.nothing")


def _judged(commission: Commission, read: Iterable[ReadMember], columns: frozenset[str]) -> Iterable[MemberPreview]:
    """Each row against the commission and the rows before it; substitutes last, for whoever they replace must be in."""
    standing: dict[str, list[_Standing]] = {}
    for member in commission.members:
        was = _Standing(member.term_from, member.term_until, member.role, member=member)
        standing.setdefault(_plain(member.name), []).append(was)
    for one in sorted(read, key=lambda one: (one.member.role is MemberRole.SUBSTITUTE, one.member.row)):
        row = one.member
        named = standing.get(_plain(row.name), [])
        held = next((was.member for was in named if was.member is not None and _same(was, row, columns)), None)
        if held is not None:
            yield MemberPreview(row.row, row.name, one, known=True, differs=_differs(held, one, columns))
            continue
        against = _against(named, standing.get(_plain(row.replaces), []), one)
        if against is None:
            was = _Standing(row.term_from, row.term_until, row.role, row.row)
            standing.setdefault(_plain(row.name), []).append(was)
        yield MemberPreview(row.row, row.name, one, against=against)


def _same(was: _Standing, row: MemberRow, columns: frozenset[str]) -> bool:
    """Whether a bearer of the name has the same term; a list that says no ends of terms is not compared by them."""
    ends = not columns or bool(columns & {"term_until", "term"})
    return was.since == row.term_from and (was.until == row.term_until or not ends)


def _against(named: Sequence[_Standing], replaced: Sequence[_Standing], one: ReadMember) -> Refusal | None:
    """What stands against a new member: an overlapping term of the same person, or what no form may say."""
    row, place = one.member, one.place
    for was in named:
        if not _overlap(was, row):
            continue
        if was.member is None:
            return place.at(row.row, place.name_key, refusal("member_file.twice", name=row.name, earlier=was.row))
        why = refusal("member_file.overlaps", name=row.name, since=was.since, until=was.until)
        if was.until is None:
            why = refusal("member_file.in_office", name=row.name, since=was.since)
        return place.at(row.row, place.name_key, why)
    if row.replaces and all(was.role is MemberRole.SUBSTITUTE for was in replaced):
        return place.at(row.row, "replaces", refusal("member_file.nobody_replaced", name=row.replaces))
    try:
        commissions.check_member(_form(row, None))
    except RefusedError as trouble:
        return place.at(row.row, _COLUMN_OF.get(trouble.refusal.field or "", "name"), trouble.refusal)
    return None


def _differs(member: Member, one: ReadMember, columns: frozenset[str]) -> tuple[str, ...]:
    """The headings under which the list says something else of a member who is there and stays as it is."""
    row, headings = one.member, one.place.headings
    found = [key for key in _COMPARED if key in columns and getattr(member, key) != getattr(row, key)]
    named = member.substitute_for.name if member.substitute_for is not None else ""
    if "replaces" in columns and _plain(named) != _plain(row.replaces):
        found.append("replaces")
    return tuple(headings[key] for key in found)


def _order(commission: Commission, rows: Iterable[MemberRow]) -> Order | None:
    """The order that every row names which names one, where it is not the commission's own."""
    named = {(row.order_number, row.order_date) for row in rows if row.order_number}
    if len(named) != 1:
        return None
    ((number, day),) = named
    same = number == commission.order_number and day in (None, commission.order_date)
    return None if same else Order(number, day)


def _overlap(was: _Standing, row: MemberRow) -> bool:
    return was.since <= (row.term_until or date.max) and row.term_from <= (was.until or date.max)


def _plain(name: str) -> str:
    """A name as it is compared: without case and spare spaces, with its marks, for Ana is not Anna."""
    return " ".join(name.split()).casefold()


def _seat(commission: Commission, fresh: Mapping[str, int], row: MemberRow) -> int | None:
    """The member whom a substitute replaces: one of this list, else of the commission, whose term ends last."""
    if not row.replaces:
        return None
    wanted = _plain(row.replaces)
    if wanted in fresh:
        return fresh[wanted]
    seats = [one for one in commission.members if _plain(one.name) == wanted and one.role is not MemberRole.SUBSTITUTE]
    return max(seats, key=lambda one: (one.term_until or date.max, one.id)).id if seats else None


def _form(row: MemberRow, seat: int | None) -> MemberForm:
    return MemberForm(
        row.name,
        row.role,
        row.side,
        row.post_lv,
        row.post_en,
        row.organisation,
        row.term_from,
        row.term_until,
        seat,
        row.fields,
        row.sex,
        row.email,
        row.address,
    )


def _written(commission: Commission, member: Member) -> Mapping[str, Written]:
    replaced = member.substitute_for
    return {
        **{key: getattr(member, key) for key in ("name", "term_from", "term_until", *_COMPARED)},
        "replaces": replaced.name if replaced is not None else "",
        "order_number": commission.order_number,
        "order_date": commission.order_date,
    }
