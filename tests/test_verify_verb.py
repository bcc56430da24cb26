"""`commission-app verify`: files in, one plain sentence and every fact out; without a network, without a database."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from commission_app.cli import run
from commission_app.cli.surroundings import Doors
from commission_app.exchange import key_file
from commission_app.exchange.key_file import PublicKey
from tests.certificates_on_paper import code, printed, signer, with_name
from tests.records import record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with papers and the key of the institution."""
    known, facts = signer()[0], record(3)
    (tmp_path / "college.cakey").write_bytes(key_file.written(PublicKey(known.fingerprint, known.pem, known.name)))
    (tmp_path / "fine.pdf").write_bytes(printed(facts))
    (tmp_path / "forged.pdf").write_bytes(printed(facts, says=with_name(facts, "Ķēniņš-Ābols")))
    (tmp_path / "code.txt").write_bytes(code(facts))
    (tmp_path / "note.txt").write_text("hello", encoding="utf-8")
    return tmp_path


def verify(*words: object) -> int:
    doors = Doors(lambda *_: 0, lambda *_: None)
    said: Sequence[str] = ["--language", "en", "verify", *map(str, words)]
    return run(said, doors)


def test_each_outcome_has_its_exit_code_and_its_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = ("--key", folder / "college.cakey")
    assert verify(folder / "fine.pdf", *key) == 0
    told = capsys.readouterr().out
    assert "Nothing speaks against certificate A-2026/1, issued to Žņaugs Ķēniņš-Āboļš on 21 Nov 2026." in told
    assert "Name, surname: Žņaugs Ķēniņš-Āboļš | agrees" in told
    assert "Mark of the unit IT100" in told

    assert verify(folder / "fine.pdf", folder / "forged.pdf", folder / "note.txt", *key) == 1
    told = capsys.readouterr().out
    assert "Do not rely on this paper. Name, surname: signed is “Žņaugs Ķēniņš-Āboļš”" in told

    assert verify(folder / "fine.pdf", "--no-database") == 2
    assert "its key is not known here" in capsys.readouterr().out
    assert verify(folder / "code.txt", *key) == 0
    capsys.readouterr()
    assert verify(folder / "note.txt", *key) == 2
    assert "is no PDF, picture or code" in capsys.readouterr().err
    assert verify(folder / "absent.pdf", *key) == 2
    assert verify(folder / "fine.pdf", "--key", folder / "note.txt") == 2
    assert "holds no public key" in capsys.readouterr().err
