"""Signed containers: opened safely, listed, and their XAdES signatures judged document by document."""

import io
import stat
import zipfile
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from commission_app.errors import RefusedError
from commission_app.exchange.container import Container
from commission_app.exchange.evidence_file import examine
from commission_app.exchange.xades import check_container
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from tests.exchange.containers import Identity, container, identity, packed

FILES = {"izziņa.txt": "Strādāja par pavāri.".encode(), "pielikums/b.xml": b"<a/>"}


@cache
def signer() -> Identity:
    """One made-up signer for the module."""
    return identity()


def checked(data: bytes, *anchors: str) -> SignatureFact:
    """The one signature of a container."""
    (fact,) = check_container(Container("darbs.edoc", data), anchors)
    return fact


def test_a_container_as_it_was_signed_is_trusted_by_the_list_alone() -> None:
    data = container(signer(), FILES)
    assert checked(data, signer().anchor).verdict is SignatureVerdict.TRUSTED
    assert checked(data).verdict is SignatureVerdict.UNKNOWN_SIGNER
    assert checked(data).signer == "Žanete Šūpulīte"


@pytest.mark.parametrize(
    ("inside", "verdict", "why"),
    [
        (FILES | {"izziņa.txt": b"Other."}, SignatureVerdict.CHANGED, "digest_differs"),
        (FILES | {"later.txt": b"Added."}, SignatureVerdict.PARTIAL, "files_left_out"),
        ({"pielikums/b.xml": b"<a/>"}, SignatureVerdict.CHANGED, "file_missing"),
    ],
)
def test_what_was_done_to_the_documents_is_told(inside: dict[str, bytes], verdict: SignatureVerdict, why: str) -> None:
    fact = checked(container(signer(), inside, sign=FILES), signer().anchor)
    assert (fact.verdict, fact.why) == (verdict, why)


def test_a_signature_whose_value_was_tampered_with_is_never_valid() -> None:
    data = container(signer(), FILES)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("META-INF/signatures0.xml")
    moved = text.replace(b"2025-03-04", b"2024-03-04")
    fact = checked(packed(FILES | {"META-INF/signatures0.xml": moved}), signer().anchor)
    assert fact.verdict in (SignatureVerdict.CHANGED, SignatureVerdict.BROKEN)


def test_a_certificate_of_another_time_is_told() -> None:
    old = identity(begin=datetime(2021, 1, 1, tzinfo=UTC), years=1)
    assert checked(container(old, FILES), old.anchor).verdict is SignatureVerdict.EXPIRED_SIGNER


def test_a_signature_of_another_form_is_not_checked_and_never_valid() -> None:
    data = packed(FILES | {"META-INF/signature.p7s": b"\x30\x80"})
    assert checked(data, signer().anchor).verdict is SignatureVerdict.NOT_CHECKED


def test_its_documents_are_listed_and_a_container_inside_is_not_opened() -> None:
    inner = packed({"x.txt": b"x"})
    found = Container("darbs.edoc", packed(FILES | {"cits.edoc": inner})).files()
    assert [(one.name, one.container) for one in found] == [
        ("izziņa.txt", False),
        ("pielikums/b.xml", False),
        ("cits.edoc", True),
    ]
    assert found[0].media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../ārā.txt", "container.path"),
        ("/etc/passwd", "container.path"),
        ("C:\\Windows\\a.txt", "container.path"),
        ("a/..\\..\\b.txt", "container.path"),
    ],
)
def test_a_path_that_leads_outside_is_refused_by_name_before_it_is_kept(name: str, reason: str) -> None:
    with pytest.raises(RefusedError) as trouble:
        examine("darbs.edoc", io.BytesIO(packed({name: b"x"})))
    assert trouble.value.reason == reason
    assert trouble.value.refusal.facts["file"] == "darbs.edoc"


def test_a_link_is_refused() -> None:
    target = io.BytesIO(packed({"a.txt": b"x"}))
    with zipfile.ZipFile(target, "a") as archive:
        link = zipfile.ZipInfo("b.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(RefusedError, match=r"container\.link"):
        Container("darbs.edoc", target.getvalue())


def test_a_bomb_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"container\.bomb"):
        Container("darbs.edoc", packed({"a.txt": b"\0" * 20_000_000}))


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(RefusedError, match=r"container\.too_many"):
        Container("darbs.edoc", packed({f"{at}.txt": b"" for at in range(1001)}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_bomb_in_a_signature_is_refused_and_is_no_signature(encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]><a>&c;&c;</a>'.encode(encoding)
    data = packed(FILES | {"META-INF/signatures0.xml": bomb})
    with pytest.raises(RefusedError, match=r"container\.xml"):
        examine("darbs.edoc", io.BytesIO(data))
    assert checked(data).verdict is SignatureVerdict.BROKEN


@cache
def _whole() -> bytes:
    return container(signer(), FILES)


@settings(max_examples=60, deadline=None)
@given(some.integers(min_value=0, max_value=2**20), some.binary(min_size=1, max_size=6))
def test_mutated_containers_only_ever_give_refusals_or_findings(at: int, noise: bytes) -> None:
    data = bytearray(_whole())
    place = at % len(data)
    data[place : place + len(noise)] = noise
    try:
        opened = Container("darbs.edoc", bytes(data))
        opened.files()
        check_container(opened, [signer().anchor])
    except RefusedError:
        return
