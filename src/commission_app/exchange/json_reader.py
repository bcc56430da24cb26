"""Opens a JSON file that somebody else made: UTF-8 only, no key twice, no depth without end, exact numbers."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from commission_app.errors import RefusedError

MEBIBYTE = 1024 * 1024
MOST_BYTES = 64 * MEBIBYTE
Fields: TypeAlias = dict[str, object]


class _DoubledKeyError(Exception):
    """A key that stands twice in one object: readers differ in which of the two they believe."""


def parsed(data: bytes, file: str) -> object:
    """What the file says; refused with the line where it breaks off."""
    if len(data) > MOST_BYTES:
        size = -(-len(data) // MEBIBYTE)
        raise RefusedError("json_file.too_large", file=file, size=size, most=MOST_BYTES // MEBIBYTE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data[: trouble.start].count(b"\n") + 1
        raise RefusedError("json_file.encoding", file=file, line=line) from None
    if "\0" in text:
        raise RefusedError("json_file.encoding", file=file, line=1)
    try:
        # Numbers with decimals stay as they are written: 1.10 is not 1.1 where it is a code.
        found: object = json.loads(text, parse_float=str, parse_constant=str, object_pairs_hook=_object_of)
    except json.JSONDecodeError as trouble:
        raise RefusedError("json_file.unreadable", file=file, line=trouble.lineno, column=trouble.colno) from None
    except _DoubledKeyError as trouble:
        raise RefusedError("json_file.doubled_key", file=file, key=str(trouble)) from None
    except (RecursionError, MemoryError):
        raise RefusedError("json_file.too_deep", file=file) from None
    except ValueError:
        raise RefusedError("json_file.unreadable", file=file, line=1, column=1) from None
    return found


def fields(value: object, file: str, place: str) -> Fields:
    """The value as an object with fields."""
    if not isinstance(value, dict):
        raise RefusedError("json_file.wants_object", file=file, place=place)
    return value


def items(owner: Fields, key: str, file: str, place: str) -> list[object]:
    """The list under a key; none where there is no such key."""
    value = owner.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RefusedError("json_file.wants_list", file=file, place=place, key=key)
    return value


def text(owner: Fields, key: str, file: str, place: str) -> str:
    """The text under a key; a number is taken as written, nothing is an empty text."""
    value = owner.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RefusedError("json_file.wants_text", file=file, place=place, key=key)
    return str(value).strip()


def _object_of(pairs: Iterable[tuple[str, object]]) -> Fields:
    found: Fields = {}
    for key, value in pairs:
        if key in found:
            raise _DoubledKeyError(key)
        found[key] = value
    return found
