"""What is built once for a run of tests and read by all its processes."""

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import pytest

T = TypeVar("T")

_PATIENCE = 300.0


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], T]) -> T:
    """What `build` makes in a folder of its own; the first process that asks builds, the others wait for it."""
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, answer = root / name, root / f"{name}.built"
    try:
        folder.mkdir()
    except FileExistsError:
        return cast(T, _waited(answer))
    try:
        made: object = build(folder)
    except BaseException as trouble:
        _leave(answer, RuntimeError(f"{name} could not be built: {trouble}"))
        raise
    _leave(answer, made)
    return cast(T, made)


def _leave(answer: Path, made: object) -> None:
    beside = answer.with_suffix(".part")
    beside.write_bytes(pickle.dumps(made))
    beside.replace(answer)


def _waited(answer: Path) -> object:
    until = time.monotonic() + _PATIENCE
    while not answer.exists():
        if time.monotonic() > until:
            raise RuntimeError(f"{answer.stem} was not built in time")
        time.sleep(0.05)
    made: object = pickle.loads(answer.read_bytes())
    if isinstance(made, Exception):
        raise made
    return made
