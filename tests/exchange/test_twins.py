"""Digital twins: our own readers read what they say, the official schemas agree, and nothing leaves by halves."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from commission_app.errors import RefusedError
from commission_app.exchange import elm_writer, elmo_writer, key_file, open_badge_writer
from commission_app.exchange.credential import CredentialFacts, read_credential
from commission_app.exchange.twin_words import amount, full_name
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules import twins
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.minutes_record import Said
from commission_app.rules.twins import Choices
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.sentences import sentence
from tests.exchange import certificate_samples as samples

SHARED = Path(__file__).parents[3] / "shared"
JUDGE = SHARED / "validate_credential.py"
PASSPHRASE = "gara parole, ko neviens nezina"
STATEMENT = samples.record(elements=None)
FORTY = samples.whole(
    samples.record(units=40, elements=None),
    holder=replace(samples.record().holder, given="Žanete", family=samples.LONG_NAME),
)


@pytest.fixture(scope="module")
def key() -> tuple[key_file.HeldKey, str]:
    """The institution's key, unlocked, and its public half."""
    made = key_file.new(PASSPHRASE)
    return key_file.unlocked(made.private_pem, PASSPHRASE), made.public.pem


def read(name: str, data: bytes) -> CredentialFacts:
    return read_credential(name, "", data)


def said(text: Said, code: str = "lv") -> str:
    return twins.in_language(text, code)


def outcomes(record: CertificateRecord, code: str = "lv") -> tuple[str, ...]:
    return tuple(said(one.text, code) for unit in record.units for one in unit.outcomes)


@settings(max_examples=15, deadline=None)
@given(record=samples.records())
def test_our_reader_reads_from_elm_what_the_record_says(record: CertificateRecord) -> None:
    assert twins.missing(record, PaperKind.CREDENTIAL_ELM) == ()
    data = elm_writer.write(record)
    assert data == elm_writer.write(record)
    facts = read("a.json", data)
    assert (facts.title, facts.issuer, facts.holder) == (
        said(record.title),
        said(record.issuer.name),
        full_name(record),
    )
    assert (facts.issued_on, facts.outcomes) == (record.issued_on, outcomes(record))
    assert facts.level == (f"Level {record.level}" if record.level else "")
    assert facts.result == (said(record.mark) or "atzīts")
    if record.credit_unit is CreditUnit.HOURS:
        assert facts.credits == ""
        assert abs((facts.hours or 0) * 1000 - (record.credits or 0)) < 17, "to the minute"
    else:
        named = "European Credit Transfer System" if record.credit_unit is CreditUnit.ECTS else record.credit_unit
        assert facts.credits == f"{amount(record.credits or 0)} {named}"
        assert facts.hours == (Decimal("40.5") * len(record.units) or None)


@settings(max_examples=15, deadline=None)
@given(record=samples.records())
def test_our_reader_reads_from_a_signed_badge_what_the_record_says(
    key: tuple[key_file.HeldKey, str], record: CertificateRecord
) -> None:
    data = open_badge_writer.token(record, *key)
    assert data == open_badge_writer.token(record, *key)
    facts, code = read("a.jwt", data), open_badge_writer.spoken(record)
    assert (facts.title, facts.issuer) == (said(record.title, code), said(record.issuer.name, code))
    assert (facts.holder, facts.issued_on) == (full_name(record), record.issued_on)
    assert (facts.outcomes, facts.language) == (outcomes(record, code), code)
    assert facts.result == (said(record.mark, code) or ("recognised" if code == "en" else "atzīts"))
    (proof,) = facts.proofs
    assert proof.verdict is SignatureVerdict.UNKNOWN_SIGNER, "signed with the key that travels with it"


@settings(max_examples=15, deadline=None)
@given(record=samples.records())
def test_our_reader_reads_from_elmo_what_the_record_says(record: CertificateRecord) -> None:
    facts = read("a.xml", elmo_writer.write(record))
    assert (facts.title, facts.issuer, facts.holder) == (
        said(record.title),
        said(record.issuer.name),
        full_name(record),
    )
    assert (facts.issued_on, facts.outcomes) == (record.issued_on, outcomes(record))
    if record.credit_unit is not CreditUnit.HOURS:
        credits = 6000 * len(record.units) or record.credits or 0
        assert facts.credits == f"{amount(credits)} {record.credit_unit.upper() if record.credit_unit else ''}"


def test_a_badge_with_one_changed_letter_is_found_out(key: tuple[key_file.HeldKey, str]) -> None:
    head, body, signature = open_badge_writer.token(STATEMENT, *key).decode().split(".")
    place = len(body) // 2
    other = "A" if body[place] != "A" else "B"
    changed = f"{head}.{body[:place]}{other}{body[place + 1 :]}.{signature}".encode()
    try:
        (proof,) = read("a.jwt", changed).proofs
    except RefusedError as why:
        assert why.reason.startswith(("json_file.", "credential."))
    else:
        assert proof.verdict is SignatureVerdict.CHANGED


def test_a_sealed_european_credential_is_read_and_its_seal_proved() -> None:
    plain = elm_writer.write(STATEMENT)
    data = samples.sealed(plain)
    facts = read("a.jsonld", data)
    assert replace(facts, proofs=()) == read("a.json", plain)
    (proof,) = facts.proofs
    assert (proof.verdict, proof.signer) == (SignatureVerdict.UNKNOWN_SIGNER, "Eiropas zīmogs")
    assert len(proof.fingerprint) == 64
    (proof,) = read("a.jsonld", data.replace("Datortīkli".encode(), b"Datortikli")).proofs
    assert proof.verdict is SignatureVerdict.CHANGED
    with pytest.raises(RefusedError):
        read("a.jsonld", b'{"payload":"x","signatures":[]}')
    unread = read("a.jsonld", data.replace(b'"protected": "', b'"protected": "*'))
    assert unread.proofs[0].verdict is SignatureVerdict.NOT_CHECKED


def test_no_twin_has_code_or_birth_unless_ticked(key: tuple[key_file.HeldKey, str]) -> None:
    ticked = Choices(with_code=True, with_birth=True)
    writers: tuple[Callable[[Choices], bytes], ...] = (
        lambda choices: elm_writer.write(STATEMENT, choices),
        lambda choices: open_badge_writer.unsigned(STATEMENT, choices),
        lambda choices: elmo_writer.write(STATEMENT, choices),
    )
    for write in writers:
        for secret in (b"010190-00005", b"1990-01-01"):
            assert secret not in write(Choices())
            assert secret in write(ticked)


def test_latvian_alone_leaves_whole_and_half_a_translation_does_not() -> None:
    latvian = samples.record(english=False)
    assert twins.languages(latvian) == ("lv",)
    assert not any(twins.missing(latvian, kind) for kind in twins.TWINS)
    assert b'"Course No.' not in elm_writer.write(latvian)
    first, *rest = STATEMENT.units
    bare = replace(first, title=Said(first.title.lv), outcomes=(replace(first.outcomes[0], text=Said("projektē")),))
    half = samples.whole(STATEMENT, units=(bare, *rest))
    sentences = [sentence(LATVIAN, one) for one in twins.missing(half, PaperKind.CREDENTIAL_ELM)]
    assert len(sentences) == 2
    assert "D0" in sentences[0] and "angļu" in sentences[0] and "Digitālie dvīņi" in sentences[0]
    assert "D0.0" in sentences[1]


Missing = tuple[str, dict[str, Any]]
ELEMENT_CHANGES: tuple[Missing, ...] = (
    ("assessment", {"assessment": ()}),
    ("participation", {"participation": ""}),
    ("quality", {"quality": ""}),
)


@pytest.mark.parametrize(("name", "change"), ELEMENT_CHANGES)
def test_a_microcredential_without_an_element_is_refused_by_its_name(name: str, change: dict[str, Any]) -> None:
    bare = samples.record(elements=replace(samples.ELEMENTS, **change))
    for kind in twins.TWINS:
        (why,) = twins.missing(bare, kind)
        assert (why.reason, why.facts["element"]) == ("twins.element", name)
        assert sentence(ENGLISH, why)
    with pytest.raises(RefusedError):
        twins.check(bare, PaperKind.CREDENTIAL_ELM)


def test_outcomes_workload_level_and_the_address_in_the_net_are_asked_for() -> None:
    record = samples.record(elements=replace(samples.ELEMENTS, workload=None))
    bare = samples.whole(record, units=(), credits=None, credit_unit=None, level=None)
    found = [why.facts.get("element") for why in twins.missing(bare, PaperKind.CREDENTIAL_ELM)]
    assert found == ["outcomes", "workload", "level"]
    nowhere = samples.whole(STATEMENT, issuer=replace(STATEMENT.issuer, website=""))
    assert [why.reason for why in twins.missing(nowhere, PaperKind.CREDENTIAL_ELMO)] == ["twins.website"]
    assert twins.missing(nowhere, PaperKind.CREDENTIAL_ELM) == ()


def test_how_a_twin_was_made_is_kept_and_nonsense_is_none() -> None:
    making = twins.Making("ELMO 2.0", 1, Choices(with_paper=True))
    assert twins.read_making(twins.made_with(making)) == making
    assert all(twins.read_making(text) is None for text in ("", "{}", '{"schema":1}', "x"))


def test_the_official_schemas_agree(tmp_path: Path, key: tuple[key_file.HeldKey, str]) -> None:
    if not JUDGE.exists():
        pytest.skip("the shared folder with the official schemas is not here")
    paper = b"%PDF-1.4 made up"
    exam = samples.whole(STATEMENT, basis=replace(STATEMENT.basis, exam=True), elements=None, pkl=4)
    bare = samples.whole(samples.record(units=1, elements=None), level=None, mark=Said(), isced_f="", units=())
    all_of_it = Choices(with_code=True, with_birth=True, with_paper=True)
    # The judges are slow: each format is asked about its richest record and its barest.
    kept = {
        "rich.elm.json": elm_writer.write(samples.record(), all_of_it),
        "bare.elm.json": elm_writer.write(bare),
        "rich.badge.json": open_badge_writer.unsigned(samples.record(), all_of_it),
        "bare.badge.json": open_badge_writer.unsigned(bare),
        "forty.badge.json": open_badge_writer.unsigned(FORTY),
        "rich.xml": elmo_writer.write(FORTY, all_of_it, paper),
        "exam.xml": elmo_writer.write(exam),
    }
    for name, data in kept.items():
        (tmp_path / name).write_bytes(data)
    asked = [sys.executable, str(JUDGE), *map(str, sorted(tmp_path.iterdir()))]
    judged = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout
    assert judged.stdout.count(": ok") == len(kept)


def test_a_microcredential_badge_is_one_of_the_european_kind_too() -> None:
    schema = SHARED / "schemas" / "openbadges" / "microcredential.json"
    if not schema.exists():
        pytest.skip("the shared folder with the official schemas is not here")
    from jsonschema import Draft201909Validator

    badge = json.loads(open_badge_writer.unsigned(samples.record()))
    assert list(Draft201909Validator(json.loads(schema.read_text("utf-8"))).iter_errors(badge)) == []
