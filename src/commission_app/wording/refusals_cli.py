"""The sentences of the refusals that the command line raises."""

SENTENCES: dict[str, str] = {}
