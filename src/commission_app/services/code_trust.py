"""Whose key signed a code, and what that is worth on the day of signing that the code bears."""

from dataclasses import dataclass
from datetime import date

from commission_app.exchange import key_file
from commission_app.exchange.payload import KID_BYTES, Opened
from commission_app.rules.vocabulary.key import CodeVerdict, KeyState
from commission_app.services.keys import Known


@dataclass(frozen=True)
class CodeSigner:
    """The key that signed, as it is known here."""

    name: str
    fingerprint: str
    own: bool
    source: str = ""
    compromised_from: date | None = None


def judged(opened: Opened, known: tuple[Known, ...]) -> tuple[CodeVerdict, CodeSigner | None]:
    """What the signature of a code is worth, and by whom it was made where that is known."""
    named = [key for key in known if bytes.fromhex(key.fingerprint)[:KID_BYTES] == opened.kid]
    if not named:
        return CodeVerdict.UNKNOWN_KEY, None
    for key in named:
        if key_file.signed_by(key.pem, opened.covered, opened.signature):
            signer = CodeSigner(key.name, key.fingerprint, key.own, key.source, key.compromised_from)
            return _on_its_day(key, opened.signed.signed_on), signer
    return CodeVerdict.BROKEN, None


def _on_its_day(key: Known, day: date) -> CodeVerdict:
    if key.state is KeyState.COMPROMISED and key.compromised_from is not None:
        # Whoever has the key can write an earlier day: such a code is doubtful, not good.
        return CodeVerdict.COMPROMISED if day >= key.compromised_from else CodeVerdict.DOUBTFUL
    if day < key.valid_from or (key.valid_until is not None and day > key.valid_until):
        return CodeVerdict.OUT_OF_TIME
    return CodeVerdict.TRUSTED
