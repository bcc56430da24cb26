"""A batch of signatures that is killed again and again signs every paper once, and none twice."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from commission_app.documents.signing import check_pdf
from commission_app.rules.signing_route import PlannedStep
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.signing import RouteState
from commission_app.services import checks, demo, signing_queue, signing_routes
from commission_app.services.opening import open_office
from commission_app.services.signing_routes import Chosen
from tests import signers
from tests.store import dying_signing


def play() -> Iterator[str]:
    """Puts the sample's papers forward in both languages, signs, kills, signs on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = folder / "sample.db"
        address = f"sqlite:///{database.as_posix()}"
        demo.furnish(address).close()
        key = signers.key_file(folder, signers.person("Žanete Šūpulīte"))
        office = open_office(address)
        signer = (PlannedStep("Žanete Šūpulīte"),)
        for waiting in office.ask(signing_queue.queue):
            office.do(signing_routes.take_back, waiting.id, waiting.version, "Parakstīs viens cilvēks.")
        for line in office.ask(signing_queue.to_put_forward):
            for code in ("lv", "en") if line.kind is PaperKind.CERTIFICATE else ("lv",):
                if not line.against:
                    office.do(signing_routes.put_forward, Chosen(line.kind, line.key, code, signer))
        count = len(office.ask(signing_queue.queue))
        office.close()
        kills, told = 0, 0
        while kills < count:
            told += dying_signing.killed(database, key, kills % 3 + 1)
            kills += 1
            office = open_office(address)
            left = len(office.ask(signing_queue.queue))
            done = [line for line in office.ask(signing_queue.finished) if line.state is not RouteState.STOPPED]
            assert len(done) + left == count
            assert office.ask(checks.findings) == ()
            for line in done:
                assert line.state is RouteState.COMPLETE
                signed = check_pdf(office.ask(signing_queue.file, line.id))
                assert len(signed) == 1, f"{line.number} bears {len(signed)} signatures"
            office.close()
            if not left:
                break
    assert not left, f"{left} papers were never signed"
    yield f"{count} papers signed in {kills} runs, each killed in the middle: one signature each, the check silent"
