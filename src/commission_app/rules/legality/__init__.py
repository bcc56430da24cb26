"""Whether a commission may decide: composition, quorum, terms, independence, conflicts; and how a vote counts."""

from commission_app.rules.legality.bylaw import (
    Bylaw,
    SideMinimum,
    check_bylaw,
    practitioners_needed,
    quorum_needed,
    sides_of,
    sides_text,
    votes_needed,
)
from commission_app.rules.legality.counting import Count, Tally, presiding, presiding_on, tally, tally_totals
from commission_app.rules.legality.lights import (
    TERM_ENDS_SOON,
    Legality,
    LightFinding,
    areas,
    check_choice,
    check_vote,
    legality,
    may_choose,
    wrong_office,
)
from commission_app.rules.legality.seats import MemberFacts, Seat, table

__all__ = [
    "TERM_ENDS_SOON",
    "Bylaw",
    "Count",
    "Legality",
    "LightFinding",
    "MemberFacts",
    "Seat",
    "SideMinimum",
    "Tally",
    "areas",
    "check_bylaw",
    "check_choice",
    "check_vote",
    "legality",
    "may_choose",
    "practitioners_needed",
    "presiding",
    "presiding_on",
    "quorum_needed",
    "sides_of",
    "sides_text",
    "table",
    "tally",
    "tally_totals",
    "votes_needed",
    "wrong_office",
]
