"""Makes None, True and False last on Python 3.11, where PySide6 6.12 gives back more references to them than it takes.

From Python 3.12 on these objects cannot die, and Qt's bindings are built for that. On 3.11 every emitted signal takes
one reference of True away, and every call that answers None one of None; after some thousand of them the interpreter
ends with "none_dealloc". The count is raised beyond anything that a working life could use up.
"""

import sys

_MANY = 1 << 48


def last() -> None:
    """Raises the counts, once, where Python needs it."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or sys.maxsize < _MANY:
        return
    import ctypes

    for lasting in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(lasting))
        if count.value < _MANY:
            count.value += _MANY
