"""A certificate of the office from its issue with a code to its verification, its annulling and its scan."""

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.key import CodeVerdict, FactMatch, Outcome, Standing
from commission_app.services import certificates, checks, keys, papers, verification, verification_report
from tests import hearings
from tests.certificates_on_paper import scanned
from tests.hearings import House
from tests.trials import trial_codes

PASSPHRASE = "zirgs upe maize logs"


def test_a_certificate_bears_its_code_and_is_judged_by_the_register(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    office.do(keys.begin, keys.made(PASSPHRASE, PASSPHRASE))
    with pytest.raises(RefusedError) as why:
        office.do(certificates.issue, case, hearings.version(office, case))
    assert why.value.reason == "key.locked", "no certificate without its code while the office has a key"
    office.ask(keys.unlock, PASSPHRASE)
    key = office.do(certificates.issue, case, hearings.version(office, case), languages=(LATVIAN, ENGLISH))
    for language in (LATVIAN, ENGLISH):
        paper = office.ask(papers.certificate, key, language)
        assert paper is not None
        found = office.ask(verification.verify, "paper.pdf", paper, language)
        assert (found.outcome, found.verdict) == (Outcome.FINE, CodeVerdict.TRUSTED), found.said
        assert found.registered.standing is Standing.ISSUED
        assert "verify.same_bytes" in {one.reason for one in found.said}
    picture = office.ask(verification.verify, "scan.jpg", scanned(paper, 3), ENGLISH)
    assert picture.outcome is Outcome.FINE, picture.said
    assert not [line for line in picture.facts if line.match is FactMatch.DIFFERENT]

    office.do(certificates.annul, key, office.ask(certificates.card, key).version, "a mistake in the name")
    gone = office.ask(verification.verify, "paper.pdf", paper, ENGLISH)
    assert (gone.outcome, gone.registered.standing) == (Outcome.WRONG, Standing.ANNULLED)
    assert office.ask(verification_report.report, (found, picture, gone), LATVIAN).startswith(b"%PDF-")
    assert office.ask(checks.findings) == ()


def test_of_scanned_certificates_every_code_is_read_and_a_changed_figure_named() -> None:
    """A sample of the long trial."""
    assert list(trial_codes.sample(2)) == [(True, "", "")] * 2
