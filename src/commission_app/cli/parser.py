"""The words of the command line: read by argparse, refused and explained in the user's language."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from commission_app import __version__
from commission_app.cli import (
    compute_verbs,
    data_verbs,
    exchange_verbs,
    sample_verbs,
    score_sheet_verbs,
    sign_verbs,
    twin_verbs,
    verify_verbs,
)
from commission_app.errors import RefusedError
from commission_app.i18n import Language, language

_TROUBLES = (
    (re.compile(r"unrecognized arguments: (?P<what>.*)"), "unknown"),
    (re.compile(r"the following arguments are required: (?P<what>.*)"), "missing"),
    (re.compile(r"argument (?P<what>.*?): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<known>.*)\)"), "choice"),
    (re.compile(r"argument (?P<what>.*?): invalid .* value: '?(?P<given>.*?)'?$"), "value"),
    (re.compile(r"argument (?P<what>.*?): (?:expected .*|.*)"), "argument"),
)


BOOKS = ("applications", "decisions", "certificates", "exams")


class Parser(argparse.ArgumentParser):
    """Raises a refusal where argparse would print English usage and leave."""

    spoken: Language = language("lv")

    def error(self, message: str) -> NoReturn:
        """Says what is wrong with the words given."""
        for pattern, kind in _TROUBLES:
            if match := pattern.fullmatch(message.replace("\n", " ")):
                _refuse(kind, self.prog, match.groupdict())
        raise RefusedError("cli.unclear", why=message)

    def format_help(self) -> str:
        """The help with argparse's own headings in the user's language."""
        text = super().format_help()
        say = self.spoken.say
        for english, own in (
            ("usage:", say("usage:")),
            ("positional arguments:", say("what to give:")),
            ("options:", say("options:")),
            ("show this help message and exit", say("show this help")),
        ):
            text = text.replace(english, own)
        return text


def _refuse(kind: str, program: str, found: dict[str, str]) -> NoReturn:
    what = found.get("what", "")
    if kind == "unknown":
        raise RefusedError("cli.unknown_words", words=what, program=program)
    if kind == "missing":
        raise RefusedError("cli.missing_words", words=what, program=program)
    if kind == "choice":
        raise RefusedError("cli.unknown_choice", given=found["given"], known=found["known"].replace("'", ""))
    if kind == "value":
        raise RefusedError("cli.unreadable_value", what=what, given=found["given"])
    raise RefusedError("cli.argument", what=what, program=program)


def build(spoken: Language) -> Parser:
    """The parser with all its verbs."""
    Parser.spoken = spoken
    say = spoken.say
    parser = Parser(prog="commission-app", allow_abbrev=False, description=say("The office of a commission."))
    parser.add_argument("--version", action="version", version=__version__, help=say("show the version"))
    parser.add_argument(
        "--database",
        metavar="PATH-OR-URL",
        help=say("a file, or postgresql://…; else the database of this computer"),
    )
    parser.add_argument("--language", choices=("lv", "en"), help=say("the language of answers and papers"))
    verbs = parser.add_subparsers(dest="verb_name", metavar=say("VERB"), required=True, parser_class=Parser)
    _data_verbs(verbs, spoken)
    _exchange_verbs(verbs, spoken)
    _score_sheet_verbs(verbs, spoken)
    _compute_verbs(verbs, spoken)
    _twin_verbs(verbs, spoken)
    _verify_verb(verbs, spoken)
    _sign_verb(verbs, spoken)
    _sample_verbs(verbs, spoken)
    return parser


def _verb(verbs: "argparse._SubParsersAction[Parser]", name: str, does: object, text: str) -> Parser:
    made = verbs.add_parser(name, help=text, description=text, allow_abbrev=False)
    made.set_defaults(verb=does)
    return made


def _data_verbs(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    init = _verb(verbs, "init", data_verbs.init, say("begin a new database with an institution"))
    init.add_argument("--sample", action="store_true", help=say("fill it with the sample institution"))
    init.add_argument("--institution", metavar="NAME", help=say("the name of the institution"))
    init.add_argument("--user", metavar="NAME", help=say("the first person who works in the office"))
    backup = _verb(verbs, "backup", data_verbs.backup, say("make a backup and prove it"))
    backup.add_argument("destination", metavar="DEST", type=Path, help=say("a folder, or a new file"))
    restore = _verb(verbs, "restore", data_verbs.restore, say("put a backup in place of the database"))
    restore.add_argument("source", metavar="SOURCE", type=Path, help=say("the backup"))
    restore.add_argument("--replace", action="store_true", help=say("also where a PostgreSQL database has data"))
    _verb(verbs, "check", data_verbs.check, say("look whether anything was damaged or changed from outside"))
    _verb(verbs, "migrate", data_verbs.migrate, say("bring an older database up to date, a backup first"))


def _exchange_verbs(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    standard = _verb(verbs, "import-standard", exchange_verbs.import_standard, say("take a standard into the library"))
    standard.add_argument(
        "file", metavar="FILE", type=Path, help=say("an Excel workbook, CASE JSON, Moodle or ESCO CSV, or .matrix")
    )
    standard.add_argument("--approve", action="store_true", help=say("approve it at once"))
    standard.add_argument(
        "--text-language",
        choices=("lv", "en"),
        default="en",
        help=say("the language of a framework's texts"),
    )
    standard.add_argument("--dry-run", action="store_true", help=say("only say what would change"))
    out = _verb(verbs, "export-standard", exchange_verbs.export_standard, say("write a standard as a file"))
    out.add_argument("code", metavar="CODE", help=say("the code of the standard"))
    out.add_argument("--edition", metavar="LABEL", help=say("the edition; else the latest"))
    out.add_argument("--out", type=Path, required=True, metavar="FILE", help=say("a new .xlsx, .json, .csv or .matrix"))
    cases = _verb(verbs, "import-cases", exchange_verbs.import_cases, say("receive the applications of a workbook"))
    cases.add_argument("file", metavar="FILE.xlsx", type=Path, help=say("a workbook made from the template"))
    cases.add_argument("--dry-run", action="store_true", help=say("only say what would be received"))
    export = _verb(verbs, "export", exchange_verbs.export, say("write a register as a workbook or a printed book"))
    export.add_argument("book", choices=BOOKS, help=say("the register"))
    export.add_argument("--year", type=int, required=True, metavar="Y", help=say("the year"))
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help=say("a new .xlsx or .pdf file"))


def _score_sheet_verbs(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    text = say("send scoring workbooks out to assessors and take them in again")
    parent = verbs.add_parser("score-sheet", help=text, description=text, allow_abbrev=False)
    ways = parent.add_subparsers(dest="way", metavar=say("VERB"), required=True, parser_class=Parser)
    out = _verb(ways, "export", score_sheet_verbs.export, say("write the score sheets of cases as a workbook"))
    out.add_argument("cases", nargs="+", metavar="NUMBER", help=say("the numbers of the cases"))
    out.add_argument("--assessor", type=int, metavar="N", help=say("only the sheet of this assessor (1, 2, …)"))
    out.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx", help=say("a new .xlsx file"))
    out.add_argument("--dry-run", action="store_true", help=say("only say what would be written"))
    back = _verb(ways, "import", score_sheet_verbs.take_in, say("take a returned workbook in"))
    back.add_argument("file", metavar="FILE.xlsx", type=Path, help=say("the returned workbook"))
    back.add_argument("--good-rows", action="store_true", help=say("store the right rows although others are refused"))
    back.add_argument("--dry-run", action="store_true", help=say("only say what would be stored"))


def _compute_verbs(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    text = say("count the credits of a case, from a JSON file")
    award = _verb(verbs, "compute", compute_verbs.compute, text)
    award.add_argument("file", metavar="FILE.json", type=Path, help=say("the edition, the results and the rules"))
    text = say("count what a learning account pays, from a JSON file")
    funding = _verb(verbs, "funding", compute_verbs.funding, text)
    funding.add_argument("file", metavar="FILE.json", type=Path, help=say("the kind, the hours and the date"))


def _twin_verbs(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    out = _verb(verbs, "twins", twin_verbs.twins, say("write the digital twins of certificates into a folder"))
    out.add_argument("numbers", nargs="+", metavar="NUMBER", help=say("the numbers of the certificates"))
    formats = tuple(twin_verbs.FORMATS)
    out.add_argument("--format", action="append", choices=formats, help=say("a format; may be said several times"))
    out.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("the folder for all of it"))
    out.add_argument("--with-code", action="store_true", help=say("with the personal code"))
    out.add_argument("--with-birth", action="store_true", help=say("with the date of birth"))
    out.add_argument("--with-paper", action="store_true", help=say("with the certificate itself inside ELMO"))
    out.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=say("a file with the passphrase of the key, for badges")
    )


def _verify_verb(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    verify = _verb(verbs, "verify", verify_verbs.verify, say("check papers: signatures, codes and every fact of them"))
    verify.add_argument("files", metavar="FILE", nargs="+", type=Path, help=say("PDFs, scans, photographs or codes"))
    verify.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help=say("the public key of an institution; no database is then opened"),
    )
    verify.add_argument("--no-database", action="store_true", help=say("check without the database of this computer"))


def _sign_verb(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    sign = _verb(verbs, "sign", sign_verbs.sign, say("sign the papers that wait, with the key of this computer"))
    sign.add_argument("number", metavar="NUMBER", nargs="*", help=say("the numbers of papers; all that wait if none"))
    sign.add_argument("--no-time-stamp", action="store_true", help=say("sign without a time stamp"))
    sign.add_argument("--other-name", action="store_true", help=say("also where the certificate bears another name"))


def _sample_verbs(verbs: "argparse._SubParsersAction[Parser]", spoken: Language) -> None:
    say = spoken.say
    demo = _verb(verbs, "demo", sample_verbs.demo, say("play the main job on the sample institution"))
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("the folder for all of it"))
    demo.add_argument("--no-pictures", action="store_true", help=say("without pictures of the screens"))
    window = _verb(verbs, "window", sample_verbs.window, say("open the window"))
    window.add_argument("--probe", action="store_true", help=say("measure the start and close again"))
