"""The sentences of the refusals that the window raises."""

SENTENCES: dict[str, str] = {}
