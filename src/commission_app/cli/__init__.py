"""The command line: a second door to the same services, for scripts and administrators.

What it says goes to the standard output, what stands against it to the error output in one clear sentence with exit
code 2; `check` alone ends with 1 when it finds something.
"""

import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from commission_app import config
from commission_app.cli import window_words
from commission_app.cli.surroundings import Doors, Surroundings, spoken_code
from commission_app.errors import CancelledError, TroubleError

TROUBLE = 2
CANCELLED = 130


def run(words: Sequence[str], doors: Doors) -> int:
    """Does what the words say and gives the exit code; no traceback ever reaches the person."""
    for stream in (sys.stdout, sys.stderr):
        # An old Windows console knows fewer letters; it shows "?" for the others instead of failing.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    around = Surroundings(spoken_code(words, config.load), doors)
    try:
        chosen = window_words.read(words) or _parsed(words, around)
        around.database = chosen.database
        answer: int = chosen.verb(around, chosen)
        return answer
    except TroubleError as trouble:
        around.complain(trouble.refusal)
        return TROUBLE
    except (KeyboardInterrupt, CancelledError):
        print(around.language.say("Cancelled; nothing was stored by halves."), file=sys.stderr)
        return CANCELLED
    except BrokenPipeError:
        # Whoever reads the output has gone away ("| head").
        with suppress(OSError):
            sys.stdout.close()
        return 0
    except Exception as error:
        around.complain_of_bug(error)
        return TROUBLE


def _parsed(words: Sequence[str], around: Surroundings) -> Namespace:
    from commission_app.cli.parser import build

    return build(around.language).parse_args(list(words))
