"""The sentences of the refusals that the acts of the office raise."""

SENTENCES: dict[str, str] = {}
