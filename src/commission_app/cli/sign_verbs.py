"""The verb that signs what waits, with the key chosen in the preferences of this computer."""

import sys
from argparse import Namespace

from commission_app.cli.surroundings import Surroundings
from commission_app.errors import RefusedError


def sign(around: Surroundings, chosen: Namespace) -> int:
    """Signs the papers named, or all that wait for a signature in this program; 1 where something is left unsigned.

    Refused: nothing to sign, and as opening the key is.
    """
    from commission_app.services import signing_batch, signing_key, signing_queue
    from commission_app.services.signing_batch import Order

    language = around.language
    with around.office() as office:
        lines = office.ask(signing_queue.queue)
        wanted = [line for line in lines if not chosen.number or line.number in chosen.number]
        missing = sorted(set(chosen.number) - {line.number for line in lines})
        if missing:
            raise RefusedError("signing.not_waiting", numbers=", ".join(missing))
        steps = signing_queue.here(wanted)
        order = Order(steps, signing_key.choice(), language, not chosen.no_time_stamp, chosen.other_name)
        outcome = signing_batch.sign_all(office, order, signing_key.Secret(_secret(around)))
    around.tell(language.count("{n} paper signed", "{n} papers signed", len(outcome.signed)))
    for number, why in outcome.troubles:
        around.tell(f"{number}: {around.sentence(why)}".removeprefix(": "))
    return 1 if outcome.troubles or outcome.left else 0


def _secret(around: Surroundings) -> str:
    """The PIN or password: typed unseen, or the first line of what another program hands over; never a word of the
    command, which every process of the computer could read."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import getpass

    return getpass.getpass(around.language.say("PIN or password") + ": ")
