#!/usr/bin/env python3
"""The two commands a newcomer needs, `run` and `test`, and the developers' others; needs only Python."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it with an older Python should hear why
    sys.exit("Commission App needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

from tooling.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
