"""Awards worked out by hand, as a table: what is asked, what was reached, by which rules, and the arithmetic."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Worked:
    """One case: `units` as "U1:6" (final examination: "!", not recognisable: "-"), two outcomes each unless stated.

    `results` give a letter an outcome in the order of the units: + met, ~ partly, - not met, ? to be tested, . not
    scored. `studies` as "title 4 KP 8 > U1,U2". `lines` are the verdicts (R P F T) of the units by code.
    """

    name: str
    units: str
    results: str
    total: str
    lines: str
    studies: tuple[str, ...] = ()
    day: str = "2026-03-01"
    procedure: str = "higher_education"
    unit: str = "ECTS"
    outcomes: int = 2
    optional: str = ""
    recognised: tuple[str, ...] = ()
    rules: dict[str, Any] = field(default_factory=dict)
    edition: dict[str, Any] = field(default_factory=dict)
    below: tuple[str, ...] = ()


PART = {"grain": "outcome"}
OLD = "2016-05-02"
WORKED = [
    # --- outcomes alone, the unit as the smallest grain ---
    Worked("everything met: 6 + 6", "U1:6 U2:6", "++++", "12", "RR"),
    Worked("one outcome of U2 not met: only U1, 6", "U1:6 U2:6", "+++-", "6", "RF"),
    Worked("one partly met is not met", "U1:6 U2:6", "+++~", "6", "RF"),
    Worked("nothing scored: nothing", "U1:6", "..", "0", "F"),
    Worked("one scored, one not: not reached", "U1:6", "+.", "0", "F"),
    Worked("the missing one is to be tested: a test", "U1:6", "+?", "0", "T"),
    Worked("to be tested beside one not met: no test helps", "U1:6", "?-", "0", "F"),
    Worked("halves stay halves: 1.5 + 4.5", "U1:1.5 U2:4.5", "++++", "6", "RR"),
    Worked("a unit without credits is recognised with 0", "U1:0 U2:3", "++++", "3", "RR"),
    Worked("units are listed by code: U10 after U2", "U10:1 U2:2", "++++", "3", "RR"),
    # --- rules of when a unit is reached ---
    Worked(
        "mandatory only: the optional one may be missing",
        "U1:6",
        "+-",
        "6",
        "R",
        optional="U1.2",
        rules={"unit_rule": "mandatory"},
    ),
    Worked(
        "mandatory only: the mandatory one is missing",
        "U1:6",
        "-+",
        "0",
        "F",
        optional="U1.2",
        rules={"unit_rule": "mandatory"},
    ),
    Worked(
        "share 50 %: 2 of 4",
        "U1:6",
        "++--",
        "6",
        "R",
        outcomes=4,
        optional="U1.1 U1.2 U1.3 U1.4",
        rules={"unit_rule": "share", "share_percent": 50},
    ),
    Worked(
        "share 51 %: 2 of 4 is too little",
        "U1:6",
        "++--",
        "0",
        "F",
        outcomes=4,
        optional="U1.1 U1.2 U1.3 U1.4",
        rules={"unit_rule": "share", "share_percent": 51},
    ),
    Worked(
        "share 50 %, a mandatory one missing",
        "U1:6",
        "-+++",
        "0",
        "F",
        outcomes=4,
        rules={"unit_rule": "share", "share_percent": 50},
    ),
    # --- parts, where the rules allow them ---
    Worked("a half of 6 is 3", "U1:6", "+-", "3", "P", rules=PART),
    Worked("1 of 3 outcomes of 6 is 2", "U1:6", "+--", "2", "P", outcomes=3, rules=PART),
    Worked("2 of 3 outcomes of 5 is exactly 10/3", "U1:5", "++-", "10/3", "P", outcomes=3, rules=PART),
    Worked("thirds add up exactly: 10/3 + 5/3 = 5", "U1:5 U2:5", "++-+--", "5", "PP", outcomes=3, rules=PART),
    Worked("none met: no part", "U1:6", "--", "0", "F", rules=PART),
    Worked("a part while the rest waits for a test: 3", "U1:6", "+?", "3", "T", rules=PART),
    # --- what bars a unit ---
    Worked("a final examination is not recognised", "U1:6 U2!:10", "++++", "6", "RF"),
    Worked("a unit closed to recognition", "U1:6 U2-:10", "++++", "6", "RF"),
    Worked("recognised before: not paid twice", "U1:6 U2:6", "++++", "6", "RF", recognised=("U2",)),
    Worked("a unit without outcomes cannot be compared", "U1:6", "", "0", "F", outcomes=0),
    Worked("the programme is not accredited", "U1:6 U2:6", "++++", "0", "FF", edition={"accredited": False}),
    Worked("accredited until the day itself", "U1:6", "++", "6", "R", edition={"accredited_until": "2026-03-01"}),
    Worked("accredited until the day before", "U1:6", "++", "0", "F", edition={"accredited_until": "2026-02-28"}),
    Worked(
        "accreditation not asked for",
        "U1:6",
        "++",
        "6",
        "R",
        edition={"accredited": False},
        rules={"accredited_only": False},
    ),
    Worked("a regulated profession", "U1:6", "++", "0", "F", edition={"regulated": True}),
    # --- ceilings: one negative line on the sum, the units keep their verdicts ---
    Worked(
        "30 % of 60 is 18: 24 - 6",
        "U1:12 U2:12",
        "++++",
        "18",
        "RR",
        edition={"credits": "60", "unit": "ECTS"},
        rules={"ceiling_percent": 30},
        below=("ceiling -6",),
    ),
    Worked(
        "just under the ceiling: no line",
        "U1:12 U2:6",
        "++++",
        "18",
        "RR",
        edition={"credits": "60", "unit": "ECTS"},
        rules={"ceiling_percent": 30},
    ),
    Worked(
        "10 recognised before count: 18 - 10 = 8 of 12",
        "U1:12 U2:10",
        "++++",
        "8",
        "RF",
        edition={"credits": "60", "unit": "ECTS"},
        recognised=("U2",),
        rules={"ceiling_percent": 30},
        below=("ceiling -4",),
    ),
    Worked(
        "the ceiling is used up: 12 - 12",
        "U1:12 U2:20",
        "++++",
        "0",
        "RF",
        edition={"credits": "60", "unit": "ECTS"},
        recognised=("U2",),
        rules={"ceiling_percent": 30},
        below=("ceiling -12",),
    ),
    Worked(
        "a ceiling of 0 %",
        "U1:6",
        "++",
        "0",
        "R",
        edition={"credits": "60", "unit": "ECTS"},
        rules={"ceiling_percent": 0},
        below=("ceiling -6",),
    ),
    Worked(
        "without stated credits the programme is its units: 50 % of 12",
        "U1:6 U2:6",
        "++++",
        "6",
        "RR",
        rules={"ceiling_percent": 50},
        below=("ceiling -6",),
    ),
    Worked(
        "least own study 75 % leaves 25 % of 60 = 15",
        "U1:12 U2:12",
        "++++",
        "15",
        "RR",
        edition={"credits": "60", "unit": "ECTS"},
        rules={"minimum_own_percent": 75},
        below=("ceiling -9",),
    ),
    Worked(
        "ceiling 30 % and own study 80 %: the tighter, 12",
        "U1:12 U2:12",
        "++++",
        "12",
        "RR",
        edition={"credits": "60", "unit": "ECTS"},
        rules={"ceiling_percent": 30, "minimum_own_percent": 80},
        below=("ceiling -12",),
    ),
    # --- the old law: 30 % until 14.08.2018 ---
    Worked(
        "2016: 30 % of 120 is 36 of 40",
        "U1:20 U2:20",
        "++++",
        "36",
        "RR",
        day=OLD,
        edition={"credits": "120", "unit": "ECTS"},
        below=("ceiling -4",),
    ),
    Worked(
        "2016 in old credit points: 30 % of 160 KP is 48 of 50",
        "U1:25 U2:25",
        "++++",
        "48",
        "RR",
        day=OLD,
        unit="KP",
        edition={"credits": "160", "unit": "KP"},
        below=("ceiling -2",),
    ),
    Worked(
        "the day the ceiling fell: 40",
        "U1:20 U2:20",
        "++++",
        "40",
        "RR",
        day="2018-08-14",
        edition={"credits": "120", "unit": "ECTS"},
    ),
    Worked(
        "the day before: 36",
        "U1:20 U2:20",
        "++++",
        "36",
        "RR",
        day="2018-08-13",
        edition={"credits": "120", "unit": "ECTS"},
        below=("ceiling -4",),
    ),
    Worked(
        "2016 with the ceiling lifted by the file",
        "U1:20 U2:20",
        "++++",
        "40",
        "RR",
        day=OLD,
        edition={"credits": "120", "unit": "ECTS"},
        rules={"ceiling_percent": None},
    ),
    # --- rounding is its own line, on the sum only ---
    Worked(
        "10/3 to the nearest half is 3.5",
        "U1:5",
        "++-",
        "7/2",
        "P",
        outcomes=3,
        rules=PART | {"rounding": "nearest_half"},
        below=("rounding 1/6",),
    ),
    Worked(
        "10/3 up is 4", "U1:5", "++-", "4", "P", outcomes=3, rules=PART | {"rounding": "up"}, below=("rounding 2/3",)
    ),
    Worked(
        "10/3 down is 3",
        "U1:5",
        "++-",
        "3",
        "P",
        outcomes=3,
        rules=PART | {"rounding": "down"},
        below=("rounding -1/3",),
    ),
    Worked("a whole sum is not rounded", "U1:6", "++", "6", "R", rules={"rounding": "up"}),
    Worked(
        "summed before rounded: 4/3 + 4/3 + 4/3 = 4",
        "U1:2 U2:2 U3:2",
        "++-++-++-",
        "4",
        "PPP",
        outcomes=3,
        rules=PART | {"rounding": "up"},
    ),
    Worked(
        "rounding never passes the ceiling",
        "U1:5",
        "++-",
        "3",
        "P",
        outcomes=3,
        edition={"credits": "10", "unit": "ECTS"},
        rules=PART | {"ceiling_percent": 30, "rounding": "up"},
        below=("ceiling -1/3",),
    ),
    # --- earlier studies ---
    Worked("4 KP are exactly 6 ECTS", "U1:6", "", "6", "R", studies=("DB 4 KP 8 > U1",), outcomes=0),
    Worked("3 KP are 4.5 ECTS: too little for 6", "U1:6", "", "0", "F", studies=("DB 3 KP 8 > U1",), outcomes=0),
    Worked("more than needed pays what is needed", "U1:6", "", "6", "R", studies=("DB 9 ECTS 8 > U1",), outcomes=0),
    Worked(
        "two courses for one unit: 3 + 3",
        "U1:6",
        "",
        "6",
        "R",
        studies=("A 3 ECTS 7 > U1", "B 3 ECTS 9 > U1"),
        outcomes=0,
    ),
    Worked(
        "one course for two units: 6 = 3 + 3", "U1:3 U2:3", "", "6", "RR", studies=("A 6 ECTS 7 > U1,U2",), outcomes=0
    ),
    Worked(
        "6 for a unit of 4 or one of 6: the larger sum",
        "U1:4 U2:6",
        "",
        "6",
        "FR",
        studies=("A 6 ECTS 7 > U1,U2",),
        outcomes=0,
    ),
    Worked("equal sums: the first code", "U1:6 U2:6", "", "6", "RF", studies=("A 6 ECTS 7 > U1,U2",), outcomes=0),
    Worked(
        "the general course gives way to the special one",
        "U1:6 U2:6",
        "",
        "12",
        "RR",
        studies=("A 6 ECTS 7 > U1", "B 6 ECTS 7 > U1,U2"),
        outcomes=0,
    ),
    Worked("a mark of 4 passes", "U1:6", "", "6", "R", studies=("A 6 ECTS 4 > U1",), outcomes=0),
    Worked("a mark of 3 does not", "U1:6", "", "0", "F", studies=("A 6 ECTS 3 > U1",), outcomes=0),
    Worked(
        "vocational: 4 does not pass, 5 does",
        "U1:6 U2:6",
        "",
        "6",
        "FR",
        studies=("A 6 ECTS 4 > U1", "B 6 ECTS 5 > U2"),
        outcomes=0,
        procedure="vocational",
    ),
    Worked("the word for passed passes", "U1:6", "", "6", "R", studies=("A 6 ECTS ieskaitīts > U1",), outcomes=0),
    Worked("the word for failed does not", "U1:6", "", "0", "F", studies=("A 6 ECTS neieskaitīts > U1",), outcomes=0),
    Worked("90 hours are at least 3 ECTS (90/30)", "U1:3", "", "3", "R", studies=("A 90 hours 8 > U1",), outcomes=0),
    Worked("89 hours are not", "U1:3", "", "0", "F", studies=("A 89 hours 8 > U1",), outcomes=0),
    Worked(
        "reached by outcomes, the course stays for another unit",
        "U1:6 U2:6",
        "++..",
        "12",
        "RR",
        studies=("A 6 ECTS 8 > U1,U2",),
    ),
    Worked("outcomes short, a course helps", "U1:6", "+-", "6", "R", studies=("A 6 ECTS 8 > U1",)),
    Worked(
        "a course never pays for a final examination", "U1!:6", "", "0", "F", studies=("A 6 ECTS 8 > U1",), outcomes=0
    ),
    Worked(
        "nor twice for a unit recognised before",
        "U1:6",
        "",
        "0",
        "F",
        studies=("A 6 ECTS 8 > U1",),
        outcomes=0,
        recognised=("U1",),
    ),
    Worked(
        "in parts: half by outcomes, 2 of the other 3 by a course",
        "U1:6",
        "+-",
        "5",
        "P",
        studies=("A 2 ECTS 8 > U1",),
        rules=PART,
    ),
    Worked(
        "studies under the ceiling: 12 - 6",
        "U1:6 U2:6",
        "",
        "6",
        "RR",
        studies=("A 12 ECTS 8 > U1,U2",),
        outcomes=0,
        rules={"ceiling_percent": 50},
        below=("ceiling -6",),
    ),
]
