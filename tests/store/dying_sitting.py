"""Plays sittings without pause until it is killed; forks one commission after the other and kills each in mid-act.

After every kill the database is opened again: the check must be silent, and every act that was told as stored must
stand in the chain with the hash it was told with.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from sqlalchemy import select

from commission_app.models.act import Act
from commission_app.services import checks, users
from commission_app.services.office import Office
from commission_app.store.database import open_database
from commission_app.store.work import Reading
from tests import hearings
from tests.hearings import Facts
from tests.random_commission import MOVES, OFTEN, RandomCommission, with_substitutes

SEED = 20261121
LONGEST = 0.4


def newest(reading: Reading) -> tuple[int, str]:
    """The position and hash of the newest act."""
    row = reading.session.execute(select(Act.position, Act.hash).order_by(Act.position.desc()).limit(1)).one()
    return row[0], row[1]


def begin(where: Path) -> Facts:
    """A furnished house in a SQLite file."""
    from commission_app.store.migrate import migrate

    database = open_database(where, create=True)
    migrate(database)
    facts = hearings.furnish(Office(database))
    with_substitutes(Office(database), facts.commission)
    database.close()
    return facts


def at_work(where: str | Path) -> Office:
    """The office, with its secretary at work."""
    office = Office(open_database(where))
    office.sign_in(office.ask(users.users)[0].uid)
    return office


def worker(where: str, facts: Facts, seed: int, told: int) -> None:
    """Tells the newest act after every move that was stored."""
    office, chance = at_work(where), random.Random(seed)
    commission = RandomCommission(office, facts, chance.choice)
    names = (*MOVES, *OFTEN)
    while True:
        if commission.move(chance.choice(names)):
            position, link = office.ask(newest)
            os.write(told, f"{position} {link}\n".encode())


def play(where: str, facts: Facts, rounds: int) -> tuple[int, float]:
    """Kills so many commissions at random moments; gives how many acts were told, and the longest life of one."""
    chance = random.Random(SEED)
    told_in_all, longest = 0, 0.0
    for number in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                worker(where, facts, SEED + number, writing)
            finally:
                os._exit(1)
        os.close(writing)
        said = os.read(reading, 4096)  # it lives until its first act at least
        life = chance.uniform(0.0, LONGEST)
        time.sleep(life)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reading, 65536):
            said += more
        os.close(reading)
        told = _told(said.decode())
        inquest(where, told)
        told_in_all, longest = told_in_all + len(told), max(longest, life)
    return told_in_all, longest


def inquest(where: str, told: list[tuple[int, str]]) -> None:
    """The database opens, the check is silent, and nothing told as stored is missing."""
    office = at_work(where)
    try:
        found = office.ask(checks.findings)
        assert found == (), found
        known = dict(told)

        def standing(reading: Reading) -> dict[int, str]:
            rows = reading.session.execute(select(Act.position, Act.hash).where(Act.position.in_(known)))
            return {row[0]: row[1] for row in rows}

        assert office.ask(standing) == known
    finally:
        office.close()


def _told(said: str) -> list[tuple[int, str]]:
    """The acts told; a line cut off by the death of its writer was not told."""
    whole = said.rpartition("\n")[0].splitlines()
    return [(int(position), link) for position, _, link in (line.partition(" ") for line in whole)]


if __name__ == "__main__":
    house = Path(sys.argv[1])
    acts, longest_life = play(str(house), begin(house), int(sys.argv[2]))
    sys.stdout.write(f"{acts} {longest_life}\n")
