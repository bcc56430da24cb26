"""Who may do what: the acts of the office by family, and the roles that may do them."""

from collections.abc import Iterable

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.institution import OfficeRole

_SECRETARY, _ASSESSOR, _CHAIR = OfficeRole.SECRETARY, OfficeRole.ASSESSOR, OfficeRole.CHAIR
_DESK = frozenset({_SECRETARY, OfficeRole.ADMINISTRATOR})
_HEAD = frozenset({OfficeRole.ADMINISTRATOR})
_EVERYBODY_WRITING = _DESK | {_ASSESSOR, _CHAIR}

# An act's name is "family.verb", as its service module and function are called.
FAMILIES: dict[str, frozenset[OfficeRole]] = {
    "applicants": _DESK,
    "cases": _DESK | {_CHAIR},
    "people": _DESK,
    "person_changes": _DESK,
    "person_matches": _DESK,
    "person_merge": _DESK,
    "representatives": _DESK,
    "figures": _DESK,
    "evidence": _DESK | {_ASSESSOR},
    "scoring": _DESK | {_ASSESSOR, _CHAIR},
    "exams": _DESK | {_ASSESSOR, _CHAIR},
    "sittings": _DESK | {_CHAIR},
    "votes": _DESK | {_CHAIR},
    "decisions": _DESK | {_CHAIR},
    "registers": _DESK,
    "series": _DESK,
    "papers": _DESK | {_CHAIR},
    "certificates": _DESK | {_CHAIR},
    "standards": _DESK,
    "commissions": _DESK,
    "drafts": _EVERYBODY_WRITING,
    "institution": _HEAD,
    "provisions": _HEAD,
    "users": _HEAD,
    "backup": _DESK,
}


def may(roles: Iterable[OfficeRole], act: str) -> bool:
    """Whether one of the roles may do an act; an act of an unknown family is left to the administrator."""
    family = act.partition(".")[0]
    return not FAMILIES.get(family, _HEAD).isdisjoint(roles)


def check_permitted(roles: Iterable[OfficeRole], act: str) -> None:
    """Refuses an act that none of the person's roles may do."""
    held = tuple(sorted(set(roles)))
    if not may(held, act):
        raise RefusedError("permission.refused", roles=held)
