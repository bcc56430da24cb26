"""Setting up: nothing is installed twice, and who may not install hears how to."""

from pathlib import Path

import pytest

from tooling import environment, lock, system, verbs
from tooling.ground import StopError


def test_a_library_that_is_missing_is_noticed() -> None:
    assert not system._loads("libno-such-library.so.1")


def test_without_root_and_sudo_the_command_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(StopError) as stop:
        system.install(["libegl1"], "that Qt needs to draw")
    assert "sudo apt-get install -y --no-install-recommends libegl1" in str(stop.value)
    assert stop.value.code == 2


def test_a_changed_lock_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("dev.txt", "runtime.txt"):
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    before = environment._digest("dev")
    (tmp_path / "dev.txt").write_text("a==1\r\n", encoding="utf-8", newline="")
    assert environment._digest("dev") == before
    (tmp_path / "dev.txt").write_text("a==2\n", encoding="utf-8")
    assert environment._digest("dev") != before


@pytest.mark.parametrize("line", ["--index-url https://x/simple", "  --find-links f", "a @ file:///x", "a @ https://x"])
def test_a_lock_with_an_address_is_refused(line: str, tmp_path: Path) -> None:
    target = tmp_path / "runtime.txt"
    target.write_text(f"a==1 \\\n    --hash=sha256:0\n{line}\n", encoding="utf-8")
    with pytest.raises(StopError):
        lock._refuse_addresses(target)


def test_a_verb_that_is_none_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.main(["fly"]) == 2
    assert capsys.readouterr().out.startswith("There is no verb 'fly'.")
