"""The signatures by which a file betrays what it is, whatever its name says."""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from commission_app.errors import RefusedError
from commission_app.exchange.evidence_name import ending

MOST_ENTRIES = 10_000
# Everything zipfile was seen to raise on damaged or hostile containers.
ZIP_TROUBLES = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, struct.error)
RUNNABLE = (
    "exe com bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta scr pif msi msp cpl dll sys jar apk sh bash "
    "py pyw pl rb php lnk url reg scf inf gadget app deb rpm iso img vhd swf chm"
)
MACRO_DOCUMENTS = "docm dotm xlsm xltm xlam pptm ppsm"
WEB_PAGES = "html htm xhtml mht mhtml svg"
_PROGRAM_HEADS = (b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"#!")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP_HEADS = (b"<!doctype html", b"<html", b"<script", b"<svg")


@dataclass(frozen=True, slots=True)
class Signature:
    """A kind of file: its media type, the family it is shown as, and the endings it usually bears."""

    media_type: str
    family: str
    endings: tuple[str, ...]


PDF = Signature("application/pdf", "pdf", (".pdf",))
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", Signature("image/png", "picture", (".png",))),
    (b"\xff\xd8\xff", Signature("image/jpeg", "picture", (".jpg", ".jpeg", ".jpe"))),
    (b"GIF87a", Signature("image/gif", "picture", (".gif",))),
    (b"GIF89a", Signature("image/gif", "picture", (".gif",))),
    (b"II*\0", Signature("image/tiff", "picture", (".tif", ".tiff"))),
    (b"MM\0*", Signature("image/tiff", "picture", (".tif", ".tiff"))),
)
_WEBP = Signature("image/webp", "picture", (".webp",))
_BMP = Signature("image/bmp", "picture", (".bmp",))
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DOCX = Signature(f"{_OFFICE}.wordprocessingml.document", "opaque", (".docx",))
_XLSX = Signature(f"{_OFFICE}.spreadsheetml.sheet", "opaque", (".xlsx",))
_PPTX = Signature(f"{_OFFICE}.presentationml.presentation", "opaque", (".pptx",))
_OFFICE_ENTRIES = {"word/document.xml": _DOCX, "xl/workbook.xml": _XLSX, "ppt/presentation.xml": _PPTX}
_ODF = "application/vnd.oasis.opendocument"
_ASIC = "application/vnd.etsi.asic-e+zip"
_ASIC_SIMPLE = "application/vnd.etsi.asic-s+zip"
_BY_MIMETYPE_ENTRY = {
    f"{_ODF}.text": Signature(f"{_ODF}.text", "opaque", (".odt",)),
    f"{_ODF}.spreadsheet": Signature(f"{_ODF}.spreadsheet", "opaque", (".ods",)),
    f"{_ODF}.presentation": Signature(f"{_ODF}.presentation", "opaque", (".odp",)),
    _ASIC: Signature(_ASIC, "opaque", (".asice", ".edoc", ".sce")),
    _ASIC_SIMPLE: Signature(_ASIC_SIMPLE, "opaque", (".asics", ".scs")),
}
_EDOC = Signature("application/x-edoc", "opaque", (".edoc",))
_OLE_BY_ENDING = {
    ".msg": Signature("application/vnd.ms-outlook", "opaque", (".msg",)),
    ".doc": Signature("application/msword", "opaque", (".doc",)),
    ".xls": Signature("application/vnd.ms-excel", "opaque", (".xls",)),
    ".ppt": Signature("application/vnd.ms-powerpoint", "opaque", (".ppt",)),
}
_HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")
_HEIC = Signature("image/heic", "opaque", (".heic", ".heif"))
_VIDEO = Signature("video/mp4", "opaque", (".mp4", ".m4v", ".mov", ".m4a"))
_MATROSKA = Signature("video/x-matroska", "opaque", (".mkv", ".webm"))
_AVI = Signature("video/x-msvideo", "opaque", (".avi",))
_WAV = Signature("audio/wav", "opaque", (".wav",))
_MP3 = Signature("audio/mpeg", "opaque", (".mp3",))
_RTF = Signature("application/rtf", "opaque", (".rtf",))
_TEXT_BY_ENDING = {
    ".txt": Signature("text/plain", "text", (".txt",)),
    ".json": Signature("application/json", "text", (".json",)),
    ".jsonld": Signature("application/json", "text", (".jsonld",)),
    ".jwt": Signature("application/json", "text", (".jwt",)),
    ".csv": Signature("text/csv", "text", (".csv",)),
    ".eml": Signature("message/rfc822", "opaque", (".eml",)),
}
_ELMO = Signature("application/xml", "text", (".xml",))
_ELMO_SPACES = (b"emrex-eu/elmo-schemas", b"purl.org/net/elmo")
_PLAIN = _TEXT_BY_ENDING[".txt"]
_PICTURE_ENDINGS = frozenset(end for _, kind in _PICTURES for end in kind.endings) | {".webp", ".bmp"}


def signature_of(name: str, head: bytes, source: BinaryIO) -> Signature:
    """What the first bytes say; programs and scripts are refused, and so is what nobody knows."""
    _refuse_programs(name, head)
    if _is_elmo(head):
        return _ELMO
    # Scanners and mail programs put a few bytes before the header; readers look for it in the first kilobyte.
    if b"%PDF-" in head[:1024]:
        return PDF
    found = _picture(head) or _media(head)
    if found is not None:
        return found
    if head.startswith(b"PK\x03\x04"):
        return _container(name, source)
    if head.startswith(_OLE):
        return _ole(name)
    if head.startswith(b"{\\rtf"):
        return _RTF
    return _text(name, head)


def _is_elmo(head: bytes) -> bool:
    """A result of recognition as data: the one XML that is evidence; a document type would be a door to entities."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    known = start.startswith((b"<?xml", b"<elmo")) and b"<!DOCTYPE" not in head
    return known and any(space in head for space in _ELMO_SPACES)


def _refuse_programs(name: str, head: bytes) -> None:
    bare = ending(name).removeprefix(".")
    # A letter may begin with "MZ" too (Mākslas zinātne …); a program has zero bytes after it.
    program = head.startswith(_PROGRAM_HEADS) or (head.startswith(b"MZ") and b"\0" in head)
    if program or bare in RUNNABLE.split():
        raise RefusedError("evidence_file.program", at="file", file=name)
    if bare in MACRO_DOCUMENTS.split():
        raise RefusedError("evidence_file.macros", at="file", file=name)
    if bare in WEB_PAGES.split() or head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP_HEADS):
        raise RefusedError("evidence_file.web_page", at="file", file=name)


def _picture(head: bytes) -> Signature | None:
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _WEBP
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return _BMP
    return next((kind for start, kind in _PICTURES if head.startswith(start)), None)


def _media(head: bytes) -> Signature | None:
    if head[4:8] == b"ftyp":
        return _HEIC if head[8:12] in _HEIC_BRANDS else _VIDEO
    if head.startswith(b"RIFF"):
        return {b"AVI ": _AVI, b"WAVE": _WAV}.get(head[8:12])
    if head.startswith(b"\x1aE\xdf\xa3"):
        return _MATROSKA
    return _MP3 if head.startswith(b"ID3") else None


def _container(name: str, source: BinaryIO) -> Signature:
    source.seek(0)
    try:
        with zipfile.ZipFile(source) as container:
            names = container.namelist()
            mimetype = _mimetype(container)
    except ZIP_TROUBLES:
        raise RefusedError("evidence_file.container_broken", at="file", file=name) from None
    if len(names) > MOST_ENTRIES:
        raise RefusedError("evidence_file.container_broken", at="file", file=name)
    if any(entry.casefold().endswith("vbaproject.bin") for entry in names):
        raise RefusedError("evidence_file.macros", at="file", file=name)
    return _container_kind(name, mimetype, frozenset(names))


def _mimetype(container: zipfile.ZipFile) -> str:
    try:
        with container.open("mimetype") as entry:
            return entry.read(200).decode("ascii", "replace").strip()
    except KeyError:
        return ""


def _container_kind(name: str, mimetype: str, entries: frozenset[str]) -> Signature:
    if mimetype in _BY_MIMETYPE_ENTRY:
        return _BY_MIMETYPE_ENTRY[mimetype]
    for entry, kind in _OFFICE_ENTRIES.items():
        if entry in entries:
            return kind
    signed = any(entry.startswith("META-INF/") and "signature" in entry for entry in entries)
    if signed or ending(name) == ".edoc":
        return _EDOC
    raise RefusedError("evidence_file.archive", at="file", file=name)


def _ole(name: str) -> Signature:
    kind = _OLE_BY_ENDING.get(ending(name))
    if kind is None:
        # A password turns a .docx or .xlsx into this old container.
        raise RefusedError("evidence_file.office_encrypted", at="file", file=name)
    return kind


def _text(name: str, head: bytes) -> Signature:
    if ending(name) in _PICTURE_ENDINGS:
        raise RefusedError("evidence_file.no_picture", at="file", file=name)
    if ending(name) == ".pdf":
        raise RefusedError("evidence_file.pdf_unreadable", at="file", file=name)
    # Latin-1 gives every byte a letter: here only control characters betray that it is no text.
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    letters = head.decode("utf-16" if wide else "latin-1", "ignore")
    if any(letter < " " and letter not in "\t\n\r\f\x1b" for letter in letters):
        raise RefusedError("evidence_file.unknown", at="file", file=name)
    return _TEXT_BY_ENDING.get(ending(name), _PLAIN)
