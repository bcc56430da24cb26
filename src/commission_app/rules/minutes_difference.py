"""What differs between two versions of a text: places and, within each, the words taken out and the words put in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORD = re.compile(r"\s+|[^\s]+")


class Change(Enum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with the place where it stands ("2. | NOLEMJ")."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words, and what became of them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that does not say what it said."""

    place: str
    words: tuple[Words, ...]

    @property
    def was(self) -> str:
        """The passage as it stood before."""
        return "".join(run.text for run in self.words if run.change is not Change.ADDED)

    @property
    def becomes(self) -> str:
        """The passage as it stands now."""
        return "".join(run.text for run in self.words if run.change is not Change.REMOVED)


def difference(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[ChangedPassage, ...]:
    """The passages that differ, in the order in which the text is read; what is alike is left out."""
    found: list[ChangedPassage] = []
    match = SequenceMatcher(None, old, new, autojunk=False)
    for tag, from_old, to_old, from_new, to_new in match.get_opcodes():
        if tag != "equal":
            found += _paired(old[from_old:to_old], new[from_new:to_new])
    return tuple(found)


def _paired(old: Sequence[Passage], new: Sequence[Passage]) -> list[ChangedPassage]:
    """Passages of the same place are held against each other; the others were taken out or put in whole."""
    places = SequenceMatcher(None, [one.place for one in old], [one.place for one in new], autojunk=False)
    found: list[ChangedPassage] = []
    for tag, from_old, to_old, from_new, to_new in places.get_opcodes():
        if tag == "equal":
            pairs = zip(old[from_old:to_old], new[from_new:to_new], strict=True)
            found += [_compared(was, now) for was, now in pairs if was != now]
        else:
            found += [ChangedPassage(one.place, (Words(Change.REMOVED, one.text),)) for one in old[from_old:to_old]]
            found += [ChangedPassage(one.place, (Words(Change.ADDED, one.text),)) for one in new[from_new:to_new]]
    return found


def _compared(was: Passage, now: Passage) -> ChangedPassage:
    left, right = _WORD.findall(was.text), _WORD.findall(now.text)
    runs: list[Words] = []
    for tag, i, j, m, n in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Words(Change.KEPT, "".join(left[i:j])))
            continue
        if j > i:
            runs.append(Words(Change.REMOVED, "".join(left[i:j])))
        if n > m:
            runs.append(Words(Change.ADDED, "".join(right[m:n])))
    return ChangedPassage(now.place, tuple(runs))
