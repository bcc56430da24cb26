"""The verbs that send scoring workbooks out to assessors without the program and take them in again."""

from argparse import Namespace
from typing import TYPE_CHECKING

from commission_app.cli.exchange_verbs import bytes_of, write_whole
from commission_app.cli.surroundings import Surroundings
from commission_app.errors import RefusedError

if TYPE_CHECKING:
    from commission_app.services.score_sheets import SheetsRead


def export(around: Surroundings, chosen: Namespace) -> int:
    """Writes the scoring workbook of the cases named, a sheet for each assessor, or says what it would hold."""
    from commission_app.services import score_sheets

    with around.office() as office:
        keys = [
            key for number in chosen.cases for key in office.ask(score_sheets.seats_by_number, number, chosen.assessor)
        ]
        data = office.ask(score_sheets.workbook, keys, around.language)
    language = around.language
    around.tell(language.count("{n} score sheet", "{n} score sheets", len(keys)))
    if chosen.dry_run:
        around.tell(language.say("Nothing was stored (trial run)."))
        return 0
    write_whole(chosen.out, data)
    around.tell(language.say("Written: {file}", file=chosen.out))
    return 0


def take_in(around: Surroundings, chosen: Namespace) -> int:
    """Takes a returned scoring workbook in, or says what it would bring; every refused row is named."""
    from commission_app.services import score_sheets

    data, name = bytes_of(chosen.file), chosen.file.name
    with around.office() as office:
        seen = office.ask(score_sheets.foresee, data, name)
        for finding in seen.refused:
            around.complain(finding.refusal)
        if seen.refused and not chosen.good_rows:
            raise RefusedError("score_sheet.nothing_stored", file=name, count=len(seen.refused))
        if not chosen.dry_run:
            seen = office.do(score_sheets.take_in, data, name, good_rows=chosen.good_rows)
    _tell_of(around, seen, dry=chosen.dry_run)
    return 0


def _tell_of(around: Surroundings, seen: "SheetsRead", *, dry: bool) -> None:
    language = around.language
    for turn in seen.turns:
        news = language.count("{n} new score", "{n} new scores", turn.new)
        around.tell(f"{turn.case_number} · {turn.assessor}: {news}")
    if dry:
        around.tell(language.say("Nothing was stored (trial run)."))
