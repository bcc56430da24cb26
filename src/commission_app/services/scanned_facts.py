"""The facts of a code on pictures of a paper, compared with the paper as it was issued."""

from collections.abc import Sequence
from dataclasses import dataclass

from commission_app.exchange import code_reader, scan_compare
from commission_app.exchange.code_reader import Carried
from commission_app.i18n import Language
from commission_app.rules.credential_payload import Signed
from commission_app.rules.vocabulary.key import FactMatch
from commission_app.services import printed_facts
from commission_app.services.printed_facts import Fact, FactLine


@dataclass(frozen=True)
class SeenFacts:
    """The facts as far as pictures show them; how many pages could be compared, how many could not."""

    lines: tuple[FactLine, ...]
    pages: int = 0
    missing: int = 0
    others: tuple[str, ...] = ()


def pictured(carried: Carried, data: bytes) -> Carried:
    """What was read, with its pages as pictures; a PDF without letters is a scan too."""
    return carried if carried.pictures else code_reader.pictured(carried, data)


def compared(carried: Carried, signed: Signed, issued: Sequence[bytes], language: Language) -> SeenFacts:
    """Every fact beside the pictures; of the papers issued, the one that the pictures are of.

    Where no issued paper is at hand, or the picture is too poor, each fact is left to the eye.
    """
    every = printed_facts.facts(signed, language)
    sought = [one for one in every if one.forms]
    codes = [unit.code for unit in signed.record.units]
    wanted = [printed_facts.on_page(one, signed) for one in sought]
    tried = [scan_compare.compare(carried.pictures, carried.codes, paper, wanted, codes) for paper in issued]
    usable = [one for one in tried if one.pages]
    if not usable:
        return SeenFacts(printed_facts.unread(signed, language))
    best = min(usable, key=lambda one: one.weight)
    strengths = {id(one): strength for one, strength in zip(sought, best.facts, strict=True)}
    lines = tuple(_line(one, strengths.get(id(one))) for one in every)
    return SeenFacts(lines, best.pages, best.missing, best.others)


def _line(one: Fact, strength: float | None) -> FactLine:
    if strength is None:
        return FactLine(one.fact, one.shown, FactMatch.UNREAD, of=one.of)
    if strength <= 1:
        return FactLine(one.fact, one.shown, FactMatch.SAME, of=one.of)
    return FactLine(one.fact, one.shown, FactMatch.DIFFERENT, of=one.of, sure=_sure(strength))


def _sure(strength: float) -> int:
    """How sure a difference is: at the limit as good as a coin, twice as strong nearly certain."""
    return min(99, round(50 + 49 * min(1.0, strength - 1)))
