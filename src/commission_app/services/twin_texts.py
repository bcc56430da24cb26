"""Missing halves of titles and outcomes, supplied to an edition that is in use: nothing that is said is changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.standard import Edition, Outcome, Unit
from commission_app.rules import twins
from commission_app.services import standard_search
from commission_app.services.twin_records import completed
from commission_app.store.work import Reading, Work

LONGEST = 500


@dataclass(frozen=True)
class MissingText:
    """A unit's title, or an outcome's text where `outcome` is said, that is wanting in a language."""

    unit: str
    outcome: str
    language: str
    said: str
    """The other half."""


def missing_texts(reading: Reading, certificate_id: int) -> tuple[MissingText, ...]:
    """The texts that stand between a certificate and its twins."""
    row = reading.get(Certificate, certificate_id)
    reading.opened.add(reading.get(RecognitionCase, row.case_id).person.uid)
    record = completed(reading, row)
    found = []
    for code in twins.languages(record):
        for unit in record.units:
            if not getattr(unit.title, code):
                found.append(MissingText(unit.code, "", code, unit.title.lv or unit.title.en))
            found += [
                MissingText(unit.code, one.code, code, one.text.lv or one.text.en)
                for one in unit.outcomes
                if not getattr(one.text, code)
            ]
    return tuple(found)


def supply(work: Work, certificate_id: int, texts: Sequence[tuple[MissingText, str]]) -> None:
    """Enters the missing halves with the standard; an edition in use takes them, because they change nothing said.

    Refused: a text that is there already or belongs to no unit of the edition, and a title that is too long.
    """
    row = work.lock(Certificate, certificate_id)
    edition = work.get(RecognitionCase, row.case_id).edition
    work.touch(edition)
    for missing, typed in texts:
        text = " ".join(typed.split())
        if not missing.outcome and len(text) > LONGEST:
            raise RefusedError("twins.text_too_long", unit=missing.unit, length=len(text), most=LONGEST)
        if text:
            _fill(edition, missing, text)
    work.session.flush()
    standard_search.index(work.session, edition.standard, edition)


def _fill(edition: Edition, missing: MissingText, text: str) -> None:
    owner = next(_owners(edition, missing), None)
    field = f"{'text' if missing.outcome else 'title'}_{missing.language}"
    if owner is None or getattr(owner, field):
        raise RefusedError("twins.text_there", unit=missing.unit, outcome=missing.outcome or "–")
    setattr(owner, field, text)


def _owners(edition: Edition, missing: MissingText) -> Iterator[Unit | Outcome]:
    for unit in edition.units:
        if unit.code != missing.unit:
            continue
        if not missing.outcome:
            yield unit
        yield from (one for one in unit.outcomes if missing.outcome and one.code == missing.outcome)
