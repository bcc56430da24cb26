"""The verb that checks papers: ours and foreign ones, with the office's database or with key files alone."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from commission_app.cli.surroundings import Surroundings
from commission_app.errors import TroubleError

if TYPE_CHECKING:
    from commission_app.services.verification import Verified

FINE, WRONG, UNJUDGED = 0, 1, 2


def verify(around: Surroundings, chosen: Namespace) -> int:
    """Says of each file what can be said; 0 when nothing speaks against any, 1 when something is wrong, else 2."""
    worst = FINE
    for path in chosen.files:
        around.tell(f"— {path}")
        try:
            found = _examined(around, path, chosen.key, alone=chosen.no_database or bool(chosen.key))
        except TroubleError as trouble:
            around.complain(trouble.refusal)
            code = UNJUDGED
        else:
            _tell(around, found)
            code = {"fine": FINE, "wrong": WRONG}.get(found.outcome.value, UNJUDGED)
        # What is wrong outweighs what could not be judged.
        worst = WRONG if WRONG in (worst, code) else max(worst, code)
    return worst


def _examined(around: Surroundings, path: Path, keys: list[Path], *, alone: bool) -> "Verified":
    from commission_app.cli.exchange_verbs import bytes_of
    from commission_app.services import verification

    data = bytes_of(path)
    if alone:
        known = tuple(verification.known_by_file(key.name, bytes_of(key)) for key in keys)
        return verification.examined(path.name, data, around.language, verification.Surroundings(known))
    with around.office() as office:
        return office.ask(verification.verify, path.name, data, around.language)


def _tell(around: Surroundings, found: "Verified") -> None:
    from commission_app.wording.signatures import signature_text
    from commission_app.wording.verification import fact_name, match_text

    language = around.language
    around.tell(around.sentence(found.headline))
    for one in found.said:
        around.tell(f"  • {around.sentence(one)}")
    for signature in found.signatures:
        around.tell(f"  • {signature_text(language, signature)}")
    if found.facts:
        around.tell("  " + language.say("Signed in the code / read on the paper"))
    for line in found.facts:
        around.tell(f"    {fact_name(language, line.fact, line.of)}: {line.signed} | {match_text(language, line)}")
    around.tell("")
