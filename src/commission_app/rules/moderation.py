"""How a sample is drawn so that anybody can draw it again, and how far assessors agree, as an exact share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

from commission_app.rules.combination import Given


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many outcomes two or more assessors scored, and in how many all of them said the same."""

    compared: int = 0
    alike: int = 0

    @property
    def share(self) -> Fraction | None:
        """The share of outcomes scored alike; none where nothing can be compared."""
        return Fraction(self.alike, self.compared) if self.compared else None

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.compared + other.compared, self.alike + other.alike)


def agreement(outcomes: Iterable[Sequence[Given]]) -> Agreement:
    """Counts the outcomes with scores of at least two assessors; order never matters."""
    compared = [scores for scores in outcomes if len(scores) > 1]
    return Agreement(len(compared), sum(len(set(scores)) == 1 for scores in compared))


def sample(seed: str, keys: Iterable[str], size: int) -> tuple[str, ...]:
    """Draws so many keys, or all where there are fewer: the same seed and keys always give the same sample."""
    ranked = sorted(set(keys), key=lambda key: (sha256(f"{seed}:{key}".encode()).digest(), key))
    return tuple(ranked[: max(size, 0)])
