"""A paper as an e-mail draft with its attachment: opened, looked at and sent by the user's own mail program."""

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from commission_app.errors import RefusedError

_BOUNDARY = "=-commission-app-letter-{stamp}"


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
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _line(facts.subject)
    mail["To"] = _address(facts.name, facts.address)
    mail["Date"] = facts.made_at
    mail["X-Unsent"] = "1"
    mail.set_content(facts.text)
    name, data = facts.attached
    mail.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    mail.set_boundary(_BOUNDARY.format(stamp=f"{facts.made_at:%Y%m%d%H%M%S}"))
    return mail.as_bytes()


def _address(name: str, address: str) -> Address:
    """An address as a mail header holds it; a line break in it would be a header of somebody else's."""
    spec = address.strip()
    if "@" not in spec or any(letter.isspace() or not letter.isprintable() for letter in spec):
        raise RefusedError("delivery.bad_email", at="address", address=_line(spec))
    try:
        return Address(_line(name), addr_spec=spec)
    except (MessageError, ValueError, IndexError) as trouble:
        raise RefusedError("delivery.bad_email", at="address", address=_line(spec)) from trouble


def _line(text: str) -> str:
    return " ".join(text.split())
