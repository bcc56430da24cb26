"""The verbs that take facts in and give registers out."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from commission_app.cli.surroundings import Surroundings
from commission_app.errors import RefusedError, UnavailableError
from commission_app.i18n import marked

if TYPE_CHECKING:
    from commission_app.services.standard_import import ImportPreview

LARGEST = 64 * 1024 * 1024


def import_standard(around: Surroundings, chosen: Namespace) -> int:
    """Takes a standard into the library, or says what would change."""
    from commission_app.exchange.standard_reader import read_standard
    from commission_app.services import standard_import

    facts = read_standard(bytes_of(chosen.file), chosen.file.name, chosen.text_language)
    with around.office() as office:
        seen = office.ask(standard_import.preview, facts)
        if not chosen.dry_run:
            office.do(standard_import.take_in, facts, approve=chosen.approve)
    for remark in (*seen.against, *seen.remarks):
        around.complain(remark)
    _tell_of(around, seen, dry=chosen.dry_run)
    return 0


def _tell_of(around: Surroundings, seen: "ImportPreview", *, dry: bool) -> None:
    from commission_app.cli.change_words import told

    language = around.language
    around.tell(f"{seen.title} ({seen.code}, {seen.label})")
    units = language.count("{n} unit", "{n} units", seen.units)
    outcomes = language.count("{n} learning outcome", "{n} learning outcomes", seen.outcomes)
    around.tell(f"{units}, {outcomes}")
    for text, codes in (
        (marked("Added: {codes}"), seen.units_added),
        (marked("Removed: {codes}"), seen.units_removed),
        (marked("Changed: {codes}"), seen.units_changed),
    ):
        if codes:
            around.tell(language.say(text, codes=", ".join(codes)))
    if not seen.new_standard:
        for line in told(language, seen.changes):
            around.tell(line)
    if seen.order_only:
        around.tell(language.say("Only the order would change"))
    if seen.unchanged:
        around.tell(language.say("Nothing has changed."))
    if dry:
        around.tell(language.say("Nothing was stored (trial run)."))


def export_standard(around: Surroundings, chosen: Namespace) -> int:
    """Writes the latest edition of a standard, or the one named, in the format of the file's ending."""
    from commission_app.services import standard_files, standards

    form = standard_files.format_of(chosen.out.name)
    with around.office() as office:
        rows = [row for row in office.ask(standards.editions) if row.code == chosen.code]
        rows = [row for row in rows if chosen.edition in (None, row.label)]
        if not rows:
            raise RefusedError("standard_file.no_such_edition", code=chosen.code)
        latest = max(rows, key=lambda row: row.valid_from)
        data = office.ask(standard_files.exported, latest.id, form, around.language)
    write_whole(chosen.out, data)
    around.tell(around.language.say("Written: {file}", file=chosen.out))
    return 0


def import_cases(around: Surroundings, chosen: Namespace) -> int:
    """Receives the applications of a workbook, all of them or none."""
    from commission_app.exchange import cases_workbook
    from commission_app.i18n import today
    from commission_app.services import applicants, case_import

    read = cases_workbook.read(bytes_of(chosen.file), chosen.file.name, today())
    for finding in read.findings:
        around.complain(finding.refusal)
    if read.blocked:
        raise RefusedError("cli.cases_blocked", file=chosen.file.name)
    language = around.language
    if chosen.dry_run:
        with around.office() as office:
            troubles = office.ask(case_import.foresee, read.rows)
        for trouble in troubles:
            around.complain(trouble)
        if troubles:
            raise RefusedError("cli.cases_blocked", file=chosen.file.name)
        count = len(read.rows)
        around.tell(language.count("{n} application can be received.", "{n} applications can be received.", count))
        around.tell(language.say("Nothing was stored (trial run)."))
        return 0
    with around.office() as office:
        received = office.do(applicants.receive_many, read.rows)
    around.tell(language.count("{n} application received:", "{n} applications received:", len(received)))
    around.tell(", ".join(case.number for case in received))
    return 0


def export(around: Surroundings, chosen: Namespace) -> int:
    """Writes a register of a year as a workbook or a printed book."""
    from commission_app.rules.vocabulary.register import Book
    from commission_app.services import registers

    kind = chosen.out.suffix.lower().removeprefix(".")
    if kind not in ("xlsx", "pdf"):
        raise RefusedError("cli.export_kind", file=chosen.out.name)
    with around.office() as office:
        data = office.ask(registers.export, Book(chosen.book), chosen.year, kind, around.language)
    write_whole(chosen.out, data)
    around.tell(around.language.say("Written: {file}", file=chosen.out))
    return 0


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file beside and puts it in place, so that nobody finds half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnavailableError("cli.not_written", file=str(path), why=error.strerror or str(error)) from error


def bytes_of(path: Path) -> bytes:
    """What a file holds.

    Refused: one that is not there, cannot be read or is too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RefusedError("cli.file_too_large", file=path.name, size=size // 2**20, most=LARGEST // 2**20)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise RefusedError("cli.file_absent", file=str(path)) from error
    except OSError as error:
        raise UnavailableError("cli.file_unreadable", file=str(path), why=error.strerror or str(error)) from error
