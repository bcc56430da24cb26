"""Opens a CSV file that somebody else made: its encoding and separator are told from its content, or it is refused."""

import csv
import io

from commission_app.errors import RefusedError

MEBIBYTE = 1024 * 1024
MOST_BYTES = 50 * MEBIBYTE
MOST_FIELD = 200_000
_LATVIAN = frozenset("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽöõüÖÕÜäÄéóÓ–—“”„’«»…°€§·×")


def decoded(data: bytes, file: str) -> str:
    """The text: UTF-8, UTF-16 with its mark, or Windows-1257 where it gives only letters that Latvian texts have."""
    if len(data) > MOST_BYTES:
        size = -(-len(data) // MEBIBYTE)
        raise RefusedError("standard_file.too_large", file=file, size=size, most=MOST_BYTES // MEBIBYTE)
    try:
        text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        text = _baltic(data, file, data[: trouble.start].count(b"\n") + 1)
    if "\0" in text:
        raise RefusedError("standard_file.encoding", file=file, line=text[: text.index("\0")].count("\n") + 1)
    return text


def _baltic(data: bytes, file: str, line: int) -> str:
    try:
        text = data.decode("cp1257")
    except UnicodeDecodeError:
        raise RefusedError("standard_file.encoding", file=file, line=line) from None
    if any(ord(letter) > 127 and letter not in _LATVIAN for letter in text) or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise RefusedError("standard_file.encoding", file=file, line=line)
    return text


def rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """The rows that say anything, with the line each ends on."""
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    csv.field_size_limit(MOST_FIELD)
    found = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((reader.line_num, row))
    except csv.Error:
        raise RefusedError("standard_file.broken_row", file=file, line=reader.line_num) from None
    return found
