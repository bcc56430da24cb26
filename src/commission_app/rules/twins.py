"""Digital twins of a certificate: which languages they speak, what is missing before one may leave, how it was made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules import canonical
from commission_app.rules.certificate_record import CertificateRecord, RecordElements
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.certificate import CertificateKind, PaperKind
from commission_app.rules.vocabulary.microcredential import Element

TWINS = (PaperKind.CREDENTIAL_ELM, PaperKind.CREDENTIAL_BADGE, PaperKind.CREDENTIAL_ELMO)
SCHEMAS = {
    PaperKind.CREDENTIAL_ELM: "ELM 3, EDC generic full 1.2.0",
    PaperKind.CREDENTIAL_BADGE: "Open Badges 3.0.3, VC-JWT",
    PaperKind.CREDENTIAL_ELMO: "ELMO 2.0",
}
WRITER = 1
"""The number of our own way of writing: twins that a later program writes otherwise say so."""
LARGEST_PAPER = 5 * 1024 * 1024
"""Bytes of the certificate that ELMO may carry inside."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the secretary ticks: by default a twin has neither the personal code nor the day of birth."""

    with_code: bool = False
    with_birth: bool = False
    with_paper: bool = False


UNTICKED = Choices()


@dataclass(frozen=True, slots=True)
class Making:
    """How a twin was made: format, our writer, what was ticked, and the fingerprint of the key that signed it."""

    schema: str
    writer: int
    choices: Choices
    key: str = ""


def made_with(making: Making) -> str:
    """The making as canonical text."""
    return canonical.written(making)


def read_making(text: str) -> Making | None:
    """The making as it was kept; nothing for a paper that is no twin or of a later program."""
    try:
        return canonical.made(Making, text) if text else None
    except ValueError:
        return None


def languages(record: CertificateRecord) -> tuple[str, ...]:
    """The languages that the title is in: a twin speaks each of them whole, or does not leave."""
    return tuple(code for code in ("lv", "en") if getattr(record.title, code))


def missing(record: CertificateRecord, kind: PaperKind, choices: Choices = UNTICKED) -> tuple[Refusal, ...]:
    """Every element that is wanting before this twin may leave, each by its name and the place where it is entered."""
    found = [*_identity(record), *_texts(record), *_quantities(record)]
    if record.elements is not None or record.kind is CertificateKind.MICROCREDENTIAL:
        found += _annex(record)
    found += _OWN[kind](record)
    if choices.with_code and not record.holder.code:
        found.append(refusal("twins.no_code"))
    if choices.with_birth and record.holder.born is None:
        found.append(refusal("twins.no_birth"))
    return tuple(found)


def texts_missing(record: CertificateRecord) -> bool:
    """Whether a title of a unit, or the text of an outcome, lacks one of the languages of the twin."""
    texts = [unit.title for unit in record.units] + [one.text for unit in record.units for one in unit.outcomes]
    return any(not getattr(text, code) for code in languages(record) for text in texts)


def check(record: CertificateRecord, kind: PaperKind, choices: Choices = UNTICKED) -> None:
    """Refuses a twin that is not complete, by the first element that is missing."""
    found = missing(record, kind, choices)
    if found:
        raise RefusedError.of(found[0])


def _identity(record: CertificateRecord) -> Iterator[Refusal]:
    if not record.holder.given:
        yield refusal("twins.given_name")
    if not record.holder.family:
        yield refusal("twins.family_name")
    if not record.issuer.reg_no:
        yield refusal("twins.registration_number")
    if not record.number:
        yield refusal("twins.number")
    if not languages(record):
        yield refusal("twins.title", programme=record.programme_code)


def _texts(record: CertificateRecord) -> Iterator[Refusal]:
    """Every text that must be there stands in every language that the twin speaks."""
    for code in languages(record):
        if not getattr(record.issuer.name, code):
            yield refusal("twins.issuer_name_lv") if code == "lv" else refusal("twins.issuer_name_en")
        for unit in record.units:
            name = unit.code or unit.title.lv or unit.title.en
            if not getattr(unit.title, code):
                yield _untitled(code, name)
            for outcome in unit.outcomes:
                if not getattr(outcome.text, code):
                    yield _unworded(code, name, outcome.code)


def _untitled(code: str, unit: str) -> Refusal:
    return refusal("twins.unit_title_lv", unit=unit) if code == "lv" else refusal("twins.unit_title_en", unit=unit)


def _unworded(code: str, unit: str, outcome: str) -> Refusal:
    if code == "lv":
        return refusal("twins.outcome_text_lv", unit=unit, outcome=outcome)
    return refusal("twins.outcome_text_en", unit=unit, outcome=outcome)


def _quantities(record: CertificateRecord) -> Iterator[Refusal]:
    if (record.credits is None) != (record.credit_unit is None):
        yield refusal("twins.credit_unit", unit=record.number)
    for unit in record.units:
        if unit.credits is not None and unit.credit_unit is None:
            yield refusal("twins.credit_unit", unit=unit.code)
    if record.level is not None and not 1 <= record.level <= 8:
        yield refusal("twins.level", level=record.level)


def _annex(record: CertificateRecord) -> Iterator[Refusal]:
    """The mandatory elements of Annex I to the Council Recommendation of 16 June 2022."""
    said = record.elements or RecordElements()
    there: tuple[tuple[Element, bool], ...] = (
        (Element.COUNTRY, bool(said.countries or record.issuer.country)),
        (Element.OUTCOMES, any(unit.outcomes for unit in record.units)),
        (Element.WORKLOAD, bool(said.workload or record.credits)),
        (Element.LEVEL, record.level is not None or not said.level_applies),
        (Element.ASSESSMENT, bool(said.assessment)),
        (Element.PARTICIPATION, bool(said.participation)),
        (Element.QUALITY, bool(said.quality)),
    )
    for element, is_there in there:
        if not is_there:
            yield refusal("twins.element", element=element)


def _nothing(record: CertificateRecord) -> Iterator[Refusal]:
    yield from ()


def _elmo(record: CertificateRecord) -> Iterator[Refusal]:
    if not record.issuer.website:
        yield refusal("twins.website")


_OWN: dict[PaperKind, Callable[[CertificateRecord], Iterator[Refusal]]] = {
    PaperKind.CREDENTIAL_ELM: _nothing,
    PaperKind.CREDENTIAL_BADGE: _nothing,
    PaperKind.CREDENTIAL_ELMO: _elmo,
}


def in_language(text: Said, code: str) -> str:
    """A text in a language, in the other where it stands in one alone."""
    own, other = (text.en, text.lv) if code == "en" else (text.lv, text.en)
    return own or other
