"""Words about signing a paper: the route, its steps, the way one signs, and how far a signature proves itself."""

from enum import StrEnum


class RouteState(StrEnum):
    """How far the signing of a paper has come."""

    OPEN = "open"
    RETURNED = "returned"
    COMPLETE = "complete"
    STOPPED = "stopped"


class StepState(StrEnum):
    """What a signer has done."""

    WAITING = "waiting"
    SIGNED = "signed"
    RETURNED = "returned"


class SigningWay(StrEnum):
    """How one signs: here with a key, in another program, or on paper."""

    ELECTRONIC = "electronic"
    OUTSIDE = "outside"
    PAPER = "paper"


class SignatureLevel(StrEnum):
    """What stands beside a signature: nothing, a time stamp, the data that prove the certificates later."""

    NONE = "none"
    BASIC = "b"
    STAMPED = "t"
    LONG_TERM = "lt"
    CONTAINER = "container"
