"""The keys of codes: made, unlocked for a session, retired, given up as compromised; and those of other offices."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import key_file
from commission_app.exchange.key_file import NewKey, PublicKey
from commission_app.exchange.payload import Signer
from commission_app.models.key import SigningKey
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.key import KeyState
from commission_app.services.institution import name_on
from commission_app.store.work import Reading, Work

__all__ = ["KeyLine", "Known", "PublicKey"]

LEAST = 12


@dataclass(frozen=True)
class KeyLine:
    """A key as the list shows it."""

    id: int
    version: int
    name: str
    fingerprint: str
    own: bool
    state: KeyState
    source: str
    valid_from: date
    valid_until: date | None
    compromised_from: date | None
    reason: str
    unlocked: bool
    against_ending: tuple[Refusal, ...]


@dataclass(frozen=True)
class KeyNeed:
    """Whether issuing asks for a passphrase now: the key that waits, or none."""

    fingerprint: str
    locked: bool
    name: str = ""


@dataclass(frozen=True)
class Known:
    """A key as a check of codes knows it."""

    fingerprint: str
    pem: str
    name: str
    own: bool
    state: KeyState
    valid_from: date
    valid_until: date | None = None
    compromised_from: date | None = None
    source: str = ""


def made(passphrase: str, again: str) -> NewKey:
    """A new key pair, locked with the passphrase; slow, so made before the act that stores it.

    Refused: a passphrase that is too short, or typed differently the second time.
    """
    _check_passphrase(passphrase, again)
    return key_file.new(passphrase)


def begin(work: Work, key: NewKey) -> int:
    """A new key comes into use; the one before retires today and keeps proving what it signed."""
    before = in_use(work.session)
    if before is not None:
        _end(work.lock(SigningKey, before.id), KeyState.RETIRED, work.today)
        work.session.flush()
    row = SigningKey(
        fingerprint=key.public.fingerprint,
        name=name_on(work.session, work.today).name_lv,
        public_pem=key.public.pem,
        own=True,
        private_pem=key.private_pem,
        valid_from=work.today,
    )
    work.add(row)
    work.session.flush()
    return row.id


def retire(work: Work, key_id: int, seen: int, reason: str) -> None:
    """The key signs no more; what it signed stays good. Refused: without a reason, and for a key that is over."""
    row = work.lock(SigningKey, key_id, seen)
    _check_ending(row, reason)
    _end(row, KeyState.RETIRED, work.today)
    row.reason = reason.strip()
    work.ring.lock()


def compromise(work: Work, key_id: int, seen: int, since: date, reason: str) -> None:
    """From a day on the key is not to be believed: it was lost, copied or stolen.

    Refused: without a reason, for a day before its use or in the future, and twice.
    """
    row = work.lock(SigningKey, key_id, seen)
    if row.state is KeyState.COMPROMISED:
        raise RefusedError("key.over", state=row.state)
    if not reason.strip():
        raise RefusedError("key.reason", at="reason")
    if not row.valid_from <= since <= work.today:
        raise RefusedError("key.day", at="since", day=since, earliest=row.valid_from)
    _end(row, KeyState.COMPROMISED, min(row.valid_until or work.today, work.today))
    row.compromised_from, row.reason = since, reason.strip()
    work.ring.lock()


def trust(work: Work, key: PublicKey, name: str, source: str, since: date | None = None) -> int:
    """The key of another institution is known from now on, under its name and with how it was compared.

    Refused: without a name, without saying how it was compared, and for a key that is in the list.
    """
    if not name.strip():
        raise RefusedError("key.name", at="name")
    if not source.strip():
        raise RefusedError("key.source", at="source")
    standing = work.session.scalar(select(SigningKey.name).where(SigningKey.fingerprint == key.fingerprint))
    if standing is not None:
        raise RefusedError("key.known", at="file", name=standing)
    row = SigningKey(
        fingerprint=key.fingerprint,
        name=name.strip(),
        public_pem=key.pem,
        own=False,
        source=source.strip(),
        valid_from=since or date(2000, 1, 1),
    )
    work.add(row)
    work.session.flush()
    return row.id


def unlock(reading: Reading, passphrase: str) -> None:
    """The key in use is unlocked for this session; it asks only the database, and stores nothing.

    Refused: without a key, and with a wrong passphrase.
    """
    key = in_use(reading.session)
    if key is None:
        raise RefusedError("key.none")
    reading.ring.hold(key_file.unlocked(key.private_pem, passphrase))


def lock(reading: Reading) -> None:
    """The key is locked again at this desk."""
    reading.ring.lock()


def change_passphrase(reading: Reading, passphrase: str, new: str, again: str) -> str:
    """The private half of the key in use, locked anew; `store_passphrase` keeps it.

    Refused: a wrong passphrase, and a new one that is too short or differs.
    """
    key = in_use(reading.session)
    if key is None:
        raise RefusedError("key.none")
    _check_passphrase(new, again)
    return key_file.locked_anew(key.private_pem, passphrase, new)


def store_passphrase(work: Work, key_id: int, seen: int, private_pem: str) -> None:
    """Keeps the key under its new passphrase."""
    work.lock(SigningKey, key_id, seen).private_pem = private_pem


def need(reading: Reading) -> KeyNeed | None:
    """Whether issuing a certificate asks for the passphrase; none where the office signs no codes."""
    key = in_use(reading.session)
    if key is None:
        return None
    return KeyNeed(key.fingerprint, reading.ring.of(key.fingerprint) is None, key.name)


def signer(reading: Reading) -> Signer | None:
    """The unlocked key of the session; none while the office has none or it is locked."""
    key = in_use(reading.session)
    return reading.ring.of(key.fingerprint) if key is not None else None


def lines(reading: Reading) -> tuple[KeyLine, ...]:
    """All keys: the office's own first, the newest on top, then those of other offices by name."""
    rows = reading.session.scalars(select(SigningKey)).all()
    ordered = sorted(
        rows,
        key=lambda row: (not row.own, -row.id if row.own else 0, row.state is not KeyState.IN_USE, fold(row.name)),
    )
    return tuple(_line(reading, row) for row in ordered)


def known(reading: Reading) -> tuple[Known, ...]:
    """Every key that a check of codes may know here."""
    rows = reading.session.scalars(select(SigningKey).order_by(SigningKey.id)).all()
    return tuple(
        Known(
            row.fingerprint,
            row.public_pem,
            row.name,
            row.own,
            row.state,
            row.valid_from,
            row.valid_until,
            row.compromised_from,
            row.source,
        )
        for row in rows
    )


def exported(reading: Reading, key_id: int) -> bytes:
    """The public key as a small file for other offices."""
    row = reading.get(SigningKey, key_id)
    return key_file.written(PublicKey(row.fingerprint, row.public_pem, row.name))


def backup(reading: Reading, key_id: int) -> bytes:
    """The private key as it is stored, locked with its passphrase, to be kept beside the backups of the data."""
    row = reading.get(SigningKey, key_id)
    if not row.own:
        raise RefusedError("key.foreign")
    return row.private_pem.encode("ascii")


def read_file(file: str, data: bytes) -> PublicKey:
    """The public key in a file. Refused: what is none."""
    return key_file.read(file, data)


def in_use(session: Session) -> SigningKey | None:
    """The key that signs the office's codes now."""
    wanted = select(SigningKey).where(SigningKey.own, SigningKey.state == KeyState.IN_USE)
    return session.scalars(wanted.order_by(SigningKey.id.desc()).limit(1)).first()


def _line(reading: Reading, row: SigningKey) -> KeyLine:
    return KeyLine(
        id=row.id,
        version=row.version,
        name=row.name,
        fingerprint=row.fingerprint,
        own=row.own,
        state=row.state,
        source=row.source,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        compromised_from=row.compromised_from,
        reason=row.reason,
        unlocked=reading.ring.of(row.fingerprint) is not None,
        against_ending=() if row.state is KeyState.IN_USE else (refusal("key.over", state=row.state),),
    )


def _check_ending(row: SigningKey, reason: str) -> None:
    if row.state is not KeyState.IN_USE:
        raise RefusedError("key.over", state=row.state)
    if not reason.strip():
        raise RefusedError("key.reason", at="reason")


def _end(row: SigningKey, state: KeyState, day: date) -> None:
    row.state, row.valid_until = state, day


def _check_passphrase(passphrase: str, again: str) -> None:
    if len(passphrase) < LEAST:
        raise RefusedError("key.passphrase_short", at="passphrase", least=LEAST)
    if passphrase != again:
        raise RefusedError("key.passphrase_differs", at="again")
