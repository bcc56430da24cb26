"""The random commission: whatever is done in whatever order, what stands afterwards would hold in court."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from commission_app.services import users
from commission_app.services.office import Office
from commission_app.store.database import Database, open_database
from tests.hearings import Facts
from tests.random_commission import MOVES, OFTEN, RandomCommission, all_is_well, with_substitutes

EXAMPLES = {"sqlite": 5, "postgresql": 2}
STEPS = 35
NAMES = (*MOVES, *OFTEN)
Opened = Callable[[], Database]


def machine(opened: Opened, facts: Facts) -> type[RuleBasedStateMachine]:
    """A machine that plays on a fresh copy of the house each time."""

    class Commission(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            self.office = Office(opened())
            self.office.sign_in(self.office.ask(users.users)[0].uid)
            with_substitutes(self.office, facts.commission)
            self.commission = RandomCommission(self.office, facts, lambda things: things[0])
            for name in ("plan", "put on the agenda", "open"):
                self.commission.move(name)

        @rule(data=st.data(), name=st.sampled_from(NAMES))
        def act(self, data: st.DataObject, name: str) -> None:
            def pick(things: Sequence[Any]) -> Any:
                return things[data.draw(st.integers(0, len(things) - 1))]

            self.commission.pick = pick
            self.commission.move(name)

        @invariant()
        def would_hold_in_court(self) -> None:
            if hasattr(self, "office"):
                all_is_well(self.office)

        def teardown(self) -> None:
            if hasattr(self, "office"):
                self.office.close()

    return Commission


@pytest.fixture(params=["sqlite", "postgresql"])
def houses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Opened, Facts]]:
    """How to open one furnished house after the other, on either kind of database."""
    if request.param == "sqlite":
        path, facts = request.getfixturevalue("sqlite_house")
        number = count()

        def fresh() -> Database:
            copy = tmp_path / f"{next(number)}.db"
            shutil.copyfile(path, copy)
            shutil.copytree(path.with_name(path.name + ".files"), copy.with_name(copy.name + ".files"))
            return open_database(copy)

        yield request.param, fresh, facts
        return
    address, facts = request.getfixturevalue("postgres_house")
    make: Callable[..., str] = request.getfixturevalue("postgres_databases")
    yield request.param, lambda: open_database(make(template=address)), facts


def test_whatever_is_done_holds(houses: tuple[str, Opened, Facts]) -> None:
    kind, opened, facts = houses
    run_state_machine_as_test(
        machine(opened, facts),
        settings=settings(
            max_examples=EXAMPLES[kind],
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
