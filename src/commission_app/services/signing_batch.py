"""Signing here: one key opened for many papers, each signed outside the transaction and stored by one short act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from commission_app.documents.signing_key import OpenKey, Secret, open_key
from commission_app.documents.signing_place import place_for
from commission_app.documents.signing_writer import Pen, Signed
from commission_app.errors import CancelledError, ConflictError, Refusal, RefusedError, UnavailableError
from commission_app.i18n import Language
from commission_app.models.signing import SigningStep
from commission_app.rules import signing_route
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.signing import SigningWay, StepState
from commission_app.services import signing_routes, trust
from commission_app.services.signing_key import KeyChoice
from commission_app.services.signing_routes import Made
from commission_app.store.work import Progress, Reading

if TYPE_CHECKING:
    from commission_app.services.office import Office


@dataclass(frozen=True)
class Order:
    """What is to be signed: the steps, with which key, whether stamped, and whether other names were confirmed."""

    step_ids: tuple[int, ...]
    choice: KeyChoice
    language: Language
    stamped: bool = True
    confirmed: bool = False


@dataclass(frozen=True)
class Ready:
    """A paper whose turn it is for this signer: the current file and what its signature will show."""

    step_id: int
    number: str
    name: str
    post: str
    sha256: str
    data: bytes
    field: str
    language: Language


@dataclass(frozen=True)
class Outcome:
    """What came of a batch: steps signed, troubles by paper, and the steps that are left for another time."""

    signed: tuple[int, ...]
    troubles: tuple[tuple[str, Refusal], ...]
    left: tuple[int, ...]


@dataclass(frozen=True)
class Opened:
    """An order with its key opened: the secret is gone already."""

    order: Order
    key: OpenKey
    anchors: tuple[str, ...]


def open_for(office: "Office", order: Order, secret: Secret) -> Opened:
    """Opens the key for an order and looks whose it is, before anything is signed.

    Refused: nothing chosen, a key that does not open, or a certificate in another name than the signers which nobody
    has confirmed.
    """
    if not order.step_ids:
        secret.clear()
        raise RefusedError("signing.nothing_chosen")
    key = open_key(order.choice.source, secret, office.now())
    try:
        if not order.confirmed:
            _check_names(key.name, office.ask(names_of, order.step_ids))
        return Opened(order, key, office.ask(_anchors))
    except RefusedError:
        key.close()
        raise


def run(office: "Office", opened: Opened, progress: Progress | None = None) -> Outcome:
    """Signs every paper of the order that waits for this signer; one that is signed already is never signed again.

    A paper that is refused is told and the others go on; a token that is gone, a time-stamp service that does not
    answer, or Cancel leaves the rest for another time. The key is closed at the end.
    """
    try:
        pen = Pen(opened.key, opened.order.choice.extras(opened.anchors, stamped=opened.order.stamped))
        judged = opened.key.judged(opened.anchors, office.now())
        return _Batch(office, opened.order, pen, judged).run(progress or Progress())
    finally:
        opened.key.close()


def sign_all(office: "Office", order: Order, secret: Secret, progress: Progress | None = None) -> Outcome:
    """Opens the key and signs everything, as the two do one after the other."""
    return run(office, open_for(office, order, secret), progress)


def names_of(reading: Reading, step_ids: Sequence[int]) -> tuple[str, ...]:
    """Who is to sign these steps, each name once."""
    rows = [reading.get(SigningStep, key) for key in step_ids]
    return tuple(dict.fromkeys(row.signer_name for row in rows if row.state is not StepState.SIGNED))


def ready(reading: Reading, step_id: int) -> Ready:
    """The file to be signed for a step.

    Refused: out of turn, on paper, a paper changed since it was put forward, one that came back in a container.
    """
    row = reading.get(SigningStep, step_id)
    route = row.route
    found = signing_routes.against(reading, route, step_id)
    if found:
        raise RefusedError.of(found[0])
    if row.way is SigningWay.PAPER:
        raise RefusedError("signing.on_paper", number=route.number)
    data = reading.blobs.read(reading.session, route.current_blob)
    if not data.startswith(b"%PDF"):
        raise RefusedError("signing.in_container", number=route.number)
    language = signing_routes.language_of(route.language)
    post = row.post_en if language.code == "en" else row.post_lv
    return Ready(
        row.id,
        route.number,
        row.signer_name,
        post or row.post_lv or row.post_en,
        route.current_blob.sha256,
        data,
        f"Signature-{row.uid.hex}",
        language,
    )


def lines_of(one: Ready, moment: datetime) -> tuple[str, ...]:
    """What the visible signature says: that it is one, when, who, and in which post."""
    said = one.language.say_of("paper", "Signed electronically {moment}", moment=one.language.moment(moment))
    return (said, one.name, one.post)


def _anchors(reading: Reading) -> tuple[str, ...]:
    return trust.trusted(reading.session)


def _check_names(certificate: str, names: tuple[str, ...]) -> None:
    others = [name for name in names if not signing_route.same_person(name, certificate)]
    if others:
        raise RefusedError("signing.other_name", at="confirmed", certificate=certificate, names=", ".join(others))


class _Batch:
    """One run over the steps of an order."""

    def __init__(self, office: "Office", order: Order, pen: Pen, signer: SignatureFact) -> None:
        self._office, self._order, self._pen, self._signer = office, order, pen, signer
        self._signed: list[int] = []
        self._troubles: list[tuple[str, Refusal]] = []

    def run(self, progress: Progress) -> Outcome:
        """Step after step until the end, a trouble that concerns all, or Cancel."""
        steps = self._order.step_ids
        for at, step_id in enumerate(steps):
            try:
                progress.step(at, len(steps))
                self._one(step_id)
            except CancelledError:
                return self._outcome(steps[at:])
            except UnavailableError as trouble:
                self._troubles.append(("", trouble.refusal))
                return self._outcome(steps[at:])
        progress.step(len(steps), len(steps))
        return self._outcome(())

    def _one(self, step_id: int) -> None:
        number = ""
        try:
            piece = self._office.ask(ready, step_id)
            number = piece.number
            signed = self._write(piece)
            fact = replace(self._signer, claimed_at=self._office.now().isoformat(), stamped_at=signed.stamped_at)
            made = Made(step_id, piece.sha256, signed.data, (fact,), signed.level)
            self._office.do(signing_routes.store_signed, made)
        except (RefusedError, ConflictError) as trouble:
            if trouble.reason != "signing.signed_already":
                self._troubles.append((number, trouble.refusal))
            return
        self._signed.append(step_id)

    def _write(self, piece: Ready) -> Signed:
        if not self._order.choice.visible:
            return self._pen.sign(piece.data, piece.field)
        place = place_for(piece.data, piece.name)
        return self._pen.sign(piece.data, piece.field, lines_of(piece, self._office.now()), place)

    def _outcome(self, left: tuple[int, ...]) -> Outcome:
        return Outcome(tuple(self._signed), tuple(self._troubles), left)
