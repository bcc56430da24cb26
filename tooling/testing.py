"""Every check and every test, with a PostgreSQL server of its own."""

import os
import sys
import tempfile
import time

from tooling import checks, postgres
from tooling.ground import say
from tooling.stages import Outcome, Stage, aloud, summary, tell

PROCESSES = 4
WAITING = 2  # tests of windows and databases wait a quarter of their time: more processes than processors use it


def main(words: list[str]) -> int:
    """Checks, then tests; words go to pytest and mean: only those tests, without the checks."""
    chosen = words or ["-q", "-n", str(min(PROCESSES, os.cpu_count() or 1) + WAITING), "--dist", "worksteal"]
    with tempfile.TemporaryDirectory(prefix="commission-app-", dir=postgres.in_memory()) as runtime:
        os.chmod(runtime, 0o700)  # noqa: PTH101 - Qt wants a runtime folder that nobody else can enter
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": runtime,
            "PYTEST_DEBUG_TEMPROOT": runtime,
            # Many processes read the same modules: one of them compiles.
            "PYTHONDONTWRITEBYTECODE": "",
        }
        # While one processor looks at the types, the other compiles what all processes of the tests will read.
        reading = Stage("tests read (pytest)", ("-m", "pytest", "-q", "--collect-only"), environment)
        outcomes = [] if words else checks.outcomes(reading)
        began = time.monotonic()
        with postgres.server() as address:
            if address is None:
                say("There is no PostgreSQL on this computer; the tests that need it are skipped, by name.")
                environment["COMMISSION_TEST_POSTGRES"] = "none"
            else:
                outcomes.append(Outcome("PostgreSQL", 0, time.monotonic() - began))
                tell(outcomes[-1])
                environment["COMMISSION_TEST_POSTGRES"] = address
            outcomes.append(aloud(Stage("tests (pytest)", ("-m", "pytest", *chosen), environment)))
    return summary(outcomes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
