"""The sample institution of our own writing: read from `resources`, with real small files made for its evidence.

Its calendar hangs on one day: read for another day, every date moves by whole weeks, so that sittings stay on their
weekdays and deadlines stay near. Birth dates and identity documents do not move: they belong to the person.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from typing import Any

from commission_app.exchange import sample_files
from commission_app.exchange.facts_builder import FactsBuilder
from commission_app.exchange.sample_facts import (
    SampleApplicant,
    SampleCertificates,
    SampleCommission,
    SampleExam,
    SampleHouse,
    SampleInstitution,
    SampleSitting,
    SampleUser,
)
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.rules.vocabulary.sitting import Choice

ANCHOR = date(2026, 11, 20)
STANDARDS = ("datorsistemu_tehnikis", "programmesanas_tehnikis", "programmesana_un_datortikli")
_PERSONAL = frozenset({"birth_date", "document_valid_until"})
_JUDGEMENTS = {"y": Judgement.YES, "p": Judgement.PARTLY, "n": Judgement.NO, "-": Judgement.NOT_JUDGED}
_QUALITIES = ("valid", "authentic", "current", "sufficient")


def read(today: date | None = None) -> SampleInstitution:
    """The sample institution as it stands on a day; on the day it was written for when none is given."""
    weeks = 0 if today is None else (today - ANCHOR).days // 7
    builder = FactsBuilder(partial(_day, timedelta(weeks=weeks)))
    standards = tuple(builder.build(StandardFacts, _standard(name)) for name in STANDARDS)
    outcomes = {
        standard.code: {unit.code: [outcome.code for outcome in unit.outcomes] for unit in standard.units}
        for standard in standards
    }
    institution, meetings = _json("sample/institution.json"), _json("sample/meetings.json")
    raw_applicants = [*_json("sample/applicants_higher_education.json"), *_json("sample/applicants_vocational.json")]
    return SampleInstitution(
        house=builder.build(SampleHouse, institution["house"]),
        users=tuple(builder.build(SampleUser, raw) for raw in institution["users"]),
        commissions=tuple(builder.build(SampleCommission, raw) for raw in institution["commissions"]),
        standards=standards,
        applicants=tuple(
            builder.build(SampleApplicant, _applicant(raw, outcomes[raw["standard"]])) for raw in raw_applicants
        ),
        exams=tuple(builder.build(SampleExam, raw) for raw in meetings["exams"]),
        sittings=tuple(builder.build(SampleSitting, _sitting(raw)) for raw in meetings["sittings"]),
        certificates=builder.build(SampleCertificates, _json("sample/certificates.json")),
    )


def evidence_files(sample: SampleInstitution) -> Iterator[tuple[str, str, bytes]]:
    """For each evidence item its key, its file's name and the bytes of a real file made for it, always the same."""
    for applicant in sample.applicants:
        for item in applicant.evidence:
            yield item.key, item.file_name, sample_files.make(item)


def _day(shift: timedelta, text: str, field: str) -> date:
    day = date.fromisoformat(text)
    return day if field in _PERSONAL else day + shift


def _json(path: str) -> Any:
    return json.loads(files("commission_app.resources").joinpath(path).read_text(encoding="utf-8"))


def _standard(name: str) -> dict[str, Any]:
    """A standard with its outcomes numbered within their unit: (kind, Latvian, English) in the file."""
    raw: dict[str, Any] = _json(f"standards/{name}.json")
    for unit in raw["units"]:
        unit["outcomes"] = [
            {"code": f"{unit['code']}.{n}", "kind": kind, "text_lv": text_lv, "text_en": text_en}
            for n, (kind, text_lv, text_en) in enumerate(unit["outcomes"], start=1)
        ]
    return raw


def _applicant(raw: dict[str, Any], outcomes: dict[str, list[str]]) -> dict[str, Any]:
    for item in raw["evidence"]:
        item["links"] = [_link(*link) for link in item["links"]]
    claimed = [outcome for unit in raw["units"] for outcome in outcomes[unit]]
    raw["scores"] = list(_scores(raw["scores"], claimed))
    return raw


def _link(outcome: str, pages: str, judged: str, note: str = "") -> dict[str, str]:
    judgements = {quality: _JUDGEMENTS[letter].value for quality, letter in zip(_QUALITIES, judged, strict=True)}
    return {"outcome": outcome, "pages": pages, "note": note, **judgements}


def _scores(sheets: dict[str, dict[str, Any]], claimed: Iterable[str]) -> Iterator[dict[str, str]]:
    """A star stands for every outcome of the units claimed that is not named by itself."""
    claimed = tuple(claimed)
    for assessor, sheet in sheets.items():
        for outcome in claimed:
            said = sheet.get(outcome, sheet.get("*"))
            if said is not None:
                result, reason = (said, "") if isinstance(said, str) else said
                yield {"assessor": assessor, "outcome": outcome, "result": result, "reason": reason}


def _sitting(raw: dict[str, Any]) -> dict[str, Any]:
    for item in raw["items"]:
        votes = item.get("votes", {})
        item["votes"] = [[member, choice.value] for choice in Choice for member in votes.get(choice.value, ())]
    return raw
