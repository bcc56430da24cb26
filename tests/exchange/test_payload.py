"""The code of a certificate: whatever its facts, it is read as it was written; a touched one is noticed."""

import zlib
from datetime import date
from functools import cache

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange import base45, key_file, payload
from commission_app.exchange.key_file import HeldKey, NewKey
from commission_app.rules import credential_payload
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.vocabulary.key import PayloadDetail
from tests.records import DAY, record

PASSPHRASE = "zirgs upe maize logs"


@cache
def key() -> tuple[NewKey, HeldKey]:
    new = key_file.new(PASSPHRASE)
    return new, key_file.unlocked(new.private_pem, PASSPHRASE)


def sealed(facts: CertificateRecord) -> payload.Sealed:
    return payload.sealed(facts, key()[1], DAY)


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=40).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 12), texts.filter(bool), texts, st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_fact_comes_back_as_it_was_signed(units: int, name: str, title: str, day: date) -> None:
    facts = record(units, family=name, title=title, born=day)
    opened = payload.opened(sealed(facts).text.decode())
    assert key_file.signed_by(key()[0].public.pem, opened.covered, opened.signature)
    back = opened.signed.record
    assert (back.holder.family, back.holder.born, back.number) == (name, day, facts.number)
    assert opened.signed.record_sha256 == credential_payload.record_hash(facts)
    assert opened.signed.units == units
    if opened.signed.detail is PayloadDetail.FULL:
        assert [(one.title, one.credits, one.mark) for one in back.units] == [
            (one.title, one.credits, one.mark) for one in facts.units
        ]


@pytest.mark.parametrize(("units", "detail"), [(1, PayloadDetail.FULL), (40, PayloadDetail.ONE_LANGUAGE)])
def test_up_to_forty_units_fit_with_their_titles(units: int, detail: PayloadDetail) -> None:
    made = sealed(record(units))
    assert made.size <= payload.MOST
    assert made.detail is detail
    assert all(one.title.lv for one in payload.opened(made.text.decode()).signed.record.units)


def test_what_does_not_fit_is_said_and_never_cut() -> None:
    many = payload.opened(sealed(record(300)).text.decode()).signed
    assert (many.detail, many.units, many.record.units) == (PayloadDetail.SUMMARY, 300, ())
    with pytest.raises(RefusedError) as why:
        sealed(record(1, title="".join(chr(0x4E00 + at) for at in range(900))))
    assert why.value.reason == "payload.too_large"


def test_the_same_facts_give_the_same_code() -> None:
    assert sealed(record(7)).text == sealed(record(7)).text


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_never_accepted(at: int, by: int) -> None:
    """Behind the deflation, where no checksum helps."""
    plain = bytearray(zlib.decompress(base45.decoded(sealed(record(3)).text.decode()[4:])))
    plain[at % len(plain)] ^= by
    try:
        opened = payload.opened(payload.PREFIX + base45.encoded(zlib.compress(bytes(plain))))
    except RefusedError:
        return
    told = key_file.signed_by(key()[0].public.pem, opened.covered, opened.signature)
    assert not told or opened.signed == payload.opened(sealed(record(3)).text.decode()).signed


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), st.binary(max_size=200).map(lambda data: "CA1:" + base45.encoded(data))))
def test_nonsense_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(RefusedError):
        payload.opened(text)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.binary(max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.integers(0, 25), inner, max_size=6),
        max_leaves=12,
    )
)
def test_signed_nonsense_is_refused_too(found: object) -> None:
    days = {5: 20261121, 26: 20261121}
    body = cbor2.dumps({1: 1, 2: 0, 4: "x", **days, 22: found, 23: found, 24: b"", 7: found, 12: found})
    message = cbor2.dumps([cbor2.dumps({1: -7, 4: b"12345678"}), {}, body, b""])
    with pytest.raises(RefusedError):
        payload.opened(payload.PREFIX + base45.encoded(zlib.compress(message)))


def test_a_bomb_and_a_later_format_are_refused() -> None:
    bomb = payload.PREFIX + base45.encoded(zlib.compress(b"\0" * 10_000_000, 9))
    with pytest.raises(RefusedError) as why:
        payload.opened(bomb)
    assert why.value.reason == "payload.unreadable"
    with pytest.raises(RefusedError) as why:
        payload.opened("CA2:ABC")
    assert why.value.reason == "payload.newer"


def test_a_key_file_says_whose_it_is_and_is_refused_where_it_lies() -> None:
    public = key_file.PublicKey(key()[0].public.fingerprint, key()[0].public.pem, "Žņaugu koledža")
    assert key_file.read("a.cakey", key_file.written(public)) == public
    assert key_file.read("a.pem", public.pem.encode()).fingerprint == public.fingerprint
    for bad in (
        b"",
        b"[]",
        b"x" * 70_000,
        key_file.written(public).replace(public.fingerprint[:8].encode(), b"00000000"),
        key()[0].private_pem.encode(),
        b"\xff\xfe",
    ):
        with pytest.raises(RefusedError) as why:
            key_file.read("a.cakey", bad)
        assert why.value.reason == "key.unreadable"
    with pytest.raises(RefusedError) as why:
        key_file.unlocked(key()[0].private_pem, "wrong")
    assert why.value.reason == "key.passphrase"
    assert PASSPHRASE not in repr(key()[1])
