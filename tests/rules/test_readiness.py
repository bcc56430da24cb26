"""What a case needs before it is heard."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from commission_app.errors import refusal
from commission_app.rules.readiness import ReadinessFacts, attention
from commission_app.rules.vocabulary.case import StatementKind
from commission_app.rules.vocabulary.readiness import Mend

READY = ReadinessFacts(
    heard_on=date(2026, 11, 26),
    deadline=date(2026, 12, 1),
    fee_cents=80_00,
    paid=True,
    statements=frozenset(StatementKind),
    stale=(),
    outcomes=12,
    agreed=12,
    unreasoned=0,
    unsupported=(),
    untranslated=(),
    spoiled_signatures=(),
    members=("Anna Ozola", "Jānis Kalniņš"),
    assessors=("Vērtētāja A",),
)


def test_a_case_that_is_ready_needs_no_attention() -> None:
    assert attention(READY) == ()
    assert attention(replace(READY, fee_cents=None, paid=False)) == ()


@pytest.mark.parametrize(
    ("change", "reason", "mend"),
    [
        ({"paid": False}, "readiness.not_paid", Mend.APPLICATION),
        ({"statements": frozenset({StatementKind.TRUTH})}, "readiness.not_stated", Mend.BACKGROUND),
        ({"deadline": date(2026, 11, 25)}, "readiness.too_late", Mend.CASE),
        ({"agreed": 11}, "readiness.not_agreed", Mend.MATRIX),
        ({"unreasoned": 1}, "readiness.unreasoned", Mend.MATRIX),
        ({"unsupported": ("U1.1",)}, "readiness.unsupported", Mend.MATRIX),
        ({"stale": ("Apliecība",)}, "readiness.stale", Mend.MATRIX),
        ({"untranslated": ("Diplom",)}, "readiness.untranslated", Mend.PORTFOLIO),
        ({"spoiled_signatures": ("a.pdf",)}, "readiness.signature", Mend.PORTFOLIO),
        (
            {"hints": (("Ģirts Bērziņš", refusal("conflict_hint.surname", surname="Bērziņa")),)},
            "readiness.conflict",
            Mend.SITTING,
        ),
        ({"assessors": ("Anna Ozola",)}, "readiness.assessors", Mend.SITTING),
        ({"undelegated": (refusal("delegation.none", code="P"),)}, "delegation.none", Mend.APPLICATION),
        ({"departs": (refusal("precedent.departs"),)}, "precedent.departs", Mend.CREDITS),
    ],
)
def test_each_thing_is_named_with_where_it_is_mended(change: dict[str, Any], reason: str, mend: Mend) -> None:
    (found,) = attention(replace(READY, **change))
    assert (found.what.reason, found.mend) == (reason, mend)


def test_a_decision_due_on_the_day_of_the_sitting_is_not_late() -> None:
    assert attention(replace(READY, deadline=READY.heard_on)) == ()
