"""Lays a scanned page upon the page it should be: from the corners of its code, or from nothing, to part of a dot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Placing:
    """Where a dot of the true page lies on the scan: x' = a·x + b·y + c, y' = d·x + e·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, point: Point) -> Point:
        """The place of a dot on the scan."""
        x, y = point
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def warped(self, scan: "Image", size: tuple[int, int], *, fine: bool = True) -> "Image":
        """The scan as it would look lying upon the true page; a rough look is three times as quick."""
        from PIL import Image

        data = (self.a, self.b, self.c, self.d, self.e, self.f)
        way = Image.Resampling.BICUBIC if fine else Image.Resampling.BILINEAR
        return scan.transform(size, Image.Transform.AFFINE, data, way, fillcolor=255)


def from_pairs(pairs: Sequence[tuple[Point, Point]]) -> Placing:
    """The placing that fits pairs of dots (true page, scan) best."""
    rows = [(x, y, 1.0) for (x, y), _ in pairs]
    a, b, c = _least_squares(rows, [to[0] for _, to in pairs])
    d, e, f = _least_squares(rows, [to[1] for _, to in pairs])
    return Placing(a, b, c, d, e, f)


def similar(pairs: Sequence[tuple[Point, Point]]) -> Placing:
    """The placing by turning and scaling alone: few dots near together say no more."""
    n = len(pairs)
    mx, my = sum(p[0] for p, _ in pairs) / n, sum(p[1] for p, _ in pairs) / n
    ux, uy = sum(q[0] for _, q in pairs) / n, sum(q[1] for _, q in pairs) / n
    dot = sum((p[0] - mx) * (q[0] - ux) + (p[1] - my) * (q[1] - uy) for p, q in pairs)
    cross = sum((p[0] - mx) * (q[1] - uy) - (p[1] - my) * (q[0] - ux) for p, q in pairs)
    size = sum((p[0] - mx) ** 2 + (p[1] - my) ** 2 for p, _ in pairs) or 1.0
    cos, sin = dot / size, cross / size
    return Placing(cos, -sin, ux - cos * mx + sin * my, sin, cos, uy - sin * mx - cos * my)


def sought(page: "Image", scan: "Image") -> Placing:
    """The placing of a page that bears no code: turned by some degrees until it looks most alike."""
    import math

    from PIL import Image, ImageChops, ImageFilter

    small = max(1, page.width // 150)
    soft = ImageFilter.GaussianBlur(1.5)
    true = page.reduce(small).filter(soft)
    seen = scan.resize((true.width, round(scan.height * true.width / scan.width)), Image.Resampling.BOX).filter(soft)
    best: tuple[float, float] | None = None
    for step in range(-24, 25):
        turn = math.radians(step * 0.25)
        laid = _turned(turn, seen.width / true.width, true.size, seen.size).warped(seen, true.size)
        unlike = sum(ImageChops.difference(true, laid).tobytes())
        if best is None or unlike < best[0]:
            best = (unlike, turn)
    assert best is not None
    return _turned(best[1], scan.width / page.width, page.size, scan.size)


def refined(page: "Image", scan: "Image", first: Placing, anchors: Sequence[Box], near: Point | None) -> Placing:
    """The placing made exact by words that are found again; those nearest to a sure place are sought first."""
    placing = first
    ordered = sorted(anchors, key=lambda box: _distance(box, near)) if near else list(anchors)
    for share, reach in ((0.35, 9), (0.7, 7), (1.0, 5), (1.0, 3)) if near else ((1.0, 14), (1.0, 7), (1.0, 3)):
        seen = placing.warped(scan, page.size, fine=False)
        pairs = []
        for box in ordered[: max(6, int(len(ordered) * share))]:
            dx, dy = shift(page, seen, box, reach)
            middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            pairs.append((middle, placing.at((middle[0] + dx, middle[1] + dy))))
        placing = _fitted(pairs, placing, 8 if near else 12)
    return placing


def shift(page: "Image", seen: "Image", box: Box, reach: int) -> tuple[float, float]:
    """By how much a part of the page stands aside on the scan, to part of a dot."""
    from PIL import ImageChops

    true = page.crop(box)
    unlike: dict[tuple[int, int], float] = {}

    def at(dx: int, dy: int) -> float:
        if (dx, dy) not in unlike:
            other = seen.crop((box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy))
            unlike[dx, dy] = sum(ImageChops.difference(true, other).tobytes())
        return unlike[dx, dy]

    for dx in range(-reach, reach + 1, 2):
        for dy in range(-reach, reach + 1, 2):
            at(dx, dy)
    best = min(unlike, key=lambda key: unlike[key])
    for dx in range(best[0] - 1, best[0] + 2):
        for dy in range(best[1] - 1, best[1] + 2):
            at(dx, dy)
    x, y = min(unlike, key=lambda key: unlike[key])
    return x + _valley(at(x - 1, y), at(x, y), at(x + 1, y)), y + _valley(at(x, y - 1), at(x, y), at(x, y + 1))


def _valley(before: float, least: float, after: float) -> float:
    """Where between three neighbours the lowest place lies."""
    bend = before - 2 * least + after
    return 0.0 if bend <= 0 else max(-0.5, min(0.5, (before - after) / (2 * bend)))


def _fitted(pairs: list[tuple[Point, Point]], before: Placing, outlying: float) -> Placing:
    """Fits twice: pairs far off the first fit were mistaken words."""
    fit = from_pairs(pairs) if len(pairs) >= 6 else similar(pairs)
    off = [_off(fit, pair) for pair in pairs]
    middle = sorted(off)[len(off) // 2]
    kept = [pair for pair, far in zip(pairs, off, strict=True) if far <= max(1.0, 2.5 * middle)]
    if len(kept) < 5:
        return fit
    again = from_pairs(kept)
    spread = sorted(_off(again, pair) for pair in kept)[len(kept) // 2]
    return again if spread < outlying else before


def _off(placing: Placing, pair: tuple[Point, Point]) -> float:
    x, y = placing.at(pair[0])
    return max(abs(x - pair[1][0]), abs(y - pair[1][1]))


def _turned(turn: float, scale: float, page: tuple[int, int], scan: tuple[int, int]) -> Placing:
    import math

    cos, sin = math.cos(turn) * scale, math.sin(turn) * scale
    mx, my = page[0] / 2, page[1] / 2
    return Placing(cos, -sin, scan[0] / 2 - cos * mx + sin * my, sin, cos, scan[1] / 2 - sin * mx - cos * my)


def _distance(box: Box, near: Point) -> float:
    return float((box[0] - near[0]) ** 2 + (box[1] - near[1]) ** 2)


def _least_squares(rows: Iterable[tuple[float, float, float]], values: list[float]) -> tuple[float, float, float]:
    """Three unknowns by the normal equations, about the middle so that large numbers do no harm."""
    held = list(rows)
    n = len(held)
    mx, my, mv = sum(r[0] for r in held) / n, sum(r[1] for r in held) / n, sum(values) / n
    sxx = sum((r[0] - mx) ** 2 for r in held)
    syy = sum((r[1] - my) ** 2 for r in held)
    sxy = sum((r[0] - mx) * (r[1] - my) for r in held)
    sxv = sum((r[0] - mx) * (v - mv) for r, v in zip(held, values, strict=True))
    syv = sum((r[1] - my) * (v - mv) for r, v in zip(held, values, strict=True))
    whole = sxx * syy - sxy * sxy
    if abs(whole) < 1e-9:
        return 1.0, 0.0, mv - mx
    p, q = (sxv * syy - syv * sxy) / whole, (syv * sxx - sxv * sxy) / whole
    return p, q, mv - p * mx - q * my
