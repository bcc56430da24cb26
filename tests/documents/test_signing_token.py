"""Signing with a token: SoftHSM in a folder of the test, its PIN right and wrong, the token pulled out."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives import serialization
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

from commission_app.documents.signing import check_pdf
from commission_app.documents.signing_key import KeySource, Secret, open_key
from commission_app.documents.signing_writer import Pen
from commission_app.errors import RefusedError, UnavailableError
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from tests import signers
from tests.documents.test_signing_check import plain

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
TOKEN, PIN = "Komisija", "1234567"


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A token with a key and its certificate; the folder in which it lies."""
    if not MODULE.is_file() or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM is not installed on this machine")
    folder = tmp_path_factory.mktemp("token")
    store = folder / "tokens"
    store.mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {store}\nobjectstore.backend = file\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOFTHSM2_CONF", str(settings))
        made = ["softhsm2-util", "--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", "87654321"]
        subprocess.run(made, check=True, capture_output=True)
        _lay_in("Žanete Šūpulīte", b"\x01")
        yield store


def _lay_in(name: str, key_id: bytes) -> None:
    """A key and its certificate are laid onto the token."""
    who = signers.person(name)
    traditional = serialization.PrivateFormat.TraditionalOpenSSL
    private = who.key.private_bytes(signers.DER, traditional, serialization.NoEncryption())
    with pkcs11.lib(str(MODULE)).get_token(token_label=TOKEN).open(rw=True, user_pin=PIN) as session:
        about = {pkcs11.Attribute.ID: key_id, pkcs11.Attribute.LABEL: name, pkcs11.Attribute.TOKEN: True}
        session.create_object({**decode_rsa_private_key(private), **about, pkcs11.Attribute.SIGN: True})
        session.create_object({**decode_x509_certificate(who.certificate.public_bytes(signers.DER)), **about})


def source(label: str = "", name: str = TOKEN) -> KeySource:
    return KeySource(module=str(MODULE), token=name, label=label)


def test_a_token_signs_many_papers_with_one_pin_and_says_what_is_wrong(token: Path) -> None:
    for asked, pin, reason in (
        (source(), "7654321", "signing.wrong_pin"),
        (source(name="Cita"), PIN, "signing.token_absent"),
        (source(label="Cits"), PIN, "signing.no_certificate"),
    ):
        with pytest.raises(RefusedError) as why:
            open_key(asked, Secret(pin))
        assert why.value.reason == reason
    key = open_key(source(), Secret(PIN))
    pen = Pen(key)
    assert key.name == "Žanete Šūpulīte"
    once = pen.sign(plain(), "One")
    twice = pen.sign(once.data, "Two")
    with pytest.raises(RefusedError) as again:
        pen.sign(twice.data, "Two")
    assert again.value.reason == "signing.signed_already"
    found = check_pdf(twice.data, [signers.person("Žanete Šūpulīte").anchor])
    assert [fact.verdict for fact in found] == [SignatureVerdict.TRUSTED] * 2
    key.close()
    with pytest.raises(UnavailableError) as gone:
        pen.sign(plain(), "Three")
    assert gone.value.reason == "signing.token_gone", "the token is out of the reader"
    _lay_in("Ņina Žņauga", b"\x02")
    with pytest.raises(RefusedError) as several:
        open_key(source(), Secret(PIN))
    assert several.value.reason == "signing.several_keys"
    key = open_key(source("Ņina Žņauga"), Secret(PIN))
    assert key.name == "Ņina Žņauga"
    shutil.rmtree(token)
    with pytest.raises(UnavailableError) as pulled:
        for field in ("Four", "Five"):
            Pen(key).sign(plain(), field)
    assert pulled.value.reason == "signing.token_gone", "the token's memory is gone in the middle of a batch"
