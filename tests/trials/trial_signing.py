"""Of 300 signed papers, tampered with in four ways, every one is reported and every untouched one accepted.

One random byte changed, a page appended, an incremental update, the signature of another paper; `pdfsig` is asked as a
second opinion, and each paper that it calls valid although our check refuses it is explained.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.documents import tampering

PAPERS = 300


def play() -> Iterator[str]:
    """Tampers, checks, and asks the other program."""
    seen, differing = Counter[str](), Counter[str]()
    asked = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for one in tampering.tampered(PAPERS, folder):
            assert tampering.accepted(one.good), f"an untouched paper was refused ({one.way})"
            assert not tampering.accepted(one.bad), f"{one.way} was not reported (byte {one.where})"
            seen[one.way] += 1
            opinion = tampering.second_opinion(one.bad, folder)
            asked += opinion is not None
            if opinion:
                why = tampering.explained(one)
                assert why, f"pdfsig accepts {one.way} at {one.where}, and nobody knows why"
                differing[why] += 1
    told = ", ".join(f"{way} {count}" for way, count in sorted(seen.items()))
    yield f"{sum(seen.values())} untouched papers accepted, {sum(seen.values())} tampered ones reported ({told})"
    yield f"pdfsig was asked of {asked}" if asked else "pdfsig is not installed; nobody else was asked"
    for why, count in sorted(differing.items()):
        yield f"{count} that pdfsig calls valid: {why}"
