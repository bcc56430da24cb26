"""The verbs that compute from a plain file and store nothing: for tests, other systems and doubters."""

from argparse import Namespace

from commission_app.cli.exchange_verbs import bytes_of
from commission_app.cli.surroundings import Surroundings


def funding(around: Surroundings, chosen: Namespace) -> int:
    """Prints what a learning account pays, with every step, as JSON."""
    from commission_app.exchange import funding_file
    from commission_app.rules.funding import fund

    given = funding_file.read(bytes_of(chosen.file), chosen.file.name)
    around.tell(funding_file.answer(fund(given), around.language))
    return 0


def compute(around: Surroundings, chosen: Namespace) -> int:
    """Prints the award of a case that a file states, line by line with its reasons, as JSON."""
    from commission_app.exchange import award_answer, award_file
    from commission_app.rules.credits import compute as award_of

    given = award_file.read(bytes_of(chosen.file), chosen.file.name)
    around.tell(award_answer.answer(award_of(given), around.language))
    return 0
