"""Facts for any paper, made by the types of their fields: hard names, one line or forty, both languages."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import count
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer
from commission_app.errors import Refusal, refusal
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.documents.sample_house import DAY, letterhead

LONG = "Konstantinopolskaja-Vecbebrumuižniece-Zeltkalne-Ozolkalniņa"
NAMES = ("Ieva Ķēniņa-Āboļa", "Jānis Žņaugs", "Žanete Šūpulīte", f"Anastasija {LONG}s", "Ģirts Ķēniņš-Āboļš")
TEXTS = (
    Pair("Programmēšana I", "Programming I"),
    Pair("Datubāzu pārvaldības sistēmu lietošana un administrēšana", "Use and administration of database systems"),
    Pair("Prot novērtēt tīkla drošības riskus", "Is able to assess network security risks"),
    Pair("Tīkla ierīkošana un uzturēšana", "Setting up and maintaining networks"),
)
PEOPLE = (
    "name applicant holder recipient person assessor member chair secretary teller addressee examinee head "
    "consultant exported_by by holders held_by given_name surname compared_by written_by certifier author"
).split()
NUMBERS = {"code": "DatZ10{n:02}", "identity": "010190-0000{n:02}", "address": "Parka iela {n}, Rīga, LV-1000"}
NUMBERS |= {"email": "ieva@paraugs.example", "year": "2026", "series": "PKA", "sha256": "0f" * 32, "iban": "LV00PARA0"}
NUMBERS |= {"rule": "unit.not_recognisable", "would_change": "change.rounding"}


class Maker:
    """Makes values, always the same ones in the same order."""

    def __init__(self, lines: int) -> None:
        self._lines = lines
        self._next = count(1)

    def of(self, kind: Any, name: str = "", depth: int = 0) -> Any:
        """A value of a type for the field of this name."""
        known = self._known(kind, name)
        if known is not None:
            return known
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            chosen = Pair if Pair in inner else next(each for each in inner if each is not type(None))
            return self.of(chosen, name, depth)
        if origin is Literal:
            return inner[0]
        if origin is tuple or origin in (list, typing.Sequence) or str(origin).endswith(("Sequence'>", "Iterable'>")):
            return self._several(inner, name, depth)
        if origin is dict or str(origin).endswith("Mapping'>"):
            return {self.of(inner[0], name, depth + 1): self.of(inner[1], name, depth + 1)}
        if origin is frozenset:
            return frozenset({self.of(inner[0], name, depth + 1)})
        if is_dataclass(kind):
            return self.facts(kind, depth)
        if isinstance(kind, type) and issubclass(kind, Enum):
            members = list(kind)
            return members[next(self._next) % len(members)]
        raise TypeError(f"no sample for {name}: {kind}")

    def facts(self, kind: Any, depth: int = 0) -> Any:
        """A dataclass with every field filled."""
        hints = get_type_hints(kind)
        wanted = [each for each in fields(kind) if each.init]
        return kind(**{each.name: self._field(each, hints[each.name], depth) for each in wanted})

    def _field(self, field: Any, kind: Any, depth: int) -> Any:
        if field.name in ("draft", "silent", "duplicate_of") and field.default is not MISSING:
            return field.default
        return self.of(kind, field.name, depth)

    def _several(self, inner: tuple[Any, ...], name: str, depth: int) -> Any:
        if len(inner) == 2 and inner[1] is not Ellipsis:
            return tuple(self.of(each, name, depth + 1) for each in inner)
        if len(inner) > 2:
            return tuple(self.of(each, name, depth + 1) for each in inner)
        many = self._lines if depth == 0 and name not in ("legal_basis", "signers") else min(self._lines, 2)
        return tuple(self.of(inner[0], name, depth + 1) for _ in range(many))

    def _known(self, kind: Any, name: str) -> Any:
        n = next(self._next)
        if kind is Letterhead:
            return letterhead()
        if kind is Signatures:
            return Signatures((self.of(Signer), self.of(Signer)))
        if kind is Signer:
            return Signer(Pair("komisijas priekšsēdētāja", "chair of the commission"), NAMES[n % len(NAMES)])
        if kind is Pair:
            return TEXTS[n % len(TEXTS)]
        if kind is Credits:
            return Credits.of(str(n % 5 + 1), CreditUnit.ECTS)
        simple = {
            bool: n % 2 == 0,
            int: n % 9 + 1,
            str: self._text(name, n),
            bytes: b"A" * 60,
            date: DAY + timedelta(n % 60),
            datetime: datetime(2026, 11, 24, 8 + n % 8, 30, tzinfo=UTC),
            time: time(8 + n % 8, 30),
            Decimal: Decimal(n % 40) / 2,
            Fraction: Fraction(n % 40, 2),
            UUID: UUID(int=n),
            object: "—",
            Refusal: refusal("letterhead.no_picture", file="darba_līgums.pdf"),
        }
        return simple.get(kind) if not isinstance(kind, types.GenericAlias) else None

    @staticmethod
    def _text(name: str, n: int) -> str:
        if name in PEOPLE or name.endswith(("_name", "_by")):
            return NAMES[n % len(NAMES)]
        if name in NUMBERS:
            return NUMBERS[name].format(n=n % 90 + 10)
        if "number" in name:
            return f"A-2026/{n % 999:03d}"
        return TEXTS[n % len(TEXTS)].lv


def made(kind: Any, lines: int, **fixed: object) -> Any:
    """The facts of a paper with so many lines; `fixed` says what the types alone cannot know."""
    maker = Maker(lines)
    hints: Mapping[str, Any] = get_type_hints(kind)
    wanted = [each for each in fields(kind) if each.init]
    return kind(**{each.name: fixed.get(each.name, maker._field(each, hints[each.name], 0)) for each in wanted})
