"""Keys of codes: unlocked for a session, retired, compromised; nobody else's is believed without a word of how."""

from datetime import date, timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.exchange import key_file
from commission_app.rules.vocabulary.key import KeyState
from commission_app.services import checks, keys, payloads
from commission_app.services.office import Office
from tests import make
from tests.records import record

PASSPHRASE = "zirgs upe maize logs"


def reason(act: "object", *args: object) -> str:
    with pytest.raises(RefusedError) as why:
        act(*args)  # type: ignore[operator]
    return why.value.reason


def test_a_key_lives_from_its_making_to_its_end(office: Office) -> None:
    make.institution(office)
    assert office.ask(payloads.payload, record()) is None, "an office without a key prints no code"
    assert office.ask(keys.need) is None
    assert reason(keys.made, "short", "short") == "key.passphrase_short"
    assert reason(keys.made, PASSPHRASE, PASSPHRASE + "x") == "key.passphrase_differs"

    first = office.do(keys.begin, keys.made(PASSPHRASE, PASSPHRASE))
    need = office.ask(keys.need)
    assert need is not None
    assert need.locked
    assert reason(office.ask, payloads.payload, record()) == "key.locked"
    assert reason(office.ask, keys.unlock, "wrong passphrase") == "key.passphrase"
    office.ask(keys.unlock, PASSPHRASE)
    code = office.ask(payloads.payload, record())
    assert code is not None
    assert code == office.ask(payloads.payload, record()), "the same facts give the same code"

    fresh = office.ask(keys.change_passphrase, PASSPHRASE, "cits teikums ir labs", "cits teikums ir labs")
    office.do(keys.store_passphrase, first, office.ask(keys.lines)[0].version, fresh)
    office.ask(keys.lock)
    assert reason(office.ask, keys.unlock, PASSPHRASE) == "key.passphrase"
    office.ask(keys.unlock, "cits teikums ir labs")
    assert code == office.ask(payloads.payload, record()), "only the passphrase is another"

    second = office.do(keys.begin, keys.made(PASSPHRASE, PASSPHRASE))
    line = {one.id: one for one in office.ask(keys.lines)}
    assert (line[first].state, line[second].state) == (KeyState.RETIRED, KeyState.IN_USE)
    assert reason(office.ask, payloads.payload, record()) == "key.locked", "a new key is unlocked anew"
    assert reason(office.do, keys.retire, first, line[first].version, "x") == "key.over"
    assert reason(office.do, keys.retire, second, line[second].version, " ") == "key.reason"

    early = make.today(office) - timedelta(days=1)
    assert reason(office.do, keys.compromise, second, line[second].version, early, "stolen") == "key.day"
    office.do(keys.compromise, second, line[second].version, make.today(office), "stick stolen")
    assert office.ask(keys.lines)[0].compromised_from == make.today(office)
    assert office.ask(keys.need) is None
    assert office.ask(checks.findings) == ()


def test_a_foreign_key_enters_only_with_a_name_and_a_source(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    theirs = key_file.new(PASSPHRASE).public
    assert reason(office.do, keys.trust, theirs, "", "telephone") == "key.name"
    assert reason(office.do, keys.trust, theirs, "Liepājas koledža", " ") == "key.source"
    key = office.do(keys.trust, theirs, "Liepājas koledža", "fingerprint read out by telephone", date(2025, 1, 1))
    assert reason(office.do, keys.trust, theirs, "again", "x") == "key.known"
    assert reason(office.ask, keys.backup, key) == "key.foreign"
    assert key_file.read("x", office.ask(keys.exported, key)).name == "Liepājas koledža"
    assert office.ask(keys.need) is None, "a foreign key signs nothing here"


def test_the_private_half_is_stored_only_locked_and_stays_out_of_the_chain(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    new = keys.made(PASSPHRASE, PASSPHRASE)
    key = office.do(keys.begin, new)
    stored = office.ask(keys.backup, key)
    assert b"ENCRYPTED PRIVATE KEY" in stored
    assert b"PRIVATE" not in office.ask(keys.exported, key)
    office.ask(keys.unlock, PASSPHRASE)
    assert PASSPHRASE not in repr(office.ring)
    office.close()
    assert office.ring.of(new.public.fingerprint) is None
