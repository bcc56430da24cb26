"""The sentences of the refusals that the rules raise."""

SENTENCES: dict[str, str] = {}
