"""The sheets and columns of the program's own workbook for a standard, one source for reading and writing it."""

from commission_app.exchange import standard_rule_cells
from commission_app.exchange.sheet_table import Column, Layout
from commission_app.i18n import marked
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, PklScale, StandardKind, UnitKind

FIELD = Column("field", marked("Field"), required=True, width=34)
VALUE = Column("value", marked("Value"), required=True, width=70)

STANDARD = Layout(marked("Standard"), (FIELD, VALUE))
FIELDS = (
    Column("code", marked("Code"), marked("The code by which the standard is cited."), required=True),
    Column("kind", marked("Kind"), marked("Choose from the list."), required=True, choices=tuple(StandardKind)),
    Column("title_lv", marked("Title in Latvian"), marked("At least one of the two titles is needed.")),
    Column("title_en", marked("Title in English")),
    Column("edition_label", marked("Edition"), marked("For example 2026.")),
    Column("valid_from", marked("In force from"), marked("A date."), kind="date"),
    Column("lki", marked("LKI level"), marked("1 to 8."), kind="number"),
    Column("pkl", marked("PKL level"), marked("1 to 8; the next field says by which scale."), kind="number"),
    Column("pkl_scale", marked("PKL scale"), marked("Choose from the list."), choices=tuple(PklScale)),
    Column("isced_f", marked("ISCED-F code")),
    Column("thematic_area", marked("Thematic area of education")),
    Column("accredited", marked("Accredited"), marked("yes or no"), kind="flag"),
    Column("accreditation_number", marked("Accreditation number")),
    Column("accreditation_until", marked("Accredited until"), marked("A date."), kind="date"),
    Column("programme_credits", marked("Credits of the whole programme"), kind="number"),
    Column("credit_unit", marked("Credit unit"), marked("Choose from the list."), choices=tuple(CreditUnit)),
    Column(
        "currency_years", marked("Currency of evidence, years"), marked("A whole number or nothing."), kind="number"
    ),
    Column("description_lv", marked("Description in Latvian")),
    Column("description_en", marked("Description in English")),
    Column("entry_requirements", marked("Entry requirements")),
    Column("last_applications_on", marked("Applications accepted until"), marked("A date."), kind="date"),
    Column("scale", marked("Scale of assessment"), marked("Choose from the list."), choices=tuple(ScaleKind)),
    Column(
        "combination", marked("Combining assessors"), marked("Choose from the list."), choices=tuple(CombinationKind)
    ),
    *standard_rule_cells.COLUMNS,
    Column("external_id", marked("Identifier elsewhere"), marked("The identifier in the system it came from.")),
)
EXTERNAL = Column("external_id", marked("Identifier elsewhere"), width=24)
PARTS = Layout(
    marked("Parts"),
    (
        Column("code", marked("Code"), required=True),
        Column("title_lv", marked("Title in Latvian"), width=44),
        Column("title_en", marked("Title in English"), width=44),
        EXTERNAL,
    ),
)
UNITS = Layout(
    marked("Units"),
    (
        Column("code", marked("Code"), marked("Every unit has a code of its own."), required=True),
        Column("title_lv", marked("Title in Latvian"), width=44),
        Column("title_en", marked("Title in English"), width=44),
        Column("kind", marked("Kind"), marked("Choose from the list."), choices=tuple(UnitKind)),
        Column("credits", marked("Credits"), width=11, kind="number"),
        Column("credit_unit", marked("Credit unit"), choices=tuple(CreditUnit)),
        Column("hours", marked("Hours"), width=11, kind="number"),
        Column("part_code", marked("Part"), marked("A code from the sheet of parts, or nothing.")),
        Column("mandatory", marked("Mandatory"), marked("yes or no"), width=13, kind="flag"),
        Column("final_examination", marked("Final examination"), marked("yes or no"), width=20, kind="flag"),
        Column("recognisable", marked("Recognisable"), marked("yes or no"), width=15, kind="flag"),
        Column("prerequisites", marked("Prerequisites"), marked("Codes of units, separated by semicolons.")),
        Column("local", marked("Added by the institution"), marked("yes or no"), width=15, kind="flag"),
        Column(
            "route", marked("Route of verification"), marked("Choose from the list."), choices=tuple(VerificationRoute)
        ),
        Column("semester", marked("Semester"), marked("A whole number or nothing."), width=11, kind="number"),
        *standard_rule_cells.COLUMNS,
        EXTERNAL,
    ),
)
OUTCOMES = Layout(
    marked("Learning outcomes"),
    (
        Column("unit_code", marked("Unit code"), marked("The unit it belongs to."), required=True),
        Column("code", marked("Outcome code"), marked("Every outcome has a code of its own."), required=True),
        Column("text_lv", marked("Text in Latvian"), width=70),
        Column("text_en", marked("Text in English"), width=70),
        Column("kind", marked("Kind"), marked("Choose from the list."), choices=tuple(OutcomeKind)),
        Column("mandatory", marked("Mandatory"), marked("yes or no"), width=13, kind="flag"),
        Column(
            "weight", marked("Weight"), marked("A whole number; 1 where nothing is written."), width=10, kind="number"
        ),
        Column("section", marked("Section"), marked("The part of the assessment it belongs to.")),
        Column("maximum", marked("Maximum points"), width=12, kind="number"),
        EXTERNAL,
    ),
)
INSTRUCTIONS = marked("Instructions")
