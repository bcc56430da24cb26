"""The rules a case's JSON states: one set, or several with their dates; what it leaves out, the law settles."""

from datetime import date, timedelta
from itertools import pairwise

from commission_app.errors import RefusedError
from commission_app.exchange import award_values as values
from commission_app.exchange.award_values import Place
from commission_app.exchange.json_reader import Fields
from commission_app.rules.credits import CreditRules, LegalReference
from commission_app.rules.provisions import SHIPPED, Provision, in_force
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import Rounding, UnitRule

GRAINS = ("unit", "outcome")
KEYS = frozenset(
    {
        "from",
        "until",
        "grain",
        "ceiling_percent",
        "minimum_own_percent",
        "unit_rule",
        "share_percent",
        "accredited_only",
        "rounding",
        "pass_mark",
        "mark_transfer",
    }
)


def rules_of(
    case: Fields,
    place: Place,
    *,
    day: date,
    procedure: Procedure,
    accredited: bool,
    regulated: bool,
    programme: Credits | None,
    before: Credits | None,
) -> CreditRules:
    """The rules for the case; the law of a procedure without own figures is that of higher education.

    Refused: a day before the law, sets of rules with a gap or an overlap, a ceiling on a programme of unknown credits.
    """
    here = place.at("rules")
    raw = _on(case.get("rules"), day, here)
    values.known(raw, KEYS, here)
    law = _Law(procedure if procedure is Procedure.VOCATIONAL else Procedure.HIGHER_EDUCATION, day, place)
    ceiling, own = _shares(raw, here, law)
    _check_share(ceiling, own, programme, place)
    return CreditRules(
        unit_rule=_word(raw, "unit_rule", here, law.text(ProvisionKey.UNIT_RULE), UnitRule),
        share_percent=values.whole(
            raw, "share_percent", here, 1, 100, otherwise=law.number(ProvisionKey.SHARE_PERCENT) or 100
        ),
        accredited_only=values.yes_or_no(raw, "accredited_only", here, otherwise=law.yes(ProvisionKey.ACCREDITED_ONLY)),
        accredited=accredited,
        allow_partial=_grain(raw, here, law) == "outcome",
        ceiling_percent=ceiling,
        programme_credits=programme,
        rounding=_word(raw, "rounding", here, law.text(ProvisionKey.ROUNDING), Rounding),
        recognised_before=before,
        legal=law.legal,
        pass_mark=values.whole(raw, "pass_mark", here, 1, 10, otherwise=law.number(ProvisionKey.PASS_MARK) or 4),
        mark_transfer=_word(raw, "mark_transfer", here, MarkTransfer.MARK.value, MarkTransfer),
        minimum_own_percent=own,
        regulated=regulated,
    )


def _shares(raw: Fields, place: Place, law: "_Law") -> tuple[int | None, int | None]:
    """The ceiling, as the file or else the law has it, and the least own study."""
    ceiling = law.number(ProvisionKey.CEILING_PERCENT)
    if "ceiling_percent" in raw:
        ceiling = values.whole_or_none(raw, "ceiling_percent", place, 0, 100)
    return ceiling, values.whole_or_none(raw, "minimum_own_percent", place, 0, 100)


def _check_share(ceiling: int | None, own: int | None, programme: Credits | None, place: Place) -> None:
    """A share of the programme can only be counted where its credits are stated."""
    shares = [percent for percent in (ceiling, None if own is None else 100 - own) if percent is not None]
    if shares and programme is None:
        where = place.at("edition.credits").path
        raise RefusedError("award_file.no_programme", file=place.file, place=where, percent=min(shares))


def _grain(raw: Fields, place: Place, law: "_Law") -> str:
    grain = raw.get("grain", GRAINS[law.yes(ProvisionKey.ALLOW_PARTIAL)])
    for known in GRAINS:
        if grain == known:
            return known
    where = place.at("grain").path
    raise RefusedError("award_file.wants_word", file=place.file, place=where, value=str(grain)[:40], choices=GRAINS)


class _Law:
    """The shipped provisions in force on the day, with the legal references they rest on."""

    def __init__(self, procedure: Procedure, day: date, place: Place) -> None:
        self._procedure, self._day, self._place = procedure, day, place
        self.legal: dict[str, LegalReference] = {}
        basis = self._found(ProvisionKey.LEGAL_BASIS)
        if basis.legal is not None:
            self.legal[ProvisionKey.LEGAL_BASIS.value] = basis.legal

    def number(self, key: ProvisionKey) -> int | None:
        """A whole number, or none."""
        value = self._found(key).reading
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def yes(self, key: ProvisionKey) -> bool:
        """Yes or no."""
        return bool(self._found(key).reading)

    def text(self, key: ProvisionKey) -> str:
        """A word."""
        return str(self._found(key).reading)

    def _found(self, key: ProvisionKey) -> Provision:
        try:
            found = in_force(SHIPPED, key, self._procedure, self._day)
        except RefusedError:
            where = self._place.at("date").path
            raise RefusedError("award_file.before_the_law", file=self._place.file, place=where, day=self._day) from None
        if found.legal is not None:
            self.legal[key.value] = found.legal
        return found


def _word(raw: Fields, key: str, place: Place, otherwise: str, words: "type[values.Word]") -> "values.Word":
    return values.word({key: raw.get(key, otherwise)}, key, place, tuple(words))


def _on(raw: object, day: date, place: Place) -> Fields:
    """The one set in force on the day; several may neither leave a gap nor overlap, on whatever day.

    A set without an end holds until the next begins.
    """
    if raw is None:
        return {}
    if not isinstance(raw, list):
        return values.fields(raw, place)
    sets = []
    for number, one in enumerate(raw):
        here = place.at(f"[{number}]")
        given = values.fields(one, here)
        since, until = values.day(given, "from", here), values.day(given, "until", here, required=False)
        if until < since:
            raise RefusedError("award_file.ends_before", file=place.file, place=here.path, since=since, until=until)
        sets.append((since, until, given))
    sets.sort(key=lambda one: one[0])
    for (since, until, _), (following, _, _) in pairwise(sets):
        if following == since or (until != date.max and following <= until):
            raise RefusedError("award_file.overlap", file=place.file, place=place.path, since=since, other=following)
        if until != date.max and following > until + timedelta(days=1):
            missing = until + timedelta(days=1)
            raise RefusedError("award_file.gap", file=place.file, place=place.path, day=missing)
    current = [given for since, until, given in sets if since <= day <= until]
    if not current:
        raise RefusedError("award_file.gap", file=place.file, place=place.path, day=day)
    return current[-1]
