"""Sentences about scales, aggregation, blind scoring, reviews of units and tests."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "aggregation.unreadable": marked("The rule on how outcomes become a verdict cannot be read."),
    "aggregation.thresholds": marked(
        "The percent for “met in part” may not be above the percent for “met”, nor above 100."
    ),
    "aggregation.negative_points": marked("Points needed cannot be below zero."),
    "aggregation.points_needed": marked("Say how many points the course or module needs."),
    "aggregation.sections_needed": marked("Name at least one part and the points it needs."),
    "aggregation.kind_by_rule": marked("As the rules in force settle it."),
    "aggregation.kind_all": marked("All learning outcomes must be met."),
    "aggregation.kind_mandatory": marked("All mandatory learning outcomes must be met."),
    "aggregation.kind_share": marked("All mandatory outcomes and {percent} % of all must be met."),
    "aggregation.kind_points": marked("At least {points} points are needed."),
    "aggregation.kind_part_minimum": marked("Each part must reach its own points."),
    "aggregation.requires": marked("Outcome {outcome} must be met."),
    "aggregation.section_needs": marked("Part “{section}” needs {points} points."),
    "aggregation.no_such_outcome": marked("There is no outcome {outcome} that the rule requires."),
    "aggregation.too_many": marked("The rule asks for {points} points, but only {most} can be reached."),
    "aggregation.section_too_many": marked(
        "The rule asks for {points} points in part “{section}”, but only {most} can be reached."
    ),
    "aggregation.no_outcomes": marked("There are no learning outcomes to measure against."),
    "aggregation.outcome_missing": marked("Outcome {outcome} is not met."),
    "aggregation.points_missing": marked("Points reached: {points} of the {needed} needed."),
    "aggregation.section_missing": marked("Part “{section}” reached {points} of the {needed} points needed."),
}
