"""The sentences of the refusals that the database and its files raise."""

SENTENCES: dict[str, str] = {}
