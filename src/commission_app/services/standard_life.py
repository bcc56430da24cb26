"""The life of an edition: begun, sent to review, sent back, approved, followed by a new one, retired, or given up."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from commission_app.errors import RefusedError
from commission_app.models.standard import Edition, Standard, Unit
from commission_app.rules.collation import sort_key
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services import standard_rows, standard_search
from commission_app.services import standard_states as states
from commission_app.services.standard_content import content
from commission_app.services.standard_forms import HeadForm, check_head
from commission_app.store.work import Work

LONGEST_REASON = 2_000


def begin(work: Work, form: HeadForm) -> int:
    """A standard begins in the library as a draft with nothing in it yet; gives the key of its edition.

    Refused: a head that cannot stand, a code that another standard bears.
    """
    check_head(form)
    taken = work.session.scalars(select(Standard).where(Standard.code == form.code.strip())).first()
    if taken is not None:
        raise RefusedError("edition.code_taken", at="code", code=taken.code, title=taken.title_lv or taken.title_en)
    standard = Standard(kind=form.kind, code=form.code.strip(), sort_key=sort_key(form.title_lv))
    edition = Edition(standard=standard)
    standard_rows.write_head(edition, form)
    work.add(standard, edition)
    work.session.flush()
    work.about(standard.uid, edition.uid)
    standard_search.index(work.session, standard)
    return edition.id


def new_edition(work: Work, edition_id: int, label: str, valid_from: date) -> int:
    """A new draft follows an edition: everything is copied, each unit with its lasting identity.

    Gives the key of the new edition. Refused: a name that an edition of the standard bears, a day not after the last.
    """
    old = work.lock(Edition, edition_id)
    label = label.strip()
    if not label:
        raise RefusedError("edition.without_label", at="label")
    if label.casefold() in {row.label.casefold() for row in old.standard.editions}:
        raise RefusedError("edition.label_taken", at="label", label=label)
    if len(label) > 80:
        raise RefusedError("node.too_long", at="label", most=80)
    if valid_from <= old.valid_from:
        raise RefusedError("edition.not_after", at="valid_from", label=old.label, since=old.valid_from)
    new = standard_rows.copied_edition(old, label)
    new.valid_from = valid_from
    work.add(new)
    work.session.flush()
    _copy_content(work, old, new)
    work.session.flush()
    work.about(old.standard.uid, new.uid)
    standard_search.index(work.session, old.standard, new)
    return new.id


def send_to_review(work: Work, edition_id: int, seen: int) -> None:
    """A draft is given to whoever approves it; it is not changed meanwhile."""
    edition = work.lock(Edition, edition_id, seen)
    states.require(states.against_review(edition, content(work.session, edition.id)))
    edition.state, edition.state_reason = EditionState.REVIEW, ""


def send_back(work: Work, edition_id: int, seen: int, note: str) -> None:
    """An edition becomes a draft again, with a note of what is to be changed. Refused: one that is used."""
    edition = work.lock(Edition, edition_id, seen)
    states.require(states.against_sending_back(work.session, edition))
    if not note.strip():
        raise RefusedError("edition.without_note", at="note")
    edition.state, edition.state_reason = EditionState.DRAFT, _reason(note, "note")


def approve(work: Work, edition_id: int, seen: int, reason: str = "") -> None:
    """An edition is approved, with the document that approves it: cases may be opened against it.

    Refused: an edition that lacks what it needs (units without outcomes, outcomes without a Latvian text …).
    """
    edition = work.lock(Edition, edition_id, seen)
    states.require(states.against_approval(work.session, edition))
    edition.state, edition.state_reason = EditionState.APPROVED, _reason(reason, "reason")


def retire(work: Work, edition_id: int, seen: int, until: date, reason: str = "") -> None:
    """An edition is retired: no new case is opened against it, its cases stay."""
    edition = work.lock(Edition, edition_id, seen)
    states.require(states.against_retirement(edition))
    if until < edition.valid_from:
        raise RefusedError("edition.ends_before_it_begins", at="until", until=until, since=edition.valid_from)
    edition.state, edition.valid_until = EditionState.RETIRED, until
    edition.state_reason = _reason(reason, "reason")


def settle_end(work: Work, edition_id: int, seen: int, last: date | None, until: date | None) -> None:
    """The last day for applications and the last day in force are settled; the content stays as it is.

    Refused: a retired edition, a day before the beginning, applications taken after the end.
    """
    edition = work.lock(Edition, edition_id, seen)
    if edition.state is EditionState.RETIRED:
        raise RefusedError("edition.retired", label=edition.label)
    for name, day in (("last", last), ("until", until)):
        if day is not None and day < edition.valid_from:
            raise RefusedError("edition.ends_before_it_begins", at=name, until=day, since=edition.valid_from)
    if last is not None and until is not None and last > until:
        raise RefusedError("edition.last_after_end", at="last", last=last, until=until)
    edition.last_applications_on, edition.valid_until = last, until


def discard(work: Work, edition_id: int, seen: int) -> None:
    """A draft is given up with everything in it; the chain of acts keeps what it said.

    Refused: an edition that is used, that is no draft, or that another one follows.
    """
    edition = work.lock(Edition, edition_id, seen)
    states.require(states.against_discarding(work.session, edition))
    standard = edition.standard
    standard_search.forget(work.session, edition.uid)
    for unit in list(edition.units):
        work.remove(list(unit.outcomes))
    work.session.flush()
    work.remove(list(edition.units))
    work.session.flush()
    work.remove(list(edition.parts))
    work.session.flush()
    alone = len(standard.editions) == 1
    work.remove([edition])
    work.session.flush()
    if alone:
        standard_search.forget(work.session, standard.uid)
        work.remove([standard])
    work.about(standard.uid)


def _copy_content(work: Work, old: Edition, new: Edition) -> None:
    parts: dict[int, int] = {}
    for part in old.parts:
        twin = standard_rows.copied_part(part, new.id)
        work.add(twin)
        work.session.flush()
        parts[part.id] = twin.id
    units: Sequence[Unit] = work.session.scalars(
        select(Unit).where(Unit.edition_id == old.id).order_by(Unit.position).options(selectinload(Unit.outcomes))
    ).all()
    for place, unit in enumerate(units, 1):
        work.add(standard_rows.copied_unit(unit, new.id, parts.get(unit.part_id or 0), place))


def _reason(text: str, at: str) -> str:
    if len(text.strip()) > LONGEST_REASON:
        raise RefusedError("node.too_long", at=at, most=LONGEST_REASON)
    return text.strip()
