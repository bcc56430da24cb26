"""A text typed in one field whose single lines have an English half: “[EN] …” stands below the line it translates."""

from collections.abc import Sequence
from dataclasses import dataclass

MARK = "[EN]"


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where new lines go: before a line of the text, instead of an empty one, or after the last."""

    row: int
    instead: bool = False


def paired(lv: str, en: str) -> str:
    """Both halves as one text, line below line; where one half has more lines, the rest of it joins the last."""
    latvian, english = _lines(lv), _lines(en)
    many = min(len(latvian), len(english))
    if not many:
        return "\n".join(latvian or [f"{MARK} {line}" for line in english])
    pairs = zip(_joined(latvian, many), _joined(english, many), strict=True)
    return "\n".join(f"{first}\n{MARK} {second}" for first, second in pairs)


def half(text: str, code: str) -> str:
    """What is printed on a paper in a language: a line without an English half stands alike in both.

    Where nothing but English was written the Latvian paper says that too: a reason is never left out.
    """
    lines: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        english = _english(line)
        if english is None:
            lines.append((line, []))
        elif english:
            _owner(lines).append(english)
    latvian = "\n".join(line for line, _ in lines).strip()
    if code == "en" or not latvian:
        return "\n".join("\n".join(halves) if halves else line for line, halves in lines).strip()
    return latvian


def insertion(lines: Sequence[str], row: int, *, at_start: bool) -> Insertion:
    """Where a wording goes for somebody who writes in a line: never between a line and its English half."""
    if not lines:
        return Insertion(0)
    if not lines[row].strip() and not _english_next(lines, row + 1):
        return Insertion(row, instead=True)
    if at_start and _english(lines[row]) is None and lines[row].strip():
        return Insertion(row)
    row += 1
    while _english_next(lines, row):
        row += 1
    return Insertion(row)


def _owner(lines: list[tuple[str, list[str]]]) -> list[str]:
    """The halves of the line that an English one translates: the last that says anything."""
    owner = next((halves for line, halves in reversed(lines) if line.strip() or halves), None)
    if owner is None:
        lines.append(("", owner := []))
    return owner


def _english(line: str) -> str | None:
    """The English half that a line is; nothing for a line of the text itself."""
    bare = line.strip()
    return bare[len(MARK) :].strip() if bare[: len(MARK)].upper() == MARK else None


def _english_next(lines: Sequence[str], row: int) -> bool:
    """Whether the next line that says anything is an English half."""
    following = next((line for line in lines[row:] if line.strip()), "")
    return _english(following) is not None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _joined(lines: list[str], many: int) -> list[str]:
    return [*lines[: many - 1], " ".join(lines[many - 1 :])]
