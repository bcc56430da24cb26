"""Several papers as one PDF, in their order, for one press of the printer."""

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from commission_app.documents.letterhead import Prepared, together
from commission_app.documents.pdf_a import PAGES_ONLY, Description, description_of, saved, write_mark

if TYPE_CHECKING:
    import pikepdf


def joined(papers: Iterable[bytes], title: str = "") -> bytes:
    """The pages of all papers one after the other, each paper on a page of its own and named in the list of contents.

    The whole is PDF/A-1b and read in order like its parts. Without a title it is called after the first paper.
    """
    import pikepdf

    with pikepdf.new() as whole:
        trees, contents, about, known = [], list[tuple[str, int]](), None, dict[bytes, Any]()
        for data in papers:
            with pikepdf.open(BytesIO(data)) as paper:
                described = description_of(paper)
                about = about or described
                first = len(whole.pages)
                contents += [(name, first + page) for name, page in _contents(paper) or [(described.title, 0)]]
                trees.append((first, _add(whole, paper)))
                _share_faces(whole.pages[first], known)
        about = about or Description("", "", "")
        about = Description(title or about.title, about.author, about.language)
        _dress(whole, about, contents)
        _plant(whole, [(first, tree) for first, tree in trees if tree is not None])
        write_mark(whole, about, PAGES_ONLY)
        return saved(whole, "1.4")


def set_and_joined(papers: Iterable[bytes | Prepared]) -> bytes:
    """Papers as one PDF, in their order: what is still to be set is set together, what was issued stays as it is."""
    parts: list[bytes] = []
    for ready, run in groupby(papers, lambda each: isinstance(each, bytes)):
        if ready:
            parts += (each for each in run if isinstance(each, bytes))
        else:
            parts.append(together(each for each in run if isinstance(each, Prepared)))
    return parts[0] if len(parts) == 1 else joined(parts)


def _add(whole: "pikepdf.Pdf", paper: "pikepdf.Pdf") -> "pikepdf.Object | None":
    """Puts the pages of a paper at the end; its tree of reading, with the pages it speaks of numbered anew."""
    import pikepdf

    first = len(whole.pages)
    whole.pages.extend(paper.pages)
    if "/OutputIntents" not in whole.Root and "/OutputIntents" in paper.Root:
        whole.Root.OutputIntents = pikepdf.Array(
            [whole.copy_foreign(paper.make_indirect(intent)) for intent in paper.Root.OutputIntents]
        )
    if "/StructTreeRoot" not in paper.Root:
        return None
    for page in list(whole.pages)[first:]:
        if "/StructParents" in page:
            page.StructParents = int(page.StructParents) + first
    return whole.copy_foreign(paper.Root.StructTreeRoot)


def _contents(paper: "pikepdf.Pdf") -> list[tuple[str, int]]:
    """The list of contents of a file that holds several papers, each with the page it begins on."""
    places: Any = {page.objgen: at for at, page in enumerate(paper.pages)}
    with paper.open_outline() as outline:
        named: list[Any] = list(outline.root)
        return [(item.title, places[item.destination[0].objgen]) for item in named]


def _share_faces(page: "pikepdf.Page", known: dict[bytes, Any]) -> None:
    """The faces of a paper are those of the papers before, where their bytes are the same: a third of the size."""
    fonts: Any = page.resources.get("/Font", {})
    for name, font in list(fonts.items()):
        program = font.get("/FontDescriptor", {}).get("/FontFile2")
        if program is not None and "/ToUnicode" in font:
            fonts[name] = known.setdefault(program.read_raw_bytes() + font.ToUnicode.read_raw_bytes(), font)


def _plant(whole: "pikepdf.Pdf", trees: list[tuple[int, Any]]) -> None:
    """One tree of all; the elements of each paper, whose first page is given, stand together as a part."""
    import pikepdf

    if not trees:
        return
    root = whole.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    top = whole.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=root, K=pikepdf.Array())
    )
    back = pikepdf.Array()
    for first, tree in trees:
        part, pages = tree.K, tree.ParentTree.Nums
        part.S, part.P = pikepdf.Name.Part, top
        top.K.append(part)
        for at in range(0, len(pages), 2):
            back.append(int(pages[at]) + first)
            back.append(pages[at + 1])
    root.K, root.ParentTree = top, pikepdf.Dictionary(Nums=back)
    root.ParentTreeNextKey = len(whole.pages)
    whole.Root.StructTreeRoot, whole.Root.MarkInfo = root, pikepdf.Dictionary(Marked=True)


def _dress(whole: "pikepdf.Pdf", about: Description, contents: list[tuple[str, int]]) -> None:
    import pikepdf

    whole.Root.Lang = pikepdf.String(about.language)
    whole.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    with whole.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(title, page) for title, page in contents)
