"""The convocation as an e-mail draft: opened, looked at and sent by the user's own mail program."""

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from commission_app.errors import RefusedError

BOUNDARY = "=-commission-app-sitting-{stamp}"


@dataclass(frozen=True)
class MailFacts:
    """What the draft says, to whom, and what is attached: files by name."""

    made_at: datetime
    subject: str
    text: str
    to: tuple[tuple[str, str], ...]
    """Names with their e-mail addresses."""
    letters: tuple[str, bytes]
    calendar: tuple[str, bytes]


def write(facts: MailFacts) -> bytes:
    """The draft as a mail program opens it to be sent.

    Refused: an address that is none, by the name of the member.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _line(facts.subject)
    mail["To"] = tuple(_address(name, address) for name, address in facts.to)
    mail["Date"] = facts.made_at
    mail["X-Unsent"] = "1"
    mail.set_content(facts.text)
    name, data = facts.letters
    mail.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    name, data = facts.calendar
    mail.add_attachment(data.decode(), subtype="calendar", filename=name, params={"method": "PUBLISH"})
    mail.set_boundary(BOUNDARY.format(stamp=f"{facts.made_at:%Y%m%d%H%M%S}"))
    return mail.as_bytes()


def _address(name: str, address: str) -> Address:
    try:
        return Address(_line(name), addr_spec=address.strip())
    except (MessageError, ValueError, IndexError) as trouble:
        raise RefusedError("convocation.bad_address", name=name, address=address) from trouble


def _line(text: str) -> str:
    return " ".join(text.split())
