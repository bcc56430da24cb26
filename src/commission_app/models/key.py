"""The keys of codes: the office's own, with the private half locked by a passphrase, and those of other offices."""

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from commission_app.models.base import Root
from commission_app.models.types import PRIVATE, coded
from commission_app.rules.vocabulary.key import KeyState


class SigningKey(Root):
    """A key by its fingerprint; it is never taken away, because what it signed must stay provable.

    The private half stands only in the office's own keys, encrypted with a passphrase that is stored nowhere.
    """

    __tablename__ = "signing_key"
    noun = "key"

    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(300))
    public_pem: Mapped[str] = mapped_column(Text)
    own: Mapped[bool]
    private_pem: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    state: Mapped[KeyState] = mapped_column(coded(KeyState), default=KeyState.IN_USE)
    source: Mapped[str] = mapped_column(String(300), default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    compromised_from: Mapped[date | None]
    reason: Mapped[str] = mapped_column(Text, default="")
