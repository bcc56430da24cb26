"""Signed papers tampered with in four ways, the same ones every time: what our check and `pdfsig` must say of them."""

import io
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from commission_app.documents import decision as decision_paper
from commission_app.documents import exam_protocol as exam_paper
from commission_app.documents import minutes as minutes_paper
from commission_app.documents.signing import check_pdf
from commission_app.documents.signing_key import KeySource, Secret, open_key
from commission_app.documents.signing_place import place_for
from commission_app.documents.signing_writer import Pen
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from tests import signers
from tests.documents import papers
from tests.documents.test_signing_check import edited

BYTE, PAGE, UPDATE, SWAPPED = "byte", "page", "update", "swapped"
WAYS = (BYTE, PAGE, UPDATE, SWAPPED)
SIGNER = "Žanete Šūpulīte"
CONTENTS = re.compile(rb"/Contents <([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Tampered:
    """A signed paper and what was made of it."""

    way: str
    good: bytes
    bad: bytes
    where: int = -1
    """Of a changed byte: where it stands."""


def anchor() -> str:
    """Whom the check trusts."""
    return signers.person(SIGNER).anchor


@cache
def bases() -> tuple[bytes, ...]:
    """Papers of the office, unsigned."""
    made = []
    for language in (LATVIAN, ENGLISH):
        made.append(decision_paper.render(papers.decision(), language))
        made.append(minutes_paper.render(papers.minutes(), language))
        made.append(exam_paper.render(papers.exam(), language))
    return tuple(made)


def signed_papers(count: int, folder: Path) -> Iterator[bytes]:
    """Papers signed by one key, visibly or not, with one signature or two."""
    source = KeySource(file=str(signers.key_file(folder, signers.person(SIGNER))))
    key = open_key(source, Secret(signers.PASSWORD))
    pen = Pen(key)
    for at in range(count):
        data = bases()[at % len(bases())]
        place = place_for(data, SIGNER) if at % 2 else None
        signed = pen.sign(data, f"Signature-{at}", ("Parakstīts elektroniski", SIGNER, f"{at}"), place).data
        yield pen.sign(signed, f"Second-{at}").data if at % 5 == 4 else signed
    key.close()


def tampered(count: int, folder: Path, seed: int = 6) -> Iterator[Tampered]:
    """So many signed papers, each tampered with in one way."""
    chance = random.Random(seed)
    earlier = b""
    for at, good in enumerate(signed_papers(count, folder)):
        way = WAYS[at % len(WAYS)]
        if way == BYTE:
            yield _changed(good, chance)
        elif way == PAGE:
            yield Tampered(way, good, with_page(good))
        elif way == UPDATE:
            yield Tampered(way, good, edited(good) if at % 8 < 4 else with_note(good))
        else:
            yield Tampered(way, good, _swapped(good, earlier or next(signed_papers(1, folder))))
        earlier = good


def _changed(good: bytes, chance: random.Random) -> Tampered:
    where = chance.randrange(len(good))
    data = bytearray(good)
    data[where] = (data[where] + chance.randrange(1, 256)) % 256
    return Tampered(BYTE, good, bytes(data), where)


def with_page(good: bytes) -> bytes:
    """The same with a page more, as an appended revision."""
    from pyhanko.pdf_utils.writer import PageObject

    writer = IncrementalPdfFileWriter(io.BytesIO(good), strict=False)
    content = writer.add_object(generic.StreamObject(stream_data=b"0 0 100 100 re f"))
    writer.insert_page(PageObject(contents=content, media_box=(0, 0, 595, 842)))
    return _whole(writer)


def with_note(good: bytes) -> bytes:
    """The same with a note over the text, as an appended revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(good), strict=False)
    name = generic.pdf_name
    note = generic.DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/FreeText"),
            name("/Rect"): generic.ArrayObject([generic.NumberObject(one) for one in (60, 600, 400, 650)]),
            name("/Contents"): generic.TextStringObject("and was a doctor"),
        }
    )
    page = writer.root["/Pages"]["/Kids"][0]
    notes = page.get("/Annots", generic.ArrayObject())
    page[name("/Annots")] = generic.ArrayObject([*notes, writer.add_object(note)])
    writer.update_container(page)
    return _whole(writer)


def _whole(writer: IncrementalPdfFileWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _swapped(good: bytes, other: bytes) -> bytes:
    """The paper with the signature of another paper, by the same person."""
    mine, theirs = CONTENTS.search(good), CONTENTS.search(other)
    assert mine is not None and theirs is not None
    room = len(mine.group(1))
    foreign = theirs.group(1)[:room].ljust(room, b"0")
    return good[: mine.start(1)] + foreign + good[mine.end(1) :]


def accepted(data: bytes) -> bool:
    """Whether our check finds every signature valid, of a signer it trusts, and nothing besides."""
    found = check_pdf(data, [anchor()])
    return bool(found) and all(fact.verdict is SignatureVerdict.TRUSTED for fact in found)


def second_opinion(data: bytes, folder: Path) -> bool | None:
    """Whether `pdfsig` calls every signature valid; None where it is not installed."""
    if shutil.which("pdfsig") is None:
        return None
    path = folder / "opinion.pdf"
    path.write_bytes(data)
    told = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, check=False).stdout
    verdicts = re.findall(rb"Signature Validation: (.*)", told)
    return bool(verdicts) and all(one == b"Signature is Valid." for one in verdicts)


def explained(one: Tampered) -> str:
    """Why `pdfsig` may call valid what we refuse; nothing where it must refuse too."""
    if one.way in (PAGE, UPDATE):
        return "pdfsig compares digests of what was signed; what is appended afterwards it only calls not signed"
    if one.way == BYTE and _in_the_gap(one.good, one.where):
        return "the byte stands in the signature's own gap, beyond the signature itself: its padding or its spelling"
    return ""


def _in_the_gap(good: bytes, where: int) -> bool:
    return any(found.start(1) - 1 <= where <= found.end(1) for found in CONTENTS.finditer(good))
