"""The typefaces of the papers, embedded in every one, and the proof that they hold every letter to be printed."""

import re
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from commission_app.documents.house_style import Pair
from commission_app.errors import RefusedError
from commission_app.i18n import Language

SANS, SANS_STRONG, SERIF, SERIF_STRONG = "Sans", "SansStrong", "Serif", "SerifStrong"
_FILES = {
    SANS: ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    SANS_STRONG: ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    SERIF: ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    SERIF_STRONG: ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
}
# Reading a font file moves its one reading position: two papers must not be closed in the same moment.
ONE_AT_A_TIME = threading.RLock()
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_ODD = re.compile(f"{_INVISIBLE.pattern}|[\u2011\t]")
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {ord(one): f"\\{one}" for one in "()\\"}
_faces: dict[str, Any] = {}
_letters: set[int] = set()


def faces() -> Mapping[str, Any]:
    """The faces by name, read from their files once."""
    with ONE_AT_A_TIME:
        if not _faces:
            from reportlab import rl_config  # type: ignore[import-untyped]

            from commission_app.documents.typeface import Typeface, register

            # Streams as bytes: spelling them out as text costs a fifth of the time and size of a register.
            rl_config.useA85 = 0
            read = {
                name: Typeface(name, BytesIO(files(package).joinpath("files", file).read_bytes()))
                for name, (package, file) in _FILES.items()
            }
            for face in read.values():
                register(face)
            _letters.update(set.intersection(*(set(face.face.charToGlyph) for face in read.values())))
            _faces.update(read)
    return _faces


@lru_cache(maxsize=8192)
def width(text: str, face: str, size: float) -> float:
    """How wide a text is, in points; papers of one kind say the same words in the same places, so it is kept."""
    return float(faces()[face].stringWidth(text, size))


def escaped(codes: bytes) -> str:
    """Codes of letters as a file spells them between brackets."""
    return codes.decode("latin-1").translate(_ESCAPED)


def clean(text: str) -> str:
    """The text as set: composed letters, a plain hyphen for the no-break one, no invisible marks."""
    if unicodedata.is_normalized("NFC", text) and not _ODD.search(text):
        return text
    composed = unicodedata.normalize("NFC", text).replace("\u2011", "-").replace("\t", " ")
    return _INVISIBLE.sub("", composed)


def check_glyphs(texts: Iterable[tuple[str, str]]) -> None:
    """Refuses the first letter that the typefaces lack, by its name, saying where it stands."""
    faces()
    for where, text in texts:
        for letter in clean(text):
            if ord(letter) not in _letters and letter != "\n":
                name = unicodedata.name(letter, "")
                raise RefusedError(
                    "paper.missing_letter",
                    letter=letter if letter.isprintable() else "—",
                    name=f"U+{ord(letter):04X} {name}".rstrip(),
                    where=_shown(where),
                )


def texts_of(facts: object, language: Language) -> Iterable[tuple[str, str]]:
    """Every text of a paper's facts that is printed in this language; each text says itself where it stands."""
    if isinstance(facts, str):
        yield facts, facts
    elif isinstance(facts, Pair):
        half = facts.en if language.code == "en" else facts.lv
        yield half, half
    elif isinstance(facts, tuple):
        for part in facts:
            yield from texts_of(part, language)
    elif is_dataclass(facts):
        for each in fields(facts):
            yield from texts_of(getattr(facts, each.name), language)


def _shown(where: str) -> str:
    flat = "".join(letter if letter.isprintable() else " " for letter in where)
    return flat if len(flat) <= 80 else f"{flat[:79]}…"
