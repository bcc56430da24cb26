"""An e-mail kept as evidence: who wrote to whom and when, its text, and the files it brought."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

from commission_app.errors import RefusedError
from commission_app.exchange.container import InnerFile
from commission_app.exchange.evidence_name import safe_name

MOST_PARTS = 500
LETTER = "letter.txt"
"""The text of the mail itself, listed before what is attached."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail with its parts by name."""

    sender: str
    subject: str
    sent: str
    parts: dict[str, tuple[str, bytes]]

    def files(self) -> tuple[InnerFile, ...]:
        """The parts in their order."""
        return tuple(InnerFile(name, len(data), kind) for name, (kind, data) in self.parts.items())


def is_mail(name: str, media_type: str) -> bool:
    """Whether a file is a mail whose parts can be listed."""
    return media_type == "message/rfc822" or name.casefold().endswith(".eml")


def opened(file: str, data: bytes) -> Mail:
    """The mail in a file; refused where there is none."""
    try:
        message = message_from_bytes(data, _class=EmailMessage, policy=default)
        heads = [str(message.get(name, "")) for name in ("From", "Subject", "Date")]
        parts = _parts(message)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, IndexError):
        # The parser of the library trips over some broken headers in its own ways.
        raise RefusedError("mail.unreadable", at="file", file=file) from None
    if not any(heads):
        raise RefusedError("mail.unreadable", at="file", file=file)
    return Mail(heads[0], heads[1], heads[2], {LETTER: ("text/plain", _letter(heads, parts))} | parts)


def _letter(heads: list[str], parts: dict[str, tuple[str, bytes]]) -> bytes:
    texts = [data for name, (kind, data) in parts.items() if kind == "text/plain" and name.startswith("text")]
    return "\n".join(heads).encode() + b"\n\n" + b"\n\n".join(texts)


def _parts(message: Message) -> dict[str, tuple[str, bytes]]:
    found: dict[str, tuple[str, bytes]] = {}
    for part in message.walk():
        if part.is_multipart() or len(found) >= MOST_PARTS:
            continue
        data = part.get_payload(decode=True)
        kind = part.get_content_type()
        if not isinstance(data, bytes) or (kind == "text/html" and not part.get_filename()):
            continue
        if kind == "text/plain" and (charset := part.get_content_charset()):
            data = data.decode(charset, "replace").encode()
        name = _name(part, len(found) + 1)
        if name in found:
            name = f"{len(found) + 1} {name}"
        found[name] = (kind, data)
    return found


def _name(part: Message, number: int) -> str:
    given = part.get_filename()
    if not given:
        return f"text {number}.txt" if part.get_content_type() == "text/plain" else f"part {number}"
    try:
        return safe_name(given)
    except RefusedError:
        return f"part {number}"
