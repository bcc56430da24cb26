"""Facts as canonical JSON text and back: the same facts always give the same text, and nonsense is never read."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")


def written(facts: "DataclassInstance") -> str:
    """Frozen facts as canonical JSON text."""
    return json.dumps(_plain(facts), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def made(form: type[F], text: str) -> F:
    """The facts of a form as they were written.

    Raises ValueError for text that is no JSON, a field the form does not have, or a value that is none of its kind.
    """
    try:
        return cast(F, _made(form, json.loads(text)))
    except (TypeError, KeyError, InvalidOperation, RecursionError) as error:
        raise ValueError(form.__name__) from error


def _plain(value: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case tuple():
            return [_plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _made(form: "type[DataclassInstance]", given: Any) -> Any:
    hints = get_type_hints(form)
    if not isinstance(given, dict) or not set(given) <= set(hints):
        raise ValueError(form.__name__)
    return form(**{name: _value(hints[name], value) for name, value in given.items()})


def _value(wanted: Any, given: Any) -> Any:
    if get_origin(wanted) is UnionType:
        if given is None:
            return None
        wanted = next(part for part in get_args(wanted) if part is not type(None))
    if get_origin(wanted) is tuple:
        if not isinstance(given, list):
            raise ValueError(given)
        return tuple(_value(get_args(wanted)[0], part) for part in given)
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _made(wanted, given)
    return _simple(wanted, given)


def _simple(wanted: Any, given: Any) -> Any:
    # By the very type: to Python a truth value is a number too.
    if type(given) is not (wanted if wanted in (bool, int) else str):
        raise ValueError(given)
    if wanted is date:
        return date.fromisoformat(given)
    number = wanted(given)
    if isinstance(number, Decimal) and not number.is_finite():
        raise ValueError(given)
    return number
