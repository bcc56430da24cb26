"""Verification of papers: every fact shown, a changed one named, and never "valid" where nothing could be judged."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PIL import Image

from commission_app.errors import Refusal, RefusedError
from commission_app.exchange import key_file
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN
from commission_app.rules import certificate_record
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.key import CodeVerdict, FactMatch, KeyState, Outcome, Standing
from commission_app.rules.vocabulary.key import SignedFact as F
from commission_app.services import verification
from commission_app.services.keys import Known
from commission_app.services.verification import Surroundings, Verified
from commission_app.services.verification_register import Registered
from commission_app.wording.sentences import sentence
from tests.certificates_on_paper import code, printed, scanned, signer, with_name
from tests.records import DAY, record

TWELVE = record(12, serial=3)


def examined(data: bytes, *, key: Known | None = None, register: Registered | None = None) -> Verified:
    keys = (key or signer()[0],)
    found = (lambda _: register) if register else None
    return verification.examined("paper", data, LATVIAN, Surroundings(keys, register=found))


def reasons(found: Verified) -> list[str]:
    return [one.reason for one in found.said]


def differing(found: Verified) -> list[tuple[F, str, str]]:
    return [(line.fact, line.of, line.printed) for line in found.facts if line.match is FactMatch.DIFFERENT]


@pytest.mark.parametrize("units", [1, 12, 40])
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_an_untouched_paper_agrees_in_every_fact_that_can_be_compared(units: int, language: object) -> None:
    facts = record(units, serial=units)
    in_register = Registered(Standing.ISSUED, facts.number, DAY, record=certificate_record.text(facts))
    found = examined(printed(facts, language), register=in_register)  # type: ignore[arg-type]
    assert (found.outcome, found.verdict) == (Outcome.FINE, CodeVerdict.TRUSTED)
    assert {line.fact for line in found.facts if line.match is not FactMatch.SAME} <= {F.KIND, F.ISSUER_NUMBER}
    shown = {line.fact: line.signed for line in found.facts}
    assert shown[F.HOLDER] == "Žņaugs Ķēniņš-Āboļš"
    assert sum(line.fact is F.UNIT for line in found.facts) == units
    assert reasons(found)[-1] == "verify.register_issued"


def test_titles_that_the_code_left_out_are_compared_by_the_register_or_by_eye() -> None:
    found = examined(printed(record(40, serial=40), ENGLISH))
    assert (found.outcome, differing(found)) == (Outcome.UNJUDGED, [])
    assert reasons(found)[0] == "verify.titles_by_eye"
    assert reasons(found)[-1] == "verify.register_not_asked"


def _unit(facts: CertificateRecord, **changed: object) -> CertificateRecord:
    return replace(facts, units=(replace(facts.units[0], **changed), *facts.units[1:]))  # type: ignore[arg-type]


FORGED = {
    "name": (with_name(TWELVE, "Ķēniņš-Āboliņš"), (F.HOLDER, "", "Žņaugs Ķēniņš-Āboliņš")),
    "number": (replace(TWELVE, number="A-2026/9"), (F.NUMBER, "", "A-2026/9")),
    "day": (replace(TWELVE, issued_on=date(2026, 11, 27)), (F.ISSUED_ON, "", "2026. gada 27. novembrī")),
    "birth": (replace(TWELVE, holder=replace(TWELVE.holder, born=date(1996, 2, 3))), (F.BORN, "", "03.02.1996.")),
    "total": (replace(TWELVE, credits=66000), (F.CREDITS, "", "66 kredītpunkti (ECTS")),
    "level": (replace(TWELVE, level=7), (F.LEVEL, "", "7. līmenis")),
    "decision": (replace(TWELVE, basis=replace(TWELVE.basis, number="L-2026/19")), (F.BASIS, "", "L-2026/19")),
    "credits": (_unit(TWELVE, credits=9000), (F.UNIT_CREDITS, "IT100", "9")),
    "mark": (_unit(TWELVE, mark=Said("10", "10")), (F.UNIT_MARK, "IT100", "10")),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_changed_fact_is_named_with_both_values(what: str) -> None:
    says, expected = FORGED[what]
    found = examined(printed(TWELVE, says=says))
    assert found.outcome is Outcome.WRONG
    assert differing(found) == [expected]
    told = sentence(LATVIAN, found.headline)
    line = next(line for line in found.facts if line.match is FactMatch.DIFFERENT)
    assert line.signed in told
    assert line.printed in told


def test_the_only_unit_and_the_total_of_as_much_are_told_apart() -> None:
    one = record(1, serial=40)
    stands = Registered(Standing.ISSUED, one.number, DAY, issued=(printed(one),))
    forged = printed(one, says=_unit(one, credits=9000))
    for paper in (forged, scanned(forged, 40)):
        assert [(fact, of) for fact, of, _ in differing(examined(paper, register=stands))] == [
            (F.UNIT_CREDITS, "IT100")
        ]


def test_a_long_name_that_breaks_at_its_hyphen_is_the_same_name() -> None:
    long = record(1, family="Ķēniņš-Āboļš-Šūpulīte-Žņaugs-Ģērmane-Ļaudaks-Čakste-Ņikitins")
    assert examined(printed(long)).outcome is Outcome.FINE


def test_another_title_is_named_by_its_row() -> None:
    found = examined(printed(TWELVE, says=_unit(TWELVE, title=Said("Kosmosa pētniecība", "Space"))))
    ((fact, of, shown),) = differing(found)
    assert (fact, of) == (F.UNIT, "IT100")
    assert "Kosmosa pētniecība" in shown


def test_a_scan_is_read_and_compared_with_the_paper_as_issued() -> None:
    """150 dots an inch, turned up to five degrees, JPEG of quality 60; two pages, the code on the second."""
    issued = printed(TWELVE)
    stands = Registered(Standing.ISSUED, TWELVE.number, DAY, issued=(printed(TWELVE, ENGLISH), issued))
    fine = examined(scanned(issued, 4), register=stands)
    assert (fine.outcome, differing(fine)) == (Outcome.FINE, [])
    assert all(line.match is FactMatch.SAME for line in fine.facts if line.fact in (F.HOLDER, F.BORN, F.UNIT_MARK))
    changed = _unit(replace(TWELVE, issued_on=date(2026, 11, 27)), credits=9000)
    forged = examined(scanned(printed(TWELVE, says=changed), 5), register=stands)
    assert forged.outcome is Outcome.WRONG
    assert {(fact, of) for fact, of, _ in differing(forged)} == {(F.ISSUED_ON, ""), (F.UNIT_CREDITS, "IT100")}

    alone = examined(scanned(issued, 4))
    assert alone.outcome is Outcome.UNJUDGED, "without the paper as issued the picture is left to the eye"
    assert "verify.by_eye" in reasons(alone)
    assert all(line.match is FactMatch.UNREAD for line in alone.facts)
    first = Image.open(io.BytesIO(scanned(issued, 4)))
    first.seek(1)
    page = io.BytesIO()
    first.save(page, "PNG")
    assert "verify.pages_missing" in reasons(examined(page.getvalue(), register=stands)), "a page is missing"


def test_the_key_decides_what_a_code_is_worth() -> None:
    own, paper = signer()[0], printed(record(1))
    other = key_file.new("cits teikums labs").public
    unknown = examined(paper, key=replace(own, fingerprint=other.fingerprint, pem=other.pem))
    assert (unknown.verdict, unknown.outcome) == (CodeVerdict.UNKNOWN_KEY, Outcome.UNJUDGED)
    assert any(line.match is FactMatch.SAME for line in unknown.facts), "the facts are shown all the same"
    forged = examined(paper, key=replace(own, pem=other.pem))
    assert (forged.verdict, forged.outcome) == (CodeVerdict.BROKEN, Outcome.WRONG)
    lost = replace(own, state=KeyState.COMPROMISED, compromised_from=DAY, valid_until=DAY)
    assert examined(paper, key=lost).outcome is Outcome.WRONG
    later = replace(lost, compromised_from=DAY + timedelta(days=1))
    assert (examined(paper, key=later).verdict, examined(paper, key=later).outcome) == (
        CodeVerdict.DOUBTFUL,
        Outcome.UNJUDGED,
    )
    retired = replace(own, state=KeyState.RETIRED, valid_until=DAY)
    assert examined(paper, key=retired).outcome is Outcome.FINE, "a retired key proves what it signed in its time"
    early = replace(retired, valid_until=DAY - timedelta(days=1))
    assert examined(paper, key=early).verdict is CodeVerdict.OUT_OF_TIME


@pytest.mark.parametrize(
    ("register", "reason", "outcome"),
    [
        (Registered(Standing.ANNULLED, "A-2026/1", DAY, "kļūda"), "verify.register_annulled", Outcome.WRONG),
        (
            Registered(Standing.SUPERSEDED, "A-2026/1", DAY, other="A-2026/9"),
            "verify.register_superseded",
            Outcome.WRONG,
        ),
        (Registered(Standing.UNKNOWN, "A-2026/1"), "verify.register_unknown", Outcome.WRONG),
        (
            Registered(Standing.ISSUED, "A-2026/1", record=certificate_record.text(record(2))),
            "verify.register_differs",
            Outcome.WRONG,
        ),
        (Registered(Standing.ISSUED, "A-2026/1"), "verify.register_issued", Outcome.FINE),
        (Registered(Standing.LEGACY, "A-2026/1", reason="žurnāls.xlsx"), "verify.register_legacy", Outcome.FINE),
    ],
)
def test_the_register_has_the_last_word(register: Registered, reason: str, outcome: Outcome) -> None:
    found = examined(printed(record(1)), register=register)
    assert found.outcome is outcome
    assert reason in reasons(found)


def test_a_foreign_paper_is_said_no_more_of_than_is_known() -> None:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 700, "Diploma")
    canvas.save()
    found = examined(file.getvalue())
    assert (found.outcome, found.verdict, reasons(found)) == (
        Outcome.UNJUDGED,
        CodeVerdict.NONE,
        ["verify.nothing"],
    )
    blank = io.BytesIO()
    Image.new("RGB", (900, 1200), "white").save(blank, "PNG")
    assert examined(blank.getvalue()).outcome is Outcome.UNJUDGED


def test_a_code_as_text_is_shown_fact_by_fact() -> None:
    found = examined(code(TWELVE))
    assert found.outcome is Outcome.FINE
    assert all(line.match is FactMatch.UNREAD for line in found.facts)
    assert examined(b"CA1:NONSENSE").verdict is CodeVerdict.UNREADABLE
    assert examined(b"CA7:NONSENSE").verdict is CodeVerdict.NEWER


@pytest.mark.parametrize("data", [b"", b"\0" * 500, b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n" + b"x" * 90, b"GIF89a"])
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(RefusedError) as why:
        examined(data)
    assert sentence(LATVIAN, why.value.refusal)


def test_every_finding_has_its_sentence_in_both_languages() -> None:
    for language in LANGUAGES:
        for data in (printed(TWELVE, says=FORGED["name"][0]), code(TWELVE)):
            found = examined(data)
            told = [sentence(language, one) for one in (found.headline, *found.said)]
            assert all(told)
            assert not any("{" in text for text in told)
    assert isinstance(found.headline, Refusal)
