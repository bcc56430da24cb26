"""The sentences of the refusals that the command line raises."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "cli.no_database": marked(
        "It is not known which database is meant: name it with --database, or begin one with “init” or the window."
    ),
    "cli.institution_needed": marked("Name the institution (--institution NAME), or ask for the sample (--sample)."),
    "cli.cases_blocked": marked("Nothing of {file} was received: mend what is named above and try again."),
    "cli.export_kind": marked("{file} must end in .xlsx or .pdf."),
    "cli.not_written": marked("The file {file} could not be written ({why})."),
    "cli.file_absent": marked("There is no file {file}."),
    "cli.file_unreadable": marked("The file {file} cannot be read ({why})."),
    "cli.file_too_large": marked("The file {file} has {size} MB; at most {most} MB are read."),
    "cli.unknown_words": marked("“{words}” is not understood; “{program} --help” shows what can be said."),
    "cli.missing_words": marked("Something is missing: {words}; “{program} --help” shows what can be said."),
    "cli.unknown_choice": marked("“{given}” is none of these: {known}."),
    "cli.unreadable_value": marked("“{given}” cannot be read as {what}."),
    "cli.argument": marked("{what} needs a value; “{program} --help” shows what can be said."),
    "cli.unclear": marked("The command is not understood ({why})."),
    "demo.not_a_sample": marked(
        "The database {file} belongs to {institution} and is not a sample; choose another folder."
    ),
}
