"""The route of a paper through its signers: whose turn it is, what stands against a signature, whose name is due."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.signing import RouteState, SigningWay, StepState

MOST_SIGNERS = 40


@dataclass(frozen=True)
class PlannedStep:
    """A signer as planned: name, post in both languages, the way, and for whom on which order where one stands in."""

    name: str
    post_lv: str = ""
    post_en: str = ""
    way: SigningWay = SigningWay.ELECTRONIC
    stands_for: str = ""
    order: str = ""


@dataclass(frozen=True)
class StepFacts:
    """A step as far as the order of signing asks."""

    id: int
    name: str
    way: SigningWay
    state: StepState


def tidy(steps: Sequence[PlannedStep]) -> tuple[PlannedStep, ...]:
    """The steps without needless spaces.

    Refused: nobody, somebody without a name, somebody twice, too many, one who stands in without an order, and paper
    beside electronic signatures: a printed copy bears no electronic signature.
    """
    plan = tuple(
        PlannedStep(
            " ".join(one.name.split()),
            one.post_lv.strip(),
            one.post_en.strip(),
            one.way,
            " ".join(one.stands_for.split()),
            one.order.strip(),
        )
        for one in steps
    )
    if not plan:
        raise RefusedError("signing.nobody", at="steps")
    if len(plan) > MOST_SIGNERS:
        raise RefusedError("signing.too_many", at="steps", most=MOST_SIGNERS)
    names: set[str] = set()
    for at, one in enumerate(plan, 1):
        if not one.name:
            raise RefusedError("signing.nameless", at="steps", place=at)
        if fold(one.name) in names:
            raise RefusedError("signing.twice", at="steps", name=one.name)
        if one.stands_for and not one.order:
            raise RefusedError("signing.without_order", at="order", name=one.name, of=one.stands_for)
        names.add(fold(one.name))
    if len({one.way is SigningWay.PAPER for one in plan}) > 1:
        raise RefusedError("signing.mixed", at="steps")
    return plan


def turn(steps: Sequence[StepFacts]) -> StepFacts | None:
    """Whose turn it is: the first who has not signed; nobody once all have, or after the paper was given back."""
    first = next((step for step in steps if step.state is not StepState.SIGNED), None)
    return first if first is not None and first.state is StepState.WAITING else None


def against(state: RouteState, steps: Sequence[StepFacts], step_id: int) -> tuple[Refusal, ...]:
    """What stands against a signature of this step now."""
    if state is not RouteState.OPEN:
        return (refusal("signing.not_open", state=state),)
    step = next((one for one in steps if one.id == step_id), None)
    if step is None:
        return (refusal("signing.no_step"),)
    if step.state is StepState.SIGNED:
        return (refusal("signing.signed_already"),)
    due = turn(steps)
    if due is None or due.id != step_id:
        return (refusal("signing.not_the_turn", name=due.name if due else "–"),)
    return ()


def same_person(expected: str, certificate: str) -> bool:
    """Whether a certificate's name is the expected one: in any order of its parts, in capitals, without marks."""
    wanted, found = _parts(expected), _parts(certificate)
    return bool(wanted) and wanted <= found


def _parts(name: str) -> set[str]:
    return {part for part in re.split(r"[\W\d_]+", fold(name)) if part}
