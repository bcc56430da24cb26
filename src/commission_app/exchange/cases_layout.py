"""The sheet of applications to import: its columns, for reading and for the empty form alike."""

from commission_app.exchange.sheet_table import Column, Layout
from commission_app.i18n import marked
from commission_app.rules.vocabulary.case import Channel, Ground, Procedure

APPLICATIONS = Layout(
    marked("Applications"),
    (
        Column("given_name", marked("Given name"), required=True),
        Column("surname", marked("Surname"), required=True),
        Column("original_name", marked("Name in the original form"), marked("As in the foreign document."), width=26),
        Column("personal_code", marked("Personal code"), marked("This, or the date of birth and the document.")),
        Column(
            "code_mismatch_reason",
            marked("Code mismatch reason"),
            marked("Why the code is taken although its check digit does not agree."),
            width=30,
        ),
        Column("birth_date", marked("Date of birth"), width=14, kind="date"),
        Column("document_number", marked("Document number"), marked("Kind and number of the identity document.")),
        Column("document_country", marked("Issuing country of the document"), width=16),
        Column("email", marked("E-mail"), width=28),
        Column("phone", marked("Telephone")),
        Column("address", marked("Address"), width=40),
        Column("standard_code", marked("Standard code"), marked("The code of the standard."), required=True),
        Column("unit_codes", marked("Codes of the units claimed"), marked("Separated by semicolons."), width=32),
        Column("procedure", marked("Procedure"), marked("Choose from the list."), True, 24, choices=tuple(Procedure)),
        Column("ground", marked("Ground"), marked("Higher education only."), width=24, choices=tuple(Ground)),
        Column("received", marked("Received on"), marked("A date, not in the future."), True, 14, "date"),
        Column("channel", marked("Received by"), marked("Choose from the list."), choices=tuple(Channel)),
        Column("external_number", marked("Number in the document system")),
        Column("notes", marked("Notes"), width=40),
    ),
)
INSTRUCTIONS = marked("Instructions")
