"""Signing papers: routes in order, keys that do not open, files that come back, a batch that never signs twice."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from commission_app import cli
from commission_app.cli.surroundings import Doors
from commission_app.documents.signing import check_pdf
from commission_app.documents.signing_key import Secret
from commission_app.errors import RefusedError, TroubleError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.signing import SigningStep
from commission_app.rules.book_closing import BookYear
from commission_app.rules.signing_route import PlannedStep
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState
from commission_app.services import (
    book_closings,
    certificates,
    checks,
    decisions,
    letters,
    minutes_versions,
    papers,
    signing_batch,
    signing_key,
    signing_queue,
    signing_routes,
    trust,
)
from commission_app.services.letters import LetterForm
from commission_app.services.signing_batch import Order, Outcome
from commission_app.services.signing_key import KeyChoice
from commission_app.services.signing_routes import Chosen
from commission_app.store.work import Progress, Reading
from commission_app.wording.sentences import sentence
from tests import hearings, make, signers
from tests.hearings import House


def refused(house: House, act: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(TroubleError) as why:
        house.office.do(act, *args, **kwargs)  # type: ignore[arg-type]
    assert sentence(LATVIAN, why.value.refusal) != sentence(ENGLISH, why.value.refusal)
    return why.value.reason


def forward(house: House, kind: PaperKind, key: int, *steps: PlannedStep, way: SigningWay | None = None) -> int:
    return house.office.do(signing_routes.put_forward, Chosen(kind, key, "lv", steps, way))


def decided(house: House, *wanted: int) -> tuple[int, int, hearings.Table]:
    """A draft decision, and who presided."""
    table = hearings.decided(house, *wanted)
    card = house.office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    return card.id, table.cases[0], table


def sign(house: House, folder: Path, route: int, name: str = "", **wanted: object) -> Outcome:
    """Whose turn it is signs with a key of the own name."""
    line = house.office.ask(signing_queue.card, route).line
    chosen = signers.choice(folder, signers.person(name or line.due))
    order = Order((line.step_id,), chosen, LATVIAN, **wanted)  # type: ignore[arg-type]
    return signing_batch.sign_all(house.office, order, Secret(signers.PASSWORD))


def test_a_decision_is_signed_by_two_in_order_and_the_register_knows(house: House, tmp_path: Path) -> None:
    office = house.office
    decision, case, _ = decided(house)
    (line,) = [one for one in office.ask(signing_queue.to_put_forward) if one.kind is PaperKind.DECISION]
    (chair,) = line.signers
    route = forward(house, PaperKind.DECISION, decision, chair, PlannedStep("Anna Ozola", "Sekretāre", "Secretary"))
    assert refused(house, signing_routes.put_forward, Chosen(PaperKind.DECISION, decision, "lv")) == "signing.under_way"
    counts = office.ask(signing_queue.waiting)
    assert (counts.total, counts.mine, counts.by_name) == (1, 0, ((chair.name, 1),))
    card = office.ask(signing_queue.card, route)
    late = card.steps[1].id
    outcome = signing_batch.sign_all(
        office,
        Order((late,), signers.choice(tmp_path, signers.person("Anna Ozola")), LATVIAN),
        Secret(signers.PASSWORD),
    )
    assert [why.reason for _, why in outcome.troubles] == ["signing.not_the_turn"]
    with pytest.raises(RefusedError) as other:
        sign(house, tmp_path, route, "Žanete Šūpulīte")
    assert other.value.reason == "signing.other_name"
    assert sign(house, tmp_path, route).signed
    assert office.ask(decisions.of_case, case).signed_on is None  # type: ignore[union-attr]
    assert office.ask(signing_queue.waiting).mine == 1
    assert sign(house, tmp_path, route).signed
    card = office.ask(signing_queue.card, route)
    assert card.line.state is RouteState.COMPLETE
    kept = office.ask(decisions.of_case, case)
    assert kept is not None
    assert (kept.signed_on, kept.life.signed_by) == (make.today(office), chair.name)
    data = office.ask(papers.decision, decision, LATVIAN)
    anchors = [signers.person(name).anchor for name in (chair.name, "Anna Ozola")]
    assert [fact.verdict for fact in check_pdf(data, anchors)] == [SignatureVerdict.TRUSTED] * 2
    assert data == office.ask(signing_queue.file, route)
    assert "PROJEKTS" not in text_of(data)
    assert office.ask(checks.findings) == ()


def text_of(data: bytes) -> str:
    """The words of a PDF as one sees them, with those of its signatures."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    said = []
    for page in document:
        page.flatten()
        said.append(page.get_textpage().get_text_bounded())
    return "\n".join(said)


def test_a_paper_is_given_back_taken_back_replaced_and_signed_by_a_substitute(
    paper_house: House, tmp_path: Path
) -> None:
    house, office = paper_house, paper_house.office
    decision, case, _ = decided(house, paper_house.facts.one_not_met)
    held = office.ask(decisions.of_case, case)
    assert held is not None
    assert (
        refused(house, signing_routes.put_forward, Chosen(PaperKind.DECISION, decision, "lv")) == "decision.no_reasons"
    )
    office.do(decisions.edit_draft, decision, held.version, "Nav pierādīts.")
    route = forward(house, PaperKind.DECISION, decision)
    card = office.ask(signing_queue.card, route)
    step, seen = card.line.step_id, card.line.version
    assert refused(house, signing_routes.give_back, step, seen, " ") == "signing.no_remark"
    assert refused(house, signing_routes.plan, route, seen, ()) == "signing.nobody"
    twice = (PlannedStep("Ņina Žņauga"), PlannedStep("ņina  žņauga"))
    assert refused(house, signing_routes.plan, route, seen, twice) == "signing.twice"
    mixed = (PlannedStep("Ņina Žņauga"), PlannedStep("Čaks", way=SigningWay.PAPER))
    assert refused(house, signing_routes.plan, route, seen, mixed) == "signing.mixed"
    assert refused(house, signing_routes.substitute, step, seen, "Ņina Žņauga", "", "", "") == "signing.without_order"
    office.do(signing_routes.substitute, step, seen, "Ņina Žņauga", "Vietniece", "Deputy", "Nr. 7")
    card = office.ask(signing_queue.card, route)
    assert card.steps[0].planned.stands_for and card.line.due == "Ņina Žņauga"
    held = office.ask(decisions.of_case, case)
    assert held is not None
    office.do(decisions.edit_draft, decision, held.version, "Nav pierādīts pietiekami.")
    assert [why.reason for _, why in sign(house, tmp_path, route).troubles] == ["signing.changed_since"]
    office.do(signing_routes.give_back, card.line.step_id, card.line.version, "Kļūda vārdā")
    (line,) = office.ask(signing_queue.queue)
    assert (line.state, line.remark) == (RouteState.RETURNED, "Kļūda vārdā")
    assert refused(house, signing_routes.take_back, route, line.version, "") == "signing.no_reason"
    office.do(signing_routes.take_back, route, line.version, "Labots teksts")
    route = forward(house, PaperKind.DECISION, decision)
    assert sign(house, tmp_path, route).signed
    assert {one.state for one in office.ask(signing_queue.finished)} == {RouteState.COMPLETE, RouteState.STOPPED}


def test_minutes_signed_on_paper_enter_the_day_and_become_final(paper_house: House, tmp_path: Path) -> None:
    house, office = paper_house, paper_house.office
    _, _, table = decided(house)
    route = forward(house, PaperKind.MINUTES, table.id, way=SigningWay.PAPER)
    card = office.ask(signing_queue.card, route)
    assert len(card.steps) == 2
    today = make.today(office)
    step, seen = card.line.step_id, card.line.version
    assert [why.reason for _, why in sign(house, tmp_path, route).troubles] == ["signing.on_paper"]
    assert refused(house, signing_routes.enter_paper, step, seen, today + timedelta(days=1)) == "signing.day"
    office.do(signing_routes.enter_paper, step, seen, today)
    line = office.ask(signing_queue.card, route).line
    office.do(signing_routes.enter_paper, line.step_id, line.version, today)
    assert office.ask(minutes_versions.card, table.id).signed_on == today
    assert office.ask(checks.findings) == ()


def test_keys_that_do_not_open_say_why_and_nothing_is_stored(paper_house: House, tmp_path: Path) -> None:
    house, office = paper_house, paper_house.office
    decision, _, _ = decided(house)
    route = forward(house, PaperKind.DECISION, decision)
    line = office.ask(signing_queue.card, route).line
    who = signers.person(line.due)
    begin = signers.BEGIN
    old = signers.identity(line.due, begin=begin, years=1)
    nonsense = tmp_path / "nonsense.p12"
    nonsense.write_bytes(b"not a key")
    good = signers.choice(tmp_path, who)
    for chosen, password, reason in (
        (good, "nepareiza", "signing.wrong_password"),
        (KeyChoice(file=str(nonsense)), "", "signing.key_file_broken"),
        (KeyChoice(file=str(tmp_path / "absent.p12")), "", "signing.key_file_absent"),
        (
            KeyChoice(file=str(signers.key_file(tmp_path, who, private=False))),
            signers.PASSWORD,
            "signing.no_private_key",
        ),
        (signers.choice(tmp_path, old), signers.PASSWORD, "signing.certificate_expired"),
        (KeyChoice(), "", "signing.no_key_chosen"),
        (KeyChoice(module=str(tmp_path / "absent.so")), "", "signing.module_absent"),
        (KeyChoice(module=str(nonsense)), "1234", "signing.module_broken"),
    ):
        secret = Secret(password)
        with pytest.raises(RefusedError) as why:
            signing_batch.sign_all(office, Order((line.step_id,), chosen, LATVIAN), secret)
        assert why.value.reason == reason
        assert not secret, "the secret is cleared whatever happens"
        assert not password or password not in repr(why.value)

    broken_stamps(house, route, line.step_id, good)


def broken_stamps(house: House, route: int, step: int, good: KeyChoice) -> None:
    """A time-stamp service that answers nonsense or nothing leaves the paper for another time."""
    office = house.office
    for manner, reason in (("error", "signing.no_time_stamp"), ("nonsense", "signing.no_time_stamp")):
        with signers.clock(manner) as address:
            stamping = replace(good, stamp_address=address)
            order = Order((step,), stamping, LATVIAN)
            outcome = signing_batch.sign_all(office, order, Secret(signers.PASSWORD))
        assert ([why.reason for _, why in outcome.troubles], outcome.left) == ([reason], (step,))
    gone = replace(good, stamp_address=address)
    outcome = signing_batch.sign_all(office, Order((step,), gone, LATVIAN), Secret(signers.PASSWORD))
    assert [why.reason for _, why in outcome.troubles] == ["signing.no_time_stamp"], "nobody listens there any more"
    assert check_pdf(office.ask(signing_queue.file, route)) == ()
    assert signing_batch.sign_all(office, Order((step,), gone, LATVIAN, stamped=False), Secret(signers.PASSWORD)).signed


def test_time_stamps_and_validation_data_stand_beside_the_signature(paper_house: House, tmp_path: Path) -> None:
    house, office = paper_house, paper_house.office
    decision, _, table = decided(house)
    chair = office.ask(signing_queue.proposal, PaperKind.DECISION, decision, LATVIAN).signers[0].name
    stamped = forward(house, PaperKind.DECISION, decision)
    lasting = forward(house, PaperKind.MINUTES, table.id)
    made: list[signers.Identity] = []

    def listed(address: str) -> bytes:
        who, lists = signers.proven(chair, address)
        made.append(who)
        return lists

    with signers.clock() as address:
        choice = signers.choice(tmp_path, signers.person(chair), stamp_address=address, long_term=True)
        step = office.ask(signing_queue.card, stamped).line.step_id
        assert signing_batch.sign_all(office, Order((step,), choice, LATVIAN), Secret(signers.PASSWORD)).signed
    assert office.ask(signing_queue.card, stamped).steps[0].level is SignatureLevel.STAMPED, "nothing proves it later"
    with signers.clock("good", listed) as address:
        (who,) = made
        for anchor in (who.anchor, signers.clock_anchor()):
            office.do(trust.add, "x.pem", anchor.encode())
        choice = signers.choice(tmp_path, who, stamp_address=address, long_term=True)
        step = office.ask(signing_queue.card, lasting).line.step_id
        outcome = signing_batch.sign_all(office, Order((step,), choice, LATVIAN), Secret(signers.PASSWORD))
        assert outcome.signed, outcome
    card = office.ask(signing_queue.card, lasting)
    assert card.steps[0].level is SignatureLevel.LONG_TERM
    (fact,) = check_pdf(office.ask(signing_queue.file, lasting), [who.anchor, signers.clock_anchor()])
    assert fact.verdict is SignatureVerdict.TRUSTED and fact.stamped_at


def test_a_batch_is_cancelled_resumed_and_never_signs_twice(paper_house: House, tmp_path: Path) -> None:
    house, office = paper_house, paper_house.office
    table = hearings.decided(house, house.facts.met, house.facts.also_met)
    routes = []
    for case in table.cases:
        card = office.ask(decisions.of_case, case)
        assert card is not None
        routes.append(forward(house, PaperKind.DECISION, card.id))
    lines = office.ask(signing_queue.queue)
    steps = tuple(line.step_id for line in lines)
    order = Order(steps, signers.choice(tmp_path, signers.person(lines[0].due)), LATVIAN)

    class Impatient(Progress):
        def step(self, done: int, total: int) -> None:
            self.cancelled = done >= 1
            super().step(done, total)

    halted = signing_batch.sign_all(office, order, Secret(signers.PASSWORD), Impatient())
    assert (len(halted.signed), halted.left) == (1, steps[1:])
    first = office.ask(signing_queue.file, routes[0])
    outcome = signing_batch.sign_all(office, order, Secret(signers.PASSWORD))
    assert (outcome.signed, outcome.left) == (steps[1:], ())
    assert office.ask(signing_queue.file, routes[0]) == first

    def rows(reading: Reading) -> list[StepState]:
        return list(reading.session.scalars(select(SigningStep.state)))

    assert set(office.ask(rows)) == {StepState.SIGNED}
    assert len(check_pdf(first)) == 1


def test_a_certificate_is_signed_by_the_head_and_reprinted_as_signed(paper_house: House, tmp_path: Path) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    key = office.do(certificates.issue, case, hearings.version(office, case))
    route = forward(house, PaperKind.CERTIFICATE, key)
    assert sign(house, tmp_path, route).signed
    data = office.ask(papers.certificate, key, LATVIAN)
    assert len(check_pdf(data)) == 1
    assert not [one for one in office.ask(signing_queue.to_put_forward) if one.kind is PaperKind.CERTIFICATE]


def test_the_command_line_signs_what_waits(
    paper_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = paper_house.office
    monkeypatch.setenv("COMMISSION_APP_CONFIG", str(tmp_path / "config"))
    decision, _, _ = decided(paper_house)
    route = forward(paper_house, PaperKind.DECISION, decision)
    line = office.ask(signing_queue.card, route).line
    signing_key.choose(signers.choice(tmp_path, signers.person(line.due)))
    address = office.database.url.render_as_string()

    def typed(*words: str, secret: str = signers.PASSWORD) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{secret}\n"))
        code = cli.run(["--database", address, "--language", "en", "sign", *words], Doors(_never, _never))
        said = capsys.readouterr()
        assert secret not in said.out + said.err
        return code, said.out, said.err

    assert typed("L-0/0")[0] == 2
    assert typed(secret="nepareizi")[2].startswith("The password does not open")
    assert typed(line.number) == (0, "1 paper signed\n", "")
    assert typed()[2] == "Choose the papers first.\n"


def _never(*_: object) -> int:
    raise AssertionError("no window is opened")


def test_letters_and_closed_books_are_offered_and_signed(paper_house: House, tmp_path: Path) -> None:
    house, office = paper_house, paper_house.office
    today = make.today(office)
    form = LetterForm(LetterKind.OTHER, "lv", "Par lietu", "Labdien!", today, "Ģirts Ķēniņš-Āboļš", "Skolas iela 1")
    office.do(letters.write, house.facts.met, hearings.version(office, house.facts.met), form)
    office.do(book_closings.close, BookYear(Book.DECISIONS, today.year - 1))
    found = {line.kind: line for line in office.ask(signing_queue.to_put_forward)}
    for kind in (PaperKind.LETTER, PaperKind.REGISTER_BOOK):
        route = forward(house, kind, found[kind].key, way=SigningWay.ELECTRONIC)
        for _ in found[kind].signers:
            assert sign(house, tmp_path, route).signed
        assert office.ask(signing_queue.card, route).line.state is RouteState.COMPLETE
    assert not {PaperKind.LETTER, PaperKind.REGISTER_BOOK} & {
        line.kind for line in office.ask(signing_queue.to_put_forward)
    }
