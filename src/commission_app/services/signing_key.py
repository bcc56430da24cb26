"""Which key this computer signs with, and how: chosen in the preferences of the person; no secret stands there."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from commission_app import config
from commission_app.documents.signing_key import KeySource, Secret, open_key
from commission_app.documents.signing_writer import Extras
from commission_app.errors import RefusedError, UnavailableError

__all__ = ["KeyChoice", "KeySource", "Secret", "TriedKey", "choice", "choose", "tried"]

FILE = "signing.json"


@dataclass(frozen=True)
class KeyChoice:
    """Where the key lies, which time-stamp service is asked, and whether the signature shows on the paper."""

    file: str = ""
    module: str = ""
    token: str = ""
    label: str = ""
    stamp_address: str = ""
    long_term: bool = False
    visible: bool = True

    @property
    def chosen(self) -> bool:
        """Whether there is a key to sign with."""
        return bool(self.file or self.module)

    @property
    def source(self) -> KeySource:
        """Where the key lies."""
        return KeySource(self.file, self.module, self.token, self.label)

    def extras(self, anchors: tuple[str, ...], *, stamped: bool) -> Extras:
        """What is asked for beside the signature."""
        address = self.stamp_address if stamped else ""
        return Extras(address, self.long_term and stamped, anchors)


@dataclass(frozen=True)
class TriedKey:
    """Whose certificate a key has, and until when it is valid."""

    name: str
    valid_until: date


def choice() -> KeyChoice:
    """What was chosen on this computer by this person; nothing where the file cannot be read."""
    try:
        found: Any = json.loads((config.user_folder() / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return KeyChoice()
    if not isinstance(found, dict):
        return KeyChoice()
    known = {each.name: type(each.default) for each in fields(KeyChoice)}
    kept: dict[str, Any] = {name: value for name, value in found.items() if type(value) is known.get(name)}
    return KeyChoice(**kept)


def choose(chosen: KeyChoice) -> None:
    """Keeps the choice for this person on this computer.

    Refused: a file and a token at once, a key file or library that is not there, an address that is none.
    """
    if chosen.file and chosen.module:
        raise RefusedError("signing.two_keys", at="module")
    if chosen.file and not Path(chosen.file).is_file():
        raise RefusedError("signing.key_file_absent", at="file", file=chosen.file)
    if chosen.module and not Path(chosen.module).is_file():
        raise RefusedError("signing.module_absent", at="module", file=chosen.module)
    if chosen.stamp_address and not chosen.stamp_address.startswith(("http://", "https://")):
        raise RefusedError("signing.stamp_address", at="stamp_address", address=chosen.stamp_address)
    if chosen.long_term and not chosen.stamp_address:
        raise RefusedError("signing.long_without_stamp", at="stamp_address")
    folder = config.user_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f"{FILE}.new"
        beside.write_text(json.dumps(asdict(chosen), ensure_ascii=False, indent=2, sort_keys=True), "utf-8")
        beside.replace(folder / FILE)
    except OSError as trouble:
        raise UnavailableError("config.not_writable", folder=str(folder)) from trouble


def tried(chosen: KeyChoice, secret: Secret) -> TriedKey:
    """Opens the key once and lets go of it: whose it is. Refused: as opening a key is."""
    key = open_key(chosen.source, secret)
    try:
        return TriedKey(key.name, key.valid_until)
    finally:
        key.close()
