"""An office's empty database, migrated once in a process and copied to wherever a test begins."""

import functools
import tempfile
from pathlib import Path

from commission_app.store.database import open_database
from commission_app.store.migrate import migrate


def lay(path: Path) -> Path:
    """Puts an empty database of the newest shape there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_empty())
    return path


@functools.cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        database = open_database(path, create=True)
        migrate(database)
        database.close()
        return path.read_bytes()
