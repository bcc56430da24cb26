"""Digital credentials of many makers: the shared samples, other shapes, signed tokens, nonsense."""

import base64
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, PngImagePlugin

from commission_app.errors import RefusedError
from commission_app.exchange import evidence_mail
from commission_app.exchange.credential import CredentialFacts, read_credential
from commission_app.rules.vocabulary.evidence import SignatureVerdict

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
BADGE = {
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": "did:example:school",
    "validFrom": "2024-08-30T00:00:00Z",
    "credentialSubject": {"achievement": {"name": {"en": "Cooking", "lv": "Ēdienu gatavošana"}}},
}


def read(data: object) -> CredentialFacts:
    """A credential out of JSON."""
    return read_credential("a.json", "application/json", json.dumps(data).encode())


def sample(name: str) -> bytes:
    """A shared sample; the test is skipped where the samples are not."""
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample {name} is not here")
    return path.read_bytes()


def test_the_shared_badge_is_read() -> None:
    data = sample("openbadges/mbob_ht_pf_microcredential_full.json")
    facts = read_credential("badge.json", "application/json", data)
    assert facts.title == "Microcredential Frietje perfectie schillen"
    assert (facts.issuer, facts.issued_on, facts.expires_on) == ("MBO Beek", date(2024, 8, 30), date(2029, 8, 30))
    assert (facts.hours, facts.level, facts.assessment, facts.result) == (240, "EQF level 4", "testing", "8.0")
    assert facts.identity_check.startswith("+")


@pytest.mark.parametrize(
    ("name", "credits"),
    [
        ("theed_microcredential_full_ho.json", "3.0 ECTS"),
        ("theed_regular_minimal_ho.json", "6.0 ECTS"),
        ("uvh_at_regular_full.json", "180 ECTS"),
    ],
)
def test_the_other_shared_badges_are_read(name: str, credits: str) -> None:
    facts = read_credential(name, "application/json", sample(f"openbadges/{name}"))
    assert facts.credits == credits
    assert facts.title


def test_the_shared_european_credential_is_read() -> None:
    name = "elm-microcredential-annex1-unsigned-uploadable.json"
    facts = read_credential(name, "application/json", sample(name))
    assert (facts.title, facts.issuer) == ("Digital micro-credential creation", "University of Zed")
    assert facts.holder == "Ana Andromeda"
    assert facts.issued_on == date(2022, 12, 31)
    assert facts.outcomes == ("Communication, collaboration and creativity", "Developing digital content")
    assert (facts.credits[:1], facts.hours, facts.level, facts.result) == ("2", Decimal(60), "Level 6", "Pass")
    assert "without ID" in facts.identity_check
    assert facts.proofs == ()


def test_languages_may_be_maps_and_one_thing_may_be_a_list() -> None:
    assert read(BADGE).title == "Ēdienu gatavošana"
    listed = BADGE | {"credentialSubject": [{"achievement": [{"name": "Cooking"}]}], "issuer": {"name": "School"}}
    assert (read(listed).title, read(listed).issuer) == ("Cooking", "School")


def token(claims: object, *, with_key: bool = True, tamper: bool = False) -> bytes:
    """A credential as a signed web token."""
    key = ed25519.Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    header: dict[str, object] = {"alg": "EdDSA"}
    if with_key:
        header["jwk"] = {"kty": "OKP", "crv": "Ed25519", "x": based(public)}
    head = based(json.dumps(header).encode())
    body = based(json.dumps(claims).encode())
    signature = based(key.sign(f"{head}.{body}".encode()))
    if tamper:
        body = based(json.dumps({**BADGE, "name": "Doctor"}).encode())
    return f"{head}.{body}.{signature}".encode()


def based(data: bytes) -> str:
    """Base64 as web tokens write it."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (token(BADGE), SignatureVerdict.UNKNOWN_SIGNER),
        (token(BADGE, tamper=True), SignatureVerdict.CHANGED),
        (token(BADGE, with_key=False), SignatureVerdict.NOT_CHECKED),
    ],
)
def test_a_token_is_checked_with_the_key_it_brings_and_never_trusted(data: bytes, verdict: SignatureVerdict) -> None:
    (proof,) = read_credential("badge.jwt", "application/json", data).proofs
    assert proof.verdict is verdict


def test_a_linked_data_proof_is_named_and_not_believed() -> None:
    (proof,) = read(BADGE | {"proof": {"type": "DataIntegrityProof"}}).proofs
    assert (proof.verdict, proof.left_out) == (SignatureVerdict.NOT_CHECKED, "DataIntegrityProof")


def test_a_badge_baked_into_a_picture_is_read() -> None:
    target, text = io.BytesIO(), PngImagePlugin.PngInfo()
    text.add_itxt("openbadgecredential", json.dumps(BADGE))
    Image.new("RGB", (4, 4)).save(target, "PNG", pnginfo=text)
    assert read_credential("badge.png", "image/png", target.getvalue()).title == "Ēdienu gatavošana"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[[[", b'{"a": 1}', b"eyJ.a.b", b"\xff\xfe", b"[" * 5000])
def test_what_is_no_credential_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        read_credential("a.json", "application/json", data)


_JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                (
                    "type name credentialSubject achievement hasClaim issuer proof title en id result alignment "
                    "specifiedBy provenBy awardedBy creditPoint evidence grade"
                ).split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(_JSON, _JSON)
def test_credentials_of_any_shape_are_read_or_refused(subject: object, rest: object) -> None:
    for kind in ("OpenBadgeCredential", "EuropeanDigitalCredential"):
        more = rest if isinstance(rest, dict) else {}
        try:
            facts = read(more | {"type": [kind], "credentialSubject": subject})
        except RefusedError:
            continue
        assert isinstance(facts.title, str)


def test_a_mail_lists_its_letter_and_what_it_brought() -> None:
    lines = (
        "From: Anna <a@example.invalid>",
        "Subject: =?utf-8?q?Izzi=C5=86a?=",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=x",
        "",
        "--x",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Sveiki",
        "--x",
        "Content-Type: text/plain",
        'Content-Disposition: attachment; filename="../../a.txt"',
        "",
        "abc",
        "--x--",
    )
    mail = "\r\n".join(lines).encode()
    found = evidence_mail.opened("a.eml", mail)
    assert found.subject == "Izziņa"
    assert [one.name for one in found.files()] == ["letter.txt", "text 1.txt", "a.txt"]


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=300))
def test_any_bytes_are_a_mail_or_refused(data: bytes) -> None:
    try:
        evidence_mail.opened("a.eml", b"From: a@b\r\n" + data)
    except RefusedError:
        return
