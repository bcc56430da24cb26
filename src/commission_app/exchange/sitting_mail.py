"""The convocation as an e-mail draft: opened, looked at and sent by the user's own mail program."""

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address

from commission_app.errors import RefusedError
from commission_app.exchange import mail_draft


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
    to = tuple(_address(name, address) for name, address in facts.to)
    mail = mail_draft.unsent(facts.subject, to, facts.made_at, facts.text)
    mail_draft.attach_pdf(mail, *facts.letters)
    name, data = facts.calendar
    mail.add_attachment(data.decode(), subtype="calendar", filename=name, params={"method": "PUBLISH"})
    return mail_draft.closed(mail, "sitting", facts.made_at)


def _address(name: str, address: str) -> Address:
    try:
        return Address(mail_draft.one_line(name), addr_spec=address.strip())
    except (MessageError, ValueError, IndexError) as trouble:
        raise RefusedError("convocation.bad_address", name=name, address=address) from trouble
