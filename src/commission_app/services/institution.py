"""The institution itself: what it is, and its name, address and head from a date."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents import pictures
from commission_app.errors import RefusedError
from commission_app.models.institution import Institution, InstitutionName
from commission_app.rules.vocabulary.institution import InstitutionKind
from commission_app.store.at_hand import once
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class InstitutionForm:
    """What the papers say of the institution."""

    name_lv: str
    name_en: str = ""
    kind: InstitutionKind = InstitutionKind.COLLEGE
    registration_number: str = ""
    place_locative_lv: str = ""
    place_en: str = ""
    email: str = ""
    phone: str = ""
    address_lv: str = ""
    address_en: str = ""
    head_name: str = ""
    head_post_lv: str = ""
    head_post_en: str = ""
    website: str = ""
    electronic: bool = False
    valid_from: date | None = None


@dataclass(frozen=True)
class BackupHabit:
    """Where the copies of the data go and whether one is made on closing."""

    folder: str
    on_exit: bool


@dataclass(frozen=True)
class InstitutionCard:
    """The institution as preferences show it."""

    id: int
    uid: UUID
    version: int
    form: InstitutionForm
    backup: BackupHabit
    logo: bytes | None
    arms: bytes | None


def establish(work: Work, form: InstitutionForm) -> None:
    """The institution of this database; there is only one."""
    if work.session.scalars(select(Institution.id)).first() is not None:
        raise RefusedError("institution.stands")
    _check(form)
    institution = Institution(kind=form.kind)
    _write(institution, form)
    work.add(institution)
    work.session.flush()
    work.add(_name(institution, form, form.valid_from or work.today))


def edit(work: Work, seen: int, form: InstitutionForm) -> None:
    """What is said of the institution changes; a new name, address, head or way of signing counts from its day."""
    _check(form)
    institution = work.lock(Institution, the(work.session).id, seen)
    _write(institution, form)
    _rename(_edition(work, institution, form.valid_from or work.today, unless=form), form)
    work.touch(institution)


def set_logo(work: Work, seen: int, logo: bytes | None, since: date | None = None, file: str = "") -> None:
    """The logo at the head of the papers, from a day; nothing takes it away from that day on."""
    institution = _with_picture(work, seen, logo, file)
    _edition(work, institution, since or work.today).logo = logo


def set_arms(work: Work, seen: int, arms: bytes | None, since: date | None = None, file: str = "") -> None:
    """The coat of arms at the head of the papers, from a day; nothing takes it away from that day on."""
    institution = _with_picture(work, seen, arms, file)
    _edition(work, institution, since or work.today).arms = arms


def set_backup(work: Work, seen: int, habit: BackupHabit) -> None:
    """Where copies of the data go."""
    institution = work.lock(Institution, the(work.session).id, seen)
    institution.backup_folder, institution.backup_on_exit = habit.folder.strip(), habit.on_exit


def card(reading: Reading) -> InstitutionCard | None:
    """The institution, or nothing in a database that is still empty."""
    institution = reading.session.scalars(select(Institution)).first()
    if institution is None:
        return None
    name = name_on(reading.session, reading.today)
    form = InstitutionForm(
        name_lv=name.name_lv,
        name_en=name.name_en,
        kind=institution.kind,
        registration_number=institution.registration_number,
        place_locative_lv=institution.place_locative_lv,
        place_en=institution.place_en,
        email=institution.email,
        phone=institution.phone,
        address_lv=name.address_lv,
        address_en=name.address_en,
        head_name=name.head_name,
        head_post_lv=name.head_post_lv,
        head_post_en=name.head_post_en,
        website=name.website,
        electronic=name.electronic,
        valid_from=name.valid_from,
    )
    backup = BackupHabit(institution.backup_folder, institution.backup_on_exit)
    logo = name.logo or institution.logo
    return InstitutionCard(institution.id, institution.uid, institution.version, form, backup, logo, name.arms)


def the(session: Session) -> Institution:
    """The one institution of the database."""
    institution = once(session, Institution, lambda: session.scalars(select(Institution)).first())
    if institution is None:
        raise RefusedError("institution.absent")
    return institution


def name_on(session: Session, day: date) -> InstitutionName:
    """The name the institution bore on a day; the first one for days before it."""
    rows = select(InstitutionName).order_by(InstitutionName.valid_from)
    names = once(session, InstitutionName, lambda: session.scalars(rows).all())
    if not names:
        raise RefusedError("institution.absent")
    return next((name for name in reversed(names) if name.valid_from <= day), names[0])


def _check(form: InstitutionForm) -> None:
    if not form.name_lv.strip():
        raise RefusedError("institution.without_name", at="name_lv")


def _write(institution: Institution, form: InstitutionForm) -> None:
    institution.kind = form.kind
    institution.registration_number = form.registration_number.strip()
    institution.place_locative_lv, institution.place_en = form.place_locative_lv.strip(), form.place_en.strip()
    institution.email, institution.phone = form.email.strip(), form.phone.strip()


def _name(institution: Institution, form: InstitutionForm, day: date) -> InstitutionName:
    name = InstitutionName(institution_id=institution.id, valid_from=day)
    _rename(name, form)
    return name


_DATED = ("name_lv", "name_en", "address_lv", "address_en", "head_name", "head_post_lv", "head_post_en", "website")


def _rename(name: InstitutionName, form: InstitutionForm) -> None:
    for field in _DATED:
        setattr(name, field, getattr(form, field).strip())
    name.electronic = form.electronic


def _differs(name: InstitutionName, form: InstitutionForm) -> bool:
    return name.electronic != form.electronic or any(
        getattr(name, field) != getattr(form, field).strip() for field in _DATED
    )


def _edition(work: Work, institution: Institution, day: date, unless: InstitutionForm | None = None) -> InstitutionName:
    """What holds from a day on, to be changed; a new edition begins with all that stood before it."""
    standing = name_on(work.session, day)
    if standing.valid_from == day or (unless is not None and not _differs(standing, unless)):
        return standing
    new = InstitutionName(institution_id=institution.id, valid_from=day)
    for field in (*_DATED, "electronic", "logo", "arms"):
        setattr(new, field, getattr(standing, field))
    work.add(new)
    return new


def _with_picture(work: Work, seen: int, picture: bytes | None, file: str) -> Institution:
    institution = work.lock(Institution, the(work.session).id, seen)
    if picture is not None:
        pictures.check(picture, file)
    if institution.logo is not None:
        # Older databases know one logo for all days: it goes to every day before this one changes.
        for name in institution.names:
            name.logo = name.logo or institution.logo
        institution.logo = None
    work.touch(institution)
    return institution
