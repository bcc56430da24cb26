"""Signed containers (ASiC-E, .edoc, .asics): what is in them, told without trusting a word of the archive."""

import io
import stat
import zipfile
from dataclasses import dataclass

from commission_app.errors import RefusedError
from commission_app.exchange.evidence_file import examine
from commission_app.exchange.evidence_name import ending, safe_name
from commission_app.exchange.evidence_signature import ZIP_TROUBLES

MEBIBYTE = 1024 * 1024
MOST_ENTRIES = 1_000
MOST_ENTRY_BYTES = 200 * MEBIBYTE
MOST_RATIO = 200
"""A real document never packs to less than a two-hundredth; a bomb packs to a thousandth."""
UNJUDGED_BYTES = MEBIBYTE
"""So little never fills a memory, however well it packs."""
ENDINGS = frozenset({".edoc", ".asice", ".sce", ".asics", ".scs", ".bdoc", ".zip"})
MEDIA_TYPES = frozenset({"application/vnd.etsi.asic-e+zip", "application/vnd.etsi.asic-s+zip", "application/x-edoc"})
_PIECE = 64 * 1024
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class InnerFile:
    """A file within a container: its name as written there, its size, and how it can be shown."""

    name: str
    size: int
    media_type: str
    container: bool = False
    """A container within the container is named, and never opened."""


class Container:
    """An opened container; every promise of the archive is checked before a byte is believed."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except ZIP_TROUBLES:
            raise RefusedError("container.broken", at="file", file=file) from None
        if len(entries) > MOST_ENTRIES:
            raise RefusedError("container.too_many", at="file", file=file, count=len(entries), most=MOST_ENTRIES)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            self._admit(entry)

    def files(self) -> tuple[InnerFile, ...]:
        """The documents in it, without the signatures and the archive's own bookkeeping."""
        return tuple(self._inner(entry) for name, entry in self._entries.items() if not is_bookkeeping(name))

    def signatures(self) -> tuple[str, ...]:
        """The names of the XAdES signatures in it."""
        return tuple(name for name in self._entries if _is_signature(name, ".xml"))

    def other_signatures(self) -> tuple[str, ...]:
        """The names of signatures of the other kind (CAdES), which the program cannot check."""
        return tuple(name for name in self._entries if _is_signature(name, ".p7s"))

    def documents(self) -> tuple[str, ...]:
        """The names that every signature should cover."""
        return tuple(name for name in self._entries if not is_bookkeeping(name))

    def read(self, name: str) -> bytes:
        """The bytes of an inner file; refused where it unpacks to more than it should."""
        entry = self._entries.get(name)
        if entry is None:
            raise RefusedError("container.absent", at="file", file=self.file, entry=name)
        if entry.flag_bits & _ENCRYPTED:
            raise RefusedError("container.encrypted", at="file", file=self.file, entry=name)
        pieces, size = [], 0
        try:
            with self._zip.open(entry) as source:
                while piece := source.read(_PIECE):
                    size += len(piece)
                    # The archive's own word on its sizes is what a bomb lies about: the bytes are counted.
                    self._bear(entry, size)
                    pieces.append(piece)
        except (*ZIP_TROUBLES, NotImplementedError):
            raise RefusedError("container.broken", at="file", file=self.file) from None
        return b"".join(pieces)

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename
        if entry.is_dir():
            return
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or not parts[0] or ":" in parts[0] or "\0" in name:
            raise RefusedError("container.path", at="file", file=self.file, entry=name)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise RefusedError("container.link", at="file", file=self.file, entry=name)
        if name in self._entries:
            raise RefusedError("container.doubled", at="file", file=self.file, entry=name)
        self._bear(entry, entry.file_size)
        self._entries[name] = entry

    def _bear(self, entry: zipfile.ZipInfo, size: int) -> None:
        name = entry.filename
        if size > MOST_ENTRY_BYTES:
            most = MOST_ENTRY_BYTES // MEBIBYTE
            raise RefusedError("container.entry_too_large", at="file", file=self.file, entry=name, most=most)
        if size > UNJUDGED_BYTES and size > MOST_RATIO * max(entry.compress_size, 1):
            raise RefusedError("container.bomb", at="file", file=self.file, entry=name)

    def _inner(self, entry: zipfile.ZipInfo) -> InnerFile:
        if ending(entry.filename) in ENDINGS:
            return InnerFile(entry.filename, entry.file_size, "application/zip", container=True)
        return InnerFile(entry.filename, entry.file_size, self._media_type(entry))

    def _media_type(self, entry: zipfile.ZipInfo) -> str:
        try:
            return examine(safe_name(entry.filename), io.BytesIO(self.read(entry.filename))).media_type
        except RefusedError:
            return ""


def is_bookkeeping(name: str) -> bool:
    """Whether an entry belongs to the container itself and is no document."""
    return name == "mimetype" or name.startswith("META-INF/")


def is_container(name: str, media_type: str) -> bool:
    """Whether a file of the portfolio is a signed container."""
    return media_type in MEDIA_TYPES or ending(name) in ENDINGS - {".zip"}


def _is_signature(name: str, end: str) -> bool:
    return name.startswith("META-INF/") and "signature" in name.casefold() and ending(name) == end
