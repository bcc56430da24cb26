"""A paper as an e-mail draft with its attachment: opened, looked at and sent by the user's own mail program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from commission_app.errors import RefusedError

_BOUNDARY = "=-commission-app-{kind}-{stamp}"


@dataclass(frozen=True)
class DraftFacts:
    """What the draft says, to whom, and what is attached."""

    made_at: datetime
    name: str
    address: str
    subject: str
    text: str
    attached: tuple[str, bytes]


def write(facts: DraftFacts) -> bytes:
    """The draft as a mail program opens it to be sent.

    Refused: an address that is none.
    """
    mail = unsent(facts.subject, (_address(facts.name, facts.address),), facts.made_at, facts.text)
    attach_pdf(mail, *facts.attached)
    return closed(mail, "letter", facts.made_at)


def unsent(subject: str, to: Sequence[Address], made_at: datetime, text: str) -> EmailMessage:
    """A mail that mail programs open to be sent."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(subject)
    mail["To"] = tuple(to)
    mail["Date"] = made_at
    mail["X-Unsent"] = "1"
    mail.set_content(text)
    return mail


def attach_pdf(mail: EmailMessage, name: str, data: bytes) -> None:
    """Puts a paper into the mail."""
    mail.add_attachment(data, maintype="application", subtype="pdf", filename=name)


def closed(mail: EmailMessage, kind: str, made_at: datetime) -> bytes:
    """The bytes of the mail; the same draft of the same moment gives the same bytes."""
    mail.set_boundary(_BOUNDARY.format(kind=kind, stamp=f"{made_at:%Y%m%d%H%M%S}"))
    return mail.as_bytes()


def one_line(text: str) -> str:
    """A text as a header holds it."""
    return " ".join(text.split())


def _address(name: str, address: str) -> Address:
    """An address as a mail header holds it; a line break in it would be a header of somebody else's."""
    spec = address.strip()
    if "@" not in spec or any(letter.isspace() or not letter.isprintable() for letter in spec):
        raise RefusedError("delivery.bad_email", at="address", address=one_line(spec))
    try:
        return Address(one_line(name), addr_spec=spec)
    except (MessageError, ValueError, IndexError) as trouble:
        raise RefusedError("delivery.bad_email", at="address", address=one_line(spec)) from trouble
