"""The annex to a certificate: every unit with its learning outcomes, credits and mark, in Latvian and in English."""

from dataclasses import dataclass

from commission_app.documents import fonts
from commission_app.documents.code_box import draw_code
from commission_app.documents.house_style import Letterhead, said_credits
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_title, paper, said_number, said_reference
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, NBSP, Language, marked
from commission_app.rules.certificate_record import CertificateRecord, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit

BOTH = (LATVIAN, ENGLISH)
_JOIN = " / "


@dataclass(frozen=True)
class AnnexFacts:
    """The record of the certificate the annex belongs to; the paper says everything in both languages."""

    letterhead: Letterhead
    record: CertificateRecord
    code: bytes | None = None


def render(facts: AnnexFacts, language: Language) -> bytes:
    """The annex as a PDF; refused where nothing is known of what was learnt."""
    if not facts.record.units:
        raise RefusedError("paper.annex_empty", number=facts.record.number)
    fonts.check_glyphs(fonts.texts_of(facts.record, language))
    number = facts.record.number
    title = language.say_of("paper", "Annex to certificate {number}", number=said_number(language, number))
    return paper(facts, language, lambda flow: _write(flow, facts), title=title, foot=title)


def _write(flow: Flow, facts: AnnexFacts) -> None:
    record = facts.record
    draw_title(flow, twice(marked("ANNEX")), one_line(record.title))
    holder = f"{record.holder.given} {record.holder.family}".strip()
    issued = said_reference(LATVIAN, record.number, record.duplicate_on or record.issued_on)
    flow.facts(
        [
            (twice(marked("Name, surname")), holder),
            (twice(marked("Certificate")), issued),
            (twice(marked("Programme or qualification")), one_line(record.programme)),
        ]
    )
    draw_units(flow, record)
    if facts.code:
        code = facts.code
        flow.together(lambda at: draw_code(at, code, *BOTH))


def draw_units(flow: Flow, record: CertificateRecord) -> None:
    """Unit after unit: its size and mark, and its learning outcomes in two columns."""
    for unit in record.units:
        flow.heading("  ·  ".join(part for part in (unit.code, *unit_facts(unit)) if part), follows=60)
        headings = [
            Heading(twice(marked("No.")), 16),
            Heading(unit.title.lv or unit.title.en, 42),
            Heading(unit.title.en or unit.title.lv, 42),
        ]
        rows = [TableRow((one.code, one.text.lv or "—", one.text.en or "—")) for one in unit.outcomes]
        none = TableRow(("—", *(language.say_of("paper", "no learning outcomes stated") for language in BOTH)))
        Table(flow, headings, rows or [none]).draw()


def unit_facts(unit: RecordUnit) -> list[str]:
    """What is said of a unit beside its title: credits, hours, mark; in both languages where they differ."""
    found = []
    if unit.credits is not None and unit.credit_unit is not None:
        found.append(credits_twice(unit.credits, unit.credit_unit))
    if unit.hours and unit.credit_unit is not CreditUnit.HOURS:
        found.append(credits_twice(unit.hours, CreditUnit.HOURS))
    if unit.mark:
        found.append(f"{twice(marked('mark'))}: {one_line(unit.mark)}")
    return found


def credits_twice(thousandths: int, unit: CreditUnit) -> str:
    """A size in both languages."""
    size = Credits.from_thousandths(thousandths, unit)
    return one_line(Said(*(said_credits(size, language) for language in BOTH)))


def twice(text: str) -> str:
    """A text of the catalogue in Latvian and in English, once where they are alike."""
    return one_line(Said(*(language.say_of("paper", text) for language in BOTH)))


def one_line(said: Said) -> str:
    """Both halves of a text, once where they are alike or one is missing."""
    halves = dict.fromkeys(half for half in (said.lv, said.en) if half.strip())
    return _JOIN.replace(" ", NBSP, 1).join(halves)
