"""The shape of a backup: one zip with a manifest, the database as SQLite and the blobs, every member under its hash."""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

from commission_app.errors import RefusedError, UnavailableError
from commission_app.store.work import Progress

FORMAT = "commission-app-backup"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
DATABASE = "database.sqlite"
PIECE = 1024 * 1024
LARGEST_MANIFEST = 256 * 1024 * 1024
LARGEST_RATIO = 200
SMALL = 64 * 1024 * 1024

_BLOB = re.compile(r"blobs/([0-9a-f]{2})/(\1[0-9a-f]{62})")


@dataclass(frozen=True)
class Member:
    """One file of the backup: how many bytes, and their sha256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    program: str
    revision: str
    origin: str
    institution: str
    made_at: datetime
    made_by: str
    members: dict[str, Member] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The bytes of all members together."""
        return sum(member.size for member in self.members.values())


class Meter:
    """Counts bytes done against bytes in all, for the person who waits."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def add(self, count: int) -> None:
        """So many more bytes are done."""
        self._done += count
        self._progress.step(min(self._done, self._total), self._total)


def blob_member(digest: str) -> str:
    """Where the bytes of a blob stand in the zip."""
    return f"blobs/{digest[:2]}/{digest}"


def write_member(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes], *, packed: bool, meter: Meter) -> Member:
    """Writes one member piece by piece and says its size and hash."""
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = how
    with archive.open(entry, "w", force_zip64=True) as out:
        for piece in pieces:
            out.write(piece)
            digest.update(piece)
            size += len(piece)
            meter.add(len(piece))
    return Member(size, digest.hexdigest())


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Writes the manifest as the last member: a zip that was cut off has none."""
    text = json.dumps(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "program": manifest.program,
            "revision": manifest.revision,
            "origin": manifest.origin,
            "institution": manifest.institution,
            "made_at": manifest.made_at.isoformat(),
            "made_by": manifest.made_by,
            "members": {name: {"size": m.size, "sha256": m.sha256} for name, m in sorted(manifest.members.items())},
        },
        ensure_ascii=False,
        indent=1,
    )
    archive.writestr(zipfile.ZipInfo(MANIFEST, date_time=(1980, 1, 1, 0, 0, 0)), text.encode())


def pieces_of(path: Path) -> Iterator[bytes]:
    """A file, piece by piece."""
    with path.open("rb") as source:
        while piece := source.read(PIECE):
            yield piece


class Archive:
    """A backup opened for reading; nothing of it is believed before it is checked."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self.path, self.manifest, self._zip = path, manifest, archive

    def copy(self, name: str, out: IO[bytes] | None, meter: Meter) -> None:
        """Reads a member to its end, into a file if one is given, and proves its size and hash."""
        for piece in self.pieces(name):
            if out is not None:
                out.write(piece)
            meter.add(len(piece))

    def pieces(self, name: str) -> Iterator[bytes]:
        """A member piece by piece; refused at its end when its size or hash is not the manifest's."""
        wanted, digest, size = self.manifest.members[name], hashlib.sha256(), 0
        with self._in_plain_terms(), self._zip.open(name) as source:
            while piece := source.read(PIECE):
                size += len(piece)
                if size > wanted.size:
                    break
                digest.update(piece)
                yield piece
        if size != wanted.size or digest.hexdigest() != wanted.sha256:
            raise RefusedError("backup.member_changed", file=self.path.name, member=name)

    @contextmanager
    def _in_plain_terms(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, EOFError, zlib.error) as error:
            raise RefusedError("backup.damaged", file=self.path.name) from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Opens a backup after looking at its shape: names, sizes and manifest.

    Refused: a file that is no backup, is cut off, was made by a newer program, or names members it does not have.
    """
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise RefusedError("backup.absent", at="source", file=str(path)) from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise RefusedError("backup.not_a_backup", at="source", file=path.name) from error
    except OSError as error:
        raise UnavailableError("backup.unreadable", file=path.name, why=error.strerror or str(error)) from error
    with archive:
        manifest = _manifest(path, archive)
        _check_members(path, archive, manifest)
        yield Archive(path, archive, manifest)


def _manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise RefusedError("backup.too_large", file=path.name, member=MANIFEST)
        found = json.loads(archive.read(MANIFEST))
        if found["format"] != FORMAT:
            raise KeyError("format")
        newer = int(found["format_version"]) > FORMAT_VERSION
        if newer:
            raise RefusedError("backup.newer", file=path.name, program=str(found.get("program", "?"))[:20])
        members = {str(name): Member(int(m["size"]), str(m["sha256"])) for name, m in found["members"].items()}
        moment = datetime.fromisoformat(found["made_at"])
        words = {key: str(found[key]) for key in ("program", "revision", "origin", "institution", "made_by")}
    except RefusedError:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, zlib.error) as error:
        raise RefusedError("backup.not_a_backup", at="source", file=path.name) from error
    return Manifest(made_at=moment, members=members, **words)


def _check_members(path: Path, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    found = {entry.filename: entry for entry in archive.infolist()}
    if len(found) != len(archive.infolist()):
        raise RefusedError("backup.member_twice", file=path.name)
    for name in found:
        if name not in (MANIFEST, DATABASE) and not _BLOB.fullmatch(name):
            raise RefusedError("backup.foreign_member", file=path.name, member=name[:80])
    if DATABASE not in manifest.members:
        raise RefusedError("backup.not_a_backup", at="source", file=path.name)
    for name in {*found, *manifest.members} - {MANIFEST}:
        if name not in found or name not in manifest.members:
            raise RefusedError("backup.member_missing", file=path.name, member=name[:80])
        entry, size = found[name], manifest.members[name].size
        # A few kilobytes that claim to unpack to gigabytes would fill the disk before their hash can be told.
        if entry.file_size > max(SMALL, LARGEST_RATIO * entry.compress_size):
            raise RefusedError("backup.too_large", file=path.name, member=name)
        if entry.file_size != size:
            raise RefusedError("backup.member_changed", file=path.name, member=name)
