"""What the database says when it cannot, in terms the person at the desk understands."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from commission_app.errors import ConflictError, UnavailableError

_FULL = ("database or disk is full", "No space left")
_BUSY = ("database is locked", "deadlock detected", "could not obtain lock", "lock timeout")
_DAMAGED = ("malformed", "file is not a database", "disk image")
_READ_ONLY = ("readonly database", "read-only")


@contextmanager
def in_plain_terms() -> Iterator[None]:
    """Turns the driver's errors into conflict or unavailability; anything else is a bug and passes."""
    try:
        yield
    except StaleDataError as error:
        raise ConflictError("conflict.changed_meanwhile") from error
    except IntegrityError as error:
        if "unique" in str(error.orig).lower():
            raise ConflictError("conflict.taken") from error
        raise
    except (OperationalError, DatabaseError) as error:
        raise _unavailable(error) from error


def _unavailable(error: DatabaseError) -> Exception:
    words = str(error.orig)
    if _says(words, _FULL):
        return UnavailableError("database.full")
    if _says(words, _BUSY):
        return UnavailableError("database.busy")
    if _says(words, _DAMAGED):
        return UnavailableError("database.damaged")
    if _says(words, _READ_ONLY):
        return UnavailableError("database.read_only")
    if isinstance(error, OperationalError):
        return UnavailableError("database.unreachable", why=words.strip().splitlines()[0][:200])
    return error


def _says(words: str, signs: tuple[str, ...]) -> bool:
    return any(sign in words for sign in signs)
