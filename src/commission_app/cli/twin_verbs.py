"""The verb that writes the digital twins of certificates into a folder."""

from argparse import Namespace
from pathlib import Path

from commission_app.cli.exchange_verbs import bytes_of, write_whole
from commission_app.cli.surroundings import Surroundings
from commission_app.errors import RefusedError, UnavailableError
from commission_app.rules.twins import Choices
from commission_app.rules.vocabulary.certificate import PaperKind

FORMATS = {
    "elm": PaperKind.CREDENTIAL_ELM,
    "badge": PaperKind.CREDENTIAL_BADGE,
    "elmo": PaperKind.CREDENTIAL_ELMO,
}


def twins(around: Surroundings, chosen: Namespace) -> int:
    """Writes the twins of certificates; one that is incomplete is named and keeps no other back (exit code 2)."""
    from commission_app.services import keys
    from commission_app.services import twins as services

    choices = Choices(chosen.with_code, chosen.with_birth, chosen.with_paper)
    failed = False
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnavailableError("cli.not_written", file=str(chosen.out), why=error.strerror or str(error)) from error
    with around.office() as office:
        if chosen.passphrase_file is not None:
            office.ask(keys.unlock, _passphrase(chosen.passphrase_file))
        for number in chosen.numbers:
            key = office.ask(services.certificate_of, number)
            for name in chosen.format or ("elm",):
                try:
                    paper = office.do(services.export, key, FORMATS[name], choices)
                except RefusedError as trouble:
                    around.complain(trouble.refusal)
                    failed = True
                    continue
                file = office.ask(services.file_of, paper)
                write_whole(chosen.out / file.name, file.data)
                around.tell(around.language.say("Written: {file}", file=chosen.out / file.name))
    return 2 if failed else 0


def _passphrase(path: Path) -> str:
    """The first line of a file that only its owner reads; a word of the command line would stand in its history."""
    return bytes_of(path).decode("utf-8-sig", "replace").split("\n")[0].rstrip("\r")
