"""A sitting of sixty cases closed, with every paper and every entry, beside the bare writing of the same papers."""

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.platypus import Setter
from bench.sides import Line, alone

if TYPE_CHECKING:
    from commission_app.services.office import Office

CASES, MEMBERS = 60, 5
HANDFUL = 20
"""As the window enters them."""
# Closing, registering and both chains write to the disk; the peers only set the pages of facts that lie ready: the
# layout engine of the library the words of our papers, and our own writing those papers, which has become so quick
# that no entry in a register could keep pace with it.
AIM = "<=1.5x"


def measure() -> list[Line]:
    """Milliseconds a case."""
    with tempfile.TemporaryDirectory() as folder:
        found = alone("bench.sitting", str(Path(folder) / "sitting.db"))
    case = {name: seconds * 1000 / CASES for name, seconds in found.items()}
    what = f"a sitting of {CASES} cases closed: papers and entries"
    return [
        Line(what, case["ours"], case["library"], "ms", AIM, "PDFs by Platypus"),
        Line("the same beside our own papers, written one by one", case["ours"], case["bare"], "ms", AIM, "our PDFs"),
        Line("of it closing and registering", case["acts"], None, "ms", "<=1000"),
        Line("of it gathering facts and writing papers", case["papers"], None, "ms", "<=1000"),
    ]


def _play(where: str) -> None:
    from commission_app.documents import decision as decision_paper
    from commission_app.documents import minutes as minutes_paper
    from commission_app.i18n import LATVIAN
    from commission_app.services import papers as papers_of_the_office
    from commission_app.services import sitting_bundle, sitting_end, sittings
    from commission_app.services.paper_decision import decision_facts
    from commission_app.services.paper_minutes import minutes_facts
    from commission_app.services.sitting_end import Signed
    from tests import hearings, make
    from tests.documents.reading import read_aloud

    office, sitting = _heard(where)
    # The program has long read its words and typefaces when a sitting is closed.
    office.ask(papers_of_the_office.minutes, sitting, LATVIAN)
    # As in the program: its window collects between two pieces of work, never within one.
    gc.collect()
    gc.freeze()
    gc.disable()
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

    def bare() -> list[bytes]:
        return [minutes_paper.render(minutes, LATVIAN), *(decision_paper.render(one, LATVIAN) for one in facts)]

    library, heard = Setter(), [read_aloud(one) for one in bare()]
    found = {"ours": acts + papers, "acts": acts, "papers": papers, "bare": _timed(bare)}
    print(json.dumps(found | {"library": _timed(lambda: [library.set(one) for one in heard])}))
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
