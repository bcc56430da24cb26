"""Checks the chain of acts: none missing, no text changed, every kept personal value still the one sealed."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from commission_app.errors import Refusal, refusal
from commission_app.models.act import Act, ChainHead, PrivateValue
from commission_app.services.check_progress import Tally
from commission_app.store import acts
from commission_app.store.work import Reading

PORTION = 500


def findings(reading: Reading, tally: Tally) -> Iterator[Refusal]:
    """Every act in its order, then the head of the chain."""
    position, link = 0, ""
    for portion in _portions(reading):
        kept = _kept(reading, portion)
        for act in portion:
            tally.one()
            for absent in range(position + 1, act.position):
                yield refusal("check.act_missing", position=absent)
            if act.position == position + 1 and act.previous_hash != link:
                yield refusal("check.act_unlinked", position=act.position, name=act.name)
            yield from _act(act, kept[act.id])
            position, link = act.position, act.hash
    head = reading.session.scalars(select(ChainHead)).one()
    if (head.position, head.hash) != (position, link):
        yield refusal("check.chain_head", position=position, recorded=head.position)


def _portions(reading: Reading) -> Iterator[Sequence[Act]]:
    acts_in_order = select(Act).order_by(Act.position).execution_options(yield_per=PORTION)
    for portion in reading.session.scalars(acts_in_order).partitions():
        yield portion
        for act in portion:
            reading.session.expunge(act)  # the acts of many years must not fill the memory


def _kept(reading: Reading, portion: Sequence[Act]) -> dict[int, list[PrivateValue]]:
    """The personal values that still exist, by their acts."""
    keys = [act.id for act in portion]
    found: dict[int, list[PrivateValue]] = defaultdict(list)
    between = select(PrivateValue).where(PrivateValue.act_id >= min(keys), PrivateValue.act_id <= max(keys))
    for value in reading.session.scalars(between):
        found[value.act_id].append(value)
        reading.session.expunge(value)
    return found


def _act(act: Act, kept: list[PrivateValue]) -> Iterator[Refusal]:
    if acts.chain_hash(act.previous_hash, act.text) != act.hash:
        yield refusal("check.act_changed", position=act.position, name=act.name)
        return
    try:
        said = json.loads(act.text)
        heading = (said["act"], said["at"], said["by"], said["as"], said["name"])
        sealed = _sealed(said["changes"])
    except (ValueError, LookupError, TypeError, AttributeError):
        yield refusal("check.act_changed", position=act.position, name=act.name)
        return
    by = acts.plain(act.user_uid)
    if heading != (str(act.uid), acts.plain(act.moment), by, acts.plain(act.user_name), act.name):
        yield refusal("check.act_heading", position=act.position, name=act.name)
    for value in kept:
        seal = hashlib.sha256((value.salt + value.value).encode()).hexdigest()
        if seal not in sealed[(str(value.subject_uid), value.field)]:
            yield refusal("check.act_private", position=act.position, name=act.name, field=value.field)


def _sealed(changes: list[dict[str, Any]]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in changes:
        for field, values in row["fields"].items():
            found[(row["uid"], field)] |= {value["sealed"] for value in values if isinstance(value, dict)}
    return found
