"""Signing in another program: files handed out, taken back, proved to be ours, and matched by what is in them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from commission_app.documents import signing_return
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import xades
from commission_app.exchange.container import Container
from commission_app.models.signing import SigningRoute
from commission_app.rules import signing_route
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.signing import RouteState, SignatureLevel, SigningWay, StepState
from commission_app.services import papers, signing_routes, trust
from commission_app.services.evidence import NewFile
from commission_app.services.signing_routes import Made
from commission_app.store.work import Reading, Work

PDF_MARK, ZIP_MARK = b"%PDF", b"PK"


@dataclass(frozen=True)
class OutFile:
    """A paper to be signed in another program: the name of its file, and its bytes."""

    route_id: int
    name: str
    data: bytes


@dataclass(frozen=True)
class Returned:
    """A file that came back: which paper it is, who signed it, what stands against taking it, what is to be asked."""

    file: str
    made: Made | None
    number: str
    signers: tuple[SignatureFact, ...]
    against: Refusal | None = None
    doubt: Refusal | None = None


def handed_out(reading: Reading, route_ids: Sequence[int]) -> tuple[OutFile, ...]:
    """The current files of papers whose turn it is to be signed elsewhere; every file has a name of its own.

    Refused: nothing chosen, a paper that is no longer open, or one that is signed on paper.
    """
    if not route_ids:
        raise RefusedError("signing.nothing_chosen")
    found, names = [], set[str]()
    for key in route_ids:
        route = reading.get(SigningRoute, key)
        due = signing_route.turn(signing_routes.step_facts(route))
        if due is None or route.state is not RouteState.OPEN:
            raise RefusedError("signing.not_open", state=route.state)
        if due.way is SigningWay.PAPER:
            raise RefusedError("signing.on_paper", number=route.number)
        against = signing_routes.against(reading, route, due.id)
        if against:
            raise RefusedError.of(against[0])
        data = reading.blobs.read(reading.session, route.current_blob)
        name = _named(route, data, names)
        names.add(name)
        found.append(OutFile(route.id, name, data))
    return tuple(found)


def recognised(reading: Reading, files: Sequence[NewFile]) -> tuple[Returned, ...]:
    """What each file is that came back, by its content and not by its name; nothing is stored yet."""
    open_ones = list(reading.session.scalars(select(SigningRoute).where(SigningRoute.state == RouteState.OPEN)))
    anchors, found = trust.trusted(reading.session), []
    seen: dict[int, str] = {}
    for at, file in enumerate(files, 1):
        one = _recognised(reading, file, open_ones, anchors)
        if one.made is not None:
            earlier = seen.setdefault(one.made.step_id, file.name)
            if earlier != file.name or sum(f.name == file.name for f in files[:at]) > 1:
                against = refusal("signing.returned_twice", at="files", file=file.name, other=earlier)
                one = Returned(file.name, None, one.number, one.signers, against)
        found.append(one)
    return tuple(found)


def confirmed(returned: Returned) -> Returned:
    """The same file after a person has confirmed that somebody else than expected rightly signed it."""
    return replace(returned, doubt=None)


def take_in(work: Work, returned: Returned) -> None:
    """A signed file that came back is stored, and the route moves on.

    Refused: what stood against it, signed by somebody else without a person's confirmation, and as storing any
    signature is.
    """
    if returned.against is not None:
        raise RefusedError.of(returned.against)
    if returned.made is None:
        raise RefusedError("signing.returned_unknown", at="files", file=returned.file)
    if returned.doubt is not None:
        raise RefusedError.of(returned.doubt)
    signing_routes.store_signed(work, returned.made)


def _recognised(reading: Reading, file: NewFile, routes: list[SigningRoute], anchors: tuple[str, ...]) -> Returned:
    try:
        if file.data.startswith(PDF_MARK):
            route = _of_pdf(file, routes)
            ours = reading.blobs.read(reading.session, route.current_blob)
            fresh = signing_return.added_signatures(ours, file.data, file.name, anchors)
            level = signing_return.level_of(file.data, fresh[-1])
        elif file.data.startswith(ZIP_MARK):
            route, fresh = _of_container(reading, file, routes, anchors)
            level = SignatureLevel.CONTAINER
        else:
            raise RefusedError("signing.returned_unknown", at="files", file=file.name)
        return _awaited(reading, file, route, fresh, level)
    except RefusedError as trouble:
        return Returned(file.name, None, "", (), trouble.refusal)


def _of_pdf(file: NewFile, routes: list[SigningRoute]) -> SigningRoute:
    """The open paper whose current bytes the file begins with; else the one that its name or content speaks of."""
    sums: dict[int, str] = {}
    for route in routes:
        size = route.current_blob.size
        if size <= len(file.data):
            sums.setdefault(size, hashlib.sha256(memoryview(file.data)[:size]).hexdigest())
            if sums[size] == route.current_blob.sha256:
                return route
    for route in routes:
        # An earlier copy, signed beside the route, cannot be joined with what was signed since.
        first = route.first_blob
        if first.id == route.current_blob_id or first.size > len(file.data):
            continue
        if hashlib.sha256(memoryview(file.data)[: first.size]).hexdigest() == first.sha256:
            raise RefusedError("signing.returned_stale", at="files", file=file.name, number=route.number)
    stem = file.name.rpartition(".")[0].casefold()
    for route in routes:
        if stem.startswith(papers.file_name(route.number).removesuffix(papers.SUFFIX).casefold()):
            return route
    raise RefusedError("signing.returned_unknown", at="files", file=file.name)


def _of_container(
    reading: Reading, file: NewFile, routes: list[SigningRoute], anchors: tuple[str, ...]
) -> tuple[SigningRoute, tuple[SignatureFact, ...]]:
    box = Container(file.name, file.data)
    inside = {hashlib.sha256(box.read(name)).hexdigest() for name in box.documents()}
    route = next((one for one in routes if {one.first_blob.sha256, one.current_blob.sha256} & inside), None)
    if route is None:
        raise RefusedError("signing.returned_other", at="files", file=file.name)
    if route.current_blob.sha256 not in inside and not _holds(reading, route, file.data):
        raise RefusedError("signing.returned_stale", at="files", file=file.name, number=route.number)
    found = xades.check_container(box, anchors)
    if not found:
        raise RefusedError("signing.returned_unsigned", at="files", file=file.name)
    if any(fact.verdict in signing_return.WRONG for fact in found):
        raise RefusedError("signing.returned_broken", at="files", file=file.name)
    known = sum(step.level is SignatureLevel.CONTAINER for step in route.steps)
    if len(found) <= known:
        raise RefusedError("signing.returned_unsigned", at="files", file=file.name)
    return route, found[known:]


def _holds(reading: Reading, route: SigningRoute, data: bytes) -> bool:
    """Whether a container still bears every signature of the container that is current."""
    ours = reading.blobs.read(reading.session, route.current_blob)
    if not ours.startswith(ZIP_MARK):
        return False
    old, new = Container("", ours), Container("", data)
    before = {hashlib.sha256(old.read(name)).digest() for name in old.signatures()}
    return before <= {hashlib.sha256(new.read(name)).digest() for name in new.signatures()}


def _awaited(
    reading: Reading,
    file: NewFile,
    route: SigningRoute,
    fresh: tuple[SignatureFact, ...],
    level: SignatureLevel,
) -> Returned:
    """The fresh signatures beside the signers whose turn it is; another name than the expected is a doubt."""
    steps = [step for step in route.steps if step.state is StepState.WAITING]
    if len(fresh) > len(steps):
        raise RefusedError(
            "signing.returned_too_many", at="files", file=file.name, count=len(fresh), waiting=len(steps)
        )
    due = steps[0]
    against = signing_routes.against(reading, route, due.id)
    if against:
        raise RefusedError.of(against[0])
    if due.way is SigningWay.PAPER:
        raise RefusedError("signing.on_paper", number=route.number)
    made = Made(due.id, route.current_blob.sha256, file.data, fresh, level)
    doubt = None
    for step, fact in zip(steps, fresh, strict=False):
        if doubt is None and not signing_route.same_person(step.signer_name, fact.signer):
            doubt = refusal(
                "signing.returned_signer",
                at="confirmed",
                file=file.name,
                found=fact.signer or "–",
                expected=step.signer_name,
            )
    return Returned(file.name, made, route.number, fresh, doubt=doubt)


def _named(route: SigningRoute, data: bytes, taken: set[str]) -> str:
    stem = papers.file_name(route.number).removesuffix(papers.SUFFIX)
    end = papers.SUFFIX if data.startswith(PDF_MARK) else ".asice"
    name = f"{stem}{end}"
    return name if name not in taken else f"{stem}-{route.kind}-{route.language}{end}"
