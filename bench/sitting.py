"""A sitting of sixty cases closed, with every paper and every entry, beside the bare writing of the same papers."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.sides import Line, alone

if TYPE_CHECKING:
    from commission_app.services.office import Office

CASES, MEMBERS = 60, 5
HANDFUL = 20
"""As the window enters them."""
# Closing, registering and both chains write to the disk; the peer only sets the pages of facts that lie ready.
AIM = "<=1.5x"


def measure() -> list[Line]:
    """Milliseconds a case."""
    with tempfile.TemporaryDirectory() as folder:
        found = alone("bench.sitting", str(Path(folder) / "sitting.db"))
    ours, bare = found["ours"] * 1000 / CASES, found["bare"] * 1000 / CASES
    return [
        Line(f"a sitting of {CASES} cases closed: papers and entries", ours, bare, "ms", AIM, "PDF writing"),
        Line("of it closing and registering", found["acts"] * 1000 / CASES, None, "ms", "<=1000"),
        Line("of it gathering facts and writing papers", found["papers"] * 1000 / CASES, None, "ms", "<=1000"),
    ]


def _play(where: str) -> None:
    from commission_app.documents import decision as decision_paper
    from commission_app.documents import minutes as minutes_paper
    from commission_app.i18n import LATVIAN
    from commission_app.services import sitting_bundle, sitting_end, sittings
    from commission_app.services.paper_decision import decision_facts
    from commission_app.services.paper_minutes import minutes_facts
    from commission_app.services.sitting_end import Signed
    from tests import hearings, make

    office, sitting = _heard(where)
    acts = _timed(lambda: office.do(sittings.close, sitting, hearings.TAKER))
    decided = office.ask(sitting_end.decisions_of, sitting)
    today = make.today(office)
    signed = [Signed(one.id, one.version, today) for one in decided]
    for at in range(0, len(signed), HANDFUL):
        few = signed[at : at + HANDFUL]
        acts += _timed(partial(office.do, sitting_end.enter_signed_together, few))
    papers = _timed(lambda: office.ask(sitting_bundle.all_papers, sitting, LATVIAN))
    minutes = office.ask(minutes_facts, sitting, LATVIAN)
    facts = [office.ask(decision_facts, one.id, LATVIAN) for one in decided]

    def bare() -> None:
        minutes_paper.render(minutes, LATVIAN)
        for one in facts:
            decision_paper.render(one, LATVIAN)

    print(json.dumps({"ours": acts + papers, "acts": acts, "papers": papers, "bare": _timed(bare)}))
    office.close()


def _heard(where: str) -> "tuple[Office, int]":
    """An open sitting in which everybody voted on every case."""
    from commission_app.services import commissions, provisions, sittings, users, votes
    from commission_app.services.office import Office
    from commission_app.store.database import open_database
    from commission_app.store.migrate import migrate
    from tests import hearings, make

    database = open_database(Path(where), create=True)
    migrate(database)
    office = Office(database)
    make.institution(office)
    office.sign_in(office.ask(users.users)[0].uid)
    office.do(provisions.word, "appeal", None, make.LONG_AGO, *hearings.APPEAL)
    commission = make.commission(office, members=MEMBERS)
    edition = make.standard(office)
    keys = [make.scored_case(office, edition, serial=n, commission_id=commission).id for n in range(CASES)]
    sitting = office.do(sittings.plan, commission, make.today(office), "10.00", "1. telpa")
    items = office.do(sittings.put_all_on_agenda, sitting, tuple(keys))
    office.do(sittings.open_sitting, sitting)
    members = [line.id for line in office.ask(commissions.card, commission).members]
    for member in members:
        office.do(sittings.arrive, sitting, member)
    for item in items:
        office.do(votes.take_up, item)
        hearings.vote_all(office, item, members)
        office.do(votes.decide, item)
    return office, sitting


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    _play(sys.argv[1])
