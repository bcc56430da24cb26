"""Runs the measurements named, or all, and prints them side by side: ours, the bare peer, the ratio and the aim."""

import importlib
import sys

from bench.sides import Line, heading, machine

MEASUREMENTS = {
    "paint": "bench.paint",
    "pages": "bench.pages",
    "search": "bench.search",
    "matrix": "bench.matrix",
    "framework": "bench.framework",
    "workbook": "bench.workbook",
    "book": "bench.book",
    "certificates": "bench.certificates",
    "signing": "bench.signing",
    "awards": "bench.awards",
    "sitting": "bench.sitting",
}


def main(words: list[str]) -> int:
    """Measures; 1 when an aim is missed, 2 for a name that is none."""
    unknown = [word for word in words if word not in MEASUREMENTS]
    if unknown:
        print(f"There is no measurement {unknown[0]!r}; there are: {', '.join(MEASUREMENTS)}.")
        return 2
    print(machine(), flush=True)
    print(heading(), flush=True)
    missed = 0
    for name in words or MEASUREMENTS:
        measured: list[Line] = importlib.import_module(MEASUREMENTS[name]).measure()
        for line in measured:
            print(line.text(), flush=True)
            missed += not line.reached
    print("Every aim is reached." if not missed else f"{missed} aim(s) missed.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
