"""The table of worked awards, read as the command line reads a case."""

import json
from typing import Any

import pytest

from commission_app.exchange import award_answer, award_file
from commission_app.i18n import LATVIAN
from commission_app.rules.credits import ENGINE, ENGINES, award_of, award_text, compute, input_of, input_text
from tests.rules import worked_awards, worked_vocational
from tests.rules.worked_awards import Worked

WORKED = worked_awards.WORKED + worked_vocational.WORKED

LETTERS = {"+": "met", "~": "partly", "-": "not_met", "?": "to_test"}
VERDICTS = {"recognised": "R", "partly": "P", "refused": "F", "test": "T"}


def as_json(case: Worked) -> dict[str, Any]:
    """The case as a file states it."""
    signs, results, units = iter(case.results), {}, []
    for stated in case.units.split():
        name, amount = stated.split(":")
        code = name.rstrip("!-")
        own = []
        for n in range(1, case.outcomes + 1):
            outcome = f"{code}.{n}"
            own.append({"code": outcome, "mandatory": outcome not in case.optional.split()})
            sign = next(signs, ".")
            if sign in LETTERS:
                results[outcome] = LETTERS[sign]
        units.append(
            {"code": code, "title": f"Kurss {code}", "credits": amount, "unit": case.unit, "outcomes": own}
            | {"final_examination": name.endswith("!"), "recognisable": not name.endswith("-")}
        )
    return {
        "date": case.day,
        "procedure": case.procedure,
        "edition": {"title": "Programma", "accredited": True, "units": units} | case.edition,
        "results": results,
        "previous_studies": [_study(text) for text in case.studies],
        "already_recognised": list(case.recognised),
        "rules": case.rules,
    }


def _study(text: str) -> dict[str, Any]:
    course, _, codes = text.partition(" > ")
    title, amount, unit, mark = course.split()
    return {"title": title, "credits": amount, "unit": unit, "mark": mark, "counts_for": codes.split(",")}


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.name)
def test_an_award_worked_out_by_hand(case: Worked) -> None:
    given = award_file.read(json.dumps(as_json(case)).encode(), "lieta.json")
    award = compute(given)
    told = json.loads(award_answer.answer(award, LATVIAN))
    assert told["total"]["credits"] == _same(case.total)
    assert "".join(VERDICTS[line["verdict"]] for line in told["lines"] if line["kind"] == "unit") == case.lines
    below = tuple(f"{line['kind']} {line['credits']}" for line in told["lines"] if line["kind"] != "unit")
    assert below == tuple(f"{kind} {_same(amount)}" for kind, amount in (line.split() for line in case.below))
    assert all(line["why"] and line["would_change"] for line in told["lines"])
    # what is stored with a decision can be computed again
    again = ENGINES[ENGINE](input_of(input_text(given)))
    assert award_text(again) == award_text(award) == award_text(award_of(award_text(award)))


def test_there_are_sixty_and_more() -> None:
    assert len(WORKED) >= 60 and len({case.name for case in WORKED}) == len(WORKED)


def _same(amount: str) -> str:
    """A fraction that ends is told as a decimal."""
    return {"7/2": "3.5"}.get(amount, amount)
