"""Some pages of a PDF as a PDF of their own: what is printed to a file when not all of it is wanted."""

from collections.abc import Sequence
from io import BytesIO

from commission_app.documents.pdf_a import PAGES_ONLY, description_of, saved, write_mark


def chosen_pages(data: bytes, wanted: Sequence[int]) -> bytes:
    """The wanted pages, counted from 1, in the order of the paper; the text stays text and the file PDF/A.

    The tree of reading speaks of the whole paper, so a part of it goes without.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as paper, pikepdf.new() as some:
        for at in sorted(set(wanted)):
            page = paper.pages[at - 1]
            for key in ("/StructParents", "/Tabs"):
                if key in page:
                    del page[key]
            some.pages.append(page)
        if "/OutputIntents" in paper.Root:
            intents = [some.copy_foreign(paper.make_indirect(intent)) for intent in paper.Root.OutputIntents]
            some.Root.OutputIntents = pikepdf.Array(intents)
        for key in ("/Lang", "/ViewerPreferences"):
            if key in paper.Root:
                some.Root[key] = some.copy_foreign(paper.make_indirect(paper.Root[key]))
        write_mark(some, description_of(paper), PAGES_ONLY)
        return saved(some, "1.4")
