"""Awards worked out by hand in the vocational track, for later stages and for mobility, in the form of the table."""

from typing import Any

from tests.rules.worked_awards import OLD, PART, Worked

HOURS: dict[str, Any] = {"procedure": "vocational", "unit": "hours"}
WORKED = [
    Worked(
        "vocational: modules in ECVET points", "M1:10 M2:5", "++++", "15", "RR", procedure="vocational", unit="ECVET"
    ),
    Worked("vocational: hours", "M1:120 M2:80", "+++-", "120", "RF", procedure="vocational", unit="hours"),
    Worked("vocational: a third of 90 hours is 30", "M1:90", "+--", "30", "P", **HOURS, outcomes=3, rules=PART),
    Worked("vocational: a module that waits for a test", "M1:120 M2:80", "+?++", "80", "TR", **HOURS),
    Worked("vocational: the final examination is sat", "M1:120 X!:40", "++++", "120", "RF", **HOURS),
    Worked(
        "vocational: a module recognised years ago", "M1:120 M2:80", "++++", "80", "FR", **HOURS, recognised=("M1",)
    ),
    Worked("vocational: not accredited", "M1:120", "++", "0", "F", **HOURS, edition={"accredited": False}),
    Worked(
        "vocational: 60 of 120 hours by a course of 60, in parts",
        "M1:120",
        "",
        "60",
        "P",
        **HOURS,
        studies=("A 60 hours 7 > M1",),
        outcomes=0,
        rules=PART,
    ),
    Worked(
        "vocational: two courses of 60 hours are 120",
        "M1:120",
        "",
        "120",
        "R",
        **HOURS,
        studies=("A 60 hours 5 > M1", "B 60 hours 6 > M1"),
        outcomes=0,
    ),
    Worked(
        "vocational: one of the two failed with 4",
        "M1:120",
        "",
        "0",
        "F",
        **HOURS,
        studies=("A 60 hours 4 > M1", "B 60 hours 6 > M1"),
        outcomes=0,
    ),
    Worked(
        "vocational 2016: no ceiling, 200 of 200 hours", "M1:120 M2:80", "++++", "200", "RR", **HOURS | {"day": OLD}
    ),
    Worked(
        "vocational on the first day of its law",
        "M1:10",
        "++",
        "10",
        "R",
        procedure="vocational",
        unit="ECVET",
        day="2011-02-22",
    ),
    Worked(
        "vocational: least own study 50 % of 300 hours leaves 150 of 200",
        "M1:120 M2:80",
        "++++",
        "150",
        "RR",
        **HOURS,
        edition={"credits": "300", "unit": "hours"},
        rules={"minimum_own_percent": 50},
        below=("ceiling -50",),
    ),
    Worked(
        "later stages: a mark of 4 passes",
        "U1:6",
        "",
        "6",
        "R",
        studies=("A 6 ECTS 4 > U1",),
        outcomes=0,
        procedure="later_stages",
    ),
    Worked(
        "mobility: half of what was agreed by outcomes, the rest by a course abroad",
        "M1:6 M2:6",
        "++",
        "12",
        "RR",
        studies=("Abroad 6 ECTS ieskaitīts > M2",),
        procedure="mobility",
    ),
    Worked("later stages follow the same arithmetic", "M1:6", "++", "6", "R", procedure="later_stages"),
    Worked("mobility: only what was reached", "M1:6 M2:6", "++--", "6", "RF", procedure="mobility"),
]
