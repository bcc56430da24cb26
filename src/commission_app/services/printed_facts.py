"""The facts of a code side by side with what a paper shows: each is found in its text, differs, or is missing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from commission_app.exchange.scan_compare import Sought
from commission_app.i18n import ENGLISH, GENITIVE, LATVIAN, LOCATIVE, NOMINATIVE, Language
from commission_app.rules.certificate_record import RecordUnit
from commission_app.rules.credential_payload import Signed
from commission_app.rules.minutes_record import Said
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.key import FactMatch, PayloadDetail, SignedFact
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.marks import WORDS as MARKS
from commission_app.wording.marks import mark_text
from commission_app.wording.quantities import credits_text
from commission_app.wording.words import word

LIKE = 0.55
"""How alike words must be to be taken for a changed fact."""
_LEAST = {SignedFact.ACCREDITATION: 0.85, SignedFact.PROGRAMME_CODE: 0.75, SignedFact.ISSUER_NUMBER: 0.75}
"""More alike for facts that some papers do not print at all."""
_TOTAL = re.compile("|".join(rf"\b{one.say_of('paper', 'Total')}\b" for one in (LATVIAN, ENGLISH)))
_AROUND = '(),;:/ „”“"'
_LANGUAGES = (LATVIAN, ENGLISH)
_TITLED = (SignedFact.TITLE, SignedFact.PROGRAMME, SignedFact.ISSUER, SignedFact.UNIT)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?![\w])(?!\.\d)")


@dataclass(frozen=True)
class Fact:
    """A signed fact: how it is shown, and all the forms in which a paper may write it; `of` is the code of its unit."""

    fact: SignedFact
    shown: str
    forms: tuple[str, ...] = ()
    of: str = ""
    needed: bool = True


@dataclass(frozen=True)
class FactLine:
    """A signed fact beside what the paper shows; `sure` is how clear the difference is, from 0 to 100."""

    fact: SignedFact
    signed: str
    match: FactMatch
    printed: str = ""
    of: str = ""
    sure: int = 0


def facts(signed: Signed, language: Language) -> tuple[Fact, ...]:
    """Everything that a code says, in the order of a paper; what it does not say is left out."""
    return tuple(fact for fact in (*_of_paper(signed, language), *_of_units(signed, language)) if fact.shown)


def unread(signed: Signed, language: Language) -> tuple[FactLine, ...]:
    """The facts alone, where there is no text to compare with: a person compares."""
    return tuple(FactLine(one.fact, one.shown, FactMatch.UNREAD, of=one.of) for one in facts(signed, language))


def compared(signed: Signed, text: str, language: Language) -> tuple[FactLine, ...]:
    """Every signed fact beside the text of the paper."""
    all_facts = facts(signed, language)
    page = _Page(text, [form for one in all_facts for form in (*one.forms, *_unit_amounts(one, signed))])
    rows = _rows(page.text, [one.code for one in signed.record.units])
    lines = tuple(_beside(one, page, rows, signed) for one in all_facts)
    return _without_other_language(lines) if signed.detail is PayloadDetail.ONE_LANGUAGE else lines


def _without_other_language(lines: tuple[FactLine, ...]) -> tuple[FactLine, ...]:
    """The facts of a code with titles in one language: on a paper in the other they are left to the eye."""
    titles = [line.match is FactMatch.SAME for line in lines if line.fact in _TITLED]
    if 2 * sum(titles) >= len(titles):
        return lines
    return tuple(
        replace(line, match=FactMatch.UNREAD, printed="", sure=0)
        if line.fact in _TITLED and line.match is not FactMatch.SAME
        else line
        for line in lines
    )


def in_fours(fingerprint: str) -> str:
    """A fingerprint in fours, to be compared by eye or read out."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4)).upper()


class _Page:
    """The text of a paper, in which words may break anywhere."""

    def __init__(self, text: str, signed_forms: Iterable[str]) -> None:
        self.text = _plain(text)
        self.words = self.text.split()
        self.signed = {_tight(form).strip(_AROUND) for form in signed_forms}

    def holds(self, form: str) -> bool:
        return _found(form, self.text)

    def nearest(self, form: str) -> tuple[str, float]:
        """The words most like a form that are not another signed fact."""
        wanted = _tight(form)
        count, best, likeness = len(form.split()), "", 0.0
        figures = any(letter.isdigit() for letter in wanted)
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        for start in range(len(self.words)):
            for wide in {max(1, count - 1), count, count + 1}:
                piece = " ".join(self.words[start : start + wide]).strip(_AROUND)
                tight = _tight(piece)
                if not tight or tight in self.signed or abs(len(tight) - len(wanted)) > len(wanted) // 2 + 1:
                    continue
                if figures and not any(letter.isdigit() for letter in tight):
                    continue
                matcher.set_seq1(tight)
                if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
                    # Of two readings alike the one of as many words is meant: not the number before it as well.
                    ratio = matcher.ratio() - (0.0 if wide == count else 0.02)
                    if ratio > likeness:
                        best, likeness = piece, ratio
        return best, likeness


def _beside(one: Fact, page: _Page, rows: dict[str, list[str]], signed: Signed) -> FactLine:
    if not one.forms:
        return FactLine(one.fact, one.shown, FactMatch.UNREAD, of=one.of)
    if one.fact in (SignedFact.UNIT_CREDITS, SignedFact.UNIT_MARK):
        unit = next(unit for unit in signed.record.units if unit.code == one.of)
        return _number_in_row(one, rows.get(one.of, []), unit)
    if one.fact is SignedFact.UNIT and one.of:
        if any(_found(form, row) for row in rows.get(one.of, []) for form in one.forms):
            return FactLine(one.fact, one.shown, FactMatch.SAME, one.shown, one.of)
        if rows.get(one.of):
            page = _Page(rows[one.of][0][:200].partition(one.of)[2], page.signed)
    elif any(page.holds(form) for form in one.forms):
        return FactLine(one.fact, one.shown, FactMatch.SAME, one.shown, one.of)
    found, likeness = max((page.nearest(form) for form in one.forms), key=lambda pair: pair[1])
    # A microcredential prints its workload, which need not be the sum of its units: that is left to the eye.
    told = one.needed or one.fact is not SignedFact.CREDITS
    if told and likeness >= _LEAST.get(one.fact, LIKE):
        return FactLine(one.fact, one.shown, FactMatch.DIFFERENT, found, one.of, round(100 * likeness))
    if one.fact is SignedFact.UNIT and rows.get(one.of):
        return FactLine(one.fact, one.shown, FactMatch.DIFFERENT, rows[one.of][0][:80], one.of, 100)
    absent = FactMatch.ABSENT if one.needed else FactMatch.UNREAD
    return FactLine(one.fact, one.shown, absent, of=one.of)


def _unit_amounts(one: Fact, signed: Signed) -> Iterator[str]:
    """The credits of units as papers write them: none of them is mistaken for the total."""
    if one.fact is SignedFact.CREDITS:
        for unit in signed.record.units:
            if unit.credits is not None:
                amount = Credits.from_thousandths(unit.credits, unit.credit_unit or CreditUnit.ECTS)
                yield from (credits_text(language, amount) for language in _LANGUAGES)


def _number_in_row(one: Fact, rows: list[str], unit: RecordUnit) -> FactLine:
    """A mark or credits: the numbers of the unit's row, after its code and title, must hold them."""
    seen: list[str] = []
    for row in rows:
        rest = _without(row, (unit.title.lv, unit.title.en, unit.code))
        # Behind the last unit stands the total: only the numbers of the row itself count.
        written = [_decimal(found) for found in _NUMBER.findall(_TOTAL.split(rest)[0])][: _most_numbers(unit)]
        numbers = Counter(written)
        wanted = Counter(_decimal(form) for form in _numbers_of(unit))
        mine = _decimal(one.forms[0])
        if not numbers:
            continue
        if numbers[mine] >= wanted[mine]:
            return FactLine(one.fact, one.shown, FactMatch.SAME, one.shown, one.of)
        if (
            len(written) == 2
            and wanted[mine] == 2
            and written[-1 if one.fact is SignedFact.UNIT_CREDITS else 0] == mine
        ):
            return FactLine(one.fact, one.shown, FactMatch.SAME, one.shown, one.of)
        seen = seen or [number for number in numbers if number not in wanted] or list((numbers - wanted).elements())
    if seen:
        return FactLine(one.fact, one.shown, FactMatch.DIFFERENT, ", ".join(seen), one.of, 100)
    absent = FactMatch.ABSENT if one.needed else FactMatch.UNREAD
    return FactLine(one.fact, one.shown, absent, of=one.of)


def _most_numbers(unit: RecordUnit) -> int:
    """A paper in two languages writes each amount twice."""
    return 2 * len(tuple(_numbers_of(unit))) + (2 if unit.hours else 0)


def _numbers_of(unit: RecordUnit) -> Iterator[str]:
    if unit.credits is not None:
        yield _amount(unit.credits)
    mark = re.match(r"\d+", unit.mark.lv)
    if mark:
        yield mark.group()


def _rows(text: str, codes: Iterable[str]) -> dict[str, list[str]]:
    """What stands after each unit's code, up to the next unit's."""
    named = [code for code in codes if code]
    if not named:
        return {}
    either = "|".join(_loose(code) for code in sorted(named, key=len, reverse=True))
    places = list(re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text))
    rows: dict[str, list[str]] = {}
    for at, place in enumerate(places):
        end = places[at + 1].start() if at + 1 < len(places) else min(len(text), place.end() + 600)
        rows.setdefault(_tight(place.group()), []).append(text[place.start() : end])
    return {code: rows.get(_tight(code), []) for code in named}


def _of_paper(signed: Signed, language: Language) -> Iterator[Fact]:
    record = signed.record
    said = _Said(language)
    yield Fact(SignedFact.KIND, word(language, record.kind))
    yield said.plain(SignedFact.NUMBER, record.number)
    yield said.day(SignedFact.ISSUED_ON, record.issued_on)
    yield said.plain(SignedFact.HOLDER, f"{record.holder.given} {record.holder.family}".strip())
    yield said.day(SignedFact.BORN, record.holder.born, needed=not record.holder.code)
    yield said.plain(SignedFact.PERSON_CODE, record.holder.code)
    yield said.either(SignedFact.ISSUER, record.issuer.name)
    yield said.plain(SignedFact.ISSUER_NUMBER, record.issuer.reg_no, needed=False)
    yield said.either(SignedFact.TITLE, record.title)
    yield said.either(SignedFact.PROGRAMME, record.programme if record.programme != record.title else Said())
    yield said.plain(SignedFact.PROGRAMME_CODE, record.programme_code, needed=False)
    yield said.level(SignedFact.LEVEL, record.level)
    yield said.level(SignedFact.PKL, record.pkl)
    yield said.mark(record.mark)
    total = said.credits(record.credits, record.credit_unit)
    yield replace(total, needed=record.kind is not CertificateKind.MICROCREDENTIAL)
    yield said.plain(SignedFact.BASIS, record.basis.number)
    yield said.day(SignedFact.BASIS_DAY, record.basis.day)
    form = f"{record.form_series} {record.form_number}".strip()
    yield Fact(SignedFact.FORM, form, (record.form_number,) if form else ())
    yield said.plain(SignedFact.DUPLICATE, record.duplicate_of)
    yield Fact(SignedFact.ACCREDITATION, record.accreditation, (record.accreditation,), needed=False)


def _of_units(signed: Signed, language: Language) -> Iterator[Fact]:
    if signed.units and not signed.record.units:
        yield Fact(SignedFact.UNIT_COUNT, language.number(signed.units))
    for unit in signed.record.units:
        title = _half(unit.title, language)
        titles = tuple(text for text in (unit.title.lv, unit.title.en) if text)
        forms = titles or ((unit.code,) if unit.code else ())
        yield Fact(SignedFact.UNIT, f"{unit.code} {title}".strip(), forms, unit.code)
        if unit.credits is not None:
            shown = credits_text(language, Credits.from_thousandths(unit.credits, unit.credit_unit or CreditUnit.ECTS))
            forms = (_amount(unit.credits),) if unit.code else ()
            yield Fact(SignedFact.UNIT_CREDITS, shown, forms, unit.code, needed=False)
        if unit.mark:
            mark = re.match(r"\d+", unit.mark.lv)
            forms = (mark.group(),) if mark and unit.code else ()
            yield Fact(SignedFact.UNIT_MARK, _half(unit.mark, language), forms, unit.code, needed=False)


class _Said:
    """Facts as a language shows them, and as papers in either language may write them."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def plain(self, fact: SignedFact, text: str, *, needed: bool = True) -> Fact:
        return Fact(fact, text, (text,) if text else (), needed=needed)

    def either(self, fact: SignedFact, said: Said) -> Fact:
        return Fact(fact, _half(said, self.language), tuple(text for text in (said.lv, said.en) if text))

    def day(self, fact: SignedFact, day: date | None, *, needed: bool = True) -> Fact:
        if day is None:
            return Fact(fact, "")
        forms = [one.date(day) for one in _LANGUAGES]
        forms += [LATVIAN.long_date(day, case) for case in (NOMINATIVE, GENITIVE, LOCATIVE)]
        forms += [ENGLISH.long_date(day), day.isoformat()]
        return Fact(fact, self.language.date(day), tuple(forms), needed=needed)

    def level(self, fact: SignedFact, level: int | None) -> Fact:
        if level is None:
            return Fact(fact, "")
        # Papers word levels in several ways; a level that cannot be found is compared by eye.
        ways: tuple[str, ...] = ("LKI {n}", "{n}. līmen", "LKI level {n}", "EKI {n}", "EQF {n}", "EQF level {n}")
        if fact is SignedFact.PKL:
            ways = ("PKL {n}", "qualification level {n}", "{n}. profesionālās kvalifikācijas", "līmenis {n}")
        forms = tuple(way.format(n=level) for way in ways)
        return Fact(fact, str(level), forms, needed=False)

    def mark(self, mark: Said) -> Fact:
        digits = re.match(r"\d+", mark.lv)
        forms = [mark.lv, mark.en]
        if digits and int(digits.group()) in MARKS:
            forms = [mark_text(one, int(digits.group())) for one in _LANGUAGES]
        return Fact(SignedFact.MARK, _half(mark, self.language), tuple(form for form in forms if form))

    def credits(self, credits: int | None, unit: CreditUnit | None) -> Fact:
        if credits is None or unit is None:
            return Fact(SignedFact.CREDITS, "")
        amount = Credits.from_thousandths(credits, unit)
        forms = (*(credits_text(one, amount) for one in _LANGUAGES), f"{_amount(credits)} ECTS")
        return Fact(SignedFact.CREDITS, credits_text(self.language, amount), forms)


def _half(said: Said, language: Language) -> str:
    return (said.en or said.lv) if language is ENGLISH else (said.lv or said.en)


def _amount(thousandths: int) -> str:
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".")


def _decimal(text: str) -> str:
    text = text.replace(",", ".")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).replace("\u2011", "-").replace("\u00ad", "")
    return " ".join(composed.split())


def _tight(text: str) -> str:
    return "".join(_plain(text).split())


def _loose(form: str) -> str:
    """A pattern of a form in which lines may break anywhere."""
    return r"\s*".join(re.escape(letter) for letter in _tight(form))


def _found(form: str, text: str) -> bool:
    if not form:
        return False
    # A form that ends within a word ("6. līmen") may go on; one that ends with a figure may not.
    end = r"(?![\d])" if form[-1].isdigit() else r""
    end = r"(?!\w)" if form[-1].isalnum() and not form.endswith("līmen") else end
    return re.search(rf"(?<!\w){_loose(form)}{end}", text) is not None


def _without(row: str, texts: Iterable[str]) -> str:
    for text in texts:
        if text:
            row = re.sub(_loose(text), " ", row, count=1)
    return row


def trusting(lines: tuple[FactLine, ...]) -> tuple[FactLine, ...]:
    """The facts of a file that is byte for byte the one issued: what was not found in its text is left to the eye."""
    return tuple(
        line if line.match is FactMatch.SAME else replace(line, match=FactMatch.UNREAD, printed="", sure=0)
        for line in lines
    )


def on_page(one: Fact, signed: Signed) -> Sought:
    """How a fact is sought on a page that is compared as a picture."""
    if one.fact in (SignedFact.UNIT_CREDITS, SignedFact.UNIT_MARK):
        forms = tuple({form: None for given in one.forms for form in (given, given.replace(".", ","))})
        unit = next(unit for unit in signed.record.units if unit.code == one.of)
        alike = Counter(_decimal(number) for number in _numbers_of(unit))[_decimal(one.forms[0])] > 1
        return Sought(forms, one.of, which=1 if alike and one.fact is SignedFact.UNIT_CREDITS else 0)
    if one.fact is SignedFact.CREDITS:
        # The total stands below the units, one of which may have as much.
        return Sought(one.forms, which=-1)
    return Sought(one.forms, one.of if one.fact is SignedFact.UNIT else "")
