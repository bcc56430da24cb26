"""Papers of facts, tables and a signature that an office misses most: statements, memos, forms to be filled in."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, said_number
from commission_app.documents.sheet import BODY, SMALL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language

BLANK = "_" * 28
"""Where something is written in by hand."""


@dataclass(frozen=True)
class Fact:
    """A labelled fact; one that is to be written in by hand has a blank."""

    label: Text
    said: Text


@dataclass(frozen=True)
class Listed:
    """A table: its headings, how much of the line each takes, and its rows."""

    headings: tuple[Text, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Text, ...], ...]
    right: tuple[int, ...] = ()
    total: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of a paper: a heading, words, labelled facts, a table; each of them may be missing."""

    heading: Text = ""
    words: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    listed: Listed | None = None


@dataclass(frozen=True)
class OfficePaperFacts:
    """Everything such a paper says."""

    letterhead: Letterhead
    kind: Text
    about: Text
    day: date | None
    number: str
    parts: tuple[Part, ...]
    signatures: Signatures
    recipient: tuple[str, ...] = ()
    closing: Text = ""
    note: Text = ""


def render(facts: OfficePaperFacts, language: Language) -> bytes:
    """The paper as a PDF; the same facts give the same bytes."""
    kind = text_of(facts.kind, language)
    named = kind[:1] + kind[1:].lower()
    title = f"{named}, {said_number(language, facts.number)}" if facts.number else named
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: OfficePaperFacts, language: Language) -> None:
    draw_title(flow, text_of(facts.kind, language), _said(facts.about, language))
    if facts.day is not None:
        draw_dating(flow, facts.letterhead, facts.day, facts.number)
    if facts.recipient:
        for line in facts.recipient:
            flow.paragraph(line, BODY, after=0)
        flow.gap(12)
    for part in facts.parts:
        _draw_part(flow, part, language)
    closing, note = _said(facts.closing, language), _said(facts.note, language)

    def last(at: Flow) -> None:
        if closing:
            at.gap(4)
            at.paragraph(closing)
        if note:
            at.paragraph(note, SMALL)

    draw_end(flow, facts.signatures, last)


def _draw_part(flow: Flow, part: Part, language: Language) -> None:
    heading = _said(part.heading, language)
    if heading:
        flow.heading(heading)
    for words in part.words:
        flow.paragraph(text_of(words, language))
    if part.facts:
        flow.facts([(text_of(one.label, language), _said(one.said, language)) for one in part.facts])
    if part.listed is not None:
        _draw_listed(flow, part.listed, language)


def _draw_listed(flow: Flow, listed: Listed, language: Language) -> None:
    headings = [
        Heading(text_of(text, language), share, Align.RIGHT if at in listed.right else Align.LEFT)
        for at, (text, share) in enumerate(zip(listed.headings, listed.shares, strict=True))
    ]
    rows = [TableRow(tuple(_said(cell, language) for cell in row)) for row in listed.rows]
    if listed.total:
        rows.append(TableRow(tuple(_said(cell, language) for cell in listed.total), strong=True))
    Table(flow, headings, rows).draw()


def _said(text: Text, language: Language) -> str:
    return text_of(text, language) if text else ""
