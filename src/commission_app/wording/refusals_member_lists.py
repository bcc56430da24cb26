"""Sentences about a list of members that is taken in: its columns, and why a row stays out."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "member_file.all_known": marked("Everybody in the list is in the commission already: {count}."),
    "member_file.in_office": marked("{name} is in the commission already, since {since} without an end."),
    "member_file.kind": marked("{file} is neither an Excel workbook (.xlsx) nor a CSV file."),
    "member_file.no_headings": marked(
        "{file}: no row of headings was found; say in which row they stand, and which column says the name."
    ),
    "member_file.no_name": marked("{file}, row {row}: no column says the name and surname; choose it at the left."),
    "member_file.no_substitute": marked("Only a substitute replaces somebody: mend the role, or leave {name} out."),
    "member_file.nobody_replaced": marked("{name} is neither in the commission nor among the members taken in."),
    "member_file.nothing": marked("No row of the list can be taken in."),
    "member_file.overlaps": marked("{name} is in the commission already, from {since} until {until}."),
    "member_file.reversed": marked("The term ends before it begins: {since} – {until}."),
    "member_file.same_meaning": marked("{file}: these columns mean the same: {columns}. Choose one of them."),
    "member_file.taken_twice": marked("The column “{column}” is chosen twice."),
    "member_file.twice": marked("{name} stands in row {earlier} already, with a term at the same time."),
    "member_file.wants_name": marked("Write a name and a surname."),
    "member_file.wants_term": marked("Write the days of the term, for example 01.01.2026.–31.12.2027."),
}
