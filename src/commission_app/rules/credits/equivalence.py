"""Which earlier courses pay for which units: n courses may count for m units, and no credit is spent twice.

The allocation with the largest sum of recognised credits wins; of equal ones, the one that serves the units that come
first by code, each from the courses that come first by code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from commission_app.errors import RefusedError
from commission_app.rules.collation import sort_key

MOST_TRIALS = 200_000
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Supply:
    """What an earlier course still has to give, in the unit of the sum, and the units it is held to count for."""

    uid: str
    code: str
    value: Fraction
    counts_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class Demand:
    """A unit and what it costs to recognise it, in the unit of the sum."""

    uid: str
    code: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """What one course gives to one unit."""

    supply_uid: str
    demand_uid: str
    value: Fraction


def allocate(supplies: Sequence[Supply], demands: Sequence[Demand], *, partly: bool = False) -> tuple[Share, ...]:
    """The shares of the best allocation; a unit is paid whole or not at all, unless parts are allowed.

    Refused: courses and units so entangled that the best cannot be found in a sensible time.
    """
    ordered = sorted((one for one in demands if one.value > 0), key=lambda one: (sort_key(one.code), one.uid))
    givers = sorted((one for one in supplies if one.value > 0), key=lambda one: (sort_key(one.code), one.uid))
    shares: list[Share] = []
    for some_givers, some_demands in _islands(givers, ordered):
        search = _Search(some_givers, some_demands)
        wanted = some_demands if partly else search.best()
        shares += _shares(some_givers, wanted)
    return tuple(sorted(shares, key=lambda one: (one.demand_uid, one.supply_uid)))


def _islands(givers: Sequence[Supply], demands: Sequence[Demand]) -> "list[tuple[list[Supply], list[Demand]]]":
    """Courses and units that have to do with each other; what has nothing to do with them is allocated apart."""
    known = {one.uid: one for one in demands}
    left, islands = list(givers), []
    while left:
        island, reached = [left.pop(0)], set[str]()
        grown = True
        while grown:
            reached = {uid for giver in island for uid in giver.counts_for if uid in known}
            joining = [giver for giver in left if giver.counts_for & reached]
            island += joining
            left = [giver for giver in left if giver not in joining]
            grown = bool(joining)
        ours = [one for one in demands if one.uid in reached]
        if ours:
            islands.append((sorted(island, key=lambda one: (sort_key(one.code), one.uid)), ours))
    return islands


class _Search:
    """Tries the units in the order of their codes, with and without, and turns back where nothing better can come."""

    def __init__(self, givers: Sequence[Supply], demands: Sequence[Demand]) -> None:
        self._givers, self._demands = givers, demands
        self._best: tuple[Fraction, list[Demand]] = (Fraction(-1), [])
        self._trials = 0

    def best(self) -> list[Demand]:
        """The units served by the best allocation."""
        self._try(0, [], _NOTHING)
        return self._best[1]

    def _try(self, place: int, chosen: list[Demand], value: Fraction) -> None:
        self._trials += 1
        if self._trials > MOST_TRIALS:
            codes = [one.code for one in self._demands]
            raise RefusedError("credits.too_entangled", at="counts_for", units=codes, n=len(self._givers))
        if value > self._best[0]:
            self._best = (value, chosen)
        if place == len(self._demands) or self._bound(place, chosen) <= self._best[0]:
            return
        one = self._demands[place]
        if self._payable([*chosen, one]):
            self._try(place + 1, [*chosen, one], value + one.value)
        self._try(place + 1, chosen, value)

    def _bound(self, place: int, chosen: list[Demand]) -> Fraction:
        """What could be reached at most if the units still to come might be paid in part."""
        return sum(_flow(self._givers, [*chosen, *self._demands[place:]]).values(), _NOTHING)

    def _payable(self, wanted: Sequence[Demand]) -> bool:
        return sum(_flow(self._givers, wanted).values(), _NOTHING) == sum((one.value for one in wanted), _NOTHING)


def _shares(givers: Sequence[Supply], wanted: Sequence[Demand]) -> list[Share]:
    return [Share(*pair, value) for pair, value in _flow(givers, wanted).items() if value > 0]


def _flow(givers: Sequence[Supply], wanted: Sequence[Demand]) -> Mapping[tuple[str, str], Fraction]:
    """The largest flow from courses to units; units are served in their order, each by the courses in theirs."""
    spare = {one.uid: one.value for one in givers}
    by_uid = {one.uid: one for one in givers}
    flow: dict[tuple[str, str], Fraction] = {}
    for unit in wanted:
        missing = unit.value
        while missing > 0:
            path = _path(unit.uid, givers, by_uid, spare, flow)
            if path is None:
                break
            missing -= _push(path, missing, spare, flow)
    return flow


def _path(
    unit: str,
    givers: Sequence[Supply],
    by_uid: Mapping[str, Supply],
    spare: Mapping[str, Fraction],
    flow: Mapping[tuple[str, str], Fraction],
) -> list[tuple[str, str]] | None:
    """A way from a unit in want over courses that can be freed elsewhere to a course with something to spare."""
    came: dict[str, tuple[str, str]] = {}  # a course → the unit that asks it, and the course that unit was paid by
    waiting: list[tuple[str, str]] = [(unit, "")]
    while waiting:
        asking, freed = waiting.pop(0)
        for giver in givers:
            if asking not in giver.counts_for or giver.uid in came:
                continue
            came[giver.uid] = (asking, freed)
            if spare[giver.uid] > 0:
                return _way(giver.uid, came)
            waiting += [(paid, giver.uid) for (by, paid), value in flow.items() if by == giver.uid and value > 0]
    return None


def _way(course: str, came: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs along the way, from the course with something to spare to the unit in want."""
    way = []
    while course:
        asking, freed = came[course]
        way.append((course, asking))
        course = freed
    return way


def _push(
    way: Sequence[tuple[str, str]],
    missing: Fraction,
    spare: dict[str, Fraction],
    flow: dict[tuple[str, str], Fraction],
) -> Fraction:
    """Pays along the way: each course on it gives to a new unit what the next course takes over from it."""
    given_back = [(next_course, asking) for (_, asking), (next_course, _) in pairwise(way)]
    amount = min([missing, spare[way[0][0]], *(flow[pair] for pair in given_back)])
    spare[way[0][0]] -= amount
    for pair in way:
        flow[pair] = flow.get(pair, _NOTHING) + amount
    for pair in given_back:
        flow[pair] -= amount
    return amount
