"""Commissions: their members with terms, and the by-law in force from a date."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError
from commission_app.models.commission import BylawEdition, Commission, Member
from commission_app.rules.collation import sort_key
from commission_app.rules.legality import (
    TERM_ENDS_SOON,
    Bylaw,
    MemberFacts,
    check_bylaw,
    sides_of,
    sides_text,
    wrong_office,
)
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole, Side
from commission_app.rules.vocabulary.person import Sex
from commission_app.store.at_hand import once
from commission_app.store.work import Reading, Work

_ADDRESS = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")


@dataclass(frozen=True)
class CommissionForm:
    """What is asked about a commission."""

    kind: CommissionKind
    name_lv: str
    name_en: str = ""
    thematic_area: str = ""
    order_number: str = ""
    order_date: date | None = None


@dataclass(frozen=True)
class MemberForm:
    """What is asked about a member."""

    name: str
    role: MemberRole = MemberRole.MEMBER
    side: Side = Side.SCHOOL
    post_lv: str = ""
    post_en: str = ""
    organisation: str = ""
    term_from: date | None = None
    term_until: date | None = None
    substitute_for: int | None = None
    fields: str = ""
    sex: Sex = Sex.NOT_SAID
    email: str = ""
    address: str = ""
    user_uid: UUID | None = None
    """Who the member is in this program: with a conflict of interest that person does not see the case."""


@dataclass(frozen=True)
class MemberLine:
    """A member as lists show it; `term_ends` says that the term ends within thirty days."""

    id: int
    uid: UUID
    form: MemberForm
    in_office: bool
    replaces: str = ""
    term_ends: bool = False


@dataclass(frozen=True)
class BylawLine:
    """A by-law edition with its rules."""

    id: int
    in_force_from: date
    reference_lv: str
    reference_en: str
    rules: Bylaw


@dataclass(frozen=True)
class CommissionCard:
    """A commission with its members and by-law editions."""

    id: int
    uid: UUID
    version: int
    form: CommissionForm
    members: tuple[MemberLine, ...]
    bylaws: tuple[BylawLine, ...]


def found(work: Work, form: CommissionForm) -> int:
    """A commission is set up by an order."""
    _check(form)
    commission = Commission()
    _write(commission, form)
    work.add(commission)
    work.session.flush()
    return commission.id


def edit(work: Work, key: int, seen: int, form: CommissionForm) -> None:
    """The commission's name, field or order changes."""
    _check(form)
    _write(work.lock(Commission, key, seen), form)


def appoint(work: Work, commission_id: int, form: MemberForm) -> int:
    """A member takes office for a term."""
    commission = work.lock(Commission, commission_id)
    _check_member(work, commission_id, form)
    last = work.session.scalar(select(func.max(Member.position)).where(Member.commission_id == commission.id))
    member = Member(commission_id=commission.id, position=(last or 0) + 1)
    _write_member(member, replace(form, term_from=form.term_from or work.today))
    work.add(member)
    work.touch(commission)
    work.session.flush()
    return member.id


def edit_member(work: Work, member_id: int, form: MemberForm) -> None:
    """A member's post, side or term changes."""
    member = work.get(Member, member_id)
    work.touch(work.lock(Commission, member.commission_id))
    _check_member(work, member.commission_id, form, member)
    _write_member(member, replace(form, term_from=form.term_from or member.term_from))


def adopt_bylaw(
    work: Work, commission_id: int, in_force_from: date, rules: Bylaw, reference: tuple[str, str] = ("", "")
) -> None:
    """A by-law edition comes into force; the one before it stays for sittings of its time."""
    check_bylaw(rules)
    commission = work.lock(Commission, commission_id)
    edition = next((row for row in commission.bylaws if row.in_force_from == in_force_from), None)
    if edition is None:
        edition = BylawEdition(commission_id=commission.id, in_force_from=in_force_from)
        work.add(edition)
    edition.reference_lv, edition.reference_en = reference
    for field, column in _BYLAW_COLUMNS.items():
        setattr(edition, column, getattr(rules, field))
    edition.side_minimums = sides_text(rules.side_minimums)
    work.touch(commission)


def commissions(reading: Reading, kind: CommissionKind | None = None) -> tuple[CommissionCard, ...]:
    """Every commission of the institution."""
    query = select(Commission).order_by(Commission.id)
    if kind is not None:
        query = query.where(Commission.kind == kind)
    return tuple(_card(row, reading.today) for row in reading.session.scalars(query))


def card(reading: Reading, key: int) -> CommissionCard:
    """One commission."""
    return _card(reading.get(Commission, key), reading.today)


def voters(card: CommissionCard, rules: Bylaw) -> int:
    """How many members in office have a vote under these rules; substitutes have one in another's seat only."""
    return len(_office(card, rules))


def composition(card: CommissionCard, rules: Bylaw) -> tuple[Refusal, ...]:
    """What the commission as it is today lacks by these rules."""
    office = [
        MemberFacts(
            uid=str(line.uid),
            name=line.form.name,
            role=line.form.role,
            side=line.form.side,
            term_from=date.min,
            term_until=None,
            present=True,
            sex=line.form.sex,
        )
        for line in _office(card, rules)
    ]
    return tuple(wrong_office(rules, office))


def _office(card: CommissionCard, rules: Bylaw) -> list[MemberLine]:
    """The members who have a seat with a vote."""
    without = {MemberRole.SUBSTITUTE} if rules.secretary_votes else {MemberRole.SUBSTITUTE, MemberRole.SECRETARY}
    return [line for line in card.members if line.in_office and line.form.role not in without]


def check_member(form: MemberForm) -> None:
    """Refuses what cannot be said of any member: no name, a term that ends before it begins, no e-mail address."""
    if not form.name.strip():
        raise RefusedError("member.without_name", at="name")
    if form.term_from and form.term_until and form.term_until < form.term_from:
        raise RefusedError("member.term_reversed", at="term_until", name=form.name)
    if form.email.strip() and not _ADDRESS.fullmatch(form.email.strip()):
        raise RefusedError("member.bad_email", at="email", email=form.email.strip())


def in_term(member: Member, day: date) -> bool:
    """Whether a member holds the office on a day."""
    return member.term_from <= day <= (member.term_until or date.max)


def bylaw_on(session: Session, commission_id: int, day: date) -> Bylaw:
    """The by-law's rules in force on a day; refused when none is."""
    return _bylaw(bylaw_edition_on(session, commission_id, day))


def bylaw_edition_on(session: Session, commission_id: int, day: date) -> BylawEdition:
    """The by-law edition in force on a day; refused when none is."""
    edition = once(session, (BylawEdition, commission_id, day), lambda: _newest_bylaw(session, commission_id, day))
    if edition is None:
        raise RefusedError("commission.no_bylaw", day=day)
    return edition


def _newest_bylaw(session: Session, commission_id: int, day: date) -> BylawEdition | None:
    return session.scalars(
        select(BylawEdition)
        .where(BylawEdition.commission_id == commission_id, BylawEdition.in_force_from <= day)
        .order_by(BylawEdition.in_force_from.desc())
    ).first()


_OTHER_NAMES = {
    "numerator": "quorum_numerator",
    "denominator": "quorum_denominator",
    "fixed": "quorum_fixed",
    "min_practitioners": "minimum_practitioners",
}
_BYLAW_COLUMNS = {
    field.name: _OTHER_NAMES.get(field.name, field.name) for field in fields(Bylaw) if field.name != "side_minimums"
}


def _bylaw(edition: BylawEdition) -> Bylaw:
    said = {field: getattr(edition, column) for field, column in _BYLAW_COLUMNS.items()}
    return Bylaw(**said, side_minimums=sides_of(edition.side_minimums))


def _card(row: Commission, today: date) -> CommissionCard:
    form = CommissionForm(row.kind, row.name_lv, row.name_en, row.thematic_area, row.order_number, row.order_date)
    bylaws = tuple(
        BylawLine(edition.id, edition.in_force_from, edition.reference_lv, edition.reference_en, _bylaw(edition))
        for edition in row.bylaws
    )
    ordered = sorted(row.members, key=lambda member: (_RANK[member.role], member.position, sort_key(member.name)))
    return CommissionCard(
        row.id, row.uid, row.version, form, tuple(_member(member, today) for member in ordered), bylaws
    )


_RANK = {role: rank for rank, role in enumerate(MemberRole)}


def _member(member: Member, today: date) -> MemberLine:
    form = MemberForm(
        member.name,
        member.role,
        member.side,
        member.post_lv,
        member.post_en,
        member.organisation,
        member.term_from,
        member.term_until,
        member.substitute_for_id,
        member.fields,
        member.sex,
        member.email,
        member.address,
        member.user_uid,
    )
    replaces = member.substitute_for.name if member.substitute_for is not None else ""
    ends = in_term(member, today) and not in_term(member, today + TERM_ENDS_SOON)
    return MemberLine(member.id, member.uid, form, in_term(member, today), replaces, ends)


def _check(form: CommissionForm) -> None:
    if not form.name_lv.strip():
        raise RefusedError("commission.without_name", at="name_lv")


def _check_member(work: Work, commission_id: int, form: MemberForm, held: Member | None = None) -> None:
    check_member(form)
    if form.role is MemberRole.SUBSTITUTE:
        _check_substitute(work, commission_id, form, held)


def _check_substitute(work: Work, commission_id: int, form: MemberForm, held: Member | None) -> None:
    """Refuses a substitute for somebody who has no seat in this commission."""
    if held is not None and work.session.scalar(select(Member.id).where(Member.substitute_for_id == held.id).limit(1)):
        raise RefusedError("member.is_replaced", at="role", name=held.name)
    if form.substitute_for is None:
        return
    named = work.get(Member, form.substitute_for)
    if named.commission_id != commission_id or named.role is MemberRole.SUBSTITUTE or named is held:
        raise RefusedError("member.no_seat", at="substitute_for", name=named.name)


def _write(commission: Commission, form: CommissionForm) -> None:
    commission.kind = form.kind
    commission.name_lv, commission.name_en = form.name_lv.strip(), form.name_en.strip()
    commission.thematic_area = form.thematic_area.strip()
    commission.order_number, commission.order_date = form.order_number.strip(), form.order_date


def _write_member(member: Member, form: MemberForm) -> None:
    member.name, member.organisation = form.name.strip(), form.organisation.strip()
    member.role, member.side = form.role, form.side
    member.post_lv, member.post_en = form.post_lv.strip(), form.post_en.strip()
    if form.term_from is not None:
        member.term_from = form.term_from
    member.term_until = form.term_until
    member.substitute_for_id = form.substitute_for if form.role is MemberRole.SUBSTITUTE else None
    member.fields, member.sex = form.fields.strip(), form.sex
    member.email, member.address = form.email.strip(), form.address.strip()
    member.user_uid = form.user_uid
