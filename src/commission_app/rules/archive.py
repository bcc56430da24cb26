"""The archive in rules: how long a file is kept, how papers fall into volumes, and what stands against a deed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules import canonical
from commission_app.rules.vocabulary.archive import DeedKind, KeptSince, Retention, VolumeState

SHORT_AT_MOST = 10
YEARS_AT_MOST = 100
SHEETS_IN_VOLUME = 250
"""As many sheets as can be sewn: about four centimetres."""


@dataclass(frozen=True)
class HeldPaper:
    """One paper in a volume: its number, what it is in both languages, its day, and how many sheets it takes."""

    number: str
    title_lv: str
    title_en: str
    day: date | None
    sheets: int


@dataclass(frozen=True)
class Contents:
    """What lies in a volume, in the order in which it is bound."""

    papers: tuple[HeldPaper, ...] = ()

    @property
    def sheets(self) -> int:
        """How many sheets lie in it."""
        return sum(paper.sheets for paper in self.papers)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its papers."""
        return tuple(sorted(paper.day for paper in self.papers if paper.day is not None))

    def places(self) -> tuple[tuple[HeldPaper, int, int], ...]:
        """Each paper with its first and last sheet."""
        found, at = [], 1
        for paper in self.papers:
            found.append((paper, at, at + paper.sheets - 1))
            at += paper.sheets
        return tuple(found)


def read_contents(text: str) -> Contents:
    """What a stored volume holds; nonsense is refused."""
    try:
        held = canonical.made(Contents, text)
    except ValueError as error:
        raise RefusedError("archive.contents_unreadable") from error
    check_contents(held)
    return held


def check_contents(held: Contents) -> None:
    """A paper has a name and at least one sheet."""
    for place, paper in enumerate(held.papers, 1):
        if not paper.title_lv.strip():
            raise RefusedError("archive.paper_unnamed", at="contents", place=place)
        if not 1 <= paper.sheets <= 9999:
            raise RefusedError("archive.paper_sheets", at="contents", place=place, title=paper.title_lv)


def sheets_of(pages: int, both_sides: bool) -> int:
    """How many sheets the pages of one paper take; every paper begins on a sheet of its own."""
    return max(1, (pages + 1) // 2 if both_sides else pages)


def in_volumes(papers: Iterable[HeldPaper], most: int = SHEETS_IN_VOLUME) -> tuple[Contents, ...]:
    """The papers in volumes that can be sewn, in their order; a paper is never torn apart."""
    volumes: list[list[HeldPaper]] = []
    held = 0
    for paper in papers:
        if not volumes or held + paper.sheets > most:
            volumes.append([])
            held = 0
        volumes[-1].append(paper)
        held += paper.sheets
    return tuple(Contents(tuple(volume)) for volume in volumes)


def moved(held: Contents, at: int, by: int) -> Contents:
    """The contents with one paper moved up or down; at the edges nothing changes."""
    to = at + by
    if not 0 <= to < len(held.papers):
        return held
    papers = list(held.papers)
    papers.insert(to, papers.pop(at))
    return replace(held, papers=tuple(papers))


def check_keeping(retention: Retention, years: int | None) -> None:
    """The years fit the class: up to ten short-term, more long-term, none permanent (Cabinet Regulation 282/2024)."""
    if retention is Retention.PERMANENT:
        if years is not None:
            raise RefusedError("archive.years_permanent", at="years")
        return
    if years is None or years < 1:
        raise RefusedError("archive.years_missing", at="years")
    if retention is Retention.SHORT and years > SHORT_AT_MOST:
        raise RefusedError("archive.years_short", at="years", most=SHORT_AT_MOST, years=years)
    if retention is Retention.LONG and not SHORT_AT_MOST < years <= YEARS_AT_MOST:
        raise RefusedError("archive.years_long", at="years", more=SHORT_AT_MOST, most=YEARS_AT_MOST, years=years)


def keep_until(years: int | None, since: KeptSince, closed_on: date, last_paper: date) -> date | None:
    """The last day on which a volume must be kept; none where it is kept for ever."""
    if years is None:
        return None
    begins = {
        KeptSince.NEXT_YEAR: date(closed_on.year + 1, 1, 1),
        KeptSince.FILE_CLOSED: closed_on,
        KeptSince.LAST_PAPER: last_paper,
    }[since]
    try:
        return begins.replace(year=begins.year + years) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(begins.year + years, 2, 28)


@dataclass(frozen=True)
class VolumeFacts:
    """What the rules must know of a volume: its state, until when it is kept, and what still needs it."""

    name: str
    state: VolumeState
    keep_until: date | None
    deed: str = ""
    open_appeal: str = ""


_MOVABLE = {
    DeedKind.HANDOVER: (VolumeState.CERTIFIED,),
    DeedKind.DESTRUCTION: (VolumeState.CERTIFIED, VolumeState.HANDED_OVER),
}


def against_deed(kind: DeedKind, volume: VolumeFacts, today: date) -> tuple[Refusal, ...]:
    """What stands against a volume in a deed of this kind; a volume in another draft deed waits for that one."""
    found: list[Refusal] = []
    if volume.deed:
        found.append(refusal("archive.in_deed", volume=volume.name, number=volume.deed))
    if volume.state not in _MOVABLE[kind]:
        found.append(refusal("archive.volume_state", volume=volume.name, state=volume.state))
    if kind is DeedKind.DESTRUCTION:
        if volume.keep_until is None:
            found.append(refusal("archive.kept_for_ever", volume=volume.name))
        elif volume.keep_until >= today:
            found.append(refusal("archive.still_kept", volume=volume.name, until=volume.keep_until))
        if volume.open_appeal:
            found.append(refusal("archive.open_appeal", volume=volume.name, number=volume.open_appeal))
    return tuple(found)


def check_deed(kind: DeedKind, volumes: Sequence[VolumeFacts], today: date) -> None:
    """A deed names at least one volume, and nothing stands against any of them."""
    if not volumes:
        raise RefusedError("archive.no_volumes")
    for volume in volumes:
        for reason in against_deed(kind, volume, today):
            raise RefusedError.of(reason)


def standing_alone(volume: VolumeFacts, number: str) -> VolumeFacts:
    """The volume as the deed of this number sees it: its own line is no hindrance."""
    return replace(volume, deed="") if volume.deed == number else volume
