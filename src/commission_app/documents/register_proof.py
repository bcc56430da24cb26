"""One page that says whether a year of a register is unchanged: reckoned anew, compared, and what that proves."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from commission_app.documents.closing_protocol import spaced
from commission_app.documents.house_style import Letterhead, Pair, Signatures, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper
from commission_app.documents.sheet import BODY_STRONG, SMALL
from commission_app.i18n import Language
from commission_app.rules.book_closing import YearSum


class Compared(StrEnum):
    """What a comparison came to."""

    NOTHING = "nothing"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class ProofFacts:
    """Everything the page says; the sums are of the entries that are compared, `later` those made after the closing."""

    letterhead: Letterhead
    title: Pair
    period: Pair
    made_at: datetime
    made_by: str
    chained: bool
    sums: YearSum
    first_hash: str
    broken_at: int
    closed_on: date | None
    against_closing: Compared
    later: int
    earlier: str
    earlier_is: str
    """Of what the earlier control sum is: a closing, an earlier page, an Excel workbook; empty: of nothing."""
    signatures: Signatures

    @property
    def unchanged(self) -> bool:
        """Whether nothing speaks against the year being as it was."""
        typed = not self.earlier or bool(self.earlier_is)
        return not self.broken_at and self.against_closing is not Compared.CHANGED and typed


def render(facts: ProofFacts, language: Language) -> bytes:
    """The page as a PDF."""
    title = language.say_of("paper", "Proof of {book}", book=text_of(facts.title, language))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ProofFacts, language: Language) -> None:
    say_of, sums = language.say_of, facts.sums
    about = f"{text_of(facts.title, language)}, {text_of(facts.period, language)}"
    draw_title(flow, say_of("paper", "STATEMENT ON THE INTEGRITY OF A REGISTER"), about)
    draw_dating(flow, facts.letterhead, facts.made_at.date(), "")
    flow.paragraph(verdict(facts, language), BODY_STRONG)
    rows = [
        (say_of("paper", "Number of entries"), language.number(sums.entries)),
        (say_of("paper", "First number"), sums.first),
        (say_of("paper", "Last number"), sums.last),
        (say_of("paper", "Checked"), f"{language.moment(facts.made_at)}, {facts.made_by}"),
        (say_of("paper", "Compared with the closing"), _closing_said(facts, language)),
        (say_of("paper", "Compared with an earlier control sum"), _earlier_said(facts, language)),
    ]
    if facts.chained:
        rows.insert(3, (say_of("paper", "Chain of entries, reckoned anew"), _chain_said(facts, language)))
        rows.append((say_of("paper", "Hash of the first entry"), spaced(facts.first_hash)))
        rows.append((say_of("paper", "Hash of the last entry"), spaced(sums.head_hash)))
    rows.append((say_of("paper", "Control sum of the entries"), spaced(sums.control_sum)))
    flow.facts([(name, text or say_of("paper", "none")) for name, text in rows])
    flow.heading(say_of("paper", "What this proves, and what it does not"))
    for text in _honest(facts, language):
        flow.paragraph(text, SMALL)
    draw_end(flow, facts.signatures)


def verdict(facts: ProofFacts, language: Language) -> str:
    """The page in one sentence."""
    say_of = language.say_of
    sound = not facts.broken_at and facts.against_closing is not Compared.CHANGED
    if sound and facts.earlier and not facts.earlier_is:
        return say_of(
            "paper",
            "The register is whole, but the control sum that was typed is not of it: it was read otherwise, or the "
            "register was another one then.",
        )
    if not facts.unchanged:
        return say_of("paper", "THE REGISTER IS NOT AS IT WAS: see below what differs.")
    if facts.against_closing is Compared.SAME or facts.earlier_is:
        return say_of("paper", "The register is unchanged.")
    return say_of("paper", "The register is whole in itself; nothing earlier was at hand to compare it with.")


def _chain_said(facts: ProofFacts, language: Language) -> str:
    if facts.broken_at:
        return language.say_of("paper", "broken at entry {position}", position=facts.broken_at)
    return language.say_of("paper", "whole: every entry has the hash of its text and hangs on the one before it")


def _closing_said(facts: ProofFacts, language: Language) -> str:
    say_of = language.say_of
    if facts.closed_on is None:
        return say_of("paper", "the year is not closed")
    day = language.date(facts.closed_on)
    if facts.against_closing is Compared.CHANGED:
        return say_of("paper", "differs from the closing of {day}", day=day)
    if not facts.later:
        return say_of("paper", "the same as at the closing of {day}", day=day)
    after = language.count("{n} entry was made later", "{n} entries were made later", facts.later)
    return say_of("paper", "the same as at the closing of {day}; {after}", day=day, after=after)


def _earlier_said(facts: ProofFacts, language: Language) -> str:
    if not facts.earlier:
        return language.say_of("paper", "none was typed")
    if not facts.earlier_is:
        return language.say_of("paper", "{sum}: differs", sum=facts.earlier)
    return language.say_of("paper", "{sum}: the same ({what})", sum=facts.earlier, what=facts.earlier_is)


def _honest(facts: ProofFacts, language: Language) -> tuple[str, ...]:
    say_of = language.say_of
    if facts.chained:
        kept = say_of(
            "paper",
            "Each entry is hashed together with the one before it: whoever changes, removes or inserts one changes "
            "every later hash and the control sum. What became of a matter later (handed over, contested) stands "
            "beside the entry and is not in the sum.",
        )
    else:
        kept = say_of(
            "paper",
            "The lines of this book are told by number, day and identity: a line added, removed or renumbered changes "
            "the control sum. What a line says is kept by the chain of acts, which the check of integrity proves.",
        )
    limit = say_of(
        "paper",
        "A control sum proves agreement only with a sum that was kept elsewhere: printed and signed, or in another "
        "hand. Whoever can rewrite the whole database could reckon every sum anew; therefore keep the signed page of "
        "the closing outside the computer. It does not prove that what was entered was true.",
    )
    return kept, limit
