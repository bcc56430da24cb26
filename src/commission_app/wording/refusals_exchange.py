"""The sentences of the refusals that reading and writing foreign formats raises."""

SENTENCES: dict[str, str] = {}
