"""Each earlier course as an award took it: what it is worth in the unit of the sum, what it gave, or why it did not."""

from dataclasses import dataclass
from fractions import Fraction

from commission_app.rules.credits import studies
from commission_app.rules.credits.engine import allocation
from commission_app.rules.credits.inputs import AwardInput
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """One course of earlier studies: `worth` in the unit of the sum, `before` spent elsewhere, `spent` on this award.

    The factor is the one that leads from its own credits to the sum's; none where there is nothing to convert.
    """

    key: str
    title: str
    credits: Credits | None
    mark: str
    counts_for: frozenset[str]
    passed: bool
    worth: Credits
    before: Credits
    spent: Credits

    @property
    def factor(self) -> Fraction | None:
        """What one of its own credits is worth in the unit of the sum."""
        if self.credits is None or self.credits.unit is self.worth.unit or not self.credits.value:
            return None
        return self.worth.value / self.credits.value


def courses(given: AwardInput, unit: CreditUnit) -> tuple[CourseStanding, ...]:
    """Every earlier course of an award in the order of its title; `unit` is the unit of the award's sum."""
    spent = allocation(given)
    return tuple(
        CourseStanding(
            key=study.key,
            title=study.title,
            credits=study.credits,
            mark=study.mark,
            counts_for=study.counts_for,
            passed=studies.counts(study, given.rules),
            worth=Credits(studies.worth(study.credits, unit), unit),
            before=Credits(studies.worth(study.used, unit), unit),
            spent=spent.get(study.key, Credits.zero(unit)),
        )
        for study in sorted(given.studies, key=lambda one: (one.title, one.key))
    )
