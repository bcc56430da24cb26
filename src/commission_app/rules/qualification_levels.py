"""Levels of a qualification: LKI, which equals EQF, and PKL, whose numbers changed their meaning on 01.08.2022."""

from datetime import date

from commission_app.errors import RefusedError
from commission_app.rules.quantities import PKL_EQUALS_LKI_FROM
from commission_app.rules.vocabulary.standard import PklScale

LEVELS = range(1, 9)
_OLD: dict[int, tuple[int, ...]] = {1: (2,), 2: (3,), 3: (4,), 4: (5,), 5: (6, 7)}


def scale_on(day: date) -> PklScale:
    """The scale on which a professional qualification level was given on a day."""
    return PklScale.NEW if day >= PKL_EQUALS_LKI_FROM else PklScale.OLD


def lki_of(pkl: int, scale: PklScale) -> tuple[int, ...]:
    """The LKI levels that a professional qualification level means; the old fifth is LKI 6 or 7. None: no such level.

    Profesionālās izglītības likums, 5. pants: on the new scale both are the same.
    """
    if scale is PklScale.NEW:
        return (pkl,) if pkl in LEVELS else ()
    return _OLD.get(pkl, ())


def pkl_of(lki: int, scale: PklScale) -> int | None:
    """The professional qualification level that belongs to an LKI level on a scale; None where there is none."""
    return next((pkl for pkl in LEVELS if lki in lki_of(pkl, scale)), None)


def other_number(pkl: int, scale: PklScale) -> tuple[PklScale, tuple[int, ...]]:
    """The number of the same level on the other scale; one level may be two, or none."""
    other = PklScale.OLD if scale is PklScale.NEW else PklScale.NEW
    found = {pkl_of(lki, other) for lki in lki_of(pkl, scale)}
    return other, tuple(sorted(level for level in found if level is not None))


def check_levels(lki: int | None, pkl: int | None, scale: PklScale | None) -> None:
    """LKI and PKL fit each other on the scale said. Refused: no such level, a level without its scale, levels apart."""
    if lki is not None and lki not in LEVELS:
        raise RefusedError("levels.no_such_lki", at="lki", level=lki)
    if pkl is None:
        return
    if scale is None:
        raise RefusedError("levels.no_scale", at="pkl_scale", pkl=pkl)
    means = lki_of(pkl, scale)
    if not means:
        raise RefusedError("levels.no_such_pkl", at="pkl", pkl=pkl, scale=scale)
    if lki is not None and lki not in means:
        raise RefusedError("levels.apart", at="pkl", pkl=pkl, scale=scale, lki=lki, means=means)
