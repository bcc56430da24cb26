"""What is asked about signing: what waits and for whom, what could be put forward, one route with its acts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from commission_app.errors import Refusal, refusal
from commission_app.i18n import LATVIAN, Language
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.delivery import Delivery, Letter
from commission_app.models.exam import Exam
from commission_app.models.register import BookClosing
from commission_app.models.signing import SigningRoute, SigningStep
from commission_app.models.sitting import Sitting
from commission_app.rules import authenticity, signing_route
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.collation import fold
from commission_app.rules.signing_route import PlannedStep
from commission_app.rules.vocabulary.certificate import CertificateState, PaperKind
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import papers, signing_routes, signing_subjects
from commission_app.store.work import Reading

LETTERS = timedelta(days=60)
"""How long a letter that was not sent is offered for signing."""
PAST = 500
"""So many finished routes are listed, the newest first."""


@dataclass(frozen=True)
class RouteLine:
    """A paper on its way, as the queue lists it."""

    id: int
    version: int
    kind: PaperKind
    number: str
    title: str
    language: str
    state: RouteState
    put_forward_on: date
    closed_on: date | None
    step_id: int
    due: str
    post_lv: str
    post_en: str
    way: SigningWay | None
    signed: int
    of: int
    mine: bool
    remark: str


@dataclass(frozen=True)
class StepLine:
    """A signer of a paper: what is planned, what was done, and the certificate it was done with."""

    id: int
    position: int
    planned: PlannedStep
    state: StepState
    signed_on: date | None
    signed_at: datetime | None
    remark: str
    level: SignatureLevel
    certificate: SignatureFact | None
    due: bool


@dataclass(frozen=True)
class RouteCard:
    """A route as its page shows it, with what stands against each act."""

    line: RouteLine
    note: str
    steps: tuple[StepLine, ...]
    against_here: tuple[Refusal, ...]
    against_outside: tuple[Refusal, ...]
    against_paper: tuple[Refusal, ...]
    against_changing: tuple[Refusal, ...]
    against_taking_back: tuple[Refusal, ...]
    file_name: str


@dataclass(frozen=True)
class SignableLine:
    """A finished paper that is not put forward yet, and who would sign it."""

    kind: PaperKind
    key: int
    number: str
    title: str
    day: date
    signers: tuple[PlannedStep, ...]
    against: tuple[Refusal, ...]


@dataclass(frozen=True)
class Waiting:
    """How many papers wait for a signature, for me and for others by name, and how many were given back."""

    total: int
    mine: int
    returned: int
    by_name: tuple[tuple[str, int], ...]


def queue(reading: Reading) -> tuple[RouteLine, ...]:
    """Papers that wait for a signature or were given back, the oldest first."""
    rows = _routes().where(SigningRoute.state.in_(signing_routes.LIVE)).order_by(SigningRoute.id)
    return tuple(_line(reading, row) for row in reading.session.scalars(rows))


def finished(reading: Reading) -> tuple[RouteLine, ...]:
    """Papers that are signed or were taken back, the newest first."""
    rows = _routes().where(SigningRoute.state.not_in(signing_routes.LIVE)).order_by(SigningRoute.id.desc())
    return tuple(_line(reading, row) for row in reading.session.scalars(rows.limit(PAST)))


def waiting(reading: Reading) -> Waiting:
    """The counts that Today shows."""
    lines = queue(reading)
    names: dict[str, int] = {}
    due = [line for line in lines if line.state is RouteState.OPEN]
    for line in due:
        if not line.mine:
            names[line.due] = names.get(line.due, 0) + 1
    ranked = tuple(sorted(names.items(), key=lambda pair: (-pair[1], fold(pair[0]))))
    return Waiting(len(due), sum(line.mine for line in due), len(lines) - len(due), ranked)


def card(reading: Reading, route_id: int) -> RouteCard:
    """One paper on its way."""
    route = reading.get(SigningRoute, route_id)
    line = _line(reading, route)
    over = () if route.state in signing_routes.LIVE else (refusal("signing.not_open", state=route.state),)
    given_back = () if route.state is RouteState.OPEN else (refusal("signing.not_open", state=route.state),)
    now = given_back or signing_routes.against(reading, route, line.step_id)
    paper = (refusal("signing.on_paper", number=route.number),) if line.way is SigningWay.PAPER else ()
    boxed = any(row.level is SignatureLevel.CONTAINER for row in route.steps)
    return RouteCard(
        line,
        route.note,
        tuple(_step(row, line) for row in route.steps),
        now or paper or ((refusal("signing.in_container", number=route.number),) if boxed else ()),
        now or paper,
        now or (() if paper else (refusal("signing.electronically", number=route.number),)),
        given_back,
        over,
        papers.file_name(route.number).replace(papers.SUFFIX, ".asice" if boxed else papers.SUFFIX),
    )


def here(lines: Sequence[RouteLine]) -> tuple[int, ...]:
    """The steps of these papers that are signed in this program now."""
    return tuple(line.step_id for line in lines if line.way is SigningWay.ELECTRONIC)


def outside(lines: Sequence[RouteLine]) -> tuple[int, ...]:
    """The routes of these papers that may be handed out to another program now."""
    return tuple(line.id for line in lines if line.way in (SigningWay.ELECTRONIC, SigningWay.OUTSIDE))


def file(reading: Reading, route_id: int) -> bytes:
    """The file that counts now: as put forward, or with the signatures it bears."""
    return reading.blobs.read(reading.session, reading.get(SigningRoute, route_id).current_blob)


def to_put_forward(reading: Reading, language: Language = LATVIAN) -> tuple[SignableLine, ...]:
    """Finished papers that nobody has put forward: decisions, minutes, protocols, certificates, letters, books."""
    found = []
    for kind, key in _candidates(reading):
        what = signing_subjects.subject(reading, kind, key, language)
        found.append(SignableLine(kind, key, what.number, what.title, what.day, what.signers, what.against))
    return tuple(sorted(found, key=lambda line: (line.day, line.number), reverse=True))


def proposal(reading: Reading, kind: PaperKind, key: int, language: Language) -> SignableLine:
    """Who would sign one paper, and what stands against putting it forward."""
    what = signing_subjects.subject(reading, kind, key, language)
    under_way = signing_routes.live_route(reading.session, what, language.code) is not None
    against = (refusal("signing.under_way", number=what.number),) if under_way else what.against
    return SignableLine(kind, key, what.number, what.title, what.day, what.signers, against)


def _candidates(reading: Reading) -> Iterator[tuple[PaperKind, int]]:
    """The papers of each kind that are finished and on no route, as far as their tables tell."""
    routed = select(SigningRoute.subject_uid).where(SigningRoute.state != RouteState.STOPPED)
    alive = (DecisionState.DRAFT, DecisionState.REGISTERED)
    sent = select(Delivery.subject_uid)
    free: tuple[tuple[PaperKind, Any, Sequence[Any]], ...] = (
        (PaperKind.DECISION, Decision, (Decision.signed_on.is_(None), Decision.state.in_(alive))),
        (PaperKind.MINUTES, Sitting, (Sitting.signed_on.is_(None), Sitting.state == SittingState.CLOSED)),
        (PaperKind.EXAM_PROTOCOL, Exam, (Exam.closed,)),
        (
            PaperKind.CERTIFICATE,
            Certificate,
            (Certificate.state != CertificateState.ANNULLED, Certificate.handed_on.is_(None)),
        ),
        (PaperKind.LETTER, Letter, (Letter.written_on >= reading.today - LETTERS, Letter.uid.not_in(sent))),
        (PaperKind.REGISTER_BOOK, BookClosing, (BookClosing.reopened_on.is_(None),)),
    )
    for kind, noun, conditions in free:
        query = select(noun.id).where(*conditions, noun.uid.not_in(routed)).order_by(noun.id.desc())
        for key in reading.session.scalars(query.limit(PAST)):
            yield kind, key


def _routes() -> Select[SigningRoute]:
    return select(SigningRoute).options(selectinload(SigningRoute.steps))


def _line(reading: Reading, route: SigningRoute) -> RouteLine:
    due = signing_route.turn(signing_routes.step_facts(route)) if route.state is RouteState.OPEN else None
    row = next((one for one in route.steps if due is not None and one.id == due.id), None)
    back = next((one for one in route.steps if one.state is StepState.RETURNED), None)
    shown = row or back
    mine = row is not None and fold(row.signer_name) == fold(reading.actor.name)
    return RouteLine(
        route.id,
        route.version,
        route.kind,
        route.number,
        route.title,
        route.language,
        route.state,
        route.put_forward_on,
        route.closed_on,
        row.id if row is not None else 0,
        shown.signer_name if shown is not None else "",
        shown.post_lv if shown is not None else "",
        shown.post_en if shown is not None else "",
        row.way if row is not None else None,
        sum(one.state is StepState.SIGNED for one in route.steps),
        len(route.steps),
        mine,
        back.remark if back is not None else route.note,
    )


def _step(row: SigningStep, line: RouteLine) -> StepLine:
    facts = authenticity.read(row.certificate)
    return StepLine(
        row.id,
        row.position,
        signing_routes.planned(row),
        row.state,
        row.signed_on,
        row.signed_at,
        row.remark,
        row.level,
        facts[0] if facts else None,
        row.id == line.step_id,
    )
