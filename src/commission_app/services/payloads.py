"""The signed code of a certificate, made while it is issued; the key was unlocked before, outside any transaction."""

from commission_app.errors import RefusedError
from commission_app.exchange import payload as exchange
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.services import keys
from commission_app.store.work import Reading


def payload(reading: Reading, record: CertificateRecord) -> bytes | None:
    """The code of a record, as the letters that `documents.qr.draw` prints; none while the office has no key.

    Refused: while the key is locked, and where the facts do not fit.
    """
    key = keys.in_use(reading.session)
    if key is None:
        return None
    signer = reading.ring.of(key.fingerprint)
    if signer is None:
        raise RefusedError("key.locked", at="passphrase")
    return exchange.sealed(record, signer, reading.today).text
