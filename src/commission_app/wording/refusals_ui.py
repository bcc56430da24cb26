"""The sentences of the refusals that the window raises."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "ui.course_credits": marked("Row {row}: “{text}” is no number of credits."),
    "ui.course_unit": marked("Row {row}: “{text}” is none of {known}."),
    "ui.course_code": marked("Row {row}: “{code}” is not applied for; applied for are {known}."),
    "ui.required": marked("“{field}” must be filled in."),
    "ui.date_unreadable": marked("“{typed}” is not a date; write it as 24.11.2026, 24.11.26 or 2411."),
    "ui.time_unreadable": marked("“{typed}” is not an hour; write it as 9.00 or 14.30."),
    "ui.number_unreadable": marked("“{typed}” is not a number; write it as 12 or 12,5."),
    "ui.number_too_fine": marked("“{typed}” has too many decimals; at most {decimals} are allowed."),
    "ui.number_too_small": marked("“{typed}” is too small; the lowest value is {lowest}."),
    "ui.number_too_large": marked("“{typed}” is too large; the highest value is {highest}."),
    "ui.file_not_written": marked("The file {file} could not be written ({why}); choose another place."),
    "ui.file_unreadable": marked("The file {file} could not be read ({why})."),
    "config.not_writable": marked("The settings cannot be stored in the folder {folder}: there is no right to write."),
    "config.network_share": marked(
        "The folder {folder} lies on another computer; choose one of this computer, or use the office's PostgreSQL."
    ),
    "config.synchronised": marked(
        "The folder {folder} is copied to a cloud while the program writes; choose a folder that is not synchronised."
    ),
    "config.roaming": marked(
        "The folder {folder} travels with one Windows user's profile; a substitute would not find the data there."
    ),
    "config.folder_not_writable": marked("There is no right to write into the folder {folder}; choose another one."),
}
