"""Two hundred certificates, printed and scanned askew, are read back and verified; a changed figure is named.

Scanned at 150 dots an inch, turned by up to five degrees, kept as JPEG of quality 60; from 1 to 40 units, in both
languages, and every second one also with one figure or letter changed under a code that was left alone.
"""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commission_app.rules.certificate_record import CertificateRecord
    from commission_app.rules.vocabulary.key import SignedFact

TIMES = 200


def play() -> Iterator[str]:
    """Scans them all, on every processor."""
    with ProcessPoolExecutor() as pool:
        told = list(pool.map(_one, range(TIMES), chunksize=5))
    unread = [serial for serial, (read, _, _) in enumerate(told) if not read]
    alarms = [f"{serial}: {what}" for serial, (_, what, _) in enumerate(told) if what]
    missed = [f"{serial}: {what}" for serial, (_, _, what) in enumerate(told) if what]
    yield f"{TIMES} scans, {TIMES - len(unread)} codes read and verified"
    yield f"untouched papers called wrong: {len(alarms)}; changed ones not named: {len(missed)} of {TIMES // 2}"
    kinds = Counter(_forged(serial)[1].value for serial in range(0, TIMES, 2))
    yield "changed: " + ", ".join(f"{name} {count}" for name, count in sorted(kinds.items()))
    assert not unread, unread
    assert not alarms, alarms
    assert not missed, missed


def sample(times: int) -> Iterator[tuple[bool, str, str]]:
    """Some of them, for the test command."""
    return map(_one, range(times))


def _one(serial: int) -> tuple[bool, str, str]:
    """Whether the code was read and is good; what an untouched scan was called; what of a changed one was missed."""
    from commission_app.i18n import ENGLISH, LATVIAN
    from commission_app.rules.vocabulary.key import CodeVerdict, FactMatch, Standing
    from commission_app.services import verification
    from commission_app.services.verification import Surroundings
    from commission_app.services.verification_register import Registered
    from tests.certificates_on_paper import printed, scanned, signer

    record, (says, fact, of) = _record(serial), _forged(serial)
    language = ENGLISH if serial % 3 == 1 else LATVIAN
    issued = printed(record, language)
    stands = Registered(Standing.ISSUED, record.number, issued=(issued,))
    around = Surroundings((signer()[0],), register=lambda _: stands)

    found = verification.examined("scan", scanned(issued, serial), language, around)
    wrong = [line for line in found.facts if line.match is FactMatch.DIFFERENT]
    alarm = str([(line.fact.value, line.of, line.sure) for line in wrong]) if wrong else ""
    if "verify.by_eye" in {one.reason for one in found.said}:
        alarm = "left to the eye"
    missed = ""
    if serial % 2 == 0:
        other = verification.examined("scan", scanned(printed(record, language, says=says), serial), language, around)
        named = {(line.fact, line.of) for line in other.facts if line.match is FactMatch.DIFFERENT}
        if named != {(fact, of)}:
            missed = f"{fact.value} {of} changed, named: {sorted((one.value, unit) for one, unit in named)}"
    return found.verdict is CodeVerdict.TRUSTED, alarm, missed


def _record(serial: int) -> "CertificateRecord":
    from tests.records import record

    return record(1 + serial * 7 % 40, serial=serial)


def _forged(serial: int) -> "tuple[CertificateRecord, SignedFact, str]":
    from tests.certificates_on_paper import forged

    return forged(_record(serial), Random(serial))
