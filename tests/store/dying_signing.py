"""A process that signs everything that waits, and is killed in the middle; run by the trial that kills it.

`python -m tests.store.dying_signing DATABASE KEYFILE` signs the queue and tells each paper as it is stored.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from commission_app.i18n import LATVIAN
from commission_app.services import signing_batch, signing_queue
from commission_app.services.opening import open_office
from commission_app.services.signing_batch import Order
from commission_app.services.signing_key import KeyChoice, Secret
from commission_app.store.work import Progress
from tests import signers


def sign(database: Path, key: Path) -> None:
    """Signs what waits; says how many are stored after each."""
    office = open_office(f"sqlite:///{database.as_posix()}")
    steps = signing_queue.here(office.ask(signing_queue.queue))
    if steps:
        told = Progress(tell)
        order = Order(steps, KeyChoice(file=str(key)), LATVIAN, confirmed=True)
        signing_batch.sign_all(office, order, Secret(signers.PASSWORD), told)
    office.close()


def tell(done: int, _total: int) -> None:
    """Says how many papers are stored."""
    os.write(1, f"{done}\n".encode())


def killed(database: Path, key: Path, after: int) -> int:
    """Starts the signing, kills it a blink after so many papers are told as stored; gives how many were told."""
    words = [sys.executable, "-m", "tests.store.dying_signing", str(database), str(key)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        stored = 0
        for line in process.stdout:
            stored = int(line)
            if stored >= after:
                time.sleep(0.02 * (after % 4))
                os.kill(process.pid, signal.SIGKILL)
                break
        process.wait()
    return stored


if __name__ == "__main__":
    sign(Path(sys.argv[1]), Path(sys.argv[2]))
