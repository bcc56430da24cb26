"""The route of a paper through its signers: put forward, signed step by step, given back, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import LANGUAGES, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.signing import SigningRoute, SigningStep
from commission_app.models.sitting import Sitting
from commission_app.rules import authenticity, signing_route
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.signing_route import PlannedStep, StepFacts
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState
from commission_app.services import decisions, minutes_versions, papers, signing_subjects
from commission_app.services.decision_signers import SignedAs
from commission_app.services.paper_minutes import newest_version
from commission_app.services.signing_subjects import Subject
from commission_app.store.work import Reading, Work

LIVE = (RouteState.OPEN, RouteState.RETURNED)


@dataclass(frozen=True)
class Chosen:
    """A paper that is put forward: its kind and key, in which language, and who signs it where that was changed."""

    kind: PaperKind
    key: int
    language: str
    steps: tuple[PlannedStep, ...] = ()
    way: SigningWay | None = None


@dataclass(frozen=True)
class Made:
    """One or more signatures just made over the file that was current: the file, and whose they are."""

    step_id: int
    over_sha256: str
    data: bytes
    facts: tuple[SignatureFact, ...]
    level: SignatureLevel


def put_forward(work: Work, chosen: Chosen) -> int:
    """A paper is put forward for signing as it stands now; gives its route.

    Refused: a paper that is being signed already or is not finished, and a route without signers.
    """
    language = language_of(chosen.language)
    _lock_subject(work, chosen.kind, chosen.key)
    what = signing_subjects.subject(work, chosen.kind, chosen.key, language)
    if what.against:
        raise RefusedError.of(what.against[0])
    if live_route(work.session, what, chosen.language) is not None:
        raise RefusedError("signing.under_way", number=what.number)
    steps = chosen.steps or what.signers
    if chosen.way is not None:
        steps = tuple(replace(one, way=chosen.way) for one in steps)
    plan = signing_route.tidy(steps)
    blob = work.blobs.put(work.session, what.render())
    route = SigningRoute(
        subject_uid=what.uid,
        subject_id=what.key,
        kind=what.kind,
        language=chosen.language,
        number=what.number,
        title=what.title,
        state=RouteState.OPEN,
        put_forward_on=work.today,
        facts_sha256=what.fingerprint,
        first_blob_id=blob.id,
        current_blob_id=blob.id,
    )
    work.add(route)
    work.session.flush()
    work.add(*_rows(route, plan, 1))
    work.about(what.uid, route.uid)
    work.session.flush()
    return route.id


def plan(work: Work, route_id: int, seen: int, steps: Sequence[PlannedStep]) -> None:
    """Who still signs, and in which order, is settled anew; who has signed stays.

    Refused: once the route is closed, and as for any route.
    """
    route = _open(work, route_id, seen)
    done = [row for row in route.steps if row.state is StepState.SIGNED]
    kept = [PlannedStep(row.signer_name, row.post_lv, row.post_en, row.way) for row in done]
    whole = signing_route.tidy([*kept, *steps])
    if len(whole) == len(done):
        raise RefusedError("signing.nobody", at="steps")
    waiting = [row for row in route.steps if row.state is not StepState.SIGNED]
    work.remove(waiting)
    work.session.flush()
    work.session.expire(route, ["steps"])
    work.add(*_rows(route, whole[len(done) :], len(done) + 1))
    work.touch(route)


def substitute(work: Work, step_id: int, seen: int, name: str, post_lv: str, post_en: str, order: str) -> None:
    """Somebody else signs instead, on an order. Refused: without the name or the order, and once it is signed."""
    route = _open(work, work.get(SigningStep, step_id).route_id, seen)
    row = _row(route, step_id)
    if not name.strip():
        raise RefusedError("signing.no_name", at="name", name=row.signer_name)
    others = [planned(one) for one in route.steps if one.id != step_id]
    stands_for = row.stands_for or row.signer_name
    new = PlannedStep(name, post_lv, post_en, row.way, stands_for, order)
    tidied = signing_route.tidy([*others, new])[-1]
    row.signer_name, row.post_lv, row.post_en = tidied.name, tidied.post_lv, tidied.post_en
    row.stands_for, row.order_text = tidied.stands_for, tidied.order
    work.touch(route)


def give_back(work: Work, step_id: int, seen: int, remark: str) -> None:
    """The signer gives the paper back with a remark: nobody signs it any more until it is put forward anew.

    Refused: out of turn, or without the remark.
    """
    route = _open(work, work.get(SigningStep, step_id).route_id, seen)
    _require(route, step_id)
    if not remark.strip():
        raise RefusedError("signing.no_remark", at="remark")
    row = _row(route, step_id)
    row.state, row.remark = StepState.RETURNED, remark.strip()
    route.state = RouteState.RETURNED
    work.touch(route)


def note(work: Work, route_id: int, seen: int, text: str) -> None:
    """A remark is kept with the paper on its way."""
    route = work.lock(SigningRoute, route_id, seen)
    route.note = text.strip()


def take_back(work: Work, route_id: int, seen: int, reason: str) -> None:
    """The paper is taken back from signing; the signatures it bears stay in the history. Refused: without a reason."""
    route = work.lock(SigningRoute, route_id, seen)
    if route.state not in LIVE:
        raise RefusedError("signing.not_open", state=route.state)
    if not reason.strip():
        raise RefusedError("signing.no_reason", at="reason")
    route.state, route.closed_on, route.note = RouteState.STOPPED, work.today, reason.strip()
    work.about(route.subject_uid)


def store_signed(work: Work, made: Made) -> None:
    """Signatures made outside the transaction are stored, and the route moves on; after the last one it is complete.

    Refused: out of turn, a paper changed since it was put forward, or one whose file moved on in the meantime.
    """
    row = work.get(SigningStep, made.step_id)
    _lock_subject(work, row.route.kind, row.route.subject_id)
    route = work.lock(SigningRoute, row.route_id)
    _require(route, made.step_id)
    if route.current_blob.sha256 != made.over_sha256:
        raise RefusedError("signing.file_moved_on", number=route.number)
    _check_unchanged(work, route)
    blob = work.blobs.put(work.session, made.data)
    waiting = [step for step in route.steps if step.state is StepState.WAITING]
    for step, fact in zip(waiting, made.facts, strict=False):
        step.state, step.signed_at, step.signed_on = StepState.SIGNED, work.moment, work.today
        step.certificate, step.level = authenticity.written((fact,)), made.level
        step.blob_id = blob.id
    route.current_blob = blob
    work.touch(route)
    _move_on(work, route)


def enter_paper(work: Work, step_id: int, seen: int, signed_on: date) -> None:
    """A signature on paper is entered with its day; after the last one the route is complete.

    Refused: out of turn, for an electronic signature, before the paper was put forward, or in the future.
    """
    row = work.get(SigningStep, step_id)
    _lock_subject(work, row.route.kind, row.route.subject_id)
    route = work.lock(SigningRoute, row.route_id, seen)
    _require(route, step_id)
    if row.way is not SigningWay.PAPER:
        raise RefusedError("signing.electronically", number=route.number)
    days = [step.signed_on for step in route.steps if step.signed_on is not None]
    earliest = max([what_day(work, route), *days])
    if not earliest <= signed_on <= work.today:
        raise RefusedError("signing.day", at="signed_on", earliest=earliest, day=signed_on)
    _check_unchanged(work, route)
    row.state, row.signed_on = StepState.SIGNED, signed_on
    work.touch(route)
    _move_on(work, route)


def what_day(reading: Reading, route: SigningRoute) -> date:
    """The day the paper bears; nobody signs before it."""
    return signing_subjects.subject(reading, route.kind, route.subject_id, language_of(route.language)).day


def against(reading: Reading, route: SigningRoute, step_id: int) -> tuple[Refusal, ...]:
    """What stands against a signature of this step now: the order, and a paper that was changed or lost its force."""
    found = signing_route.against(route.state, step_facts(route), step_id)
    if found:
        return found
    what = signing_subjects.subject(reading, route.kind, route.subject_id, language_of(route.language))
    if what.fingerprint != route.facts_sha256:
        return (refusal("signing.changed_since", number=route.number),)
    return what.against or _against_ending(reading, route)


def step_facts(route: SigningRoute) -> tuple[StepFacts, ...]:
    """The steps as the rule of order sees them."""
    return tuple(StepFacts(row.id, row.signer_name, row.way, row.state) for row in route.steps)


def planned(row: SigningStep) -> PlannedStep:
    """A step as it was planned."""
    return PlannedStep(row.signer_name, row.post_lv, row.post_en, row.way, row.stands_for, row.order_text)


def live_route(session: Session, what: Subject, language: str) -> int | None:
    """The route on which a paper is under way now."""
    rows = select(SigningRoute.id).where(
        SigningRoute.subject_uid == what.uid,
        SigningRoute.kind == what.kind,
        SigningRoute.language == language,
        SigningRoute.state.in_(LIVE),
    )
    return session.scalar(rows.limit(1))


def language_of(code: str) -> Language:
    """The language of a paper by its code."""
    return next(one for one in LANGUAGES if one.code == code)


def _rows(route: SigningRoute, steps: Sequence[PlannedStep], first: int) -> list[SigningStep]:
    return [
        SigningStep(
            route_id=route.id,
            position=position,
            signer_name=one.name,
            post_lv=one.post_lv,
            post_en=one.post_en,
            stands_for=one.stands_for,
            order_text=one.order,
            way=one.way,
        )
        for position, one in enumerate(steps, first)
    ]


def _open(work: Work, route_id: int, seen: int) -> SigningRoute:
    route = work.lock(SigningRoute, route_id, seen)
    if route.state is not RouteState.OPEN:
        raise RefusedError("signing.not_open", state=route.state)
    return route


def _row(route: SigningRoute, step_id: int) -> SigningStep:
    row = next((one for one in route.steps if one.id == step_id), None)
    if row is None:
        raise RefusedError("signing.no_step")
    return row


def _require(route: SigningRoute, step_id: int) -> None:
    found = signing_route.against(route.state, step_facts(route), step_id)
    if found:
        raise RefusedError.of(found[0])


def _check_unchanged(work: Work, route: SigningRoute) -> None:
    what = signing_subjects.subject(work, route.kind, route.subject_id, language_of(route.language))
    if what.fingerprint != route.facts_sha256:
        raise RefusedError("signing.changed_since", number=route.number)
    if what.against:
        raise RefusedError.of(what.against[0])


def _lock_subject(work: Work, kind: PaperKind, key: int) -> None:
    """Locks what the signature will change before the route, in the order every act keeps."""
    if kind is PaperKind.MINUTES:
        work.lock(Sitting, key)
    elif kind is PaperKind.DECISION:
        work.lock(RecognitionCase, work.get(Decision, key).case_id)
        work.lock(Decision, key)


def _against_ending(reading: Reading, route: SigningRoute) -> tuple[Refusal, ...]:
    """Minutes of a deputy's sitting name the order; that is asked before anybody signs."""
    if route.kind is not PaperKind.MINUTES:
        return ()
    card = minutes_versions.card(reading, route.subject_id)
    ordered = any(step.order_text for step in route.steps) or card.chair_order
    return () if not card.stands_in or ordered else (refusal("minutes.no_order", name=card.stands_in),)


def _move_on(work: Work, route: SigningRoute) -> None:
    work.about(route.subject_uid)
    if any(step.state is not StepState.SIGNED for step in route.steps):
        return
    route.state, route.closed_on = RouteState.COMPLETE, work.today
    work.session.flush()
    day = max(step.signed_on for step in route.steps if step.signed_on is not None)
    if route.kind is PaperKind.DECISION:
        _sign_decision(work, route, day)
    elif route.kind is PaperKind.MINUTES:
        order = next((step.order_text for step in route.steps if step.order_text), "")
        newest = newest_version(work, work.get(Sitting, route.subject_id))
        minutes_versions.sign(work, route.subject_id, newest.number if newest is not None else 0, day, order)
    data = work.blobs.read(work.session, route.current_blob)
    if route.current_blob.id != route.first_blob_id and data.startswith(b"%PDF"):
        name = papers.file_name(route.number)
        papers.issue_paper(work, route.subject_uid, route.kind, language_of(route.language), name, data)


def _sign_decision(work: Work, route: SigningRoute, day: date) -> None:
    """The decision is signed by who presided; where several sign, by the first of them."""
    decision = work.get(Decision, route.subject_id)
    first = route.steps[0]
    signed = SignedAs(first.signer_name, first.post_lv, first.post_en, first.order_text)
    decisions.sign(work, decision.id, decision.version, day, signed)
