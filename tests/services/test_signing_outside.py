"""Papers signed in another program: handed out, known again by their content, and only taken when nothing is wrong."""

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay
from commission_app.services import decisions, signing_outside, signing_queue
from commission_app.services.evidence import NewFile
from tests import make, signers
from tests.documents.test_signing_check import edited, signed
from tests.exchange.containers import container
from tests.hearings import House
from tests.services.test_signing import decided, forward, refused


def test_a_file_comes_back_from_another_program_and_is_known_by_its_content(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    decision, _, table = decided(house)
    chair = office.ask(signing_queue.proposal, PaperKind.DECISION, decision, LATVIAN).signers[0]
    one = forward(house, PaperKind.DECISION, decision, way=SigningWay.OUTSIDE)
    two = forward(house, PaperKind.MINUTES, table.id, way=SigningWay.OUTSIDE)
    files = office.ask(signing_outside.handed_out, (one, two))
    assert len({file.name for file in files}) == 2
    ours, minutes = files[0].data, files[1].data
    who = signers.person(chair.name)
    good = signed(who, ours)
    changed = bytearray(good)
    changed[ours.index(b"stream") + 20] ^= 1
    stranger = signed(signers.person("Čaks Ļaudaks"), minutes)
    given = {
        "parakstits (1).pdf": good,
        files[0].name: bytes(changed),
        "unsigned.pdf": ours,
        "page.pdf": signed(who, edited(ours)),
        "after.pdf": edited(good),
        "foreign.pdf": signed(who),
        "stranger.pdf": stranger,
        "note.txt": b"hello",
        "box.asice": container(who, {"x.pdf": minutes[:-1]}),
        "again.pdf": good,
    }
    found = office.ask(signing_outside.recognised, [NewFile(name, data) for name, data in given.items()])
    assert [one.against.reason if one.against else "" for one in found] == [
        "",
        "signing.returned_changed",
        "signing.returned_unsigned",
        "signing.returned_edited",
        "signing.returned_edited",
        "signing.returned_unknown",
        "",
        "signing.returned_unknown",
        "signing.returned_other",
        "signing.returned_twice",
    ]
    finish_outside(house, found, (one, two), good)


def finish_outside(
    house: House, found: tuple[signing_outside.Returned, ...], routes: tuple[int, int], good: bytes
) -> None:
    """What came back is taken in; the minutes' second signer brings the file that the first one did not sign."""
    office, (one, two) = house.office, routes
    doubted = found[6]
    assert doubted.doubt is not None and doubted.doubt.reason == "signing.returned_signer"
    assert refused(house, signing_outside.take_in, doubted) == "signing.returned_signer"
    office.do(signing_outside.take_in, signing_outside.confirmed(doubted))
    office.do(signing_outside.take_in, found[0])
    assert refused(house, signing_outside.take_in, found[0]) == "signing.not_open"
    assert office.ask(signing_queue.card, one).line.state is RouteState.COMPLETE
    assert office.ask(signing_queue.file, one) == good
    (out,) = office.ask(signing_outside.handed_out, (two,))
    due = office.ask(signing_queue.card, two).line.due
    boxed = container(signers.person(due), {out.name: out.data})
    (late,) = office.ask(signing_outside.recognised, [NewFile("box.asice", boxed)])
    assert late.against is None, "a container over the file that the first one signed"


def test_a_container_is_taken_back_when_it_holds_our_bytes(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    decision, case, _ = decided(house)
    route = forward(house, PaperKind.DECISION, decision, way=SigningWay.OUTSIDE)
    (out,) = office.ask(signing_outside.handed_out, (route,))
    due = office.ask(signing_queue.card, route).line.due
    boxed = container(signers.person(due), {out.name: out.data})
    (back,) = office.ask(signing_outside.recognised, [NewFile("anything.edoc", boxed)])
    assert back.against is None and back.doubt is None
    office.do(signing_outside.take_in, back)
    card = office.ask(signing_queue.card, route)
    assert (card.line.state, card.steps[0].level) == (RouteState.COMPLETE, SignatureLevel.CONTAINER)
    assert office.ask(decisions.of_case, case).signed_on == make.today(office)  # type: ignore[union-attr]
