"""Works without pause in an office until it is killed; forks one worker after the other and kills each in mid-act."""

import os
import random
import signal
import sys
import time

from commission_app.services import users
from commission_app.services.users import UserForm
from commission_app.store.work import Work
from tests.store import houses


def act(work: Work, name: str) -> None:
    """Several rows and a stored file in one act."""
    users.hire(work, UserForm(f"{name} pirmais"))
    houses.keep(work, name.encode() * 5000, name)
    work.session.flush()
    users.hire(work, UserForm(f"{name} otrais"))


def worker(where: str, number: int, told: int) -> None:
    """Says the name of every act that was done, after it was done."""
    office = houses.again(where)
    for count in range(100_000):
        name = f"r{number}-{count}"
        office.do(act, name)
        os.write(told, f"{name}\n".encode())


def main(where: str, rounds: int) -> None:
    """Kills a worker in every round, a little after its first act; prints what was acknowledged."""
    chance = random.Random(20261121)
    for number in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                worker(where, number, writing)
            finally:
                os._exit(1)
        os.close(writing)
        first = os.read(reading, 4096)
        time.sleep(chance.uniform(0.0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said = first
        while more := os.read(reading, 65536):
            said += more
        os.close(reading)
        sys.stdout.write(said.decode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
