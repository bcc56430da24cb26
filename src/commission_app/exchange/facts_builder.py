"""Builds frozen facts from parsed JSON by the types their fields state; a field left out is empty."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

Facts = TypeVar("Facts")
_EMPTY: Mapping[object, object] = {str: "", bool: False}


class FactsBuilder:
    """Builds facts; `day` turns the text of a date into a date, told for which field."""

    def __init__(self, day: Callable[[str, str], date]) -> None:
        self.day = day

    def build(self, kind: type[Facts], raw: object) -> Facts:
        """The facts of a kind from an object of JSON; an unknown field is an error in the file."""
        if not isinstance(raw, dict):
            raise TypeError(f"{kind.__name__}: {raw!r} is no object")
        hints = get_type_hints(kind)
        unknown = set(raw) - set(hints)
        if unknown:
            raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        values: dict[str, object] = {}
        for field in dataclasses.fields(cast(type, kind)):
            hint = hints[field.name]
            if field.name in raw:
                values[field.name] = self._value(hint, raw[field.name], field.name)
            elif field.default is dataclasses.MISSING:
                values[field.name] = self._nothing(hint, kind, field.name)
        return kind(**values)

    def _value(self, hint: object, raw: object, name: str) -> object:
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return None if raw is None else self._value(inner[0], raw, name)
        if origin is tuple:
            assert isinstance(raw, list)
            each = inner[:1] * len(raw) if inner[1:] == (...,) else inner
            return tuple(self._value(one, value, name) for one, value in zip(each, raw, strict=True))
        assert isinstance(hint, type)
        if dataclasses.is_dataclass(hint):
            return self.build(hint, raw)
        return self._plain(hint, raw, name)

    def _plain(self, hint: type, raw: object, name: str) -> object:
        if hint is date:
            return self.day(str(raw), name)
        if hint is time:
            return time.fromisoformat(str(raw))
        if hint is Decimal:
            return Decimal(str(raw))
        if issubclass(hint, StrEnum):
            return hint(str(raw))
        if not isinstance(raw, hint):
            raise TypeError(f"{name}: {raw!r} is no {hint.__name__}")
        return raw

    def _nothing(self, hint: object, kind: type, name: str) -> object:
        if get_origin(hint) is tuple:
            return ()
        if get_origin(hint) in (Union, types.UnionType):
            return None
        if hint in _EMPTY:
            return _EMPTY[hint]
        raise TypeError(f"{kind.__name__} lacks {name}")
