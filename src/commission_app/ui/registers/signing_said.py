"""The columns of the signing queue, and how a signer and a signature read in one line."""

from commission_app.i18n import Language
from commission_app.rules.vocabulary.signing import RouteState, SigningWay, StepState
from commission_app.services.signing_queue import RouteLine, SignableLine, StepLine
from commission_app.ui.columns import Column, State, dated
from commission_app.ui.two_languages import half
from commission_app.wording.words import word

_TONES = {
    RouteState.OPEN: ("info", "clock"),
    RouteState.RETURNED: ("bad", "back"),
    RouteState.COMPLETE: ("good", "done"),
    RouteState.STOPPED: ("neutral", "stop"),
}
_STEP_TONES = {
    StepState.WAITING: ("neutral", "clock"),
    StepState.SIGNED: ("good", "done"),
    StepState.RETURNED: ("bad", "back"),
}


def queue_columns(language: Language) -> list[Column[RouteLine]]:
    """What waits: the paper, whose turn it is, how many have signed, how one signs."""
    say = language.say

    def due(line: RouteLine) -> str:
        post = half(language, line.post_lv, line.post_en)
        return ", ".join(part for part in (line.due, post) if part)

    def how(line: RouteLine) -> str:
        return word(language, line.way) if isinstance(line.way, SigningWay) else ""

    def state(line: RouteLine) -> State:
        if line.mine:
            return State(say("waits for me"), "warn", "edit")
        return _state(language, line.state)

    return [
        Column("kind", say("Paper"), lambda line: word(language, line.kind)),
        Column("number", say("Number"), lambda line: line.number),
        Column("title", say("About"), lambda line: line.title, stretch=True, tooltip=lambda line: line.title),
        Column("due", say("Whose turn it is"), due, tooltip=due),
        Column("signed", say("Signatures"), lambda line: said_count(language, line)),
        Column("way", say("How it is signed"), how, tooltip=how),
        Column("state", say("State"), state, tooltip=lambda line: line.remark or word(language, line.state)),
        dated(language, "since", say("Put forward on"), lambda line: line.put_forward_on),
    ]


def ready_columns(language: Language) -> list[Column[SignableLine]]:
    """What could be put forward, and who would sign it."""
    say = language.say

    def signers(line: SignableLine) -> str:
        return ", ".join(one.name for one in line.signers)

    def state(line: SignableLine) -> State:
        if line.against:
            return State(say("not finished"), "warn", "warn")
        return State(say("ready"), "good", "check")

    return [
        Column("kind", say("Paper"), lambda line: word(language, line.kind)),
        Column("number", say("Number"), lambda line: line.number),
        Column("title", say("About"), lambda line: line.title, stretch=True, tooltip=lambda line: line.title),
        dated(language, "day", say("Date"), lambda line: line.day),
        Column("signers", say("Who signs"), signers, tooltip=signers),
        Column("state", say("State"), state),
    ]


def past_columns(language: Language) -> list[Column[RouteLine]]:
    """What is signed or was taken back."""
    say = language.say
    return [
        Column("kind", say("Paper"), lambda line: word(language, line.kind)),
        Column("number", say("Number"), lambda line: line.number),
        Column("title", say("About"), lambda line: line.title, stretch=True, tooltip=lambda line: line.title),
        Column("signed", say("Signatures"), lambda line: said_count(language, line)),
        Column("state", say("State"), lambda line: _state(language, line.state), tooltip=lambda line: line.remark),
        dated(language, "closed", say("Date"), lambda line: line.closed_on),
    ]


def step_columns(language: Language) -> list[Column[StepLine]]:
    """Who signs one paper: in which order, how, and what was done."""
    say = language.say

    def signer(line: StepLine) -> str:
        if line.planned.stands_for:
            return say(
                "{name} (for {of}, {order})", name=line.planned.name, of=line.planned.stands_for, order=_order(line)
            )
        return line.planned.name

    def done(line: StepLine) -> str:
        if line.signed_at is not None:
            return language.moment(line.signed_at)
        return language.date(line.signed_on) if line.signed_on is not None else ""

    def state(line: StepLine) -> State:
        if line.due:
            return State(say("it is the turn"), "warn", "edit")
        return State(word(language, line.state), *_STEP_TONES[line.state])

    return [
        Column("place", say("No."), lambda line: language.number(line.position)),
        Column("signer", say("Signer"), signer, stretch=True, tooltip=signer),
        Column("post", say("Post"), lambda line: half(language, line.planned.post_lv, line.planned.post_en)),
        Column("way", say("How it is signed"), lambda line: word(language, line.planned.way)),
        Column("state", say("State"), state, tooltip=lambda line: line.remark),
        Column("done", say("Signed"), done),
        Column(
            "proof",
            say("Signature"),
            lambda line: said_proof(language, line),
            tooltip=lambda line: said_proof(language, line),
        ),
    ]


def said_proof(language: Language, line: StepLine) -> str:
    """What the signature is: its level, and whose certificate it was."""
    if line.state is not StepState.SIGNED:
        return line.remark
    if line.certificate is None:
        return word(language, SigningWay.PAPER)
    return f"{word(language, line.level)}; {line.certificate.signer} ({line.certificate.issuer})"


def said_count(language: Language, line: RouteLine) -> str:
    """How many of how many have signed."""
    return language.say("{signed} of {all}", signed=line.signed, all=line.of)


def _order(line: StepLine) -> str:
    return line.planned.order


def _state(language: Language, state: RouteState) -> State:
    return State(word(language, state), *_TONES[state])
