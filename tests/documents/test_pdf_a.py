"""Every paper can be kept for good: PDF/A-1b, and PDF/A-3b when files travel inside it."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from commission_app.documents import decision, minutes
from commission_app.documents.annulled import stamped
from commission_app.documents.chosen_pages import chosen_pages
from commission_app.documents.colour_profile import srgb
from commission_app.documents.joined import joined, set_and_joined
from commission_app.documents.pdf_a import Attachment, Relationship, with_attachments
from commission_app.i18n import ENGLISH, LATVIAN
from tests.documents import papers
from tests.documents.judges import faults, preflight
from tests.documents.reading import pages, read_aloud

FILES = (
    Attachment("apliecinājums.jsonld", "application/ld+json", b'{"@context": []}' * 9, description="ELM 3"),
    Attachment("elmo.xml", "text/xml", b"<elmo/>", Relationship.DATA, modified=datetime(2026, 11, 24, 10, tzinfo=UTC)),
)
ONLY_FILES = ("EmbeddedFile entry is present", "part must be 1")


def test_the_colour_profile_is_the_one_every_screen_knows() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    change = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    for colour in ((0, 0, 0), (20, 60, 90), (200, 100, 30), (255, 255, 255)):
        seen = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), change).getpixel((0, 0))
        assert isinstance(seen, tuple)
        assert max(abs(a - b) for a, b in zip(seen, colour, strict=True)) <= 1
    assert srgb()[8:12] == b"\x02\x10\x00\x00"


def test_files_travel_inside_a_paper_and_its_pages_stay() -> None:
    paper = decision.render(papers.decision(), LATVIAN)
    whole = with_attachments(paper, FILES)
    assert whole == with_attachments(paper, FILES)
    assert faults(whole, part=3) == []
    assert pages(whole) == pages(paper)
    with pikepdf.open(BytesIO(whole)) as opened:
        held = {name: spec.get_file().read_bytes() for name, spec in opened.attachments.items()}
        kinds = {str(spec.UF): str(spec.AFRelationship) for spec in opened.Root.AF}
    assert held == {file.name: file.data for file in FILES}
    assert kinds == {"apliecinājums.jsonld": "/Alternative", "elmo.xml": "/Data"}


@pytest.mark.parametrize("files", [(), (FILES[0], FILES[0]), (replace(FILES[0], name=""),)])
def test_files_need_names_of_their_own(files: tuple[Attachment, ...]) -> None:
    with pytest.raises(ValueError, match="different names"):
        with_attachments(decision.render(papers.decision(1), LATVIAN), files)


def test_a_paper_of_others_takes_no_files() -> None:
    empty = pikepdf.new()
    empty.add_blank_page()
    out = BytesIO()
    empty.save(out)
    with pytest.raises(ValueError, match="marked as PDF/A"):
        with_attachments(out.getvalue(), FILES)


def test_papers_joined_are_one_paper_that_is_read_in_their_order() -> None:
    parts = [minutes.render(papers.minutes(), LATVIAN), decision.render(papers.decision(7), LATVIAN)]
    whole = joined([*parts, *parts], "Sēde")
    assert whole == joined([*parts, *parts], "Sēde")
    assert faults(whole) == []
    assert pages(whole) == [text for part in (*parts, *parts) for text in pages(part)]
    assert len(whole) < sum(map(len, parts)) * 1.5
    with pikepdf.open(BytesIO(whole)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root][:2] == [
            "Sēdes protokols Nr.\u00a0P-2026/009",
            "Lēmums Nr.\u00a0L-2026/045",
        ]
        assert str(opened.docinfo["/Title"]) == "Sēde"
    assert [text for tag, text in read_aloud(whole) if tag == "H1"] == ["SĒDES PROTOKOLS", "LĒMUMS"] * 2


def test_papers_set_together_are_those_set_alone_and_joined() -> None:
    ready = [minutes.prepared(papers.minutes(), LATVIAN), decision.prepared(papers.decision(7), LATVIAN)]
    alone = [each.alone() for each in (*ready, *ready)]
    whole, mixed = set_and_joined([*ready, *ready]), set_and_joined([*ready, alone[0], ready[1]])
    by_hand = joined(alone)
    for made in (whole, mixed):
        assert faults(made) == []
        assert pages(made) == pages(by_hand)
        assert contents(made) == contents(by_hand)
        heard, expected = (
            [word for word in read_aloud(one) if word[0] not in ("Document", "Part")] for one in (made, by_hand)
        )
        assert heard == expected
    assert whole == set_and_joined([*ready, *ready])
    assert set_and_joined(alone[:1]) == alone[0]


def contents(data: bytes) -> list[tuple[str, int]]:
    """The list of contents: each paper with the page it begins on."""
    with pikepdf.open(BytesIO(data)) as opened, opened.open_outline() as outline:
        places: Any = {page.objgen: at for at, page in enumerate(opened.pages)}
        named: list[Any] = list(outline.root)
        return [(item.title, places[item.destination[0].objgen]) for item in named]


def test_a_paper_is_read_in_its_order_and_its_table_by_cells() -> None:
    heard = read_aloud(decision.render(papers.decision(40), LATVIAN))
    said = [text for tag, text in heard if tag != "Figure"]
    assert [heard[0][0], *said[:3]] == ["Figure", "Parauga koledža", said[1], "LĒMUMS"]
    assert ("H2", "Konstatētais") in heard
    codes = [text for tag, text in heard if tag == "TD" and text.startswith("DatZ10")]
    assert codes == [f"DatZ10{at:02d}" for at in range(40)]
    assert sum(tag == "TH" for tag, _ in heard) == 6, "headings said again on the next page are for the eye alone"
    assert not any("lappuse no" in text for text in said), "the foot is furniture"
    assert any("datubāzu kursa" in text for text in said), "lines of a paragraph are parted by a blank"


def test_a_picture_that_shines_through_is_laid_on_white() -> None:
    clear = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    clear.paste((200, 20, 20, 128), (300, 0, 600, 300))
    out = BytesIO()
    clear.save(out, "PNG")
    facts = papers.decision(1)
    paper = decision.render(replace(facts, letterhead=replace(facts.letterhead, logo=out.getvalue())), LATVIAN)
    assert faults(paper) == []
    with pikepdf.open(BytesIO(paper)) as opened:
        (held,) = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        shown = pikepdf.PdfImage(held).as_pil_image()
    assert shown.size[1] <= 300 and shown.getpixel((1, 1)) == (255, 255, 255)
    assert shown.getpixel((shown.width // 2, 5)) == (227, 137, 137)


def test_a_paper_with_files_differs_from_the_first_part_by_its_files_alone(tmp_path: Path) -> None:
    paper = tmp_path / "with.pdf"
    paper.write_bytes(with_attachments(decision.render(papers.decision(), ENGLISH), FILES))
    findings = preflight([paper])["with.pdf"]
    assert findings and all(any(known in line for known in ONLY_FILES) for line in findings)


def test_what_is_made_of_a_paper_stays_pdf_a(tmp_path: Path) -> None:
    paper = decision.render(papers.decision(40), LATVIAN)
    made = {"some.pdf": chosen_pages(paper, (3, 1)), "stamped.pdf": stamped(paper, LATVIAN)}
    assert pages(made["some.pdf"]) == [pages(paper)[0], pages(paper)[2]]
    assert made["some.pdf"] == chosen_pages(paper, (1, 3))
    for name, data in made.items():
        assert faults(data) == []
        (tmp_path / name).write_bytes(data)
    assert not any(preflight([tmp_path / name for name in made]).values())
