"""Digital twins through the second door: written into a folder, what is incomplete named, the exit code told."""

from pathlib import Path

from commission_app.exchange.credential import read_credential
from commission_app.services import certificates
from commission_app.services.opening import open_office
from tests.test_cli import Desk, desk

__all__ = ["desk"]


def test_twins_are_written_and_an_incomplete_one_is_named(desk: Desk, sample: Path, tmp_path: Path) -> None:
    office = open_office(sample)
    row = office.ask(certificates.certificate_list).rows[-1]
    office.close()
    out = tmp_path / "dvīņi"
    code, said, why = desk("--language", "lv", "--database", sample, "twins", row.number, "--out", out)
    assert (code, why) == (0, "")
    (file,) = out.iterdir()
    assert file.name in said
    assert read_credential(file.name, "", file.read_bytes()).title
    asked = ("twins", row.number, "--format", "badge", "--format", "elm", "--out", out)
    code, said, why = desk("--language", "lv", "--database", sample, *asked)
    assert code == 2 and "atslēg" in why and file.name in said
    code, _, why = desk("--language", "lv", "--database", sample, "twins", "X-1", "--out", out)
    assert code == 2 and "X-1" in why
