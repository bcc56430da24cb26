"""PDFium reads one thing at a time: two threads of the window at once would end the program."""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_ONE_AT_A_TIME = threading.RLock()


def one_at_a_time(reads: Callable[P, R]) -> Callable[P, R]:
    """What reads a PDF with PDFium waits until nobody else does; it must answer whole, not piece by piece."""

    @wraps(reads)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> R:
        with _ONE_AT_A_TIME:
            return reads(*args, **kwargs)

    return waiting
