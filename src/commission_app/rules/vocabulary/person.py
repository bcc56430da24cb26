"""Words about the person whose learning is recognised."""

from enum import StrEnum


class CodeKind(StrEnum):
    """The two formats of a Latvian personal code: with a birth date in it, and without (since 01.07.2017)."""

    OLD = "old"
    NEW = "new"
