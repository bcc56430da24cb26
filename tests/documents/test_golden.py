"""Every paper, word by word and as it looks, against the references in `golden/`.

A new paper needs no line here: any `render(facts, language)` in `documents/` is found and its facts are made by their
types (a person may choose them: one line in `golden_papers.FACTS`). After a wanted change write the references anew:
`COMMISSION_GOLDEN=write .venv/bin/pytest tests/documents/test_golden.py`; then look at what changed (`git diff`, PNG).
"""

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from commission_app.documents.joined import joined
from tests.documents.golden_papers import every_paper, prints
from tests.documents.judges import faults, preflight

GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("COMMISSION_GOLDEN") == "write"
WIDTH, HEIGHT = 84, 119
BY_THEMSELVES = ("decision", "register_book")
LOOKED_AT = 3
"""So many pages of a paper are kept as a picture: the first ones and the last."""
# Typefaces are drawn a little differently by each edition of the library; a line that moved is a hundred times that.
NEARLY, SPOT = 2.0, 72


@pytest.mark.parametrize("name", sorted(every_paper()))
def test_a_paper_says_and_looks_as_it_did(name: str) -> None:
    said, seen = [], []
    for print_name, data in prints(every_paper()[name]):
        assert faults(data) == []
        texts, pictures = read(data)
        said += [f"== {print_name}, page {at} of {len(texts)}\n{text}\n" for at, text in enumerate(texts, 1)]
        seen += pictures
    text, picture = "\n".join(said), side_by_side(seen)
    words, look = GOLDEN / f"{name}.txt", GOLDEN / f"{name}.png"
    if WRITE:
        GOLDEN.mkdir(exist_ok=True)
        words.write_text(text, "utf-8", newline="\n")
        if not look.exists() or differs(picture, kept_picture(look)):
            picture.save(look, optimize=True)
    assert words.exists(), f"{name} has no reference yet; write it with COMMISSION_GOLDEN=write"
    changed = difflib.unified_diff(words.read_text("utf-8").splitlines(), text.splitlines(), "kept", "now", lineterm="")
    assert not (told := "\n".join(changed)), told
    assert not (where := differs(picture, kept_picture(look))), where


def test_no_reference_is_left_of_a_paper_that_is_gone() -> None:
    known = {f"{name}.{kind}" for name in every_paper() for kind in ("txt", "png")}
    assert {path.name for path in GOLDEN.iterdir()} <= known


def test_every_paper_passes_preflight(tmp_path: Path) -> None:
    """Pages of every kind in one file, some papers by themselves; each by itself when references are written."""
    whole, alone = [], dict[str, bytes]()
    for name, paper in every_paper().items():
        for print_name, data in prints(paper):
            if WRITE or name in BY_THEMSELVES:
                alone[f"{name}-{print_name}.pdf"] = data
            elif print_name == "en-1":
                whole.append(data)
    alone["whole.pdf"] = joined([*whole, *list(alone.values())[:1]])
    for name, data in alone.items():
        (tmp_path / name).write_bytes(data)
    found = preflight([tmp_path / name for name in alone])
    assert found.keys() == alone.keys()
    assert not {name: findings[:3] for name, findings in found.items() if findings}


def test_a_line_that_moved_is_seen_and_another_drawing_of_letters_is_not() -> None:
    white = Image.new("L", (WIDTH, HEIGHT), 255)
    line, moved, softer = white.copy(), white.copy(), white.copy()
    line.paste(120, (10, 40, 70, 42))
    moved.paste(120, (10, 44, 70, 46))
    softer.paste(132, (10, 40, 70, 42))
    assert differs(line, moved) and not differs(line, softer)


def read(data: bytes) -> tuple[list[str], list[Image.Image]]:
    """The text of every page, and small pictures of the first and the last."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts, pictures = [], []
        for at in range(len(document)):
            page = document[at]
            words = page.get_textpage()
            lines = words.get_text_range().replace("\r\n", "\n").split("\n")
            texts.append("\n".join(" ".join(line.split()) for line in lines if line.strip()))
            words.close()
            if at < LOOKED_AT - 1 or at == len(document) - 1:
                scale = WIDTH / min(page.get_size())
                shown = page.render(scale=scale, grayscale=True).to_pil()
                pictures.append(shown.point(lambda grey: round(grey / 17) * 17))
            page.close()
        return texts, pictures
    finally:
        document.close()


def kept_picture(path: Path) -> Image.Image:
    """The picture kept as a reference."""
    with Image.open(path) as kept:
        return kept.convert("L")


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """All pictures in one row."""
    row = Image.new("L", (sum(one.width + 4 for one in pictures), max(one.height for one in pictures)), 255)
    at = 0
    for one in pictures:
        row.paste(one, (at, 0))
        at += one.width + 4
    return row


def differs(one: Image.Image, other: Image.Image) -> str:
    """Where two pictures differ by more than two ways of drawing the same letters; nothing when they look alike."""
    if one.size != other.size:
        return f"the pages are {one.size}, they were {other.size}"
    difference = ImageChops.difference(one.convert("L"), other.convert("L"))
    mean, (_, most) = ImageStat.Stat(difference).mean[0], difference.getextrema()
    if mean <= NEARLY and most <= SPOT:
        return ""
    return f"mean {mean:.2f}, most {most}, within {difference.point(lambda grey: 255 if grey > SPOT else 0).getbbox()}"
