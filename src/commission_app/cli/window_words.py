"""Reads a plain start of the window without the parser of all verbs, for the window is to paint at once."""

from argparse import Namespace
from collections.abc import Sequence

from commission_app.cli import sample_verbs

LANGUAGES = ("lv", "en")


def read(words: Sequence[str]) -> Namespace | None:
    """What a plain start asks for; None for any other words, which the parser reads or refuses."""
    found: dict[str, str | None] = {"--database": None, "--language": None}
    left = list(words)
    while len(left) > 1 and left[0] in found and not left[1].startswith("-"):
        found[left[0]], left = left[1], left[2:]
    if left not in (["window"], ["window", "--probe"]) or found["--language"] not in (None, *LANGUAGES):
        return None
    return Namespace(database=found["--database"], verb=sample_verbs.window, probe="--probe" in left)
