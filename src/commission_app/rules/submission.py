"""A portfolio as it was submitted: frozen facts with their text and hash, and what differs between two of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from commission_app.errors import RefusedError
from commission_app.rules import canonical
from commission_app.rules.vocabulary.evidence import EvidenceKind, SelfAssessmentLevel, Translation


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file by its name and the hash of its bytes."""

    name: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class FrozenLink:
    """An outcome that the item was held against, and where in it."""

    outcome_uid: str
    code: str
    citation: str = ""
    note: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class FrozenItem:
    """An evidence item as it was submitted."""

    uid: str
    position: int
    kind: EvidenceKind
    title: str
    issuer: str = ""
    issued_on: date | None = None
    language: str = ""
    note: str = ""
    subject: str = ""
    details: str = ""
    translation: Translation = Translation.NOT_NEEDED
    translator: str = ""
    compared: bool = False
    copy_certified: bool = False
    active: bool = True
    replaces_uid: str = ""
    files: tuple[FrozenFile, ...] = ()
    links: tuple[FrozenLink, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenUnit:
    """A unit applied for, with what the applicant tells of it."""

    unit_uid: str
    code: str
    narrative: str = ""


@dataclass(frozen=True, slots=True)
class FrozenSelf:
    """What the applicant said of one outcome."""

    outcome_uid: str
    code: str
    level: SelfAssessmentLevel
    text: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that was submitted; the number says how it is written, so that later programs still read it."""

    case_number: str
    items: tuple[FrozenItem, ...] = ()
    units: tuple[FrozenUnit, ...] = ()
    self_assessments: tuple[FrozenSelf, ...] = ()
    format: int = 1


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """An item that stands in both, and the names of what differs in it."""

    before: FrozenItem
    after: FrozenItem
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a later submission has that an earlier one had not; units and outcomes by their codes."""

    added: tuple[FrozenItem, ...]
    removed: tuple[FrozenItem, ...]
    changed: tuple[ChangedItem, ...]
    narratives: tuple[str, ...]
    self_assessments: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether both say the same."""
        return not (self.added or self.removed or self.changed or self.narratives or self.self_assessments)


def written(snapshot: Snapshot) -> str:
    """A snapshot as canonical JSON text."""
    return canonical.written(snapshot)


def hashed(text: str) -> str:
    """The hash that proves the text."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> Snapshot:
    """The snapshot as it was written; refused where the text is none."""
    try:
        return canonical.made(Snapshot, text)
    except ValueError as error:
        raise RefusedError("submission.unreadable") from error


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """What was added, taken away and changed between two submissions; the positions of items do not count."""
    old, new = {item.uid: item for item in before.items}, {item.uid: item for item in after.items}
    both = ((old[uid], item) for uid, item in new.items() if uid in old)
    changed = (ChangedItem(was, now, _fields(was, now)) for was, now in both)
    return Difference(
        added=tuple(item for uid, item in new.items() if uid not in old),
        removed=tuple(item for uid, item in old.items() if uid not in new),
        changed=tuple(one for one in changed if one.fields),
        narratives=_codes(before.units, after.units, "unit_uid"),
        self_assessments=_codes(before.self_assessments, after.self_assessments, "outcome_uid"),
    )


def _fields(was: FrozenItem, now: FrozenItem) -> tuple[str, ...]:
    names = (field.name for field in fields(FrozenItem) if field.name != "position")
    return tuple(name for name in names if getattr(was, name) != getattr(now, name))


def _codes(
    before: Iterable[FrozenUnit | FrozenSelf], after: Iterable[FrozenUnit | FrozenSelf], key: str
) -> tuple[str, ...]:
    old = {getattr(one, key): one for one in before}
    new = {getattr(one, key): one for one in after}
    return tuple((new.get(uid) or old[uid]).code for uid in {**old, **new} if old.get(uid) != new.get(uid))
