"""The sample institution, played once for a run and copied for every test that touches it."""

import shutil
from pathlib import Path

import pytest

from commission_app.i18n import LATVIAN
from commission_app.services import demo
from commission_app.services.demo import Played
from tests.shared import built_once


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The sample played into a folder with all its papers; not to be touched."""
    return built_once(tmp_path_factory, "sample-played", lambda folder: demo.play(folder / "out", LATVIAN))


@pytest.fixture
def sample(played: Played, tmp_path: Path) -> Path:
    """A copy of the sample's database with its stored files, to do anything with."""
    target = tmp_path / "sample.db"
    shutil.copyfile(played.database, target)
    shutil.copytree(f"{played.database}.files", f"{target}.files")
    return target
