"""What made a decision lawful, kept as text with the item: lights, figures, who took part, and the votes counted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from commission_app.errors import Refusal
from commission_app.rules.legality import Legality, LightFinding, MemberFacts, Tally
from commission_app.rules.vocabulary.sitting import Light, LightKind
from commission_app.store import acts


@dataclass(frozen=True)
class KeptLegality:
    """The legality of a closed item as it was in that moment."""

    lights: tuple[LightFinding, ...]
    needed: int
    taking_part: int
    present: tuple[str, ...]
    tally: Tally
    presiding: str | None = None


def snapshot(status: Legality, tally: Tally, members: tuple[MemberFacts, ...]) -> str:
    """The canonical text of what stands now."""
    return acts.canonical(
        {
            "lights": [
                {
                    "kind": finding.kind.value,
                    "light": finding.light.value,
                    "reason": finding.why.reason,
                    "facts": {key: _kept(value) for key, value in finding.why.facts.items()},
                }
                for finding in status.lights
            ],
            "needed": status.needed,
            "taking_part": status.taking_part,
            "present": sorted(member.uid for member in members if member.present),
            "presiding": status.presiding,
            "tally": {
                "for": tally.for_,
                "against": tally.against,
                "abstained": tally.abstained,
                "recused": tally.recused,
                "adopted": tally.adopted,
                "by_casting_vote": tally.by_casting_vote,
                "invalid": tally.invalid,
                "base": tally.base,
                "needed": tally.needed,
            },
        }
    )


def kept(text: str) -> KeptLegality | None:
    """What stood when the item was closed; none for an item that was not decided."""
    if not text:
        return None
    raw = json.loads(text)
    return KeptLegality(
        tuple(_finding(light) for light in raw["lights"]),
        raw["needed"],
        raw["taking_part"],
        tuple(raw["present"]),
        _tally(raw["tally"]),
        raw.get("presiding"),
    )


def _tally(raw: Mapping[str, Any]) -> Tally:
    """The count; texts of the time before secret ballots say nothing of invalid papers and of the base."""
    return Tally(
        raw["for"],
        raw["against"],
        raw["abstained"],
        raw["recused"],
        raw["adopted"],
        raw["by_casting_vote"],
        raw.get("invalid", 0),
        raw.get("base", 0),
        raw.get("needed", 0),
    )


def _finding(raw: Mapping[str, Any]) -> LightFinding:
    facts = MappingProxyType({key: _read(value) for key, value in raw["facts"].items()})
    return LightFinding(LightKind(raw["kind"]), Light(raw["light"]), Refusal(reason=raw["reason"], facts=facts))


def _kept(value: object) -> object:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return list(value) if isinstance(value, tuple) else acts.plain(value)


def _read(value: Any) -> object:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"])
    return tuple(value) if isinstance(value, list) else value
