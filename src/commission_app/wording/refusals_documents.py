"""The sentences of the refusals that the papers and workbooks raise."""

SENTENCES: dict[str, str] = {}
